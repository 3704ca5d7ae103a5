//! Giving and ending roles, and asking who may.

use chrono::NaiveDate;

use super::{RoleEnded, RoleGiven, Standing};
use crate::{Event, PersonRef, Refusal, RoleId};

/// RevOps, who keeps the desk.
pub fn revops() -> RoleId {
    RoleId::new("revops")
}

/// The executive sponsor, who answers for it.
pub fn sponsor() -> RoleId {
    RoleId::new("executive-sponsor")
}

/// Security, who vets vendors and may hold a workflow shorter.
pub fn security() -> RoleId {
    RoleId::new("security")
}

/// Who may keep people, keys, cadences and the register.
pub fn keepers() -> Vec<RoleId> {
    vec![revops(), sponsor()]
}

/// Who may erase words.
pub fn erasers() -> Vec<RoleId> {
    vec![revops(), sponsor(), RoleId::new("compliance"), RoleId::new("legal")]
}

/// Refuses unless `person` holds one of `roles` today.
pub fn entitled(
    standing: &Standing,
    person: PersonRef,
    act: &'static str,
    roles: &[RoleId],
) -> Result<(), Refusal> {
    if roles.iter().any(|role| standing.holds(person, role)) {
        Ok(())
    } else {
        Err(Refusal::NotEntitled { act, person, roles: roles.to_vec() })
    }
}

/// Gives `person` a role from a date, perhaps to a date.
pub fn give(
    standing: &Standing,
    by: PersonRef,
    person: PersonRef,
    role: &RoleId,
    from: NaiveDate,
    to: Option<NaiveDate>,
) -> Result<Event, Refusal> {
    entitled(standing, by, "giving a role", &keepers())?;
    standing.must_be_here(person)?;
    if !standing.roles.contains(role) {
        return Err(Refusal::Unknown { reference: role.to_string() });
    }
    if let Some(to) = to.filter(|to| *to < from) {
        return Err(Refusal::EndsBeforeItStarts { from, to });
    }
    let held_then = |from_held: NaiveDate, to_held: Option<NaiveDate>| {
        to_held.is_none_or(|end| from <= end) && to.is_none_or(|end| from_held <= end)
    };
    let overlap = standing
        .holdings
        .iter()
        .any(|held| held.person == person && held.role == *role && held_then(held.from, held.to));
    if overlap {
        return Err(Refusal::HoldsAlready { person, role: role.clone() });
    }
    Ok(RoleGiven { person, role: role.clone(), from, to }.into())
}

/// Ends a role on a date.
pub fn end(
    standing: &Standing,
    by: PersonRef,
    person: PersonRef,
    role: &RoleId,
    on: NaiveDate,
) -> Result<Event, Refusal> {
    entitled(standing, by, "ending a role", &keepers())?;
    let held = standing
        .holdings
        .iter()
        .find(|held| {
            held.person == person && held.role == *role && held.to.is_none_or(|to| on < to)
        })
        .ok_or_else(|| Refusal::HoldsNot { person, role: role.clone() })?;
    if on < held.from {
        return Err(Refusal::EndsBeforeItStarts { from: held.from, to: on });
    }
    if keepers().contains(role) && last_keeper(standing, person, Some(role)) {
        return Err(Refusal::LastKeeper { person });
    }
    Ok(RoleEnded { person, role: role.clone(), on }.into())
}

/// Whether nobody but `person` could keep the desk once `role` (or, with none, every role of
/// theirs) is gone. Whoever holds a role to a known last day is not counted on: after that day
/// nobody could give one.
pub(super) fn last_keeper(standing: &Standing, person: PersonRef, role: Option<&RoleId>) -> bool {
    let keeps = |other: PersonRef| {
        standing.keys.iter().any(|key| key.person == other)
            && standing.holdings.iter().any(|held| {
                held.person == other
                    && held.from <= standing.today
                    && held.to.is_none()
                    && keepers().contains(&held.role)
                    && !(other == person && role.is_none_or(|r| *r == held.role))
            })
    };
    !standing.people.iter().any(|other| keeps(*other))
}
