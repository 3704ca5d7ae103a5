//! What the sponsor page holds.

use crate::clock::Clock;
use crate::frame::Frame;

/// A section of the audit report that holds the rows behind a figure: "3.1".
pub type Section = String;

/// The sponsor page.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// For whom it is, and as of when its figures stand.
    pub about: String,
    /// The quarter.
    pub quarter: Quarter,
    /// What the board is told, where the quarter's audit was closed with it.
    pub narrative: Option<Narrative>,
}

/// What the board is told, as it was signed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Narrative {
    /// The words, or how they begin.
    pub words: String,
    /// Who signed them with what: "signed by Jonas Lindqvist with the closing, entry 4,812".
    pub signed: String,
    /// Where the rest of them stands; empty where these are all.
    pub rest: String,
}

/// A quarter in short.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Quarter {
    /// The sentence that sums it up, piece by piece.
    pub lead: Vec<Piece>,
    /// What waits for the sponsor.
    pub asks: Vec<Ask>,
    /// What the two columns of changes are called, the quarter before and this one: "Q2", "Q3".
    pub columns: [String; 2],
    /// Figures beside those of the quarter before.
    pub changes: Vec<Change>,
    /// Workflows whose tier or status moved.
    pub moved: Vec<Moved>,
    /// How many workflows stood at which tier when it began, where that is known, and when it ended.
    pub tiers: Vec<Tiers>,
    /// The gravest of what went wrong.
    pub wrong: Vec<Wrong>,
    /// How many exceptions were raised.
    pub raised: usize,
    /// What samples prove.
    pub proofs: Vec<Proof>,
    /// What stands under them, or in their place where there are none.
    pub proofs_note: String,
    /// The names of its three months.
    pub months: [String; 3],
    /// Reviews by cadence.
    pub rhythm: Vec<Rhythm>,
    /// What stands at the foot.
    pub note: String,
}

/// Words of the lead, and where the rows of their figure are.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Piece {
    /// The words.
    pub words: String,
    /// The section; empty where they hold no figure.
    pub rows: Section,
}

/// Something the sponsor is asked to sign.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Ask {
    /// Its reference.
    pub reference: String,
    /// What it is, in a few words.
    pub what: String,
    /// More of it.
    pub more: String,
    /// The last day; empty where there is none.
    pub until: String,
    /// Where more is said.
    pub rows: Section,
}

/// A figure and what it was a quarter earlier.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Change {
    /// What is counted.
    pub what: String,
    /// Whether it is a part of the one before.
    pub part: bool,
    /// Then; empty where nothing is known.
    pub before: String,
    /// Now.
    pub now: String,
    /// Its rows.
    pub rows: Section,
}

/// A workflow that moved.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Moved {
    /// Its reference.
    pub workflow: String,
    /// What it is called.
    pub name: String,
    /// Its tier when the quarter began; none without one.
    pub from: Option<u8>,
    /// Its tier when it ended.
    pub to: Option<u8>,
    /// What happened to it.
    pub shift: Shift,
    /// What did it: a decision, a stop, an entry; empty where nothing was done to it.
    pub by: String,
}

/// What happened to a workflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shift {
    /// It may do more.
    Up,
    /// It may do less.
    Down,
    /// It came onto the register running, and nobody decided its launch.
    Found,
    /// It went live for the first time, or it ran before and its launch was decided.
    Launched,
    /// It stood paused or stopped, and went live again.
    Restarted,
    /// It came onto the register.
    Registered,
    /// It was stopped.
    Stopped,
    /// It was paused.
    Paused,
    /// It was retired.
    Retired,
}

impl Shift {
    /// In a word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Found => "found live",
            Self::Launched => "launched",
            Self::Restarted => "restarted",
            Self::Registered => "new",
            Self::Stopped => "stopped",
            Self::Paused => "paused",
            Self::Retired => "retired",
        }
    }
}

/// How many workflows stood at which tier.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Tiers {
    /// The day, as in "30 Sep 2026".
    pub day: String,
    /// Those of tiers 1 to 4, and those without one.
    pub counts: [u32; 5],
}

/// Something that went wrong.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Wrong {
    /// The exception.
    pub reference: String,
    /// The day it was raised: "10 Sep".
    pub day: String,
    /// What happened.
    pub what: String,
    /// How it stands: "High, resolved in time".
    pub stands: String,
    /// How its clock stands.
    pub clock: Clock,
}

/// What samples of one process prove together.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Proof {
    /// Of what.
    pub of: String,
    /// How many were in error of how many tested.
    pub found: String,
    /// The share found and the upper limit, in percent; none where there is no sound limit.
    pub shares: Option<[f32; 2]>,
    /// The limit in words: "≤ 2.8 %"; or that there is none.
    pub at_most: String,
}

/// The reviews of a cadence in the quarter.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Rhythm {
    /// What it is called.
    pub name: String,
    /// Its three months.
    pub months: [Month; 3],
    /// Held of those whose time is over.
    pub held: usize,
    /// Those.
    pub expected: usize,
    /// What was missed, is late or was held only after the quarter, in words; empty where nothing was.
    pub says: String,
}

/// The reviews of a month.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Month {
    /// Each by its day.
    pub days: Vec<Day>,
}

/// A review on its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Day {
    /// The day of the month, from 1.
    pub day: u32,
    /// How it stands.
    pub state: DayState,
}

/// How a review stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayState {
    /// Held.
    Held,
    /// Missed for ever.
    Missed,
    /// Past its time, and can still be held.
    Late,
    /// Neither yet.
    Waiting,
}
