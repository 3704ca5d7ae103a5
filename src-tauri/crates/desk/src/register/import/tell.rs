//! What a row of an inventory says, as facts of a workflow.

use domain::workflow::{Certification, CostBenefit, Facts, Limits, Permission};
use domain::{PersonRef, RaciRowId, Text};
use intake::inventory::{MoneyRow, PermissionRow, WorkflowRow};
use rust_decimal::Decimal;

use crate::people::Names;

/// Puts what a row says into the facts; what it leaves blank stays as it is. People and roles are
/// matched by name, and what matches nobody stays as it is written.
///
/// # Errors
/// A sentence where a permission names a role that is none: for whom something is permitted is not
/// to be guessed.
pub(super) fn tell(facts: &mut Facts, row: &WorkflowRow, names: &Names) -> Result<(), String> {
    let text = |into: &mut Option<Text>, words: &Option<String>| {
        if let Some(words) = words.as_deref().and_then(Text::some) {
            *into = Some(words);
        }
    };
    // Found by its name, however it is spelled, a workflow keeps the spelling it has.
    if row.reference.is_some() || facts.name.is_none() {
        facts.name = Text::some(&row.name);
    }
    text(&mut facts.bottleneck, &row.bottleneck);
    text(&mut facts.outcome, &row.outcome);
    text(&mut facts.ai_does, &row.ai_does);
    text(&mut facts.human_does, &row.human_does);
    text(&mut facts.governance, &row.governance);
    text(&mut facts.vendor, &row.vendor);
    text(&mut facts.product, &row.product);
    text(&mut facts.model, &row.model);
    text(&mut facts.system_of_record, &row.system_of_record);
    text(&mut facts.logs, &row.logs);
    text(&mut facts.rollback_plan, &row.rollback_plan);
    text(&mut facts.vendor_retention, &row.vendor_retention);
    facts.phase = row.phase.or(facts.phase);
    facts.kind = row.kind.or(facts.kind);
    facts.write_stage = row.write_stage.or(facts.write_stage);
    facts.vendor_training = row.vendor_training.or(facts.vendor_training);
    facts.next_review = row.next_review.or(facts.next_review);
    if let Some(risks) = &row.data_risks {
        facts.data_risks = Some(risks.iter().copied().collect());
    }
    if let Some(rows) = &row.permissions {
        facts.permissions =
            rows.iter().map(|row| permission(row, names)).collect::<Result<_, _>>()?;
    }
    // Once permissions are tiered one by one, they say the tier and an inventory does not.
    if facts.permissions.is_empty() {
        facts.tier_stated = row.tier.or(facts.tier_stated);
    }
    for (into, items) in [(&mut facts.guardrails, &row.guardrails), (&mut facts.kpis, &row.kpis)] {
        if !items.is_empty() {
            *into = items.iter().filter_map(|words| Text::some(words)).collect();
        }
    }
    for held in &row.certifications {
        facts.certifications.retain(|was| was.standard != held.standard);
        facts.certifications.push(Certification {
            standard: held.standard,
            expires: held.expires,
            evidence: held.evidence.as_deref().and_then(Text::some),
        });
    }
    facts.certifications.sort_by_key(|held| held.standard);
    if let Some(raci) = &row.raci {
        facts.raci = Some(RaciRowId::new(raci));
    }
    if !row.metrics.is_empty() {
        facts.metrics.clone_from(&row.metrics);
    }
    money(facts, &row.money);
    if let Some(name) = &row.owner {
        facts.owner = person(name, names);
        facts.owner_named = facts.owner.map_or_else(|| Text::some(name), |_| None);
    }
    if let Some(name) = &row.kill_switch_owner {
        facts.kill_switch_owner = person(name, names);
        facts.kill_switch_owner_named =
            facts.kill_switch_owner.map_or_else(|| Text::some(name), |_| None);
    }
    if let Some(name) = &row.approver {
        facts.approver = names.which_role(name);
        facts.approver_named = facts.approver.as_ref().map_or_else(|| Text::some(name), |_| None);
    }
    Ok(())
}

/// A person by name, or by reference where two share a name.
fn person(written: &str, names: &Names) -> Option<PersonRef> {
    let by_reference = written.trim().to_uppercase().parse().ok();
    names.who_is(written).or(by_reference.filter(|person| names.known(*person).is_some()))
}

fn permission(row: &PermissionRow, names: &Names) -> Result<Permission, String> {
    let role = |name: &String| {
        names.which_role(name).ok_or_else(|| {
            format!(
                "{} is permitted for {name}, which is no role of this workspace. Name a role, or put \
                 a condition in quotes.",
                row.action
            )
        })
    };
    let text = |words: &String| Text::some(words);
    Ok(Permission {
        action: row.action,
        permitted: row.permitted,
        roles: row.roles.iter().map(role).collect::<Result<_, _>>()?,
        condition: row.condition.as_ref().and_then(text),
        limits: Limits {
            per_day: row.per_day,
            discount_percent: row.discount_percent,
            export_rows: row.export_rows,
            approval_hours: row.approval_hours,
            window: row.window.clone(),
            segments: row.segments.iter().filter_map(text).collect(),
            first_touch_excluded: row.first_touch_excluded,
            risky_excluded: row.risky_excluded,
            enriched_only: row.enriched_only,
        },
    })
}

/// Figures a row gives take the place of those known; the others stay. Words on how a benefit was
/// estimated say nothing where no figure is known.
fn money(facts: &mut Facts, row: &MoneyRow) {
    let known = facts.cost_benefit.take();
    let currency = row.currency.clone().or_else(|| known.as_ref().map(|was| was.currency.clone()));
    let Some(currency) = currency else { return };
    let was = |figure: fn(&CostBenefit) -> Option<Decimal>| known.as_ref().and_then(figure);
    let basis = row.basis.as_deref().and_then(Text::some);
    facts.cost_benefit = Some(CostBenefit {
        currency,
        set_up: row.set_up.or_else(|| was(|figures| figures.set_up)),
        cost_a_year: row.cost_a_year.or_else(|| was(|figures| figures.cost_a_year)),
        benefit_a_year: row.benefit_a_year.or_else(|| was(|figures| figures.benefit_a_year)),
        basis: basis.or_else(|| known.as_ref().and_then(|was| was.basis.clone())),
    });
}
