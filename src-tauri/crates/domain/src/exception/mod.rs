//! An exception: something went wrong, somebody is asked to see to it.

mod report;
mod resolve;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use report::{Reported, report};
pub use resolve::resolve;

use crate::people::{revops, security, sponsor};
use crate::{
    ExceptionRef, MetricRef, OverrideRef, Period, RoleId, StopRef, TeamRef, Text, WorkflowRef,
};

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

    /// The role that is asked to see to it.
    pub fn route(self) -> RoleId {
        match self {
            Self::DataSecurity => security(),
            Self::Privacy | Self::Bias => RoleId::new("compliance"),
            Self::WorkflowDisruption | Self::Anomaly | Self::OutputError => revops(),
            Self::Usability => RoleId::new("enablement"),
            Self::LegalOrClaims => RoleId::new("legal"),
            Self::Deliverability => RoleId::new("marketing-ops"),
            Self::MetricEmergency => sponsor(),
            Self::SequenceDeviation | Self::CrmHygiene => RoleId::new("client-sponsor"),
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
}

/// What brought an exception about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "of")]
pub enum Cause {
    /// Somebody reported it.
    Report,
    /// The kill switch was pulled.
    Stop {
        /// Which stop.
        stop: StopRef,
    },
    /// One team overrode one workflow again and again.
    Overrides {
        /// Which team; none for people who belong to none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        team: Option<TeamRef>,
        /// The overrides.
        overrides: Vec<OverrideRef>,
    },
    /// A metric was worse than its baseline two periods running.
    Metric {
        /// Which metric.
        metric: MetricRef,
        /// The two periods, in order.
        periods: Vec<Period>,
    },
}

/// Something went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionRaised {
    /// The new reference.
    pub exception: ExceptionRef,
    /// What sort of thing.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Severity,
    /// The workflow it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workflow: Option<WorkflowRef>,
    /// What happened.
    pub what: Text,
    /// The role that is asked to see to it.
    pub routed: RoleId,
    /// What brought it about.
    pub cause: Cause,
}

/// It was seen to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionResolved {
    /// Which.
    pub exception: ExceptionRef,
    /// What was found and done.
    pub words: Text,
}

/// How far an exception is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ExceptionStage")]
pub enum Stage {
    /// To be seen to.
    Open,
    /// Seen to.
    Resolved,
}

/// An exception as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Which.
    pub exception: ExceptionRef,
    /// The workflow it is about.
    pub workflow: Option<WorkflowRef>,
    /// The role that is asked to see to it.
    pub routed: RoleId,
    /// What brought it about.
    pub cause: Cause,
    /// How far it is.
    pub stage: Stage,
}
