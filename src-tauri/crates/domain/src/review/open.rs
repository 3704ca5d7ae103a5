//! Opening a review.

use super::ReviewOpened;
use crate::cadence::{CadenceSet, occurrence};
use crate::people::{Standing, entitled, keepers};
use crate::{Event, Moment, PersonRef, Refusal, ReviewRef};

/// Opens a review from the start of its period until the next falls due. Who opens it chairs it.
pub fn open(
    standing: &Standing,
    by: PersonRef,
    cadence: &CadenceSet,
    review: &ReviewRef,
    already: bool,
    now: Moment,
) -> Result<Event, Refusal> {
    if already {
        return Err(Refusal::AlreadyOpen { review: review.clone() });
    }
    let mut roles = vec![cadence.chair.clone()];
    roles.extend(keepers().into_iter().filter(|role| *role != cadence.chair));
    entitled(standing, by, "opening this review", &roles)?;
    let found = occurrence(cadence, review)?;
    if now < found.opens {
        return Err(Refusal::TooEarly { review: review.clone(), from: found.opens });
    }
    if now >= found.missed {
        return Err(Refusal::Missed { review: review.clone(), since: found.missed });
    }
    let cadence = cadence.cadence.clone();
    Ok(ReviewOpened { review: review.clone(), cadence, due: found.due, chair: by }.into())
}
