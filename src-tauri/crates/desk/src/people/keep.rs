//! Adding and changing people, defining, giving and ending roles, recording that somebody left.

use domain::people::{self, Holding, RoleDefinition, Standing};
use domain::{Event, PersonRef, RoleId};

use super::{
    AddPerson, ChangePerson, DefineRole, EndRole, GiveRole, PeopleView, RecordLeaving, last_signed,
    standing,
};
use crate::operations::Nothing;
use crate::when::day;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn add_person(&mut self, request: AddPerson) -> Result<PeopleView, Problem> {
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let (person, added) = people::add(&standing, act.by, &request.name, &request.contact)?;
            let given = first_roles(standing, act.by, person, &request.roles)?;
            Ok(std::iter::once(added).chain(given).collect())
        })?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn change_person(&mut self, request: ChangePerson) -> Result<PeopleView, Problem> {
        let person: PersonRef = request.person.parse()?;
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let (name, contact) = (&request.name, &request.contact);
            Ok(vec![people::change(&standing, act.by, person, name, contact)?])
        })?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn define_role(&mut self, request: DefineRole) -> Result<PeopleView, Problem> {
        let role = request.role.map(RoleId::new);
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let known: Vec<RoleDefinition> = act
                .view
                .roles()?
                .into_iter()
                .map(|known| RoleDefinition { role: known.role, name: known.name })
                .collect();
            let name = &request.name;
            let (_, defined) = people::define(&standing, act.by, &known, role.as_ref(), name)?;
            Ok(vec![defined])
        })?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn give_role(&mut self, request: GiveRole) -> Result<PeopleView, Problem> {
        let person: PersonRef = request.person.parse()?;
        let from = day(&request.from)?;
        let to = request.to.as_deref().map(day).transpose()?;
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let role = RoleId::new(&request.role);
            Ok(vec![people::give(&standing, act.by, person, &role, from, to)?])
        })?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn end_role(&mut self, request: EndRole) -> Result<PeopleView, Problem> {
        let person: PersonRef = request.person.parse()?;
        let on = day(&request.on)?;
        self.act_because(request.why.as_deref().unwrap_or_default(), |act| {
            let standing = standing(act.view, act.now)?;
            let role = RoleId::new(&request.role);
            Ok(vec![people::end(&standing, act.by, person, &role, on)?])
        })?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn record_leaving(&mut self, request: RecordLeaving) -> Result<PeopleView, Problem> {
        let person: PersonRef = request.person.parse()?;
        let why = request.why.as_deref().unwrap_or_default();
        self.act_confirmed_because(&request.passphrase, why, |act| {
            let standing = standing(act.view, act.now)?;
            let signed = last_signed(act.view, person)?;
            Ok(people::leave(&standing, act.by, person, standing.today, signed)?)
        })?;
        self.sign_out_without_key()?;
        self.people(Nothing {})
    }
}

/// The roles a person starts with; they are on the register of people from the entry before.
fn first_roles(
    mut standing: Standing,
    by: PersonRef,
    person: PersonRef,
    roles: &[String],
) -> Result<Vec<Event>, Problem> {
    standing.people.push(person);
    let today = standing.today;
    let mut given = Vec::new();
    for role in roles.iter().map(RoleId::new) {
        given.push(people::give(&standing, by, person, &role, today, None)?);
        standing.holdings.push(Holding { person, role, from: today, to: None });
    }
    Ok(given)
}
