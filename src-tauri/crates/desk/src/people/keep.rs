//! Adding people, giving and ending roles, recording that somebody left.

use domain::people::{self, Holding, Standing};
use domain::{Event, PersonRef, RoleId};

use super::{AddPerson, EndRole, GiveRole, PeopleView, RecordLeaving, standing};
use crate::operations::Nothing;
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
    pub fn give_role(&mut self, request: GiveRole) -> Result<PeopleView, Problem> {
        let person: PersonRef = request.person.parse()?;
        let from = date(&request.from)?;
        let to = request.to.as_deref().map(date).transpose()?;
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
        let on = date(&request.on)?;
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
            Ok(people::leave(&standing, act.by, person, standing.today)?)
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

/// A day as a request spells it.
pub(crate) fn date(written: &str) -> Result<chrono::NaiveDate, Problem> {
    written.trim().parse().map_err(|_| {
        Problem::new("bad-request", format!("“{written}” is not a date like 2026-11-16."))
    })
}
