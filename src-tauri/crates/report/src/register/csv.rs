//! The register as CSV.

use super::model::{Model, Row};
use super::words;
use crate::csv::{Reader, Table, write};
use crate::error::Result;

/// The register's rows as CSV, with the columns the page has no room for.
///
/// # Errors
/// As [`crate::csv::write`].
pub fn csv(model: &Model, reader: Reader) -> Result<Vec<u8>> {
    let heads = [
        "Ref",
        "Workflow",
        "Phase",
        "Autonomy tier",
        "Write stage",
        "Approver role",
        "Approver",
        "Owner",
        "Data risk",
        "Guardrails",
        "Logs",
        "KPI",
        "Limit",
        "Status",
        "Vendor",
    ];
    let table = Table {
        heads: heads.map(str::to_owned).to_vec(),
        rows: model.rows.iter().map(fields).collect(),
    };
    write(&table, reader)
}

fn fields(row: &Row) -> Vec<String> {
    let tier = row.tier.map_or_else(|| words::NO_TIER.to_owned(), words::tier);
    vec![
        row.reference.clone(),
        row.name.clone(),
        row.phase.clone(),
        tier,
        row.write_stage.clone(),
        row.approver_role.clone(),
        row.approver.clone(),
        row.owner.clone(),
        row.data_risk.clone(),
        row.guardrails.clone(),
        row.logs.clone(),
        row.kpi.clone(),
        row.limit.clone(),
        words::standing(row).to_owned(),
        row.vendor.clone(),
    ]
}
