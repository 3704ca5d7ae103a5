//! Taking up an exception that was resolved.

use super::{Exception, ExceptionReopened};
use crate::people::Standing;
use crate::refusal::{TEXT_LIMIT, required};
use crate::{Event, PersonRef, Refusal};

/// Reopens a resolved exception, with a reason: whoever may see to it, and whoever reported it. It
/// has its whole time again, because what was found and done before did not help.
pub fn reopen(
    standing: &Standing,
    exception: &Exception,
    by: PersonRef,
    why: &str,
) -> Result<Event, Refusal> {
    if exception.raised_by == Some(by) {
        standing.must_be_here(by)?;
    } else {
        exception.must_see_to(standing, by, "reopening this exception")?;
    }
    if exception.stage.is_open() {
        return Err(Refusal::ExceptionOpen { exception: exception.exception });
    }
    let why = required("the reason", why, TEXT_LIMIT)?;
    Ok(ExceptionReopened { exception: exception.exception, why }.into())
}
