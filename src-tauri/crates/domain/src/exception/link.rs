//! Tying an exception to the decisions that have to do with it.

use super::{Exception, ExceptionLinked, ExceptionUnlinked};
use crate::people::Standing;
use crate::{DecisionRef, Event, PersonRef, Refusal};

/// Ties a decision to an exception, open or resolved.
pub fn link(
    standing: &Standing,
    exception: &Exception,
    by: PersonRef,
    decision: DecisionRef,
) -> Result<Event, Refusal> {
    exception.must_see_to(standing, by, "linking a decision")?;
    let exception_ref = exception.exception;
    if exception.decisions.contains(&decision) {
        return Err(Refusal::LinkedAlready { exception: exception_ref, decision });
    }
    Ok(ExceptionLinked { exception: exception_ref, decision }.into())
}

/// Takes a decision off an exception.
pub fn unlink(
    standing: &Standing,
    exception: &Exception,
    by: PersonRef,
    decision: DecisionRef,
) -> Result<Event, Refusal> {
    exception.must_see_to(standing, by, "taking a decision off")?;
    let exception_ref = exception.exception;
    if !exception.decisions.contains(&decision) {
        return Err(Refusal::NotLinked { exception: exception_ref, decision });
    }
    Ok(ExceptionUnlinked { exception: exception_ref, decision }.into())
}
