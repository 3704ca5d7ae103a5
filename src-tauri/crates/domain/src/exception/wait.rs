//! Waiting for something before an exception can be seen to, and going on.

use super::{Exception, ExceptionResumed, ExceptionWaiting, Stage};
use crate::people::Standing;
use crate::refusal::{TEXT_LIMIT, required};
use crate::{Event, PersonRef, Refusal};

/// Stops the clock of an open exception while something is waited for; a reason says what.
pub fn wait(
    standing: &Standing,
    exception: &Exception,
    by: PersonRef,
    why: &str,
) -> Result<Event, Refusal> {
    exception.must_see_to(standing, by, "letting this exception wait")?;
    exception.must_be_open()?;
    if exception.stage == Stage::Waiting {
        return Err(Refusal::ExceptionWaits { exception: exception.exception });
    }
    let why = required("what is waited for", why, TEXT_LIMIT)?;
    Ok(ExceptionWaiting { exception: exception.exception, why }.into())
}

/// Lets the clock of a waiting exception go on.
pub fn resume(standing: &Standing, exception: &Exception, by: PersonRef) -> Result<Event, Refusal> {
    exception.must_see_to(standing, by, "going on with this exception")?;
    exception.must_be_open()?;
    if exception.stage != Stage::Waiting {
        return Err(Refusal::ExceptionNotWaiting { exception: exception.exception });
    }
    Ok(ExceptionResumed { exception: exception.exception }.into())
}
