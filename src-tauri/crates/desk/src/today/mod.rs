//! Today: what waits, soonest first, and the rhythm of the quarter.

mod rhythm;
mod since;
mod view;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actions::ActionRow;
use crate::exceptions::ExceptionsShort;
use crate::findings::FindingsShort;
use crate::metrics::MetricBeside;
use crate::policies::PolicyWaiting;
use crate::reviews::{ReviewRow, ReviewState};

/// What waits today.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TodayView {
    /// The day in the workspace's zone, `2026-11-16`.
    pub day: String,
    /// The ISO week of that day, from 1.
    pub week: u32,
    /// The fiscal quarter of that day, `2026-Q4`.
    pub quarter: String,
    /// Which day of that quarter it is, from 1.
    pub day_of_quarter: u32,
    /// Reviews of the quarter, cadence by cadence.
    pub rhythm: Rhythm,
    /// Reviews that can be opened or are open, soonest due first.
    pub reviews: Vec<ReviewRow>,
    /// The next review to come, where none waits.
    pub coming: Option<ReviewRow>,
    /// Open action items of who is signed in, and everybody's that are overdue; soonest due first.
    pub actions: Vec<ActionRow>,
    /// Open action items there are.
    pub actions_open: u32,
    /// Exceptions to be seen to.
    pub exceptions: ExceptionsShort,
    /// Metrics that stand out of line or lack their last value, the gravest first.
    pub metrics: Vec<MetricBeside>,
    /// Metrics that are kept.
    pub metrics_kept: u32,
    /// Policies that wait for the attestation of who is signed in, the soonest first.
    pub policies: Vec<PolicyWaiting>,
    /// What does not hold: how many findings, and the gravest.
    pub findings: FindingsShort,
    /// What a newly started workspace still lacks, in the order in which it is best done.
    pub first_steps: Vec<FirstStep>,
}

/// What happened since somebody was last here.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SinceView {
    /// Since when, RFC 3339 with the offset of the workspace's zone; none while there is nothing to
    /// tell.
    pub since: Option<String>,
    /// What happened, the latest first.
    pub lines: Vec<SinceLine>,
    /// How much more did.
    pub more: u32,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SinceLine {
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// What, in words that stand beside its reference.
    pub says: String,
    /// Who did it, by name; none where time did.
    pub by: Option<String>,
    /// What it is about, by reference.
    pub about: Option<String>,
    /// The entry that says so; none where time did.
    pub entry: Option<u64>,
}

/// The quarter's reviews as a strip: its weeks across, cadences down.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Rhythm {
    /// The weeks that the quarter touches.
    pub weeks: Vec<RhythmWeek>,
    /// A row for each cadence, the most frequent first.
    pub rows: Vec<RhythmRow>,
}

/// A week of the strip.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RhythmWeek {
    /// ISO week, from 1.
    pub week: u32,
    /// Its Monday.
    pub from: String,
    /// The month, 1 to 12, that begins in it or, for the first, that it lies in.
    pub month: Option<u32>,
    /// Whether today lies in it.
    pub now: bool,
}

/// A cadence of the strip.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RhythmRow {
    /// The cadence.
    pub cadence: String,
    /// What it is called.
    pub name: String,
    /// For each week, the reviews due in it.
    pub weeks: Vec<Vec<RhythmMark>>,
    /// Reviews held this quarter of those whose time is over.
    pub held: u32,
    /// Reviews whose time is over this quarter.
    pub expected: u32,
    /// When the next one is due, RFC 3339 with the offset of its zone.
    pub next: Option<String>,
}

/// A review on the strip.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RhythmMark {
    /// Its name.
    pub review: String,
    /// Where it stands.
    pub state: ReviewState,
    /// The day it is due.
    pub day: String,
}

/// Something a new workspace lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FirstStep {
    /// No workflow is on the register.
    Register,
    /// Nobody but the founder is known.
    People,
    /// Required roles that nobody holds.
    Roles,
    /// No review was held yet.
    Review,
}
