//! What the register refuses of a description, whoever gives it.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{ActionKind, CostBenefit, Facts, Limits, Permission, Register};
use crate::people::Standing;
use crate::refusal::{Limit, NAME_LIMIT, TEXT_LIMIT};
use crate::rule::never_unattended;
use crate::{Refusal, RoleId, Text, WorkflowRef};

/// Refuses what no description may say. What runs already is described as it is, so that what it
/// breaks is found and counted: `found_live` leaves out the rules of launching.
pub(crate) fn check(
    standing: &Standing,
    register: &Register,
    itself: Option<WorkflowRef>,
    found_live: bool,
    facts: &Facts,
) -> Result<(), Refusal> {
    let name = facts.name.as_ref().and_then(Text::words).map(str::trim).unwrap_or_default();
    if name.is_empty() {
        return Err(Refusal::Blank { field: "the workflow’s name" });
    }
    short("the workflow’s name", facts.name.as_ref(), NAME_LIMIT)?;
    let taken = register.called(name).filter(|other| Some(*other) != itself);
    if let Some(other) = taken {
        return Err(Refusal::NameTaken { name: name.to_owned(), reference: other.to_string() });
    }
    for person in [facts.owner, facts.kill_switch_owner].into_iter().flatten() {
        standing.must_be_here(person)?;
    }
    let permitted = facts.permissions.iter().flat_map(|row| &row.roles);
    if let Some(role) =
        facts.approver.iter().chain(permitted).find(|role| !standing.roles.contains(role))
    {
        return Err(Refusal::Unknown { reference: RoleId::to_string(role) });
    }
    once(facts.permissions.iter().map(|row| row.action.words()))?;
    once(facts.certifications.iter().map(|held| held.standard.words()))?;
    for row in &facts.permissions {
        limits(row.action, &row.limits)?;
        if !found_live {
            tier_allowed(row)?;
        }
    }
    facts.cost_benefit.as_ref().map_or(Ok(()), amounts)?;
    lengths(facts)
}

/// What may never run unattended, as the rules of launching say it.
fn tier_allowed(row: &Permission) -> Result<(), Refusal> {
    let Some(rule) = never_unattended(row).into_iter().next() else { return Ok(()) };
    let because = row.action.always_approved().unwrap_or(rule.sentence().trim_end_matches('.'));
    Err(Refusal::TierNotAllowed { action: row.action.words(), because })
}

fn limits(action: ActionKind, limits: &Limits) -> Result<(), Refusal> {
    let percent = limits.discount_percent;
    let counted = [limits.per_day, limits.export_rows, limits.approval_hours];
    let unusable = if counted.contains(&Some(0)) {
        Some("a limit of 0 permits nothing; block the action instead")
    } else if percent.is_some_and(|p| p <= Decimal::ZERO || p > Decimal::ONE_HUNDRED) {
        Some("a discount lies above 0 and not above 100 percent")
    } else if limits.window.as_ref().is_some_and(|window| window.from == window.to) {
        Some("a time window ends at another time than it begins")
    } else {
        None
    };
    match unusable {
        None => Ok(()),
        Some(because) => Err(Refusal::LimitUnusable { action: action.words(), because }),
    }
}

fn amounts(figures: &CostBenefit) -> Result<(), Refusal> {
    let letters = figures.currency.len() == 3
        && figures.currency.bytes().all(|letter| letter.is_ascii_uppercase());
    if !letters {
        return Err(Refusal::UnknownCurrency { written: figures.currency.clone() });
    }
    let given = [figures.set_up, figures.cost_a_year, figures.benefit_a_year];
    match given.into_iter().flatten().find(Decimal::is_sign_negative) {
        Some(amount) => Err(Refusal::NegativeAmount { amount: amount.to_string() }),
        None => Ok(()),
    }
}

/// Refuses what stands in a list twice.
fn once(list: impl Iterator<Item = &'static str>) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for what in list {
        if !seen.insert(what) {
            return Err(Refusal::Twice { what: what.to_owned() });
        }
    }
    Ok(())
}

fn lengths(facts: &Facts) -> Result<(), Refusal> {
    let texts = [
        ("the bottleneck", &facts.bottleneck),
        ("the outcome expected", &facts.outcome),
        ("what the AI does", &facts.ai_does),
        ("what the human does", &facts.human_does),
        ("the governance mechanism", &facts.governance),
        ("the vendor", &facts.vendor),
        ("the product", &facts.product),
        ("the model", &facts.model),
        ("the system of record", &facts.system_of_record),
        ("the owner", &facts.owner_named),
        ("the approver", &facts.approver_named),
        ("the kill-switch owner", &facts.kill_switch_owner_named),
        ("where the logs are", &facts.logs),
        ("the rollback plan", &facts.rollback_plan),
        ("how long the vendor keeps data", &facts.vendor_retention),
    ];
    for (field, text) in texts {
        short(field, text.as_ref(), TEXT_LIMIT)?;
    }
    for row in &facts.permissions {
        short("a permission’s condition", row.condition.as_ref(), TEXT_LIMIT)?;
        for segment in &row.limits.segments {
            short("a segment", Some(segment), NAME_LIMIT)?;
        }
    }
    for held in &facts.certifications {
        short("a certification’s evidence", held.evidence.as_ref(), TEXT_LIMIT)?;
    }
    let basis = facts.cost_benefit.as_ref().and_then(|figures| figures.basis.as_ref());
    short("how the benefit was estimated", basis, TEXT_LIMIT)?;
    for guardrail in &facts.guardrails {
        short("a guardrail", Some(guardrail), TEXT_LIMIT)?;
    }
    for kpi in &facts.kpis {
        short("a KPI", Some(kpi), TEXT_LIMIT)?;
    }
    Ok(())
}

fn short(field: &'static str, text: Option<&Text>, limit: Limit) -> Result<(), Refusal> {
    text.and_then(Text::words).map_or(Ok(()), |words| limit.check(field, words))
}
