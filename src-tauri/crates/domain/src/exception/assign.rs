//! Asking one person to see to an exception.

use super::{Exception, ExceptionAssigned};
use crate::people::Standing;
use crate::{Event, PersonRef, Refusal};

/// Asks `person`, who is here, to see to an open exception; none gives it back to whoever acts for
/// the roles it is routed to. Its clock runs on.
pub fn assign(
    standing: &Standing,
    exception: &Exception,
    by: PersonRef,
    person: Option<PersonRef>,
) -> Result<Event, Refusal> {
    exception.must_see_to(standing, by, "saying who sees to this exception")?;
    exception.must_be_open()?;
    if let Some(person) = person {
        standing.must_be_here(person)?;
    }
    if person == exception.person {
        return Err(Refusal::ExceptionHeld { exception: exception.exception });
    }
    Ok(ExceptionAssigned { exception: exception.exception, person }.into())
}
