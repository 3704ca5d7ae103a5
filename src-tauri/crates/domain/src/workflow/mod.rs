//! The register: which AI workflows there are, what each may do, who answers for it.

mod autonomy;
mod register;
mod take_in;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use autonomy::{Permission, Permitted, Tier, WriteStage};
pub use register::{Known, Register, describe, fold, register};
pub use take_in::{ImportRecorded, RejectedRow, record_import};

use crate::{PersonRef, RoleId, Text, WorkflowRef};

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
#[allow(missing_docs, reason = "the names are SPEC's words and say it all")]
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

/// What is known of a workflow. What is not answered is absent, never a default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// What people call it.
    pub name: Option<Text>,
    /// The bottleneck it is meant to open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bottleneck: Option<Text>,
    /// The outcome expected of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Text>,
    /// Where in the sales process it acts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// What sort of work it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// What the AI does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ai_does: Option<Text>,
    /// What the human does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub human_does: Option<Text>,
    /// What keeps it safe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub governance: Option<Text>,
    /// Who sells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<Text>,
    /// What it is sold as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<Text>,
    /// The model with its version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<Text>,
    /// Where the records it works on live.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system_of_record: Option<Text>,
    /// The one accountable person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonRef>,
    /// The owner as an inventory names one, while no person of the workspace matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_named: Option<Text>,
    /// The role that approves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approver: Option<RoleId>,
    /// The approver as an inventory names one, while no role matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approver_named: Option<Text>,
    /// Who answers for the kill switch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kill_switch_owner: Option<PersonRef>,
    /// The kill-switch owner as an inventory names one, while no person matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kill_switch_owner_named: Option<Text>,
    /// The tier an inventory states, until permissions are tiered one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier_stated: Option<Tier>,
    /// What it may do, and how freely; what is not listed is blocked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<Permission>,
    /// How it writes to systems of record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub write_stage: Option<WriteStage>,
    /// Which risky data it touches; an empty list says none, absence says not answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_risks: Option<Vec<DataRisk>>,
    /// What holds it back.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub guardrails: Vec<Text>,
    /// What it is measured by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<Text>,
    /// Where its logs are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logs: Option<Text>,
    /// How its effects are undone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rollback_plan: Option<Text>,
}

impl Facts {
    /// The tier its permissions amount to: the highest of its rows, none where all are blocked;
    /// the stated one only where there are no rows.
    pub fn tier(&self) -> Option<Tier> {
        if self.permissions.is_empty() {
            return self.tier_stated;
        }
        self.permissions
            .iter()
            .filter_map(|row| match row.permitted {
                Permitted::Blocked => None,
                Permitted::Tier1 => Some(Tier::Suggest),
                Permitted::Tier2 => Some(Tier::Draft),
                Permitted::Tier3 => Some(Tier::ExecuteWithApproval),
                Permitted::Tier4 => Some(Tier::ExecuteAutonomously),
            })
            .max()
    }
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

/// What is known of a workflow, given anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkflowDescribed {
    /// Which workflow.
    pub workflow: WorkflowRef,
    /// Everything known of it from now on.
    pub facts: Facts,
}
