//! Who stands in for whom: deputies, on-call orders, absences.

use domain::people::{self, Away, Stint};
use domain::{AbsenceRef, PersonRef, RoleId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PeopleView, standing};
use crate::operations::Nothing;
use crate::when::day;
use crate::{Desk, Problem};

/// A place in an order, from a day to a day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Place {
    /// Who.
    pub person: String,
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day, where one is known.
    pub to: Option<String>,
}

/// Names a role's deputies, all of them, in the order in which they are asked.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NameDeputies {
    /// Which role.
    pub role: String,
    /// The deputies; empty for none.
    pub deputies: Vec<Place>,
}

/// Sets whom to call for a role, all of them, in that order.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetOnCall {
    /// Which role.
    pub role: String,
    /// The order; empty for none.
    pub order: Vec<Place>,
}

/// Records that somebody is away, or changes when.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RecordAbsence {
    /// Which absence is changed; none for a new one.
    pub absence: Option<String>,
    /// Who. A change keeps whose absence it is.
    pub person: String,
    /// First day away, `YYYY-MM-DD`.
    pub from: String,
    /// Last day away, where one is known.
    pub to: Option<String>,
    /// Why; may be blank.
    pub reason: String,
}

/// Withdraws an absence: it does not take place.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WithdrawAbsence {
    /// Which.
    pub absence: String,
}

impl Desk {
    /// See the list of operations.
    pub fn name_deputies(&mut self, request: NameDeputies) -> Result<PeopleView, Problem> {
        let (role, order) = (RoleId::new(request.role), stints(&request.deputies)?);
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            Ok(vec![people::name_deputies(&standing, act.by, &role, order)?])
        })?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn set_on_call(&mut self, request: SetOnCall) -> Result<PeopleView, Problem> {
        let (role, order) = (RoleId::new(request.role), stints(&request.order)?);
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            Ok(vec![people::set_on_call(&standing, act.by, &role, order)?])
        })?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn record_absence(&mut self, request: RecordAbsence) -> Result<PeopleView, Problem> {
        let person: PersonRef = request.person.parse()?;
        let known = request.absence.as_deref().map(str::parse::<AbsenceRef>).transpose()?;
        let to = request.to.as_deref().map(day).transpose()?;
        let away = Away { from: day(&request.from)?, to, reason: &request.reason };
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            Ok(vec![match known {
                Some(absence) => people::change_absence(&standing, act.by, absence, away)?,
                None => {
                    let next = act.view.next_absence()?;
                    people::record_absence(&standing, act.by, next, person, away)?
                }
            }])
        })?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn withdraw_absence(&mut self, request: WithdrawAbsence) -> Result<PeopleView, Problem> {
        let absence: AbsenceRef = request.absence.parse()?;
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            Ok(vec![people::withdraw_absence(&standing, act.by, absence)?])
        })?;
        self.people(Nothing {})
    }
}

fn stints(order: &[Place]) -> Result<Vec<Stint>, Problem> {
    let stint = |place: &Place| {
        let to = place.to.as_deref().map(day).transpose()?;
        Ok(Stint { person: place.person.parse()?, from: day(&place.from)?, to })
    };
    order.iter().map(stint).collect()
}
