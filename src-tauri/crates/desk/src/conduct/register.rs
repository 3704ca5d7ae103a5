//! What was done to the register without a decision.

use domain::Refusal;
use domain::people::{entitled, keepers};
use domain::workflow::{
    Status, Workflow, WorkflowDescribed, WorkflowRegistered, WorkflowStatusSet, may_describe,
    set_status,
};

use super::{Case, gone};
use crate::Problem;
use crate::register::stands;

pub(super) fn registered(case: &Case<'_>, event: &WorkflowRegistered) -> Result<(), Problem> {
    let by = case.person()?;
    entitled(&*case.standing()?, by, "registering a workflow", &keepers())?;
    if case.before.workflow(event.workflow)?.is_some() {
        return Err(Problem::new("registered-again", "It is on the register already."));
    }
    // What is registered as live was found so; only a launch decision clears that word.
    if (event.status == Status::Live) != event.found_live {
        let (from, to) = (Status::Draft.words(), event.status.words());
        return Err(Refusal::NoSuchStep { from, to }.into());
    }
    Ok(())
}

pub(super) fn described(case: &Case<'_>, event: &WorkflowDescribed) -> Result<(), Problem> {
    let by = case.person()?;
    let now = stands(&case.before, event.workflow)?.as_it_stands();
    let mut after = event.facts.clone();
    for fact in now.facts.differences(&after) {
        // Whether what is gone was changed, nobody can tell any more.
        if gone::is_gone_in(&after.only(&[fact]))? {
            after.take(fact, &now.facts);
        }
    }
    if now.facts == after {
        return Ok(());
    }
    let standing = case.standing()?;
    may_describe(&standing, by, &now, &after, case.reasoned.then_some("–"))?;
    Ok(())
}

pub(super) fn status_set(case: &Case<'_>, event: &WorkflowStatusSet) -> Result<(), Problem> {
    let now: Workflow = stands(&case.before, event.workflow)?.as_it_stands();
    let because = if case.reasoned { "–" } else { "" };
    set_status(&*case.standing()?, case.person()?, &now, event.status, because)?;
    Ok(())
}
