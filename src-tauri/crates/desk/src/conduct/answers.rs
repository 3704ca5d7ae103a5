//! What items of reviews were answered with.

use std::cell::RefCell;
use std::rc::Rc;

use domain::review::{ItemAnswered, Review, may_answer};
use domain::{Refusal, ReviewRef, WorkflowRef};
use store::tables::review::Held;

use super::Case;
use crate::Problem;
use crate::reviews::retier;

/// The review that was answered last, read anew only where it was closed or somebody else chairs it.
#[derive(Default)]
pub(super) struct Opened(RefCell<Option<(Held, Rc<Review>)>>);

/// Its chair gave it, while the review was open and asked it, with a note where it takes one, and every
/// verdict on a tier could stand beside it.
pub(super) fn answered(case: &Case<'_>, event: &ItemAnswered) -> Result<(), Problem> {
    let review = opened(case, &event.review)?;
    let asked = waiting(case, &review, event)?;
    Ok(may_answer(&review, case.person()?, event, &asked)?)
}

/// The workflows that its item asks a verdict on; none while nobody had given one, for answers of before
/// had none to give.
fn waiting(
    case: &Case<'_>,
    review: &Review,
    event: &ItemAnswered,
) -> Result<Vec<WorkflowRef>, Problem> {
    let item = review.cadence.checklist.iter().find(|item| item.item == event.item);
    let Some(item) = item else { return Ok(Vec::new()) };
    let asked = retier::asked(&case.before, &event.review, item, case.at)?;
    let is_of_before =
        !asked.is_empty() && event.tiers.is_empty() && case.before.first_verdict()?.is_none();
    Ok(if is_of_before { Vec::new() } else { asked.into_iter().collect() })
}

/// The review as far as answering it asks, or its chair: what is answered meanwhile, and who was there,
/// does not matter.
pub(super) fn opened(case: &Case<'_>, review: &ReviewRef) -> Result<Rc<Review>, Problem> {
    let unknown = || Refusal::Unknown { reference: review.to_string() };
    let stands = case.before.held(review)?.ok_or_else(unknown)?;
    if let Some((kept, review)) = &*case.opened.0.borrow()
        && *kept == stands
    {
        return Ok(Rc::clone(review));
    }
    let review = Rc::new(case.before.review(review)?.ok_or_else(unknown)?);
    *case.opened.0.borrow_mut() = Some((stands, Rc::clone(&review)));
    Ok(review)
}
