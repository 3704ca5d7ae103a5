//! Answering one item.

use super::retier::judged;
use super::{Figure, ItemAnswered, Outcome, Review, TierAsked, TierGiven, check_tiers};
use crate::refusal::{TEXT_LIMIT, optional};
use crate::{Event, ItemId, PersonRef, Refusal, WorkflowRef};

/// What a chair says of an item.
#[derive(Clone, Debug)]
pub struct Said<'a> {
    /// What was found.
    pub outcome: Outcome,
    /// Why; blank where nothing is said.
    pub note: &'a str,
    /// Seconds spent on it so far.
    pub seconds: u32,
    /// The verdicts on tiers, of an item that asks for them.
    pub tiers: Vec<TierGiven>,
}

/// What stood beside an item when it was answered.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// What was on screen.
    pub shown: Vec<Figure>,
    /// The workflows that wait for a verdict on their tier; none of an item that asks for no verdict.
    pub tiers: Vec<TierAsked>,
}

/// Gives an item its outcome, with what was on screen; the chair does. One that is not fine needs a note,
/// and one that re-tiers is fine once every workflow has its verdict.
pub fn answer(
    review: &Review,
    by: PersonRef,
    item: &ItemId,
    said: Said<'_>,
    beside: Beside,
) -> Result<Event, Refusal> {
    let Said { outcome, note, seconds, tiers } = said;
    let Beside { shown, tiers: beside } = beside;
    let note = optional("the note", note, TEXT_LIMIT)?;
    let tiers = judged(&review.review, &beside, tiers)?;
    let (name, item) = (review.review.clone(), item.clone());
    let answered = ItemAnswered { review: name, item, outcome, note, seconds, shown, tiers };
    let asked: Vec<WorkflowRef> = beside.into_iter().map(|asked| asked.workflow).collect();
    may_answer(review, by, &answered, &asked)?;
    Ok(answered.into())
}

/// Refuses an answer by anybody but the chair of an open review, to what it does not ask, one that is not
/// fine without a note, and verdicts that could not stand beside it. `asked` are the workflows that wait
/// for a verdict on their tier.
///
/// # Errors
/// `closed`, `not-the-chair`, `no-such-item`, `note-missing`, and those of [`check_tiers`].
pub fn may_answer(
    review: &Review,
    by: PersonRef,
    answered: &ItemAnswered,
    asked: &[WorkflowRef],
) -> Result<(), Refusal> {
    review.must_be_open()?;
    review.must_chair(by)?;
    review.must_ask(&answered.item)?;
    if answered.outcome != Outcome::Fine && answered.note.is_none() {
        return Err(Refusal::NoteMissing);
    }
    check_tiers(&review.review, asked, answered.outcome, &answered.tiers)
}
