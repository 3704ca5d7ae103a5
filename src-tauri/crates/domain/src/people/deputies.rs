//! Naming a role's deputies and its on-call order.

use serde::{Deserialize, Serialize};

use super::roles::{by_another, entitled, keepers, sponsors_own};
use super::{Standing, Stint};
use crate::{Event, PersonRef, Refusal, RoleId};

/// A role's deputies from now on, in the order in which they are asked; none when it has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeputiesNamed {
    /// Of which role.
    pub role: RoleId,
    /// The deputies.
    pub deputies: Vec<Stint>,
}

/// Whom to call for a role from now on, in that order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnCallSet {
    /// For which role.
    pub role: RoleId,
    /// The order.
    pub order: Vec<Stint>,
}

/// Names the deputies of `role`, all of them, in the order in which they are asked. Nobody names
/// themselves, or moves up, while another keeper is there who can; who stands in for an executive
/// sponsor is a sponsor's to say.
pub fn name_deputies(
    standing: &Standing,
    by: PersonRef,
    role: &RoleId,
    deputies: Vec<Stint>,
) -> Result<Event, Refusal> {
    entitled(standing, by, "naming deputies", &keepers())?;
    must_be_an_order(standing, role, &deputies)?;
    let before = standing.cover.deputies.get(role).map(Vec::as_slice).unwrap_or_default();
    if deputies.iter().any(|stint| !before.contains(stint)) {
        sponsors_own(standing, by, "naming deputies of the executive sponsor", role)?;
    }
    let place = |order: &[Stint]| order.iter().position(|stint| stint.person == by);
    if let Some(own) = place(&deputies)
        && place(before).is_none_or(|was| own < was)
    {
        by_another(standing, by, by, role)?;
    }
    Ok(DeputiesNamed { role: role.clone(), deputies }.into())
}

/// Sets whom to call for `role`, all of them, in that order.
pub fn set_on_call(
    standing: &Standing,
    by: PersonRef,
    role: &RoleId,
    order: Vec<Stint>,
) -> Result<Event, Refusal> {
    entitled(standing, by, "setting an on-call order", &keepers())?;
    must_be_an_order(standing, role, &order)?;
    Ok(OnCallSet { role: role.clone(), order }.into())
}

/// People who are here, each at most once for any day, no stint ending before it starts.
fn must_be_an_order(standing: &Standing, role: &RoleId, order: &[Stint]) -> Result<(), Refusal> {
    if !standing.roles.contains(role) {
        return Err(Refusal::Unknown { reference: role.to_string() });
    }
    let mut before: Vec<&Stint> = Vec::new();
    for stint in order {
        let Stint { person, from, to } = stint;
        standing.must_be_here(*person)?;
        if let Some(to) = to.filter(|to| to < from) {
            return Err(Refusal::EndsBeforeItStarts { from: *from, to });
        }
        let twice = |other: &&&Stint| {
            other.person == *person && super::acting::meet((other.from, other.to), (*from, *to))
        };
        if before.iter().any(|other| twice(&other)) {
            return Err(Refusal::NamedTwice { person: *person });
        }
        before.push(stint);
    }
    Ok(())
}
