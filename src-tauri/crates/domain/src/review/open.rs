//! Opening a review.

use super::ReviewOpened;
use crate::cadence::{CadenceSet, Occurrence};
use crate::people::{Standing, entitled, keepers};
use crate::{Event, Moment, PersonRef, Refusal};

/// Opens the review of `occurrence` from the start of its period until the next falls due, with what
/// `cadence` asks today. Who opens it chairs it.
pub fn open(
    standing: &Standing,
    by: PersonRef,
    cadence: &CadenceSet,
    occurrence: &Occurrence,
    already: bool,
    now: Moment,
) -> Result<Event, Refusal> {
    let review = &occurrence.review;
    if already {
        return Err(Refusal::AlreadyOpen { review: review.clone() });
    }
    let mut roles = vec![cadence.chair.clone()];
    roles.extend(keepers().into_iter().filter(|role| *role != cadence.chair));
    entitled(standing, by, "opening this review", &roles)?;
    if now < occurrence.opens {
        return Err(Refusal::TooEarly { review: review.clone(), from: occurrence.opens });
    }
    if let Some(since) = occurrence.missed.filter(|missed| now >= *missed) {
        return Err(Refusal::Missed { review: review.clone(), since });
    }
    let cadence = cadence.cadence.clone();
    Ok(ReviewOpened { review: review.clone(), cadence, due: occurrence.due, chair: by }.into())
}
