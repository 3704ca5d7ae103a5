//! Stating when a meeting took place that is recorded afterwards.

use super::{Review, ReviewHeld};
use crate::cadence::Occurrence;
use crate::{Event, Moment, PersonRef, Refusal};

/// States when the meeting took place: within the review's period, and over by now. The chair
/// says so while the review is open; the entries keep their own times beside it.
pub fn state_held(
    review: &Review,
    occurrence: &Occurrence,
    by: PersonRef,
    (from, to): (Moment, Moment),
    now: Moment,
) -> Result<Event, Refusal> {
    review.must_be_open()?;
    review.must_chair(by)?;
    let review = review.review.clone();
    if from < occurrence.opens || to <= from || now < to {
        return Err(Refusal::NotHeldThen { review, from, to });
    }
    Ok(ReviewHeld { review, from, to }.into())
}
