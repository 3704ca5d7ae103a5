//! The register of AI workflows, and taking an inventory in.

mod add;
mod describe;
mod import;
mod page;
mod shown;
mod status;
pub mod table;
pub mod view;

pub(crate) use describe::{give, stands};
pub(crate) use page::differences;
pub(crate) use shown::words;

use domain::workflow::{DataRisk, Kind, Phase, Status, Tier, TrainingUse, WriteStage};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use describe::{
    CertificationGiven, CostBenefitGiven, DescribeWorkflow, Given, PermissionGiven,
};
pub use import::{
    ImportDone, ImportPreview, ImportReading, ImportWorkflows, PreviewImport, SaveRejected,
    UpdatedRow,
};
pub use page::{ChangeShown, HistoryRow, WorkflowPage, WorkflowQuery};
pub(crate) use shown::cost_benefit;
pub use shown::{
    CertificationShown, CostBenefitShown, LimitsShown, PermissionShown, Validity, WindowShown,
    kind_words, phase_words, risk_words, stage_words, tier_words,
};
pub use status::SetWorkflowStatus;

/// Asks for the register.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct RegisterQuery {
    /// As it stood after this entry; now, when absent.
    pub as_of: Option<u64>,
}

/// The register.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RegisterView {
    /// All workflows, in order of reference.
    pub workflows: Vec<RegisterRow>,
    /// How many are live.
    pub live: u32,
    /// How many stand on each tier, 1 to 4, and how many on none.
    pub tiers: [u32; 5],
    /// The entry it stands after.
    pub as_of: u64,
}

/// One workflow.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RegisterRow {
    /// Reference.
    pub workflow: String,
    /// Name; none once erased.
    pub name: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Whether an inventory found it running before any launch decision.
    pub found_live: bool,
    /// Its tier, if it has one.
    pub tier: Option<Tier>,
    /// Whether the tier is only what an inventory stated.
    pub tier_stated: bool,
    /// How it writes.
    pub write_stage: Option<WriteStage>,
    /// Phase of the sales process.
    pub phase: Option<Phase>,
    /// What sort of work it does.
    pub kind: Option<Kind>,
    /// Owner's name.
    pub owner: Option<String>,
    /// Whether the owner is a person of this workspace.
    pub owner_known: bool,
    /// That person.
    pub owner_person: Option<String>,
    /// Approver's role or name.
    pub approver: Option<String>,
    /// The approver's role, by identifier.
    pub approver_role: Option<String>,
    /// Who holds the approver's role; nobody when it is vacant.
    pub approver_people: Vec<String>,
    /// Kill-switch owner's name.
    pub kill_switch_owner: Option<String>,
    /// That person.
    pub kill_switch_person: Option<String>,
    /// The row of the RACI matrices that governs it.
    pub raci: Option<String>,
    /// Risky data it touches; none when not answered.
    pub data_risks: Option<Vec<DataRisk>>,
    /// What holds it back.
    pub guardrails: Vec<String>,
    /// What it is measured by.
    pub kpis: Vec<String>,
    /// The metrics it is measured by, by reference.
    pub metrics: Vec<String>,
    /// How many kinds of action are permitted.
    pub permitted: u32,
    /// The bottleneck it is meant to open.
    pub bottleneck: Option<String>,
    /// The outcome expected.
    pub outcome: Option<String>,
    /// What the AI does.
    pub ai_does: Option<String>,
    /// What the human does.
    pub human_does: Option<String>,
    /// What keeps it safe.
    pub governance: Option<String>,
    /// Vendor.
    pub vendor: Option<String>,
    /// Product.
    pub product: Option<String>,
    /// Model with version.
    pub model: Option<String>,
    /// System of record.
    pub system_of_record: Option<String>,
    /// Where its logs are.
    pub logs: Option<String>,
    /// How its effects are undone.
    pub rollback_plan: Option<String>,
    /// What the vendor holds.
    pub certifications: Vec<CertificationShown>,
    /// How long the vendor keeps what it is given.
    pub vendor_retention: Option<String>,
    /// Whether the vendor trains models on it.
    pub vendor_training: Option<TrainingUse>,
    /// What it costs and brings.
    pub cost_benefit: Option<CostBenefitShown>,
    /// The day by which it is to be looked at again, `YYYY-MM-DD`.
    pub next_review: Option<String>,
    /// Whether that day has passed on the day the view is of.
    pub review_late: bool,
    /// The entry it was registered with.
    pub since_entry: u64,
    /// The entry that last changed it.
    pub changed_entry: u64,
}

/// Puts one workflow on the register, as a draft.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct AddWorkflow {
    /// Name.
    pub name: String,
    /// What the AI does; may be blank.
    pub ai_does: String,
    /// What the human does; may be blank.
    pub human_does: String,
    /// Phase of the sales process.
    pub phase: Option<Phase>,
    /// What sort of work it does.
    pub kind: Option<Kind>,
    /// Owner, a person's reference.
    pub owner: Option<String>,
    /// Vendor; may be blank.
    pub vendor: String,
}

/// A workflow was registered.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WorkflowAdded {
    /// Its reference.
    pub workflow: String,
    /// The register after.
    pub register: RegisterView,
}
