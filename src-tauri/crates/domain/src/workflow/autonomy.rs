//! How freely a workflow acts, and how it writes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Autonomy tiers; the higher, the freer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// 1: AI advises, a human acts.
    Suggest,
    /// 2: AI prepares, a human edits and approves.
    Draft,
    /// 3: AI acts after a named approver signs.
    ExecuteWithApproval,
    /// 4: AI acts unattended inside hard limits.
    ExecuteAutonomously,
}

impl Tier {
    /// All tiers, lowest first.
    pub const ALL: [Self; 4] =
        [Self::Suggest, Self::Draft, Self::ExecuteWithApproval, Self::ExecuteAutonomously];

    /// 1 to 4.
    pub const fn number(self) -> u8 {
        match self {
            Self::Suggest => 1,
            Self::Draft => 2,
            Self::ExecuteWithApproval => 3,
            Self::ExecuteAutonomously => 4,
        }
    }

    /// The tier with that number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|tier| tier.number() == number)
    }
}

/// How a workflow writes to systems of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WriteStage {
    /// It writes nothing.
    ReadOnlyAssist,
    /// A human accepts, edits or rejects.
    DraftMode,
    /// Low-impact fields, strictly validated.
    ConditionalWrite,
    /// Deterministic and contained.
    AutomatedWrite,
}
