//! What of the record stands as a table beside an item.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A part of the record that an item of a review reads: as it stood when the period that the review
/// looks back on ended, and what changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Pulled {
    /// Rules that do not hold.
    Findings,
    /// Checks of fairness made in the period, and workflows that score or route without one.
    Fairness,
    /// The same for drift.
    Drift,
    /// What live workflows cost and bring.
    Returns,
    /// The tier of each workflow, and what its evidence supports.
    Tiers,
    /// Severe exceptions of the period, and what was learnt from them.
    Postmortems,
    /// Vendors behind the workflows, and what certifies them.
    Vendors,
    /// Kill switches: when each was last tried, and by when it is to be.
    Drills,
    /// People and roles that came or went in the period, and marks of the RACI matrices.
    Access,
    /// Policies in force, and who has not attested them.
    Policies,
    /// Requirements of frameworks, gaps first.
    Coverage,
    /// Batches of the period with their gaps, and live workflows without logs.
    Logs,
}

impl Pulled {
    /// Each of them.
    pub const ALL: [Self; 12] = [
        Self::Findings,
        Self::Fairness,
        Self::Drift,
        Self::Returns,
        Self::Tiers,
        Self::Postmortems,
        Self::Vendors,
        Self::Drills,
        Self::Access,
        Self::Policies,
        Self::Coverage,
        Self::Logs,
    ];

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Findings => "Findings open",
            Self::Fairness => "Fairness checks",
            Self::Drift => "Drift checks",
            Self::Returns => "Return by workflow",
            Self::Tiers => "Tier by workflow",
            Self::Postmortems => "Severe exceptions",
            Self::Vendors => "Vendors and certificates",
            Self::Drills => "Kill-switch drills",
            Self::Access => "People, roles and RACI",
            Self::Policies => "Policies and attestations",
            Self::Coverage => "Framework coverage",
            Self::Logs => "Action logs",
        }
    }
}
