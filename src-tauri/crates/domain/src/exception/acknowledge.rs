//! Taking note of an exception.

use super::{Exception, ExceptionAcknowledged, ExceptionAssigned, Stage};
use crate::people::Standing;
use crate::{Event, PersonRef, Refusal};

/// Whoever may see to an exception says that they do. Where nobody was named to, they are from now
/// on.
pub fn acknowledge(
    standing: &Standing,
    exception: &Exception,
    by: PersonRef,
) -> Result<Vec<Event>, Refusal> {
    exception.must_see_to(standing, by, "acknowledging this exception")?;
    exception.must_be_open()?;
    let which = exception.exception;
    match exception.stage {
        Stage::Open | Stage::Reopened => {}
        Stage::Acknowledged | Stage::Waiting | Stage::Resolved => {
            return Err(Refusal::ExceptionAcknowledged { exception: which });
        }
    }
    let mut events = vec![ExceptionAcknowledged { exception: which }.into()];
    if exception.person.is_none() {
        events.push(ExceptionAssigned { exception: which, person: Some(by) }.into());
    }
    Ok(events)
}
