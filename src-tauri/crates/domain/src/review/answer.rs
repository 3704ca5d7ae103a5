//! Answering one item.

use super::{Figure, ItemAnswered, Outcome, Review};
use crate::refusal::{TEXT_LIMIT, optional};
use crate::{Event, ItemId, PersonRef, Refusal};

/// Gives an item its outcome, with what was on screen; the chair does. One that is not fine needs a note.
pub fn answer(
    review: &Review,
    by: PersonRef,
    item: &ItemId,
    outcome: Outcome,
    note: &str,
    seconds: u32,
    shown: Vec<Figure>,
) -> Result<Event, Refusal> {
    review.must_be_open()?;
    review.must_chair(by)?;
    review.must_ask(item)?;
    let note = optional("the note", note, TEXT_LIMIT)?;
    if outcome != Outcome::Fine && note.is_none() {
        return Err(Refusal::NoteMissing);
    }
    let (review, item) = (review.review.clone(), item.clone());
    Ok(ItemAnswered { review, item, outcome, note, seconds, shown }.into())
}
