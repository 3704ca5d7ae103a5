//! What keeps a workflow from being launched.

use super::{Among, Broken, Group, Rule, Strength};
use crate::workflow::{ActionKind, Facts, Permission, Tier, Workflow, WriteStage};
use crate::{PersonRef, Text};

/// Every launch rule that is on and that `workflow`, as it is or would be, does not hold.
pub fn launch(among: &Among, workflow: &Workflow) -> Vec<Broken> {
    let broken = |rule| Broken::new(rule, workflow.workflow);
    let facts = &workflow.facts;
    let mut found = Vec::new();
    let mut unless = |holds: bool, rule: Rule| {
        if !holds {
            found.push(broken(rule));
        }
    };
    unless(!facts.permissions.is_empty(), Rule::PermissionsTiered);
    unless(facts.write_stage.is_some(), Rule::WriteStageSet);
    unless(facts.data_risks.is_some(), Rule::DataRiskAnswered);
    unless(said(facts.logs.as_ref()), Rule::LogsLocated);
    unless(!needs_rollback(facts) || said(facts.rollback_plan.as_ref()), Rule::RollbackPlanned);
    unless(!runs_unattended(facts) || is_measured(among, facts), Rule::Monitored);
    found.extend(here(among, facts.owner, broken(Rule::OwnerNamed)));
    found.extend(here(among, facts.kill_switch_owner, broken(Rule::KillSwitchNamed)));
    found.extend(approver(among, facts, broken(Rule::ApproverNamed)));
    found.extend(certifications(among, workflow));
    for row in &facts.permissions {
        found.extend(never_unattended(row).into_iter().map(|rule| broken(rule).of(row.action)));
        if lacks_hard_limits(row) {
            found.push(broken(Rule::HardLimits).of(row.action));
        }
        if lacks_timebox(row) {
            found.push(broken(Rule::Timeboxed).of(row.action));
        }
    }
    found.retain(|broken| among.asks(broken.rule));
    found.sort_by_key(|broken| broken.rule);
    found
}

/// The rules that keep `workflow`, as it would be after a launch, from being launched.
pub fn launch_blockers(among: &Among, workflow: &Workflow) -> Vec<Broken> {
    let mut found = launch(among, workflow);
    found.retain(|broken| {
        broken.rule.group() == Group::Launch && broken.rule.strength() == Strength::Blocks
    });
    found
}

/// Why a row may not stand on tier 4, whatever else is so.
pub(crate) fn never_unattended(row: &Permission) -> Vec<Rule> {
    if !is_unattended(row) {
        return Vec::new();
    }
    if row.action.always_approved().is_some() {
        return vec![Rule::AlwaysApproved];
    }
    let (limits, sends) = (&row.limits, row.action == ActionKind::SendExternalMessage);
    let discounts = row.action == ActionKind::ApplyDiscount;
    let enriches = row.action == ActionKind::EnrichFirmographicField;
    let asked = [
        (discounts && limits.discount_percent.is_none(), Rule::DiscountBounded),
        (enriches && !limits.enriched_only, Rule::EnrichmentKeeps),
        (sends && !limits.first_touch_excluded, Rule::FirstTouch),
        (sends && !limits.risky_excluded, Rule::RiskyMessages),
    ];
    asked.into_iter().filter(|(broken, _)| *broken).map(|(_, rule)| rule).collect()
}

/// A volume cap, a time window and segments. Pausing itself is what limits are for, so it has none.
fn lacks_hard_limits(row: &Permission) -> bool {
    let limits = &row.limits;
    let capped = limits.per_day.is_some() || limits.export_rows.is_some();
    let some = limits.segments.iter().any(|segment| said(Some(segment)));
    is_unattended(row)
        && row.action != ActionKind::PauseItself
        && !(capped && limits.window.is_some() && some)
}

/// Pausing itself waits for nobody's yes for long, or it is no use.
fn lacks_timebox(row: &Permission) -> bool {
    row.permitted.tier() == Some(Tier::ExecuteWithApproval)
        && row.action != ActionKind::PauseItself
        && row.limits.approval_hours.is_none()
}

fn is_unattended(row: &Permission) -> bool {
    row.permitted.tier() == Some(Tier::ExecuteAutonomously)
}

pub(super) fn runs_unattended(facts: &Facts) -> bool {
    facts.tier() == Some(Tier::ExecuteAutonomously)
}

fn is_measured(among: &Among, facts: &Facts) -> bool {
    facts.metrics.iter().any(|metric| among.measured.contains(metric))
}

/// Tier 3 and 4 act, and the two later write stages write without a human in between.
pub(crate) fn needs_rollback(facts: &Facts) -> bool {
    facts.tier() >= Some(Tier::ExecuteWithApproval)
        || facts.write_stage >= Some(WriteStage::ConditionalWrite)
}

fn here(among: &Among, person: Option<PersonRef>, broken: Broken) -> Option<Broken> {
    match person {
        Some(person) if among.standing.people.contains(&person) => None,
        Some(person) => Some(broken.since(among.gone_since(person))),
        None => Some(broken),
    }
}

fn approver(among: &Among, facts: &Facts, broken: Broken) -> Option<Broken> {
    match &facts.approver {
        Some(role) if !among.holders(role).is_empty() => None,
        Some(role) => Some(broken.since(among.vacant_since(role))),
        None => Some(broken),
    }
}

/// A vendor shows at least one certification, and each that is stated has a last day that has not
/// passed.
fn certifications(among: &Among, workflow: &Workflow) -> Vec<Broken> {
    let facts = &workflow.facts;
    let broken = || Broken::new(Rule::CertificationValid, workflow.workflow);
    if facts.certifications.is_empty() {
        return if said(facts.vendor.as_ref()) { vec![broken()] } else { Vec::new() };
    }
    let ended = |held: &&crate::workflow::Certification| {
        held.expires.is_none_or(|last| last < among.standing.today)
    };
    facts
        .certifications
        .iter()
        .filter(ended)
        .map(|held| broken().of(held.standard).since(held.expires.and_then(|last| last.succ_opt())))
        .collect()
}

/// Whether a text is there and was not erased.
fn said(text: Option<&Text>) -> bool {
    text.is_some_and(|text| text.words().is_some())
}
