//! A workflow as an inventory states it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{MetricRef, WorkflowRef};
use rust_decimal::Decimal;
use serde::Serialize;

use super::permission::PermissionRow;
use super::{DataRisk, Kind, Phase, Standard, Status, Tier, TrainingUse, WriteStage};

/// One accepted row. What the row does not answer is `None` or empty, never a default; names of
/// people and roles are as written, for the workspace to match.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct WorkflowRow {
    /// Physical line of the file on which the row starts, from 1.
    pub line: u64,
    /// The workflow of the register that is meant, where the file names one.
    pub reference: Option<WorkflowRef>,
    /// What people call it.
    pub name: String,
    /// The bottleneck it is meant to open.
    pub bottleneck: Option<String>,
    /// The outcome expected.
    pub outcome: Option<String>,
    /// Where in the sales process it acts.
    pub phase: Option<Phase>,
    /// What sort of work it does.
    pub kind: Option<Kind>,
    /// What the AI does.
    pub ai_does: Option<String>,
    /// What the human does.
    pub human_does: Option<String>,
    /// The governance mechanism.
    pub governance: Option<String>,
    /// Who sells it.
    pub vendor: Option<String>,
    /// What it is sold as.
    pub product: Option<String>,
    /// The model with its version.
    pub model: Option<String>,
    /// Where the records it works on live.
    pub system_of_record: Option<String>,
    /// Who is accountable, as written.
    pub owner: Option<String>,
    /// Who approves, as written.
    pub approver: Option<String>,
    /// Who answers for the kill switch, as written.
    pub kill_switch_owner: Option<String>,
    /// Its status.
    pub status: Option<Status>,
    /// Its autonomy tier.
    pub tier: Option<Tier>,
    /// Its write stage.
    pub write_stage: Option<WriteStage>,
    /// `None` when the question is not answered, or not wholly; empty when the answer is "none".
    pub data_risks: Option<BTreeSet<DataRisk>>,
    /// Guardrails, one each.
    pub guardrails: Vec<String>,
    /// KPIs, one each.
    pub kpis: Vec<String>,
    /// Where its logs are.
    pub logs: Option<String>,
    /// How to roll it back.
    pub rollback_plan: Option<String>,
    /// What the vendor holds; a standard that is not answered, or answered with no, is absent.
    pub certifications: Vec<CertificationRow>,
    /// How long the vendor keeps data.
    pub vendor_retention: Option<String>,
    /// Whether the vendor trains models on it.
    pub vendor_training: Option<TrainingUse>,
    /// The row of the RACI matrices that governs it, as written.
    pub raci: Option<String>,
    /// What it may do; `None` when the question is not answered.
    pub permissions: Option<Vec<PermissionRow>>,
    /// The metrics it is measured by.
    pub metrics: Vec<MetricRef>,
    /// What it costs and brings.
    pub money: MoneyRow,
    /// The day by which it is to be looked at again.
    pub next_review: Option<NaiveDate>,
    /// The cells as they stand in the file, for a row that is rejected later.
    pub cells: Vec<String>,
}

/// Costs and benefits as cells state them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MoneyRow {
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// What setting it up cost.
    pub set_up: Option<Decimal>,
    /// What a year costs.
    pub cost_a_year: Option<Decimal>,
    /// What a year brings.
    pub benefit_a_year: Option<Decimal>,
    /// How the benefit was estimated.
    pub basis: Option<String>,
}

/// A certification as a cell states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CertificationRow {
    /// Which.
    pub standard: Standard,
    /// The last day it is valid.
    pub expires: Option<NaiveDate>,
    /// What else the cell says.
    pub evidence: Option<String>,
}
