//! What sorts of things go wrong, and how bad they are.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::RoleId;
use crate::people::{revops, security, sponsor};

/// What sort of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ExceptionKind")]
pub enum Kind {
    /// Data were seen or used by whom they should not.
    DataSecurity,
    /// Data about persons were handled wrongly.
    Privacy,
    /// A workflow does not run as it should.
    WorkflowDisruption,
    /// Something is out of the ordinary.
    Anomaly,
    /// What the AI gave out is wrong.
    OutputError,
    /// People cannot work with it well.
    Usability,
    /// Some are treated worse than others.
    Bias,
    /// Something was said or promised that may not be.
    LegalOrClaims,
    /// Messages do not arrive.
    Deliverability,
    /// A metric stood below its baseline twice running.
    MetricEmergency,
    /// A step of a sequence was skipped or repeated.
    SequenceDeviation,
    /// Records are not kept as they should be.
    CrmHygiene,
}

impl Kind {
    /// Every kind there is.
    pub const ALL: [Self; 12] = [
        Self::DataSecurity,
        Self::Privacy,
        Self::WorkflowDisruption,
        Self::Anomaly,
        Self::OutputError,
        Self::Usability,
        Self::Bias,
        Self::LegalOrClaims,
        Self::Deliverability,
        Self::MetricEmergency,
        Self::SequenceDeviation,
        Self::CrmHygiene,
    ];

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::DataSecurity => "Data security",
            Self::Privacy => "Privacy",
            Self::WorkflowDisruption => "Workflow disruption",
            Self::Anomaly => "Anomaly",
            Self::OutputError => "Output error",
            Self::Usability => "Usability",
            Self::Bias => "Bias",
            Self::LegalOrClaims => "Legal or claims",
            Self::Deliverability => "Deliverability",
            Self::MetricEmergency => "Metric emergency",
            Self::SequenceDeviation => "Sequence deviation",
            Self::CrmHygiene => "CRM hygiene",
        }
    }

    /// The roles that are asked to see to it until a decision sets others; the first leads.
    pub fn usual_route(self) -> Vec<RoleId> {
        match self {
            Self::DataSecurity => vec![security(), compliance()],
            Self::Privacy => vec![compliance(), security()],
            Self::Bias => vec![compliance(), sponsor()],
            Self::WorkflowDisruption | Self::Anomaly | Self::OutputError => vec![revops()],
            Self::Usability => vec![RoleId::new("enablement-lead")],
            Self::LegalOrClaims => vec![RoleId::new("legal")],
            Self::Deliverability => vec![RoleId::new("marketing-ops")],
            Self::MetricEmergency => vec![sponsor(), revops()],
            Self::SequenceDeviation | Self::CrmHygiene => vec![RoleId::new("client-sponsor")],
        }
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ExceptionSeverity")]
pub enum Severity {
    /// It can wait for its turn.
    Normal,
    /// It is seen to first.
    High,
    /// It is seen to now.
    Critical,
}

impl Severity {
    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Normal => "Normal",
            Self::High => "High",
            Self::Critical => "Critical",
        }
    }

    /// Whether it wants a postmortem once it was seen to.
    pub const fn is_severe(self) -> bool {
        match self {
            Self::Normal => false,
            Self::High | Self::Critical => true,
        }
    }
}

fn compliance() -> RoleId {
    RoleId::new("compliance")
}
