//! Applying what was approved.

use super::state::{Underneath, awaited, open};
use super::{
    Change, Decision, DecisionApplied, DecisionKind, Known, WorkflowChange, asked, missing,
};
use crate::people::Standing;
use crate::raci::lint;
use crate::workflow::{Register, Workflow, check};
use crate::{Event, Moment, PermitRef, Refusal};

/// What a decision is applied to.
#[derive(Clone, Copy, Debug)]
pub struct Applying<'a> {
    /// Who there is.
    pub standing: &'a Standing,
    /// What is on the register.
    pub register: &'a Register,
    /// The workflow it changes, as it stands.
    pub workflow: Option<&'a Workflow>,
    /// What a RACI matrix stands among.
    pub among: lint::Among<'a>,
    /// What the desk knows of what the right asks.
    pub known: &'a [Known],
    /// The reference of the next permit.
    pub next_permit: PermitRef,
    /// Now.
    pub now: Moment,
}

/// Applies a decision that has every approval its right asks for, unless a rule has come in its
/// way since it was proposed.
pub fn apply(
    on: Applying<'_>,
    decision: &Decision,
    underneath: Underneath,
) -> Result<Event, Refusal> {
    open(decision, underneath, on.now)?;
    let reference = decision.reference();
    let waits = awaited(on.standing, decision);
    if !waits.approve.is_empty() {
        return Err(Refusal::NotApproved { decision: reference, roles: waits.approve });
    }
    let proposed = &decision.proposed;
    match &proposed.change {
        Change::Workflow(change) => {
            let unknown = || Refusal::Unknown { reference: change.workflow.to_string() };
            holds(on.standing, on.register, on.workflow.ok_or_else(unknown)?, change)?;
        }
        Change::Raci(change) => crate::raci::unmarked(&change.after, &on.among)?,
        Change::Rights(change) => super::check_rights(on.standing, &change.after)?,
        Change::Request(_) | Change::Revoke(_) => {}
    }
    let asked = asked(&proposed.right, &proposed.change, proposed.rollback_plan.is_some());
    let missing = missing(&asked, &proposed.evidence, on.known);
    if !missing.is_empty() {
        return Err(Refusal::EvidenceMissing { missing });
    }
    let permit = permits(proposed.kind, &proposed.change).then_some(on.next_permit);
    Ok(DecisionApplied { decision: reference, permit }.into())
}

fn permits(kind: DecisionKind, change: &Change) -> bool {
    matches!(change, Change::Request(request) if kind.permits() && request.permit.is_some())
}

/// Refuses a workflow that could not stand as the change leaves it.
pub(super) fn holds(
    standing: &Standing,
    register: &Register,
    now: &Workflow,
    change: &WorkflowChange,
) -> Result<(), Refusal> {
    let after = change.applied_to(now);
    check(standing, register, Some(after.workflow), after.found_live, &after.facts)
}
