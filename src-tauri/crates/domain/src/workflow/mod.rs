//! The register: which AI workflows there are, what each may do, who answers for it.

mod autonomy;
mod check;
mod cost_benefit;
mod describe;
mod facts;
mod guarded;
mod permission;
mod register;
mod status;
mod vendor;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use autonomy::{Tier, WriteStage};
pub(crate) use check::check;
pub use cost_benefit::CostBenefit;
pub use describe::{describe, may_describe};
pub use facts::{Fact, Facts};
pub use permission::{ActionKind, Limits, Permission, Permitted, Window};
pub use register::{Known, Register, register};
pub use status::{next, set_status};
pub use vendor::{Certification, Standard, TrainingUse};

use crate::WorkflowRef;

/// Where in the sales process a workflow acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Finding and keeping data.
    DataSourcing,
    /// Reaching out.
    CampaignExecution,
    /// Moving deals on.
    PipelineProgression,
}

/// What sort of work a workflow does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names are SPEC’s words and say it all")]
pub enum Kind {
    LeadScoring,
    Enrichment,
    Routing,
    Outreach,
    Sequencing,
    Forecasting,
    NextBestAction,
    CallSummary,
    Renewal,
    DealDesk,
    DeDuplication,
    Content,
    Agent,
}

/// Where a workflow stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Being prepared.
    Draft,
    /// Acting.
    Live,
    /// Held for a while.
    Paused,
    /// Stopped by the kill switch.
    Stopped,
    /// Gone for good.
    Retired,
}

impl Status {
    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::Live => "Live",
            Self::Paused => "Paused",
            Self::Stopped => "Stopped",
            Self::Retired => "Retired",
        }
    }
}

/// A kind of data that makes a workflow riskier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DataRisk {
    /// Data about persons.
    PersonalData,
    /// What customers told in confidence.
    CustomerConfidential,
    /// Prices and discounts.
    Pricing,
    /// Terms of contracts.
    ContractTerms,
    /// Passwords, tokens, keys.
    Credentials,
}

/// A workflow is on the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkflowRegistered {
    /// The new reference.
    pub workflow: WorkflowRef,
    /// Where it stands.
    pub status: Status,
    /// Whether an inventory found it running before any launch decision.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub found_live: bool,
    /// What is known of it.
    pub facts: Facts,
}

/// An AI workflow as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workflow {
    /// Its reference.
    pub workflow: WorkflowRef,
    /// Where it stands.
    pub status: Status,
    /// Whether an inventory found it running before any launch decision.
    pub found_live: bool,
    /// What is known of it.
    pub facts: Facts,
}

/// What is known of a workflow, given anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkflowDescribed {
    /// Which workflow.
    pub workflow: WorkflowRef,
    /// Everything known of it from now on.
    pub facts: Facts,
}

/// A workflow stands elsewhere from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkflowStatusSet {
    /// Which workflow.
    pub workflow: WorkflowRef,
    /// Where it stands.
    pub status: Status,
}
