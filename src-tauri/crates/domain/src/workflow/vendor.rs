//! What is known of the vendor behind a workflow.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Text;

/// A certification or agreement a vendor is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Standard {
    /// SOC 2.
    #[serde(rename = "soc-2")]
    Soc2,
    /// ISO/IEC 27001.
    #[serde(rename = "iso-27001")]
    Iso27001,
    /// GDPR, with a data processing agreement.
    GdprDpa,
}

impl Standard {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Soc2, Self::Iso27001, Self::GdprDpa];

    /// How the ledger spells it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Soc2 => "soc-2",
            Self::Iso27001 => "iso-27001",
            Self::GdprDpa => "gdpr-dpa",
        }
    }

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Soc2 => "SOC 2",
            Self::Iso27001 => "ISO 27001",
            Self::GdprDpa => "GDPR/DPA",
        }
    }
}

/// A certification the vendor holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certification {
    /// Which.
    pub standard: Standard,
    /// The last day it is valid; none when nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<NaiveDate>,
    /// What shows it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Text>,
}

/// Whether the vendor trains models on what it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TrainingUse {
    /// It does not.
    Never,
    /// It would, and the company has opted out.
    OptedOut,
    /// It does.
    Used,
}

impl TrainingUse {
    /// What it means, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Never => "Not used for training",
            Self::OptedOut => "Opted out of training",
            Self::Used => "Used for training",
        }
    }
}
