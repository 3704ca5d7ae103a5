//! What holds a workflow that is no draft, and so is changed by decision alone.
//!
//! Narrowing is open: a guardrail or a metric more, a data risk told, a tier lower. So is answering
//! what nobody had answered, and naming somebody in the place of who has left.

use super::permission::widened;
use super::{Facts, Permission, Status, Tier, Workflow};
use crate::decision::DecisionKind;
use crate::people::Standing;
use crate::rule::{Rule, needs_rollback};
use crate::{PersonRef, Refusal, Text};

/// The kind of decision that something takes, and what it is, in words.
type Guarded = (DecisionKind, String);

/// Refuses what of a workflow takes a decision, and what a launch rule asked of one that is live.
pub(super) fn guarded(standing: &Standing, now: &Workflow, after: &Facts) -> Result<(), Refusal> {
    let mut before = now.clone();
    // What was erased is not answered any more.
    before.facts.forget_gone();
    let found = freer(&before, after)
        .or_else(|| looser(&before.facts, after))
        .or_else(|| another(&before.facts, after))
        .or_else(|| handed_over(standing, &before.facts, after));
    if let Some((kind, what)) = found {
        return Err(Refusal::NeedsDecision { kind, what });
    }
    let rules = unanswered(&before, after);
    if rules.is_empty() { Ok(()) } else { Err(Refusal::RulesBlock { rules }) }
}

/// What holds the workflow now and would not after.
fn looser(before: &Facts, after: &Facts) -> Option<Guarded> {
    let guardrail = |what: String| Some((DecisionKind::Guardrail, what));
    let kept = |text: &Text| after.guardrails.iter().any(|one| one.words() == text.words());
    if let Some(gone) = before.guardrails.iter().find(|text| !kept(text)) {
        let words = gone.words().unwrap_or_default();
        return guardrail(format!("the guardrail “{words}” would be gone or another"));
    }
    if is_another(before.governance.as_ref(), after.governance.as_ref()) {
        return guardrail("what keeps it safe would be something else".to_owned());
    }
    let told = before.data_risks.iter().flatten();
    let still = |risk| after.data_risks.as_ref().is_some_and(|risks| risks.contains(risk));
    let taken_back = before.data_risks.is_some() && after.data_risks.is_none();
    if taken_back || told.clone().any(|risk| !still(risk)) {
        return guardrail("a data risk that was told would be taken back".to_owned());
    }
    let unwatched = before.metrics.iter().find(|metric| !after.metrics.contains(metric))?;
    Some((DecisionKind::Threshold, format!("{unwatched} would measure it no longer")))
}

/// Another vendor, product or model is another workflow to whoever approved this one.
fn another(before: &Facts, after: &Facts) -> Option<Guarded> {
    let parts = [
        ("vendor", &before.vendor, &after.vendor),
        ("product", &before.product, &after.product),
        ("model", &before.model, &after.model),
    ];
    let (what, ..) =
        parts.into_iter().find(|(_, was, is)| is_another(was.as_ref(), is.as_ref()))?;
    Some((DecisionKind::VendorApproval, format!("its {what} would be another")))
}

/// Who answers for it or approves for it, in the place of somebody who still does.
fn handed_over(standing: &Standing, before: &Facts, after: &Facts) -> Option<Guarded> {
    let here = |person: Option<PersonRef>| person.filter(|one| standing.people.contains(one));
    let handed = |was: Option<PersonRef>, is| here(was).is_some() && was != is;
    let held = before
        .approver
        .as_ref()
        .filter(|role| standing.people.iter().any(|person| standing.holds(*person, role)));
    let who = if handed(before.owner, after.owner) {
        "its owner"
    } else if handed(before.kill_switch_owner, after.kill_switch_owner) {
        "its kill-switch owner"
    } else if held.is_some() && before.approver != after.approver {
        "the role that approves for it"
    } else {
        return None;
    };
    Some((DecisionKind::PermissionOrRouting, format!("{who} would be another")))
}

/// The launch rules that a live workflow would break because an answer is taken back.
fn unanswered(before: &Workflow, after: &Facts) -> Vec<&'static str> {
    if before.status != Status::Live || before.found_live {
        return Vec::new();
    }
    let taken_back = |was: &Option<Text>, is: &Option<Text>| was.is_some() && is.is_none();
    let rollback = taken_back(&before.facts.rollback_plan, &after.rollback_plan);
    let asked = [
        (taken_back(&before.facts.logs, &after.logs), Rule::LogsLocated),
        (rollback && needs_rollback(after), Rule::RollbackPlanned),
    ];
    asked.into_iter().filter(|(broken, _)| *broken).map(|(_, rule)| rule.sentence()).collect()
}

fn words(text: Option<&Text>) -> Option<&str> {
    text.and_then(Text::words).map(str::trim)
}

fn is_another(was: Option<&Text>, is: Option<&Text>) -> bool {
    words(was).is_some_and(|was| words(is) != Some(was))
}

/// What the workflow could do after that it cannot do now; none where nothing.
fn freer(now: &Workflow, after: &Facts) -> Option<Guarded> {
    let before = &now.facts;
    let step = |what| Some((DecisionKind::TierOrStage, what));
    let answered = |words: &str| step(format!("{words} would be unanswered again"));
    let raised = |words: &str| step(format!("{words} would be higher than it is"));
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

fn freer_row(now: &Workflow, row: &Permission) -> Option<Guarded> {
    let stands = |tier: Tier| {
        let what = format!("“{}” would stand on tier {}", row.action, tier.number());
        Some((DecisionKind::TierOrStage, what))
    };
    let Some(was) = now.facts.permission(row.action) else {
        let tier = row.permitted.tier()?;
        return if Some(tier) > first_answer(now) { stands(tier) } else { None };
    };
    if row.permitted > was.permitted {
        return row.permitted.tier().and_then(stands);
    }
    row.permitted.tier()?;
    let wider = |kind, how: &str| Some((kind, format!("“{}” would {how}", row.action)));
    if row.limits.is_looser_than(&was.limits) {
        return wider(DecisionKind::Threshold, "have a wider limit");
    }
    if widened(&was.roles, &row.roles) {
        return wider(DecisionKind::PermissionOrRouting, "be for more roles");
    }
    let condition = words(was.condition.as_ref());
    if condition.is_some() && condition != words(row.condition.as_ref()) {
        return wider(DecisionKind::Guardrail, "stand under another condition");
    }
    None
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
