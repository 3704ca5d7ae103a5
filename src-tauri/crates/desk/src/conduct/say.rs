//! Who was given a say or lost it: roles, deputies, absences, keys, leaving.

use domain::PersonRef;
use domain::people::{
    self, AbsenceRecorded, Away, DeputiesNamed, KeyEnrolled, KeyReplaced, NewKey, PersonLeft,
    RoleEnded, RoleGiven, Vouched,
};
use ledger::statement::SignedStatement;

use super::Case;
use crate::Problem;
use crate::people::{last_signed, signed_over};

pub(super) fn given(case: &Case<'_>, event: &RoleGiven) -> Result<(), Problem> {
    let RoleGiven { person, role, from, to } = event;
    let standing = case.standing()?;
    if standing.holdings.is_empty() {
        // The first of all: whoever founds a workspace begins as RevOps.
        return Ok(());
    }
    people::give(&standing, case.person()?, *person, role, *from, *to)?;
    Ok(())
}

pub(super) fn ended(case: &Case<'_>, event: &RoleEnded) -> Result<(), Problem> {
    let RoleEnded { person, role, on } = event;
    people::end(&*case.standing()?, case.person()?, *person, role, *on)?;
    Ok(())
}

pub(super) fn left(case: &Case<'_>, event: &PersonLeft) -> Result<(), Problem> {
    let signed = last_signed(&case.before, event.person)?;
    people::leave(&*case.standing()?, case.person()?, event.person, event.on, signed)?;
    Ok(())
}

pub(super) fn deputies(case: &Case<'_>, event: &DeputiesNamed) -> Result<(), Problem> {
    let standing = case.standing()?;
    people::name_deputies(&standing, case.person()?, &event.role, event.deputies.clone())?;
    Ok(())
}

pub(super) fn away(case: &Case<'_>, event: &AbsenceRecorded) -> Result<(), Problem> {
    let AbsenceRecorded { absence, person, from, to, .. } = event;
    let away = Away { from: *from, to: *to, reason: "" };
    people::record_absence(&*case.standing()?, case.person()?, *absence, *person, away)?;
    Ok(())
}

pub(super) fn enrolled(case: &Case<'_>, event: &KeyEnrolled) -> Result<(), Problem> {
    let KeyEnrolled { person, key, public, possession } = event.clone();
    let new = NewKey { key, public, possession };
    people::enrol(&*case.standing()?, case.person()?, person, new)?;
    Ok(())
}

pub(super) fn replaced(case: &Case<'_>, event: &KeyReplaced) -> Result<(), Problem> {
    let KeyReplaced { person, old, key, public, possession, statements } = event.clone();
    let standing = case.standing()?;
    let signers = statements.iter().map(|statement| {
        let value = serde_json::to_value(statement).map_err(Problem::internal)?;
        let read = SignedStatement::from_value(&value).and_then(|signed| signed.read())?;
        Ok(read.by.parse::<PersonRef>()?)
    });
    let by = signers.collect::<Result<Vec<_>, Problem>>()?;
    let then = signed_over(&case.before, person)?.standing(standing.today)?;
    let vouched = Vouched { by: &by, then: &then };
    let new = NewKey { key, public, possession };
    people::replace(&standing, case.person()?, person, &old, new, statements, vouched)?;
    Ok(())
}
