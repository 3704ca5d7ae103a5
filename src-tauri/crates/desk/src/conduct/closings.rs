//! What was closed, confirmed, resolved, put off, erased, declared and retired.

use domain::exception::{Cause, ExceptionResolved};
use domain::people::{self, KeyRetired, entitled, erasers, sponsor};
use domain::review::{self, COUNTERSIGNATURE, Review, ReviewClosed, ReviewCountersigned};
use domain::rule::{FindingPutOff, may_put_off};
use domain::stop::{self, Stop, StopConfirmed};
use domain::workspace::{TextErased, check_not_behind, may_erase};
use domain::{Event, Refusal, ReviewRef, StopRef, WorkflowRef};
use store::tables::batch::Batch;

use super::Case;
use super::samples::{differs, signed};
use crate::Problem;
use crate::register::stands;
use crate::reviews::countersignature_subject;
use crate::reviews::retier::must_be_judged;

pub(super) fn closed(case: &Case<'_>, event: &ReviewClosed) -> Result<(), Problem> {
    let (standing, review) = (case.standing()?, held(case, &event.review)?);
    let (spent, last) = (event.spent.clone(), case.last()?);
    must_be_judged(&case.before, &event.review, &review.cadence)?;
    let due = review::close(&standing, &review, case.person()?, spent, "", last, case.at)?;
    // What the board is told is whatever its chair writes.
    if due == Event::from(ReviewClosed { narrative: None, ..event.clone() }) {
        return Ok(());
    }
    Err(Problem::new("differs", "It is not what the answers and the attendance come to."))
}

pub(super) fn countersigned(case: &Case<'_>, event: &ReviewCountersigned) -> Result<(), Problem> {
    let (standing, review, last) = (case.standing()?, held(case, &event.review)?, case.last()?);
    let Some(carried) = &event.signed else {
        let closed = review::may_countersign(&standing, &review, case.person()?)?;
        check_not_behind(last, case.at)?;
        return match closed == event.closed_by_entry {
            true => Ok(()),
            false => Err(differs("the closing")),
        };
    };
    let unknown = || Refusal::Unknown { reference: event.review.to_string() };
    let stands = case.before.held(&event.review)?.ok_or_else(unknown)?;
    let subject = countersignature_subject(&case.before, &stands)?;
    let (_, by) = signed(carried, COUNTERSIGNATURE, &event.review, &subject)?;
    let again =
        review::countersign_by_file(&standing, &review, by, carried.clone(), last, case.at)?;
    if again == Event::from(event.clone()) { Ok(()) } else { Err(differs("the closing")) }
}

pub(super) fn confirmed(case: &Case<'_>, event: &StopConfirmed) -> Result<(), Problem> {
    let stop = stopped(case, event.stop)?;
    let facts = stands(&case.before, stop.workflow)?.facts;
    let (standing, by) = (case.standing()?, case.person()?);
    stop::confirm(&standing, &stop, &facts, by, event.system, "")?;
    Ok(())
}

/// What a stop raised waits until the stop is confirmed everywhere.
pub(super) fn resolved(case: &Case<'_>, event: &ExceptionResolved) -> Result<(), Problem> {
    let unknown = || Refusal::Unknown { reference: event.exception.to_string() };
    let found = case.before.exception(event.exception)?.ok_or_else(unknown)?.as_it_stands();
    if let Cause::Stop { stop } = found.cause {
        stopped(case, stop)?.must_be_confirmed()?;
    }
    Ok(())
}

/// Whoever may put it off, for a reason and not for ever. Of what is not found it covers nothing.
pub(super) fn put_off(case: &Case<'_>, event: &FindingPutOff) -> Result<(), Problem> {
    let workflow = match event.about.parse::<WorkflowRef>() {
        Ok(workflow) => case.before.workflow(workflow)?.map(|known| known.as_it_stands()),
        Err(_) => None,
    };
    let because = if case.reasoned { "–" } else { "" };
    may_put_off(&*case.standing()?, case.person()?, workflow.as_ref(), event, because)?;
    Ok(())
}

/// Words and kept files are erased by those who may.
pub(super) fn erased(case: &Case<'_>) -> Result<(), Problem> {
    entitled(&*case.standing()?, case.person()?, "erasing", &erasers())?;
    Ok(())
}

/// What binds rows is erased once they are gone.
pub(super) fn text_erased(case: &Case<'_>, event: &TextErased) -> Result<(), Problem> {
    erased(case)?;
    let batches = case.before.batches()?;
    let batch = batches.iter().find(|batch| batch.seq == event.seq).map(Batch::known);
    Ok(may_erase(&event.path, batch.as_ref())?)
}

/// A gap is the sponsor's to declare.
pub(super) fn restored(case: &Case<'_>) -> Result<(), Problem> {
    entitled(&*case.standing()?, case.person()?, "declaring a restore", &[sponsor()])?;
    Ok(())
}

pub(super) fn retired(case: &Case<'_>, event: &KeyRetired) -> Result<(), Problem> {
    people::retire(&*case.standing()?, case.person()?, event.person, &event.key)?;
    Ok(())
}

fn held(case: &Case<'_>, review: &ReviewRef) -> Result<Review, Problem> {
    let unknown = || Refusal::Unknown { reference: review.to_string() };
    Ok(case.before.review(review)?.ok_or_else(unknown)?)
}

fn stopped(case: &Case<'_>, stop: StopRef) -> Result<Stop, Problem> {
    let unknown = || Refusal::Unknown { reference: stop.to_string() };
    Ok(case.before.stop(stop)?.ok_or_else(unknown)?.as_it_stands())
}
