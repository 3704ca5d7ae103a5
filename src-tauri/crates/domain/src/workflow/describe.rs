//! Describing a workflow anew: what one person may change, and what waits for a decision.

use super::check::check;
use super::guarded::guarded;
use super::{Fact, Facts, Permission, Register, Status, Workflow, WorkflowDescribed};
use crate::people::{Standing, entitled, keepers, revops, security};
use crate::{Event, PersonRef, Refusal};

/// Describes a workflow anew, `because` of something.
///
/// A draft is described freely: it acts only once it is launched. Anything else gets no freer this
/// way, because autonomy is earned by decision, and nothing that holds it is taken away or becomes
/// another; it may be held shorter at once, with a reason, by RevOps or Security. What was never
/// answered of a workflow found live is answered, not raised.
pub fn describe(
    standing: &Standing,
    register: &Register,
    by: PersonRef,
    now: &Workflow,
    facts: Facts,
    because: Option<&str>,
) -> Result<Event, Refusal> {
    entitled_to(standing, by, now, &facts)?;
    if now.facts == facts {
        return Err(Refusal::NothingChanged);
    }
    check(standing, register, Some(now.workflow), now.found_live, &facts)?;
    unguarded(standing, by, now, &facts, because)?;
    Ok(WorkflowDescribed { workflow: now.workflow, facts }.into())
}

/// Refuses what [`describe`] refuses of the change itself: who makes it, and what takes a decision.
pub fn may_describe(
    standing: &Standing,
    by: PersonRef,
    now: &Workflow,
    facts: &Facts,
    because: Option<&str>,
) -> Result<(), Refusal> {
    entitled_to(standing, by, now, facts)?;
    unguarded(standing, by, now, facts, because)
}

fn entitled_to(
    standing: &Standing,
    by: PersonRef,
    now: &Workflow,
    facts: &Facts,
) -> Result<(), Refusal> {
    let changed = now.facts.differences(facts);
    let running = now.status != Status::Draft;
    if changed.iter().any(|fact| !running || !is_autonomy(*fact)) || changed.is_empty() {
        entitled(standing, by, "describing a workflow", &keepers())?;
    }
    Ok(())
}

fn unguarded(
    standing: &Standing,
    by: PersonRef,
    now: &Workflow,
    facts: &Facts,
    because: Option<&str>,
) -> Result<(), Refusal> {
    if now.status == Status::Draft {
        return Ok(());
    }
    if because.is_none_or(|words| words.trim().is_empty()) {
        return Err(Refusal::ReasonMissing { act: "changing a workflow that is no draft" });
    }
    guarded(standing, now, facts)?;
    if shorter(&now.facts, facts) {
        entitled(standing, by, "lowering a tier or stage", &[revops(), security()])
    } else if now.facts.differences(facts).into_iter().any(is_autonomy) {
        let either = [keepers(), vec![security()]].concat();
        entitled(standing, by, "describing what a workflow may do", &either)
    } else {
        Ok(())
    }
}

/// What may be held shorter, by Security too.
fn is_autonomy(fact: Fact) -> bool {
    matches!(fact, Fact::TierStated | Fact::Permissions | Fact::WriteStage)
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
