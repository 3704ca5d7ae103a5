//! Describing a workflow anew: what one person may change, and what waits for a decision.

use super::check::check;
use super::permission::widened;
use super::{Fact, Facts, Permission, Register, Status, Tier, Workflow, WorkflowDescribed};
use crate::people::{Standing, entitled, keepers, revops, security};
use crate::{Event, PersonRef, Refusal};

/// Describes a workflow anew, `because` of something.
///
/// A draft is described freely: it acts only once it is launched. Anything else gets no freer this
/// way, because autonomy is earned by decision; it may be held shorter at once, with a reason, by
/// RevOps or Security. What was never answered of a workflow found live is answered, not raised.
pub fn describe(
    standing: &Standing,
    register: &Register,
    by: PersonRef,
    now: &Workflow,
    facts: Facts,
    because: Option<&str>,
) -> Result<Event, Refusal> {
    let changed = now.facts.differences(&facts);
    let running = now.status != Status::Draft;
    if changed.iter().any(|fact| !running || !is_autonomy(*fact)) || changed.is_empty() {
        entitled(standing, by, "describing a workflow", &keepers())?;
    }
    if changed.is_empty() {
        return Err(Refusal::NothingChanged);
    }
    check(standing, register, Some(now.workflow), now.found_live, &facts)?;
    if running {
        if because.is_none_or(|words| words.trim().is_empty()) {
            return Err(Refusal::ReasonMissing { act: "changing a workflow that is no draft" });
        }
        if let Some(what) = freer(now, &facts) {
            return Err(Refusal::NeedsDecision { what });
        }
        if shorter(&now.facts, &facts) {
            entitled(standing, by, "lowering a tier or stage", &[revops(), security()])?;
        } else if changed.iter().any(|fact| is_autonomy(*fact)) {
            let either = [keepers(), vec![security()]].concat();
            entitled(standing, by, "describing what a workflow may do", &either)?;
        }
    }
    Ok(WorkflowDescribed { workflow: now.workflow, facts }.into())
}

fn is_autonomy(fact: Fact) -> bool {
    matches!(fact, Fact::TierStated | Fact::Permissions | Fact::WriteStage)
}

/// What the workflow could do after that it cannot do now, in words; none where nothing.
fn freer(now: &Workflow, after: &Facts) -> Option<String> {
    let before = &now.facts;
    let answered = |words: &str| Some(format!("{words} would be unanswered again"));
    let raised = |words: &str| Some(format!("{words} would be higher than it is"));
    if before.write_stage.is_some() && after.write_stage.is_none() {
        return answered("the write stage");
    }
    if is_raised(now, before.write_stage, after.write_stage) {
        return raised("the write stage");
    }
    let unlisted = before.permissions.iter().find(|was| after.permission(was.action).is_none());
    if let Some(row) = unlisted {
        return answered(&format!("“{}”", row.action));
    }
    if after.permissions.is_empty() {
        if before.tier_stated.is_some() && after.tier_stated.is_none() {
            return answered("the tier");
        }
        if is_raised(now, before.tier_stated, after.tier_stated) {
            return raised("the tier");
        }
    }
    after.permissions.iter().find_map(|row| freer_row(now, row))
}

/// Whether an answer is higher; what a workflow found live was never asked is no raise.
fn is_raised<T: PartialOrd>(now: &Workflow, before: Option<T>, after: Option<T>) -> bool {
    match (before, after) {
        (_, None) => false,
        (None, Some(_)) => !now.found_live,
        (Some(before), Some(after)) => after > before,
    }
}

fn freer_row(now: &Workflow, row: &Permission) -> Option<String> {
    let tier = row.permitted.tier()?;
    let Some(was) = now.facts.permission(row.action) else {
        let most = first_answer(now);
        return (Some(tier) > most)
            .then(|| format!("“{}” would stand on tier {}", row.action, tier.number()));
    };
    if row.permitted > was.permitted {
        return Some(format!("“{}” would stand on tier {}", row.action, tier.number()));
    }
    if row.limits.is_looser_than(&was.limits) {
        return Some(format!("“{}” would have a wider limit", row.action));
    }
    widened(&was.roles, &row.roles).then(|| format!("“{}” would be for more roles", row.action))
}

/// The tier up to which a kind of action without a row may be answered for the first time.
fn first_answer(now: &Workflow) -> Option<Tier> {
    let stated = now.facts.tier_stated;
    if now.found_live {
        return stated.or(Some(Tier::ExecuteAutonomously));
    }
    // What is not listed is blocked, once anything is.
    if now.facts.permissions.is_empty() { stated } else { None }
}

/// Whether something may be done less freely than before.
fn shorter(before: &Facts, after: &Facts) -> bool {
    let lower = |was: &Permission| {
        after.permission(was.action).is_some_and(|row| row.permitted < was.permitted)
    };
    before.permissions.iter().any(lower)
        || after.write_stage < before.write_stage
        || (after.permissions.is_empty() && after.tier_stated < before.tier_stated)
}
