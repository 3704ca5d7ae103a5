//! Defining, giving and ending roles, and asking who may.

use chrono::NaiveDate;

use super::acting::meet;
use super::{RoleDefinition, RoleEnded, RoleGiven, RolesDefined, Standing};
use crate::refusal::{NAME_LIMIT, required};
use crate::text::fold;
use crate::workspace::startup;
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

/// Refuses unless `person` acts for one of `roles` today: holds it, or stands in for a holder who is
/// away.
pub fn entitled(
    standing: &Standing,
    person: PersonRef,
    act: &'static str,
    roles: &[RoleId],
) -> Result<(), Refusal> {
    if roles.iter().any(|role| standing.acts(person, role)) {
        Ok(())
    } else {
        Err(Refusal::NotEntitled { act, person, roles: roles.to_vec() })
    }
}

/// Defines a role of one's own, or gives a known one another name. `known` are the roles there are
/// with their names; `role` is the one to rename, none for a new one. An identifier of its own
/// keeps the name out of the signed bytes.
pub fn define(
    standing: &Standing,
    by: PersonRef,
    known: &[RoleDefinition],
    role: Option<&RoleId>,
    name: &str,
) -> Result<(RoleId, Event), Refusal> {
    entitled(standing, by, "defining a role", &keepers())?;
    let role = match role {
        Some(role) if known.iter().any(|one| one.role == *role) => role.clone(),
        Some(role) => return Err(Refusal::Unknown { reference: role.to_string() }),
        None => next_of_ones_own(known),
    };
    let wanted = fold(name);
    let taken = known.iter().find(|one| {
        one.role != role && one.name.words().is_some_and(|words| fold(words) == wanted)
    });
    if let Some(other) = taken {
        let (name, reference) = (name.trim().to_owned(), other.role.to_string());
        return Err(Refusal::NameTaken { name, reference });
    }
    // Nor the name that a role began with: whoever knows it would read it as that role.
    let began = startup::roles().roles.into_iter().find(|one| {
        one.role != role && one.name.words().is_some_and(|words| fold(words) == wanted)
    });
    if let Some(other) = began {
        let (name, reference) = (name.trim().to_owned(), other.role.to_string());
        return Err(Refusal::NameTaken { name, reference });
    }
    let name = required("the role’s name", name, NAME_LIMIT)?;
    Ok((role.clone(), RolesDefined { roles: vec![RoleDefinition { role, name }] }.into()))
}

fn next_of_ones_own(known: &[RoleDefinition]) -> RoleId {
    let number = |role: &RoleId| role.as_str().strip_prefix("own-")?.parse::<u32>().ok();
    let highest = known.iter().filter_map(|one| number(&one.role)).max();
    RoleId::new(format!("own-{}", highest.unwrap_or(0) + 1))
}

/// Gives `person` a role from a date, perhaps to a date. Nobody gives one to themselves while
/// another keeper is there who can.
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
    by_another(standing, by, person, role)?;
    sponsors_own(standing, by, "making somebody executive sponsor", role)?;
    if let Some(to) = to.filter(|to| *to < from) {
        return Err(Refusal::EndsBeforeItStarts { from, to });
    }
    let overlap = standing.holdings.iter().any(|held| {
        held.person == person && held.role == *role && meet((held.from, held.to), (from, to))
    });
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
    sponsors_own(standing, by, "ending the role of an executive sponsor", role)?;
    Ok(RoleEnded { person, role: role.clone(), on }.into())
}

/// Refuses whoever would make or unmake an executive sponsor and is none, as long as there is one:
/// who signs for what the keepers ask is not for the keepers to choose. Where nobody holds the role
/// with a key of their own, it is like any other.
pub(super) fn sponsors_own(
    standing: &Standing,
    by: PersonRef,
    act: &'static str,
    role: &RoleId,
) -> Result<(), Refusal> {
    let signs = |person: &PersonRef| {
        standing.holds(*person, role) && standing.keys_ever.iter().any(|key| key.person == *person)
    };
    if *role != sponsor() || standing.holds(by, role) || !standing.people.iter().any(signs) {
        return Ok(());
    }
    Err(Refusal::SponsorsOwn { act, person: by })
}

/// Refuses whoever would give themselves a say, unless nobody else could.
pub(super) fn by_another(
    standing: &Standing,
    by: PersonRef,
    person: PersonRef,
    role: &RoleId,
) -> Result<(), Refusal> {
    if by == person && !last_keeper(standing, by, None) {
        return Err(Refusal::RoleForOneself { person, role: role.clone() });
    }
    Ok(())
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
