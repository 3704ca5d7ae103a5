//! The register as somebody arranged it on the screen: these rows, in this order, in these columns.

use std::collections::BTreeMap;

use domain::workflow::Tier;
use report::csv::{Reader, Table};
use report::listing::{self, Column, Kind, Model};
use serde::{Deserialize, Serialize};
use store::AsOf;
use ts_rs::TS;

use super::frame::{About, as_it_stands, frame};
use super::preparer::Preparer;
use crate::Problem;
use crate::erased::or_erased;
use crate::register::{RegisterRow, kind_words, phase_words, risk_words, stage_words, view};
use crate::workspace::{Open, last_at};

/// A column of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each has its head")]
pub enum RegisterColumn {
    Reference,
    Name,
    Phase,
    Kind,
    Tier,
    Stage,
    Status,
    FoundLive,
    Owner,
    Approver,
    KillSwitch,
    Risk,
    Guardrails,
    Permitted,
    Vendor,
    Model,
    Certifications,
    NextReview,
    Raci,
    Kpis,
    Logs,
}

/// What is seen of the register on the screen.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RegisterSeen {
    /// The columns, in order.
    pub columns: Vec<RegisterColumn>,
    /// The workflows, in order.
    pub rows: Vec<String>,
    /// How they were chosen, such as `status live, sorted by owner`; may be blank.
    pub says: String,
}

/// The listing of what is seen after entry `as_of`.
pub(super) fn model(
    open: &Open,
    as_of: u64,
    preparer: &Preparer,
    seen: &RegisterSeen,
) -> Result<Model, Problem> {
    let then = open.store.as_of(AsOf::Seq(as_of));
    let before = then.exports()?.iter().filter(|e| e.export.what == "register-view").count();
    let about = About { report: "Register", period: as_it_stands(as_of), as_of, before };
    let view = view::view(&then, as_of, last_at(&then)?)?;
    let all = view.workflows.len();
    let known: BTreeMap<&str, &RegisterRow> =
        view.workflows.iter().map(|row| (row.workflow.as_str(), row)).collect();
    let rows: Vec<Vec<String>> = seen
        .rows
        .iter()
        .filter_map(|reference| known.get(reference.as_str()))
        .map(|row| seen.columns.iter().map(|column| said(*column, row)).collect())
        .collect();
    let says = if seen.says.trim().is_empty() { String::new() } else { format!(": {}", seen.says) };
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        title: "Register of AI workflows".to_owned(),
        about: format!("{} of {all} workflows, as arranged on the screen{says}.", rows.len()),
        landscape: true,
        columns: seen.columns.iter().map(|column| head(*column)).collect(),
        rows,
        empty: "No workflow fits what was asked for.".to_owned(),
    })
}

/// The listing as a table for a spreadsheet.
pub(super) fn csv(model: &Model) -> Result<Vec<u8>, Problem> {
    let table = Table {
        heads: model.columns.iter().map(|column| column.head.clone()).collect(),
        rows: model.rows.clone(),
    };
    Ok(report::csv::write(&table, Reader::Spreadsheet)?)
}

/// The listing as a page.
pub(super) fn pdf(model: &Model) -> Result<Vec<u8>, Problem> {
    Ok(listing::pdf(model)?.bytes)
}

fn head(column: RegisterColumn) -> Column {
    let (head, share, kind) = match column {
        RegisterColumn::Reference => ("Ref", 5, Kind::Reference),
        RegisterColumn::Name => ("Workflow", 14, Kind::Key),
        RegisterColumn::Phase => ("Phase", 10, Kind::Words),
        RegisterColumn::Kind => ("Kind", 8, Kind::Words),
        RegisterColumn::Tier => ("Tier", 9, Kind::Words),
        RegisterColumn::Stage => ("Writes", 8, Kind::Words),
        RegisterColumn::Status => ("Status", 6, Kind::Words),
        RegisterColumn::FoundLive => ("Found live", 5, Kind::Words),
        RegisterColumn::Owner => ("Owner", 9, Kind::Words),
        RegisterColumn::Approver => ("Approver", 10, Kind::Words),
        RegisterColumn::KillSwitch => ("Kill switch", 9, Kind::Words),
        RegisterColumn::Risk => ("Data risk", 10, Kind::Words),
        RegisterColumn::Guardrails => ("Guardrails", 6, Kind::Figures),
        RegisterColumn::Permitted => ("Actions permitted", 6, Kind::Figures),
        RegisterColumn::Vendor => ("Vendor", 8, Kind::Words),
        RegisterColumn::Model => ("Model", 8, Kind::Words),
        RegisterColumn::Certifications => ("Certifications", 12, Kind::Words),
        RegisterColumn::NextReview => ("Next review", 7, Kind::Words),
        RegisterColumn::Raci => ("RACI row", 10, Kind::Words),
        RegisterColumn::Kpis => ("KPIs", 12, Kind::Words),
        RegisterColumn::Logs => ("Logs", 10, Kind::Words),
    };
    Column { head: head.to_owned(), share, kind }
}

fn said(column: RegisterColumn, row: &RegisterRow) -> String {
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    match column {
        RegisterColumn::Reference => row.workflow.clone(),
        RegisterColumn::Name => or_erased(row.name.as_ref()),
        RegisterColumn::Phase => row.phase.map(phase_words).unwrap_or_default().to_owned(),
        RegisterColumn::Kind => row.kind.map(kind_words).unwrap_or_default().to_owned(),
        RegisterColumn::Tier => row.tier.map(tier).unwrap_or_default().to_owned(),
        RegisterColumn::Stage => row.write_stage.map(stage_words).unwrap_or_default().to_owned(),
        RegisterColumn::Status => row.status.words().to_owned(),
        RegisterColumn::FoundLive => if row.found_live { "yes" } else { "" }.to_owned(),
        RegisterColumn::Owner => words(&row.owner),
        RegisterColumn::Approver => {
            let people = row.approver_people.join(", ");
            let parts = [words(&row.approver), people];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
        }
        RegisterColumn::KillSwitch => words(&row.kill_switch_owner),
        RegisterColumn::Risk => row.data_risks.as_deref().map(risk_words).unwrap_or_default(),
        RegisterColumn::Guardrails => row.guardrails.len().to_string(),
        RegisterColumn::Permitted => row.permitted.to_string(),
        RegisterColumn::Vendor => words(&row.vendor),
        RegisterColumn::Model => words(&row.model),
        RegisterColumn::Certifications => {
            let held = row.certifications.iter().map(|held| match &held.expires {
                Some(last) => format!("{} to {last}", held.words),
                None => held.words.clone(),
            });
            held.collect::<Vec<_>>().join(", ")
        }
        RegisterColumn::NextReview => words(&row.next_review),
        RegisterColumn::Raci => words(&row.raci),
        RegisterColumn::Kpis => row.kpis.join("; "),
        RegisterColumn::Logs => words(&row.logs),
    }
}

fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Suggest => "1 Suggest",
        Tier::Draft => "2 Draft",
        Tier::ExecuteWithApproval => "3 Approval",
        Tier::ExecuteAutonomously => "4 Autonomous",
    }
}
