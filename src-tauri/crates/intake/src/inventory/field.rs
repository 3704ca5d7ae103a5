//! The fields of a workflow that a column of an inventory can fill.

use serde::Serialize;

use crate::map::Field;

/// Declares the fields: the stable name, the field in a sentence, the words to choose from, and the
/// headers that people give it, the surest first.
macro_rules! fields {
    ($($field:ident: $name:literal, $word:literal, $choices:expr, [$($header:literal),* $(,)?];)*) => {
        /// A field of [`super::WorkflowRow`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, reason = "each is the field of WorkflowRow of the same name")]
        pub enum WorkflowField {
            $($field,)*
        }

        impl Field for WorkflowField {
            const ALL: &'static [Self] = &[$(Self::$field),*];

            fn name(self) -> &'static str {
                match self {
                    $(Self::$field => $name,)*
                }
            }

            fn headers(self) -> &'static [&'static str] {
                match self {
                    $(Self::$field => &[$($header),*],)*
                }
            }
        }

        impl WorkflowField {
            /// The field in a sentence.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$field => $word,)*
                }
            }

            /// The words to choose from, for a sentence.
            pub fn choices(self) -> &'static str {
                match self {
                    $(Self::$field => $choices,)*
                }
            }
        }
    };
}

const ANY_TEXT: &str = "any text";
const AN_AMOUNT: &str = "an amount like 12000";
const A_LAST_DAY: &str = "a day like 2027-03-31, yes, no";

fields! {
    Reference: "reference", "reference", "a reference like WF-0007",
        ["reference", "ref", "workflow ref", "workflow reference"];
    Name: "name", "name of the workflow", ANY_TEXT,
        [
            "ai workflow name", "workflow name", "ai workflow", "workflow", "ai use case",
            "use case", "use case name", "name", "automation", "ai agent", "agent name", "agent",
            "title",
        ];
    Bottleneck: "bottleneck", "bottleneck", ANY_TEXT,
        ["bottleneck", "bottleneck it opens", "problem", "problem solved", "pain point", "pain"];
    Outcome: "outcome", "outcome expected", ANY_TEXT,
        [
            "outcome", "expected outcome", "outcome expected", "expected result", "goal",
            "objective", "purpose",
        ];
    Phase: "phase", "phase", "data sourcing, campaign execution, pipeline progression",
        ["phase", "sales phase", "process phase", "gtm phase", "funnel phase"];
    Kind: "kind", "kind",
        "lead scoring, enrichment, routing, outreach, sequencing, forecasting, next best action, call summary, renewal, deal desk, de-duplication, content, agent",
        ["kind", "workflow kind", "workflow type", "use case type", "type", "category"];
    AiDoes: "ai_does", "part of the AI", ANY_TEXT,
        [
            "ai does", "what the ai does", "what ai does", "ai part", "ai task", "ai role",
            "what it does", "description",
        ];
    HumanDoes: "human_does", "part of the human", ANY_TEXT,
        [
            "human does", "what the human does", "what humans do", "human part", "human task",
            "human role", "human step", "human review", "human in the loop",
        ];
    Governance: "governance", "governance mechanism", ANY_TEXT,
        ["governance", "governance mechanism", "control", "controls", "oversight"];
    Vendor: "vendor", "vendor", ANY_TEXT,
        ["vendor", "vendor name", "supplier", "provider", "vendor tool"];
    Product: "product", "product", ANY_TEXT,
        ["product", "tool", "ai tool", "tool name", "platform", "application", "software", "app"];
    Model: "model", "model", ANY_TEXT,
        ["model", "ai model", "model version", "model and version", "llm"];
    SystemOfRecord: "system_of_record", "system of record", ANY_TEXT,
        ["system of record", "sor", "crm", "source of truth", "system"];
    Owner: "owner", "owner", ANY_TEXT,
        [
            "owner", "workflow owner", "accountable owner", "accountable", "accountable person",
            "business owner",
        ];
    Approver: "approver", "approver", ANY_TEXT,
        [
            "approver", "approver role", "approving role", "who approves", "approval owner",
            "approval",
        ];
    KillSwitchOwner: "kill_switch_owner", "kill-switch owner", ANY_TEXT,
        [
            "kill switch owner", "kill switch", "killswitch owner", "killswitch", "off switch",
            "who can stop it", "who stops it",
        ];
    Status: "status", "status", "draft, live, paused, stopped, retired",
        ["status", "state", "workflow status", "lifecycle status", "deployment"];
    Tier: "tier", "autonomy tier",
        "1 (suggest), 2 (draft), 3 (execute with approval), 4 (execute autonomously)",
        ["tier", "autonomy tier", "ai tier", "autonomy", "autonomy level", "level of autonomy"];
    WriteStage: "write_stage", "write stage",
        "read-only assist, draft mode, conditional write, automated write",
        [
            "write stage", "write mode", "write access", "crm write", "crm write access",
            "write back", "writeback",
        ];
    DataRisks: "data_risks", "data risks",
        "personal data, customer confidential, pricing, contract terms, credentials, none",
        [
            "data risk", "data risks", "data risk tags", "data classification", "data sensitivity",
            "sensitive data", "data types", "data used", "data",
        ];
    Guardrails: "guardrails", "guardrails", ANY_TEXT,
        ["guardrails", "guardrail", "safeguards", "hard limits", "limits", "restrictions"];
    Kpis: "kpis", "KPIs", ANY_TEXT,
        ["kpis", "kpi", "metrics", "metric", "success metrics", "success metric", "measures"];
    Logs: "logs", "place of the logs", ANY_TEXT,
        [
            "logs", "log", "log location", "where logged", "where the logs are", "logging",
            "audit log", "audit trail",
        ];
    RollbackPlan: "rollback_plan", "rollback plan", ANY_TEXT,
        ["rollback plan", "rollback", "roll back", "roll back plan", "fallback", "backout plan"];
    Soc2: "soc_2", "SOC 2", A_LAST_DAY,
        ["soc 2", "soc2", "soc 2 expiry", "soc 2 valid to", "soc 2 report"];
    Iso27001: "iso_27001", "ISO 27001", A_LAST_DAY,
        ["iso 27001", "iso27001", "iso 27001 expiry", "iso 27001 valid to", "iso iec 27001"];
    GdprDpa: "gdpr_dpa", "GDPR/DPA", A_LAST_DAY,
        ["gdpr dpa", "dpa", "gdpr", "dpa expiry", "data processing agreement"];
    VendorRetention: "vendor_retention", "time the vendor keeps data", ANY_TEXT,
        [
            "vendor retention", "data retention", "retention", "vendor data retention",
            "vendor keeps data",
        ];
    VendorTraining: "vendor_training", "use for training", "no, opted out, yes",
        [
            "vendor training", "use for training", "training use", "trains on our data",
            "training on data",
        ];
    Raci: "raci", "RACI row", "the row of a matrix, like governance/inventory-and-tiering",
        ["raci row", "raci", "governed by", "raci activity"];
    Permissions: "permissions", "permissions",
        "“Send external message: tier 3 (400 a day)”, a line for each",
        ["permissions", "permission", "permitted actions", "actions permitted", "allowed actions"];
    Metrics: "metrics", "metrics", "references like MET-0005",
        ["metric references", "metric refs", "measured by"];
    Currency: "currency", "currency", "three letters like EUR",
        ["currency"];
    SetUpCost: "set_up_cost", "set-up cost", AN_AMOUNT,
        ["set up cost", "setup cost", "cost to set up", "one time cost", "cost once"];
    CostAYear: "cost_a_year", "cost a year", AN_AMOUNT,
        ["cost a year", "annual cost", "yearly cost", "cost per year"];
    BenefitAYear: "benefit_a_year", "benefit a year", AN_AMOUNT,
        ["benefit a year", "annual benefit", "yearly benefit", "benefit per year", "benefit"];
    BenefitBasis: "benefit_basis", "basis of the benefit", ANY_TEXT,
        ["basis of the benefit", "benefit basis", "how the benefit was estimated"];
    NextReview: "next_review", "next review", "a day like 2026-12-04",
        ["next review", "review date", "review due", "next review date", "review by"];
}
