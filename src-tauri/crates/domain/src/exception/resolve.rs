//! Resolving an exception.

use super::{Exception, ExceptionResolved};
use crate::people::Standing;
use crate::refusal::{TEXT_LIMIT, required};
use crate::stop::Stop;
use crate::{Event, PersonRef, Refusal};

/// States that an exception was seen to, in words: by whoever may see to it. One that a stop raised
/// waits until the stop is confirmed everywhere; `stop` is that.
pub fn resolve(
    standing: &Standing,
    exception: &Exception,
    stop: Option<&Stop>,
    by: PersonRef,
    words: &str,
) -> Result<Event, Refusal> {
    exception.must_see_to(standing, by, "resolving this exception")?;
    exception.must_be_open()?;
    stop.map_or(Ok(()), Stop::must_be_confirmed)?;
    let words = required("what was found and done", words, TEXT_LIMIT)?;
    Ok(ExceptionResolved { exception: exception.exception, words }.into())
}
