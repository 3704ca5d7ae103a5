//! Taking the chair of a review that its chair cannot lead to the end.

use super::{ChairTaken, Review};
use crate::people::{Standing, entitled, keepers};
use crate::refusal::{TEXT_LIMIT, required};
use crate::{Event, PersonRef, Refusal};

/// Takes the chair of an open review, because its chair left or is not there: whoever holds the
/// chairing role does, or a keeper, and says why. The one who chaired it does nothing for that:
/// somebody who is away cannot sign.
pub fn take_chair(
    standing: &Standing,
    review: &Review,
    by: PersonRef,
    reason: &str,
) -> Result<Event, Refusal> {
    review.must_be_open()?;
    if by == review.chair {
        return Err(Refusal::ChairsAlready { review: review.review.clone(), person: by });
    }
    let mut roles = vec![review.cadence.chair.clone()];
    roles.extend(keepers().into_iter().filter(|role| *role != review.cadence.chair));
    entitled(standing, by, "taking the chair of this review", &roles)?;
    let reason = required("the reason", reason, TEXT_LIMIT)?;
    Ok(ChairTaken { review: review.review.clone(), from: review.chair, to: by, reason }.into())
}
