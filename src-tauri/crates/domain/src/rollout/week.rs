//! The weeks of the plan.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A week of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "RolloutWeek")]
pub enum Week {
    /// Days 1 to 7.
    Inventory,
    /// Days 8 to 15.
    Approvals,
    /// Days 16 to 23.
    Trail,
    /// Days 24 to 30.
    Rhythm,
}

/// How far a week of the plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "RolloutStage")]
pub enum Stage {
    /// All that it asks is so.
    Complete,
    /// Its days run.
    Running,
    /// Its days are over, and something that it asks is not so.
    Late,
    /// Its days are to come.
    Coming,
}

impl Week {
    /// Each, in order.
    pub const ALL: [Self; 4] = [Self::Inventory, Self::Approvals, Self::Trail, Self::Rhythm];

    /// What it is about.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Inventory => "Inventory and tiers",
            Self::Approvals => "Approvals and guardrails",
            Self::Trail => "Logging and audit trail",
            Self::Rhythm => "Monitoring, training, first review",
        }
    }

    /// What there is at its end.
    pub const fn delivers(self) -> &'static str {
        match self {
            Self::Inventory => "the register on one page",
            Self::Approvals => "approval flows that work",
            Self::Trail => "a trail that replays",
            Self::Rhythm => "a cadence that repeats",
        }
    }

    /// Its first and its last day, counted from 1 on the day the workspace began.
    pub const fn days(self) -> (u32, u32) {
        match self {
            Self::Inventory => (1, 7),
            Self::Approvals => (8, 15),
            Self::Trail => (16, 23),
            Self::Rhythm => (24, 30),
        }
    }

    /// How far it is on that day of the workspace, counted from 1.
    pub const fn stage(self, day: u32, complete: bool) -> Stage {
        let (first, last) = self.days();
        if complete {
            Stage::Complete
        } else if day < first {
            Stage::Coming
        } else if day <= last {
            Stage::Running
        } else {
            Stage::Late
        }
    }
}
