//! What was written of policies, and who attested them.

use domain::policy::{
    ATTESTATION, PolicyAttested, PolicyDrafted, PolicyRevised, attest, may_write,
};
use domain::{Event, Refusal};

use super::Case;
use super::samples::{differs, signed};
use crate::Problem;
use crate::decisions::subject_of;
use crate::policies::{asking, joined};
use crate::workspace::settings;

/// Somebody who may wrote it, under the next reference.
pub(super) fn drafted(case: &Case<'_>, event: &PolicyDrafted) -> Result<(), Problem> {
    may_write(&*case.standing()?, case.person()?)?;
    if case.before.next_policy()? != event.policy {
        return Err(differs("the next policy"));
    }
    Ok(())
}

/// Somebody who may wrote it, as the version after the last one.
pub(super) fn revised(case: &Case<'_>, event: &PolicyRevised) -> Result<(), Problem> {
    may_write(&*case.standing()?, case.person()?)?;
    let versions = case.before.versions_of(event.policy)?;
    let unknown = || Refusal::Unknown { reference: event.policy.to_string() };
    let last = versions.last().ok_or_else(unknown)?;
    if last.version + 1 != event.version {
        return Err(differs("the version that was next"));
    }
    Ok(())
}

/// Somebody whom the version in force asks signed exactly that one.
pub(super) fn attested(case: &Case<'_>, event: &PolicyAttested) -> Result<(), Problem> {
    case.person()?;
    let view = &case.before;
    let versions = view.versions_of(event.policy)?;
    let told = versions.iter().find(|one| one.version == event.version);
    let told = told.ok_or_else(|| differs("a version there was"))?;
    let subject = subject_of(view, told.entry)?.event;
    let (_, by) = signed(&event.statement, ATTESTATION, &event.policy, &subject)?;
    let zone = settings(view)?.zone;
    let in_force = asking(view, event.policy, zone)?;
    let (standing, joined) = (case.standing()?, joined(view, zone)?);
    let policy = (event.policy, in_force.as_ref());
    let again = attest(&standing, &joined, policy, by, event.statement.clone())?;
    if again == Event::from(event.clone()) { Ok(()) } else { Err(differs("the version in force")) }
}
