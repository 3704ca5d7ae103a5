//! Raising an action item.

use chrono::NaiveDate;

use super::{ActionRaised, Source, must_lie_ahead};
use crate::people::Standing;
use crate::refusal::{TEXT_LIMIT, required};
use crate::review::Review;
use crate::{ActionRef, CadenceId, DecisionRef, Event, ExceptionRef, ItemId, PersonRef, Refusal};

/// What somebody wants done.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// What is to be done.
    pub what: &'a str,
    /// Who does it.
    pub who: PersonRef,
    /// The last day on which it is in time.
    pub due: NaiveDate,
    /// The cadence whose reviews carry it in.
    pub cadence: &'a CadenceId,
    /// What it comes out of.
    pub from: OutOf<'a>,
}

/// What an action item comes out of.
#[derive(Clone, Copy, Debug)]
pub enum OutOf<'a> {
    /// Nothing but somebody's head.
    Itself,
    /// An item of a review that is being held; then its chair raises it.
    Item(&'a Review, &'a ItemId),
    /// An exception.
    Exception(ExceptionRef),
    /// A decision.
    Decision(DecisionRef),
}

/// Raises an action item under the reference `next`. Anybody may, by itself; in a review its chair
/// does, while it is open, and the reviews of the same cadence carry it in.
pub fn raise(
    standing: &Standing,
    by: PersonRef,
    next: ActionRef,
    wanted: Wanted<'_>,
) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    standing.must_be_here(wanted.who)?;
    must_lie_ahead(standing, wanted.due)?;
    let what = required("what is to be done", wanted.what, TEXT_LIMIT)?;
    let (cadence, from) = match wanted.from {
        OutOf::Item(review, item) => {
            review.must_be_open()?;
            review.must_chair(by)?;
            review.must_ask(item)?;
            let source = Source::Item { review: review.review.clone(), item: item.clone() };
            (review.cadence.cadence.clone(), Some(source))
        }
        OutOf::Itself => (wanted.cadence.clone(), None),
        OutOf::Exception(exception) => {
            (wanted.cadence.clone(), Some(Source::Exception { exception }))
        }
        OutOf::Decision(decision) => (wanted.cadence.clone(), Some(Source::Decision { decision })),
    };
    let (who, due) = (wanted.who, wanted.due);
    Ok(ActionRaised { action: next, what, who, due, cadence, from }.into())
}
