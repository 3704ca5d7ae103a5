//! Resolving an exception.

use super::{Exception, ExceptionResolved, Stage};
use crate::people::{Standing, entitled, keepers};
use crate::refusal::{TEXT_LIMIT, required};
use crate::stop::Stop;
use crate::{Event, PersonRef, Refusal};

/// States that an exception was seen to, in words: by whoever acts for the role it is routed to, or
/// a keeper. One that a stop raised waits until the stop is confirmed everywhere; `stop` is that.
pub fn resolve(
    standing: &Standing,
    exception: &Exception,
    stop: Option<&Stop>,
    by: PersonRef,
    words: &str,
) -> Result<Event, Refusal> {
    let roles = [vec![exception.routed.clone()], keepers()].concat();
    entitled(standing, by, "resolving this exception", &roles)?;
    match exception.stage {
        Stage::Resolved => {
            return Err(Refusal::ExceptionResolved { exception: exception.exception });
        }
        Stage::Open => {}
    }
    stop.map_or(Ok(()), Stop::must_be_confirmed)?;
    let words = required("what was found and done", words, TEXT_LIMIT)?;
    Ok(ExceptionResolved { exception: exception.exception, words }.into())
}
