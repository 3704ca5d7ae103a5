//! Setting a workflow aside and taking it up again, as far as one person may.

use super::{Status, Workflow, WorkflowStatusSet};
use crate::people::{Standing, entitled, keepers, revops, security};
use crate::{Event, PersonRef, Refusal};

/// Where a workflow may go from `status` without a decision. Going live is a launch, and starting
/// again after a stop is one too; both take a decision. Nothing becomes a draft again: a draft is
/// described freely because it never acted, and what did would be freed by calling it one.
pub const fn next(status: Status) -> &'static [Status] {
    match status {
        Status::Draft => &[Status::Retired],
        Status::Live => &[Status::Paused, Status::Retired],
        Status::Paused | Status::Stopped => &[Status::Retired],
        Status::Retired => &[Status::Paused],
    }
}

/// Sets where a workflow stands, `because` of something. Whatever acts is held at once by RevOps
/// or Security; the rest is kept by those who keep the register.
pub fn set_status(
    standing: &Standing,
    by: PersonRef,
    now: &Workflow,
    to: Status,
    because: &str,
) -> Result<Event, Refusal> {
    let may = if now.status == Status::Live { vec![revops(), security()] } else { keepers() };
    entitled(standing, by, "setting where a workflow stands", &may)?;
    if !next(now.status).contains(&to) {
        return Err(Refusal::NoSuchStep { from: now.status.words(), to: to.words() });
    }
    if because.trim().is_empty() {
        return Err(Refusal::ReasonMissing { act: "setting where a workflow stands" });
    }
    Ok(WorkflowStatusSet { workflow: now.workflow, status: to }.into())
}
