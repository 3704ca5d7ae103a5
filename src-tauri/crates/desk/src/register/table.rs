//! The register as a table of every fact, in the words an import reads back.

use std::collections::BTreeMap;

use domain::workflow::{ActionKind, Certification, Facts, Permission, Standard};
use domain::{PersonRef, Text};
use intake::inventory::{PermissionRow, permission};
use intake::quote::quoted;
use rust_decimal::Decimal;
use store::View;
use store::tables::workflow::Workflow;

use super::shown::{kind_words, phase_words, risk_words, stage_words, tier_words, words};
use crate::Problem;
use crate::people::Names;

/// What the page and the table say of a workflow beyond its row on the screen.
#[derive(Debug, Default)]
pub struct Told {
    /// The kinds of action it may take at its tier; blank while the tier is only stated.
    pub freest: String,
    /// Every fact, under [`heads`].
    pub facts: Vec<String>,
}

/// Each workflow of the register, by reference.
pub fn told(view: &View<'_>) -> Result<BTreeMap<String, Told>, Problem> {
    let names = Names::of(view)?;
    let told = |workflow: Workflow| {
        let facts = fields(&workflow, &names);
        (workflow.workflow.to_string(), Told { freest: freest(&workflow.facts), facts })
    };
    Ok(view.workflows()?.into_iter().map(told).collect())
}

/// "Send external message, export or sync data": what stands on the highest tier.
fn freest(facts: &Facts) -> String {
    let Some(tier) = facts.tier() else { return String::new() };
    let rows = facts.permissions.iter().filter(|row| row.permitted.tier() == Some(tier));
    let (pauses, acts): (Vec<_>, Vec<_>) =
        rows.map(|row| row.action).partition(|action| *action == ActionKind::PauseItself);
    // That it may hold itself is worth a line only where it may do nothing else so freely.
    let told = if acts.is_empty() { pauses } else { acts };
    let said: Vec<String> = told.iter().map(|action| action.words().to_lowercase()).collect();
    crate::problem::capital(&said.join(", "))
}

/// The heads, each as an import knows its field.
pub fn heads() -> Vec<String> {
    HEADS.iter().map(|head| (*head).to_owned()).collect()
}

const HEADS: &[&str] = &[
    "Reference",
    "Workflow",
    "Phase",
    "Kind",
    "Status",
    "Found live",
    "Autonomy tier",
    "Permissions",
    "Write stage",
    "Owner",
    "Approver",
    "Kill-switch owner",
    "RACI row",
    "Data risks",
    "Guardrails",
    "KPIs",
    "Metric references",
    "Logs",
    "Rollback plan",
    "Bottleneck",
    "Outcome expected",
    "What the AI does",
    "What the human does",
    "Governance mechanism",
    "Vendor",
    "Product",
    "Model",
    "System of record",
    "SOC 2",
    "ISO 27001",
    "GDPR/DPA",
    "Data retention",
    "Use for training",
    "Currency",
    "Set-up cost",
    "Cost a year",
    "Benefit a year",
    "Basis of the benefit",
    "Next review",
];

pub(super) fn fields(workflow: &Workflow, names: &Names) -> Vec<String> {
    let facts = &workflow.facts;
    let text = |text: &Option<Text>| words(text.as_ref()).unwrap_or_default();
    let held = |standard| certification(facts, standard);
    let money = facts.cost_benefit.as_ref();
    let approver = facts.approver.as_ref().map(|role| names.role(role));
    vec![
        workflow.workflow.to_string(),
        text(&facts.name),
        facts.phase.map(phase_words).unwrap_or_default().to_owned(),
        facts.kind.map(kind_words).unwrap_or_default().to_owned(),
        workflow.status.words().to_owned(),
        if workflow.found_live { "yes" } else { "" }.to_owned(),
        facts.tier().map(tier_words).unwrap_or_default(),
        permissions(&facts.permissions, names),
        facts.write_stage.map(stage_words).unwrap_or_default().to_owned(),
        person(facts.owner, &facts.owner_named, names),
        approver.unwrap_or_else(|| text(&facts.approver_named)),
        person(facts.kill_switch_owner, &facts.kill_switch_owner_named, names),
        facts.raci.as_ref().map(ToString::to_string).unwrap_or_default(),
        facts.data_risks.as_deref().map(risk_words).unwrap_or_default(),
        list(&facts.guardrails, GUARDRAIL_SIGNS),
        list(&facts.kpis, KPI_SIGNS),
        facts.metrics.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        text(&facts.logs),
        text(&facts.rollback_plan),
        text(&facts.bottleneck),
        text(&facts.outcome),
        text(&facts.ai_does),
        text(&facts.human_does),
        text(&facts.governance),
        text(&facts.vendor),
        text(&facts.product),
        text(&facts.model),
        text(&facts.system_of_record),
        held(Standard::Soc2),
        held(Standard::Iso27001),
        held(Standard::GdprDpa),
        text(&facts.vendor_retention),
        facts.vendor_training.map(|used| used.words().to_owned()).unwrap_or_default(),
        money.map(|money| money.currency.clone()).unwrap_or_default(),
        money.map(|money| amount(money.set_up)).unwrap_or_default(),
        money.map(|money| amount(money.cost_a_year)).unwrap_or_default(),
        money.map(|money| amount(money.benefit_a_year)).unwrap_or_default(),
        money.map(|money| text(&money.basis)).unwrap_or_default(),
        facts.next_review.map(|day| day.to_string()).unwrap_or_default(),
    ]
}

/// What parts the guardrails of a cell, and its KPIs, when it is read.
const GUARDRAIL_SIGNS: &[char] = &['\n', ';', '|', '•'];
const KPI_SIGNS: &[char] = &['\n', ';', '|', '•', ','];

/// An amount with as many decimals as tell it from thousands.
fn amount(amount: Option<Decimal>) -> String {
    match amount {
        Some(three) if three.scale() == 3 => format!("{three}0"),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

fn list(texts: &[Text], signs: &[char]) -> String {
    let texts = texts.iter().filter_map(|text| words(Some(text)));
    texts.map(|text| quoted(&text, signs)).collect::<Vec<_>>().join("; ")
}

/// A person by name where the name says who it is, else by reference.
fn person(person: Option<PersonRef>, named: &Option<Text>, names: &Names) -> String {
    let Some(person) = person else { return words(named.as_ref()).unwrap_or_default() };
    let name = names.person(person);
    if names.who_is(&name) == Some(person) { name } else { person.to_string() }
}

fn permissions(rows: &[Permission], names: &Names) -> String {
    let rows: Vec<PermissionRow> = rows
        .iter()
        .map(|row| PermissionRow {
            action: row.action,
            permitted: row.permitted,
            roles: row.roles.iter().map(|role| names.role(role)).collect(),
            per_day: row.limits.per_day,
            discount_percent: row.limits.discount_percent,
            export_rows: row.limits.export_rows,
            approval_hours: row.limits.approval_hours,
            window: row.limits.window.clone(),
            segments: row.limits.segments.iter().filter_map(|text| words(Some(text))).collect(),
            first_touch_excluded: row.limits.first_touch_excluded,
            risky_excluded: row.limits.risky_excluded,
            enriched_only: row.limits.enriched_only,
            condition: words(row.condition.as_ref()),
        })
        .collect();
    permission::written(&rows)
}

fn certification(facts: &Facts, standard: Standard) -> String {
    let held = facts.certifications.iter().find(|held| held.standard == standard);
    let Some(Certification { expires, evidence, .. }) = held else { return String::new() };
    let until = expires.map_or_else(|| "yes".to_owned(), |day| day.to_string());
    match words(evidence.as_ref()) {
        Some(shows) => format!("{until}; \"{}\"", shows.replace('"', "\"\"")),
        None => until,
    }
}
