//! How reviews were opened, when they are stated to have been held, who was stated there, who took
//! the chair, and what was added behind them.

use domain::review::{
    AddendumWritten, AttendanceStated, ChairTaken, ReviewHeld, ReviewOpened, addend, attend,
    open as may_open, state_held, take_chair,
};
use domain::{Event, Text};

use super::Case;
use super::answers::opened as as_opened;
use super::samples::differs;
use crate::Problem;
use crate::reviews::find;

/// A cadence brought it, whoever chairs it or keeps the desk opened it in its time, and it falls due
/// when the schedule says.
pub(super) fn opened(case: &Case<'_>, event: &ReviewOpened) -> Result<(), Problem> {
    let view = &case.before;
    let (cadence, occurrence) = find(view, &event.review)?;
    let already = view.held(&event.review)?.is_some();
    let (standing, by) = (case.standing()?, case.person()?);
    let again = may_open(&standing, by, &cadence, &occurrence, already, case.at)?;
    match again == Event::from(event.clone()) {
        true => Ok(()),
        false => Err(differs("the schedule, or with who opened it")),
    }
}

/// Its chair stated it while the review was open, of somebody who was here then.
pub(super) fn attended(case: &Case<'_>, event: &AttendanceStated) -> Result<(), Problem> {
    let review = as_opened(case, &event.review)?;
    let (standing, by) = (case.standing()?, case.person()?);
    let delegate = event.delegate.as_ref().map(said).unwrap_or_default();
    let again = attend(&standing, &review, by, event.person, event.presence, delegate)?;
    let Event::AttendanceStated(again) = again else { return Ok(()) };
    match again.delegate.is_some() == event.delegate.is_some() {
        true => Ok(()),
        false => Err(differs("whether a delegate came")),
    }
}

/// Its chair stated it while the review was open, of a time within the review's own that was over.
pub(super) fn held(case: &Case<'_>, event: &ReviewHeld) -> Result<(), Problem> {
    let review = as_opened(case, &event.review)?;
    let (_, occurrence) = find(&case.before, &event.review)?;
    state_held(&review, &occurrence, case.person()?, (event.from, event.to), case.at)?;
    Ok(())
}

/// Whoever may lead it took it, with a reason, from the one who chaired it, while it was open.
pub(super) fn chaired(case: &Case<'_>, event: &ChairTaken) -> Result<(), Problem> {
    let review = as_opened(case, &event.review)?;
    let by = case.person()?;
    take_chair(&*case.standing()?, &review, by, said(&event.reason))?;
    match (event.from, event.to) == (review.chair, by) {
        true => Ok(()),
        false => Err(differs("who chaired it, or with who took it")),
    }
}

/// A person wrote it once the review was closed.
pub(super) fn added(case: &Case<'_>, event: &AddendumWritten) -> Result<(), Problem> {
    case.person()?;
    addend(&*as_opened(case, &event.review)?, said(&event.text))?;
    Ok(())
}

/// Words may have been erased since: that they were there is what counts.
fn said(text: &Text) -> &str {
    text.words().unwrap_or("said")
}
