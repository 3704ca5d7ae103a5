//! What the register holds.

use crate::frame::Frame;

/// The register at a moment.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// What holds for every row, beside the title; may be empty.
    pub note: String,
    /// One per workflow, rows of one phase together, in the order they are to stand.
    pub rows: Vec<Row>,
}

/// A workflow's row. An empty text prints as a dash.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Row {
    /// As in "WF-0007".
    pub reference: String,
    /// The workflow's name.
    pub name: String,
    /// The phase it belongs to, in words: "Campaign execution". Rows are grouped by it.
    pub phase: String,
    /// What its permissions amount to; `None` when nothing is permitted yet.
    pub tier: Option<Tier>,
    /// "Draft mode", "Conditional write" and so on.
    pub write_stage: String,
    /// The approver's role.
    pub approver_role: String,
    /// The person in that role; empty when it is vacant.
    pub approver: String,
    /// Data-risk tags, joined by comma; "None" when there are none.
    pub data_risk: String,
    /// Guardrails in a sentence.
    pub guardrails: String,
    /// Where its logs are.
    pub logs: String,
    /// The KPI watched, with its unit.
    pub kpi: String,
    /// Its limit: "≤ 0.20".
    pub limit: String,
    /// Where the workflow stands.
    pub status: Status,
    /// True while an imported workflow that already ran has no launch decision.
    pub found_live: bool,
    /// Who answers for it; not on the page, in the CSV.
    pub owner: String,
    /// Vendor, product and model; not on the page, in the CSV.
    pub vendor: String,
}

/// Autonomy tiers, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// 1: AI advises, a human acts.
    Suggest,
    /// 2: AI prepares, a human edits and approves.
    Draft,
    /// 3: AI acts after a named approver signs.
    Approval,
    /// 4: AI acts unattended inside hard limits.
    Autonomous,
}

/// Where a workflow stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Not launched.
    #[default]
    Draft,
    /// In use.
    Live,
    /// Held for a while.
    Paused,
    /// Stopped by the kill switch.
    Stopped,
    /// Gone for good.
    Retired,
}
