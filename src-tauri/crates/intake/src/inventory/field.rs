//! The fields of a workflow that a column of an inventory can fill.

use serde::Serialize;

use crate::map::Field;

/// A field of [`super::WorkflowRow`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the field of WorkflowRow of the same name")]
pub enum WorkflowField {
    Reference,
    Name,
    Bottleneck,
    Outcome,
    Phase,
    Kind,
    AiDoes,
    HumanDoes,
    Governance,
    Vendor,
    Product,
    Model,
    SystemOfRecord,
    Owner,
    Approver,
    KillSwitchOwner,
    Status,
    Tier,
    WriteStage,
    DataRisks,
    Guardrails,
    Kpis,
    Logs,
    RollbackPlan,
    Soc2,
    Iso27001,
    GdprDpa,
    VendorRetention,
    VendorTraining,
    Raci,
    Permissions,
    Metrics,
    Currency,
    SetUpCost,
    CostAYear,
    BenefitAYear,
    BenefitBasis,
    NextReview,
}

impl Field for WorkflowField {
    const ALL: &'static [Self] = &[
        Self::Reference,
        Self::Name,
        Self::Bottleneck,
        Self::Outcome,
        Self::Phase,
        Self::Kind,
        Self::AiDoes,
        Self::HumanDoes,
        Self::Governance,
        Self::Vendor,
        Self::Product,
        Self::Model,
        Self::SystemOfRecord,
        Self::Owner,
        Self::Approver,
        Self::KillSwitchOwner,
        Self::Status,
        Self::Tier,
        Self::WriteStage,
        Self::DataRisks,
        Self::Guardrails,
        Self::Kpis,
        Self::Logs,
        Self::RollbackPlan,
        Self::Soc2,
        Self::Iso27001,
        Self::GdprDpa,
        Self::VendorRetention,
        Self::VendorTraining,
        Self::Raci,
        Self::Permissions,
        Self::Metrics,
        Self::Currency,
        Self::SetUpCost,
        Self::CostAYear,
        Self::BenefitAYear,
        Self::BenefitBasis,
        Self::NextReview,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Name => "name",
            Self::Bottleneck => "bottleneck",
            Self::Outcome => "outcome",
            Self::Phase => "phase",
            Self::Kind => "kind",
            Self::AiDoes => "ai_does",
            Self::HumanDoes => "human_does",
            Self::Governance => "governance",
            Self::Vendor => "vendor",
            Self::Product => "product",
            Self::Model => "model",
            Self::SystemOfRecord => "system_of_record",
            Self::Owner => "owner",
            Self::Approver => "approver",
            Self::KillSwitchOwner => "kill_switch_owner",
            Self::Status => "status",
            Self::Tier => "tier",
            Self::WriteStage => "write_stage",
            Self::DataRisks => "data_risks",
            Self::Guardrails => "guardrails",
            Self::Kpis => "kpis",
            Self::Logs => "logs",
            Self::RollbackPlan => "rollback_plan",
            Self::Soc2 => "soc_2",
            Self::Iso27001 => "iso_27001",
            Self::GdprDpa => "gdpr_dpa",
            Self::VendorRetention => "vendor_retention",
            Self::VendorTraining => "vendor_training",
            Self::Raci => "raci",
            Self::Permissions => "permissions",
            Self::Metrics => "metrics",
            Self::Currency => "currency",
            Self::SetUpCost => "set_up_cost",
            Self::CostAYear => "cost_a_year",
            Self::BenefitAYear => "benefit_a_year",
            Self::BenefitBasis => "benefit_basis",
            Self::NextReview => "next_review",
        }
    }

    fn headers(self) -> &'static [&'static str] {
        match self {
            Self::Reference => &["reference", "ref", "workflow ref", "workflow reference"],
            Self::Name => &[
                "ai workflow name",
                "workflow name",
                "ai workflow",
                "workflow",
                "ai use case",
                "use case",
                "use case name",
                "name",
                "automation",
                "ai agent",
                "agent name",
                "agent",
                "title",
            ],
            Self::Bottleneck => &[
                "bottleneck",
                "bottleneck it opens",
                "problem",
                "problem solved",
                "pain point",
                "pain",
            ],
            Self::Outcome => &[
                "outcome",
                "expected outcome",
                "outcome expected",
                "expected result",
                "goal",
                "objective",
                "purpose",
            ],
            Self::Phase => &["phase", "sales phase", "process phase", "gtm phase", "funnel phase"],
            Self::Kind => {
                &["kind", "workflow kind", "workflow type", "use case type", "type", "category"]
            }
            Self::AiDoes => &[
                "ai does",
                "what the ai does",
                "what ai does",
                "ai part",
                "ai task",
                "ai role",
                "what it does",
                "description",
            ],
            Self::HumanDoes => &[
                "human does",
                "what the human does",
                "what humans do",
                "human part",
                "human task",
                "human role",
                "human step",
                "human review",
                "human in the loop",
            ],
            Self::Governance => {
                &["governance", "governance mechanism", "control", "controls", "oversight"]
            }
            Self::Vendor => &["vendor", "vendor name", "supplier", "provider", "vendor tool"],
            Self::Product => &[
                "product",
                "tool",
                "ai tool",
                "tool name",
                "platform",
                "application",
                "software",
                "app",
            ],
            Self::Model => &["model", "ai model", "model version", "model and version", "llm"],
            Self::SystemOfRecord => {
                &["system of record", "sor", "crm", "source of truth", "system"]
            }
            Self::Owner => &[
                "owner",
                "workflow owner",
                "accountable owner",
                "accountable",
                "accountable person",
                "business owner",
            ],
            Self::Approver => &[
                "approver",
                "approver role",
                "approving role",
                "who approves",
                "approval owner",
                "approval",
            ],
            Self::KillSwitchOwner => &[
                "kill switch owner",
                "kill switch",
                "killswitch owner",
                "killswitch",
                "off switch",
                "who can stop it",
                "who stops it",
            ],
            Self::Status => {
                &["status", "state", "workflow status", "lifecycle status", "deployment"]
            }
            Self::Tier => &[
                "tier",
                "autonomy tier",
                "ai tier",
                "autonomy",
                "autonomy level",
                "level of autonomy",
            ],
            Self::WriteStage => &[
                "write stage",
                "write mode",
                "write access",
                "crm write",
                "crm write access",
                "write back",
                "writeback",
            ],
            Self::DataRisks => &[
                "data risk",
                "data risks",
                "data risk tags",
                "data classification",
                "data sensitivity",
                "sensitive data",
                "data types",
                "data used",
                "data",
            ],
            Self::Guardrails => {
                &["guardrails", "guardrail", "safeguards", "hard limits", "limits", "restrictions"]
            }
            Self::Kpis => &[
                "kpis",
                "kpi",
                "metrics",
                "metric",
                "success metrics",
                "success metric",
                "measures",
            ],
            Self::Logs => &[
                "logs",
                "log",
                "log location",
                "where logged",
                "where the logs are",
                "logging",
                "audit log",
                "audit trail",
            ],
            Self::RollbackPlan => &[
                "rollback plan",
                "rollback",
                "roll back",
                "roll back plan",
                "fallback",
                "backout plan",
            ],
            Self::Soc2 => &["soc 2", "soc2", "soc 2 expiry", "soc 2 valid to", "soc 2 report"],
            Self::Iso27001 => &[
                "iso 27001",
                "iso27001",
                "iso 27001 expiry",
                "iso 27001 valid to",
                "iso iec 27001",
            ],
            Self::GdprDpa => {
                &["gdpr dpa", "dpa", "gdpr", "dpa expiry", "data processing agreement"]
            }
            Self::VendorRetention => &[
                "vendor retention",
                "data retention",
                "retention",
                "vendor data retention",
                "vendor keeps data",
            ],
            Self::VendorTraining => &[
                "vendor training",
                "use for training",
                "training use",
                "trains on our data",
                "training on data",
            ],
            Self::Raci => &["raci row", "raci", "governed by", "raci activity"],
            Self::Permissions => &[
                "permissions",
                "permission",
                "permitted actions",
                "actions permitted",
                "allowed actions",
            ],
            Self::Metrics => &["metric references", "metric refs", "measured by"],
            Self::Currency => &["currency"],
            Self::SetUpCost => {
                &["set up cost", "setup cost", "cost to set up", "one time cost", "cost once"]
            }
            Self::CostAYear => &["cost a year", "annual cost", "yearly cost", "cost per year"],
            Self::BenefitAYear => &[
                "benefit a year",
                "annual benefit",
                "yearly benefit",
                "benefit per year",
                "benefit",
            ],
            Self::BenefitBasis => {
                &["basis of the benefit", "benefit basis", "how the benefit was estimated"]
            }
            Self::NextReview => {
                &["next review", "review date", "review due", "next review date", "review by"]
            }
        }
    }
}

impl WorkflowField {
    /// The field in a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Name => "name of the workflow",
            Self::Bottleneck => "bottleneck",
            Self::Outcome => "outcome expected",
            Self::Phase => "phase",
            Self::Kind => "kind",
            Self::AiDoes => "part of the AI",
            Self::HumanDoes => "part of the human",
            Self::Governance => "governance mechanism",
            Self::Vendor => "vendor",
            Self::Product => "product",
            Self::Model => "model",
            Self::SystemOfRecord => "system of record",
            Self::Owner => "owner",
            Self::Approver => "approver",
            Self::KillSwitchOwner => "kill-switch owner",
            Self::Status => "status",
            Self::Tier => "autonomy tier",
            Self::WriteStage => "write stage",
            Self::DataRisks => "data risks",
            Self::Guardrails => "guardrails",
            Self::Kpis => "KPIs",
            Self::Logs => "place of the logs",
            Self::RollbackPlan => "rollback plan",
            Self::Soc2 => "SOC 2",
            Self::Iso27001 => "ISO 27001",
            Self::GdprDpa => "GDPR/DPA",
            Self::VendorRetention => "time the vendor keeps data",
            Self::VendorTraining => "use for training",
            Self::Raci => "RACI row",
            Self::Permissions => "permissions",
            Self::Metrics => "metrics",
            Self::Currency => "currency",
            Self::SetUpCost => "set-up cost",
            Self::CostAYear => "cost a year",
            Self::BenefitAYear => "benefit a year",
            Self::BenefitBasis => "basis of the benefit",
            Self::NextReview => "next review",
        }
    }

    /// The words to choose from, for a sentence.
    pub fn choices(self) -> &'static str {
        match self {
            Self::Phase => "data sourcing, campaign execution, pipeline progression",
            Self::Kind => {
                "lead scoring, enrichment, routing, outreach, sequencing, forecasting, next best action, call summary, renewal, deal desk, de-duplication, content, agent"
            }
            Self::Status => "draft, live, paused, stopped, retired",
            Self::Tier => {
                "1 (suggest), 2 (draft), 3 (execute with approval), 4 (execute autonomously)"
            }
            Self::WriteStage => "read-only assist, draft mode, conditional write, automated write",
            Self::DataRisks => {
                "personal data, customer confidential, pricing, contract terms, credentials, none"
            }
            Self::Reference => "a reference like WF-0007",
            Self::VendorTraining => "no, opted out, yes",
            Self::Permissions => "“Send external message: tier 3 (400 a day)”, a line for each",
            Self::Raci => "the row of a matrix, like governance/inventory-and-tiering",
            Self::Metrics => "references like MET-0005",
            Self::Currency => "three letters like EUR",
            Self::SetUpCost | Self::CostAYear | Self::BenefitAYear => "an amount like 12000",
            Self::NextReview => "a day like 2026-12-04",
            Self::Soc2 | Self::Iso27001 | Self::GdprDpa => "a day like 2027-03-31, yes, no",
            Self::VendorRetention
            | Self::Name
            | Self::Bottleneck
            | Self::Outcome
            | Self::AiDoes
            | Self::HumanDoes
            | Self::Governance
            | Self::Vendor
            | Self::Product
            | Self::Model
            | Self::SystemOfRecord
            | Self::Owner
            | Self::Approver
            | Self::KillSwitchOwner
            | Self::Guardrails
            | Self::Kpis
            | Self::Logs
            | Self::BenefitBasis
            | Self::RollbackPlan => "any text",
        }
    }
}
