//! What is learnt from an exception that was severe.

use super::{Exception, PostmortemWritten};
use crate::people::Standing;
use crate::refusal::{TEXT_LIMIT, required};
use crate::{Event, PersonRef, Refusal};

/// A postmortem as somebody writes it.
#[derive(Clone, Copy, Debug)]
pub struct Postmortem<'a> {
    /// How it came about.
    pub cause: &'a str,
    /// Whom and what it hurt.
    pub impact: &'a str,
    /// What was done about it.
    pub done: &'a str,
    /// What changes, so that it does not come again.
    pub changes: &'a str,
}

/// Writes the postmortem of an exception, or writes it anew: whoever may see to it. It may be begun
/// before the exception is resolved; every exception may have one, the severe want one.
pub fn write_postmortem(
    standing: &Standing,
    exception: &Exception,
    by: PersonRef,
    written: Postmortem<'_>,
) -> Result<Event, Refusal> {
    exception.must_see_to(standing, by, "writing its postmortem")?;
    let event = PostmortemWritten {
        exception: exception.exception,
        cause: required("how it came about", written.cause, TEXT_LIMIT)?,
        impact: required("whom and what it hurt", written.impact, TEXT_LIMIT)?,
        done: required("what was done", written.done, TEXT_LIMIT)?,
        changes: required("what changes", written.changes, TEXT_LIMIT)?,
    };
    Ok(event.into())
}
