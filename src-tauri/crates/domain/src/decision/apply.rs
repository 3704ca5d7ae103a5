//! Applying what was approved.

use super::state::{Underneath, awaited, open};
use super::{
    Change, Decision, DecisionApplied, DecisionKind, Known, SettingGround, WorkflowChange, asked,
    missing,
};
use crate::people::Standing;
use crate::raci::lint;
use crate::rule;
use crate::stop::Stop;
use crate::workflow::{Register, Status, Workflow, check};
use crate::{Event, Moment, PermitRef, Refusal};

/// What a decision is applied to.
#[derive(Clone, Copy, Debug)]
pub struct Applying<'a> {
    /// Who there is.
    pub standing: &'a Standing,
    /// What a workflow is judged among.
    pub judged: &'a rule::Among,
    /// The pulls of the kill switch, as they stand.
    pub stops: &'a [Stop],
    /// What is on the register.
    pub register: &'a Register,
    /// The workflow it changes, as it stands.
    pub workflow: Option<&'a Workflow>,
    /// What a RACI matrix stands among.
    pub among: lint::Among<'a>,
    /// What the setting it changes is judged on.
    pub setting: Option<&'a SettingGround>,
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
            let now = on.workflow.ok_or_else(unknown)?;
            holds(on.judged, on.stops, on.register, now, change)?;
        }
        Change::Raci(change) => crate::raci::unmarked(&change.after, &on.among)?,
        Change::Rights(change) => super::check_rights(on.standing, &change.after)?,
        Change::Rules(change) => change.after.check()?,
        Change::Setting(change) => {
            let unknown = || Refusal::Unknown { reference: change.after.what().to_owned() };
            change.after.clone().checked(on.standing, on.setting.ok_or_else(unknown)?)?;
        }
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

/// Refuses a workflow that could not stand as the change leaves it: whatever acts, and is not merely
/// found so, holds every launch rule; what was stopped is confirmed to have stopped first.
pub(super) fn holds(
    judged: &rule::Among,
    stops: &[Stop],
    register: &Register,
    now: &Workflow,
    change: &WorkflowChange,
) -> Result<(), Refusal> {
    let after = change.applied_to(now);
    check(&judged.standing, register, Some(after.workflow), after.found_live, &after.facts)?;
    if after.status != Status::Live {
        return Ok(());
    }
    // Also of what was set aside since it was stopped.
    let pulled = stops.iter().filter(|stop| !stop.drill && stop.workflow == now.workflow);
    pulled.map(Stop::must_be_confirmed).collect::<Result<Vec<_>, _>>()?;
    // What is found live and stays so carries its findings instead.
    let blockers = match after.found_live {
        true => Vec::new(),
        false => rule::launch_blockers(judged, &after),
    };
    let mut rules: Vec<&'static str> =
        blockers.iter().map(|broken| broken.rule.sentence()).collect();
    rules.dedup();
    if rules.is_empty() { Ok(()) } else { Err(Refusal::RulesBlock { rules }) }
}
