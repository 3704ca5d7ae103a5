//! What the register holds.

use crate::frame::Frame;

/// The register at a moment.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// One per workflow, rows of one phase together, in the order they are to stand.
    pub rows: Vec<Row>,
    /// Heads of the table that holds every fact, for the CSV.
    pub heads: Vec<String>,
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
    /// The kinds of action it may take at that tier, joined by comma; empty while the tier is only
    /// what an inventory states.
    pub freest: String,
    /// "Draft mode", "Conditional write" and so on.
    pub write_stage: String,
    /// Who answers for it.
    pub owner: String,
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
    /// The KPIs watched.
    pub kpi: String,
    /// The day of its next review: "24 Nov", with the year where it is another one.
    pub next_review: String,
    /// True once that day has passed.
    pub review_late: bool,
    /// Where the workflow stands.
    pub status: Status,
    /// True while an imported workflow that already ran has no launch decision.
    pub found_live: bool,
    /// Every fact, as many as the model has heads; for the CSV.
    pub facts: Vec<String>,
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
