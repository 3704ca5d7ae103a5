//! Saying anew how bad an exception is.

use super::{Exception, ExceptionSeveritySet, Severity};
use crate::people::{Standing, entitled, keepers};
use crate::refusal::{TEXT_LIMIT, required};
use crate::{Event, PersonRef, Refusal};

/// Sets the severity of an open exception from now on, with a reason. Whoever may see to it, and
/// whoever reported it, may make it worse; only a keeper who did not report it may make it milder.
pub fn set_severity(
    standing: &Standing,
    exception: &Exception,
    by: PersonRef,
    severity: Severity,
    why: &str,
) -> Result<Event, Refusal> {
    let act = "setting the severity of this exception";
    let which = exception.exception;
    if severity < exception.severity {
        entitled(standing, by, act, &keepers())?;
        if exception.raised_by == Some(by) {
            return Err(Refusal::SeverityOwn { exception: which });
        }
    } else if exception.raised_by == Some(by) {
        standing.must_be_here(by)?;
    } else {
        exception.must_see_to(standing, by, act)?;
    }
    exception.must_be_open()?;
    if severity == exception.severity {
        return Err(Refusal::SeveritySame { exception: which, severity: severity.words() });
    }
    let why = required("the reason", why, TEXT_LIMIT)?;
    Ok(ExceptionSeveritySet { exception: which, severity, why }.into())
}
