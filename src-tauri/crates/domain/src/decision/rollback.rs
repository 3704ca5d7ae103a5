//! Undoing what a decision did: the inverse, proposed as a decision of its own.

use super::propose::Ground;
use super::{
    Change, Decision, DecisionKind, RaciChange, RightsChange, RulesChange, WorkflowChange,
    check_rights,
};
use crate::raci;
use crate::workflow::{Status, Workflow};
use crate::{PermitRef, Refusal};

/// Refuses a decision that there is nothing to undo of.
pub fn rolled_back(decision: &Decision) -> Result<(), Refusal> {
    if let Change::Setting(_) = &decision.proposed.change {
        return Err(Refusal::SetAnew { decision: decision.reference() });
    }
    let applied = decision.settled.is_some_and(|settled| settled.applied);
    if applied && decision.undone.is_none() {
        Ok(())
    } else {
        Err(Refusal::NothingToUndo { decision: decision.reference() })
    }
}

/// The kind whose right decides on a proposal of `kind`, where it undoes `undone`: what loosens the
/// desk's own rules is not decided by the right of rollbacks, which may be the weaker one.
pub(super) fn decided_as(kind: DecisionKind, undone: Option<&Change>) -> DecisionKind {
    match undone {
        Some(Change::Rights(_) | Change::Rules(_)) => DecisionKind::RuleSetting,
        Some(
            Change::Workflow(_)
            | Change::Raci(_)
            | Change::Setting(_)
            | Change::Request(_)
            | Change::Revoke(_),
        )
        | None => kind,
    }
}

/// Refuses an undoing that would free something: what was lowered rises again by what its tier asks,
/// and a stop is pulled, so that it stands on the stop list.
fn frees_nothing(inverse: &WorkflowChange) -> Result<(), Refusal> {
    if let Some(raised) = inverse.raised().into_iter().next() {
        let (kind, what) = (DecisionKind::Rollback.words(), raised.to_string());
        return Err(Refusal::WrongKind { kind, what });
    }
    if inverse.status.is_some_and(|turn| turn.after == Status::Stopped) {
        return Err(Refusal::StopInstead { workflow: inverse.workflow });
    }
    Ok(())
}

/// The inverse of what `decision` did, on what stands now, and the entry since which that stands.
pub(super) fn inverse(
    ground: Ground<'_>,
    decision: &Decision,
    workflow: Option<(&Workflow, u64)>,
    raci: Option<&raci::Held>,
    (rights_since, rules_since): (u64, u64),
    permit: Option<(PermitRef, u64)>,
) -> Result<(Change, u64), Refusal> {
    rolled_back(decision)?;
    let nothing = || Refusal::NothingToUndo { decision: decision.reference() };
    match &decision.proposed.change {
        Change::Workflow(change) => {
            let (now, since) = workflow.ok_or_else(nothing)?;
            let inverse = change.inverse(now);
            if inverse.is_nothing() {
                return Err(Refusal::NothingChanged);
            }
            frees_nothing(&inverse)?;
            Ok((Change::Workflow(Box::new(inverse)), since))
        }
        Change::Raci(change) => {
            let in_force = raci.and_then(|held| held.in_force.as_ref()).ok_or_else(nothing)?;
            // There is no taking a matrix away: it can only stand otherwise.
            let after = change.before.clone().ok_or_else(nothing)?.without_gone();
            let before = in_force.terms.without_gone();
            if before == after {
                return Err(Refusal::NothingChanged);
            }
            Ok((Change::Raci(RaciChange { before: Some(before), after }), in_force.since))
        }
        Change::Rights(change) => {
            let (before, after) = (ground.rights.to_vec(), change.before.clone());
            check_rights(ground.standing, &after)?;
            if before == after {
                return Err(Refusal::NothingChanged);
            }
            Ok((Change::Rights(RightsChange { before, after }), rights_since))
        }
        Change::Rules(change) => {
            let (before, after) = (ground.judged.settings.clone(), change.before.clone());
            after.check()?;
            if before == after {
                return Err(Refusal::NothingChanged);
            }
            Ok((Change::Rules(RulesChange { before, after }), rules_since))
        }
        Change::Request(_) => {
            let (permit, since) = permit.ok_or_else(nothing)?;
            Ok((permit.into(), since))
        }
        Change::Setting(_) | Change::Revoke(_) => Err(nothing()),
    }
}
