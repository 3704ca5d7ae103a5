//! Reporting that something went wrong.

use super::{Cause, ExceptionRaised, Kind, Severity};
use crate::people::Standing;
use crate::refusal::{TEXT_LIMIT, required};
use crate::{Event, ExceptionRef, PersonRef, Refusal, WorkflowRef};

/// What somebody reports.
#[derive(Clone, Copy, Debug)]
pub struct Reported<'a> {
    /// What sort of thing.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Severity,
    /// The workflow it is about.
    pub workflow: Option<WorkflowRef>,
    /// What happened.
    pub what: &'a str,
}

/// Raises an exception under the reference `next`. Anyone who is here may; its kind says who is
/// asked to see to it.
pub fn report(
    standing: &Standing,
    by: PersonRef,
    next: ExceptionRef,
    reported: Reported<'_>,
) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    let what = required("what happened", reported.what, TEXT_LIMIT)?;
    let Reported { kind, severity, workflow, .. } = reported;
    let (routed, cause) = (kind.route(), Cause::Report);
    Ok(ExceptionRaised { exception: next, kind, severity, workflow, what, routed, cause }.into())
}
