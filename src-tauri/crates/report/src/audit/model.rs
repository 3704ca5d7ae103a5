//! What the quarterly audit report holds.

use crate::clock::Clock;
use crate::decision;
use crate::frame::Frame;
use crate::sponsor::Quarter;

/// The report.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// The period's name: "2026-Q3".
    pub period: String,
    /// The sponsor's statement.
    pub statement: Statement,
    /// What the cover says of this document.
    pub facts: Vec<Fact>,
    /// The quarter in short, and as of when.
    pub quarter: Quarter,
    /// Stands under that section's head.
    pub about: String,
    /// The sections after it, in order.
    pub sections: Vec<Section>,
    /// How to verify it.
    pub verify: Verify,
}

/// The sponsor's statement.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Statement {
    /// What it says; none where nobody wrote one.
    pub says: Option<String>,
    /// How it stands: who signed it when, or what is still missing.
    pub signed: String,
    /// Where it was written: the review and its item.
    pub written: String,
    /// Whether it binds: the sponsor countersigned.
    pub binding: bool,
    /// What the same review says to the board, where it does.
    pub narrative: Option<String>,
}

/// A line on the cover.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Fact {
    /// Of what.
    pub name: String,
    /// What.
    pub says: String,
    /// A mark before it.
    pub state: Option<State>,
}

/// A section.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// What it holds, for the contents: "17 workflows"; empty where nothing is counted.
    pub holds: String,
    /// What it says in a sentence.
    pub lead: String,
    /// Its parts; one alone has no number of its own.
    pub parts: Vec<Part>,
}

/// A part of a section: charts, then a table.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Part {
    /// Its title.
    pub title: String,
    /// What it holds, for the contents.
    pub holds: String,
    /// Charts over its table.
    pub plots: Vec<Plot>,
    /// What happened within the time they show, in the order of time.
    pub events: Vec<Event>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub lines: Vec<Line>,
    /// What is said where there is no row.
    pub empty: String,
    /// What stands under the table; empty where nothing does.
    pub note: String,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// How wide it is.
    pub wide: Wide,
    /// Whether it holds figures, which stand at the right.
    pub figures: bool,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wide {
    /// In points.
    Points(u16),
    /// A share of what is left, by weight.
    Share(u16),
}

/// A row, or a head over rows.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Line {
    /// A row.
    Row {
        /// The record that stands here, for links to lead to.
        record: Option<String>,
        /// Its cells, one a column.
        cells: Vec<Cell>,
    },
    /// A head over the rows that follow, with their count.
    Group {
        /// What they have in common.
        title: String,
        /// How many.
        count: String,
    },
}

/// A cell.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cell {
    /// Words; references among them lead to their records.
    Words(String),
    /// What the row is about.
    Key(String),
    /// Words that a person wrote.
    Written(String),
    /// A mark and the word it repeats.
    State(State, String),
    /// How an exception's clock stands, with words that say so.
    Timed(Clock, String),
    /// Where a decision stands.
    Decided(decision::State),
    /// A tier with its short name; none without one.
    Tier(Option<u8>),
    /// How much of its time something took, where 1 is all of it; none where no time ran.
    Clock(Option<f32>),
}

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// As it should be.
    Fine,
    /// Somebody should look.
    Attention,
    /// A breach, late, failed.
    Breach,
    /// Not asked here.
    NotAsked,
    /// Waiting.
    Waiting,
    /// Missed.
    Missed,
    /// Live, held.
    Live,
    /// Paused.
    Paused,
    /// Stopped.
    Stopped,
    /// New, a draft.
    New,
}

/// A chart of a metric.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Plot {
    /// What it shows, in a few words.
    pub title: String,
    /// The metric, its unit and source.
    pub note: String,
    /// Its periods.
    pub spots: Vec<Spot>,
    /// The last value as people read it.
    pub last: String,
    /// The level that must not be passed, and its name.
    pub limit: Option<(f64, String)>,
    /// The last baseline's name.
    pub base: String,
}

/// Something that happened and stands on the lines of charts.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Event {
    /// What charts call it: "A".
    pub letter: String,
    /// The day: "10 Aug".
    pub day: String,
    /// What happened, with its reference.
    pub what: String,
}

/// A period of a metric.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Spot {
    /// Its short name.
    pub period: String,
    /// Nothing where it has none.
    pub value: Option<f64>,
    /// Whether a value was expected and is missing.
    pub missing: bool,
    /// The baseline in force.
    pub baseline: Option<f64>,
    /// Beyond its limit, or worse than its baseline.
    pub outside: bool,
    /// The letters of what happened in it, in order.
    pub letters: Vec<String>,
}

/// What the closing page verifies.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Verify {
    /// The origin of its checkpoints: "countersign/…".
    pub origin: String,
    /// A number of this report, to follow down to what it rests on: "12 of 13".
    pub number: String,
    /// Entries of the period: "2,205 to 4,688".
    pub period_entries: String,
    /// The last checkpoint up to the head: "entry 4,688, 2026-10-07 17:05"; none where there is none.
    pub checkpoint: Option<String>,
    /// Checkpoints up to the head.
    pub checkpoints: usize,
    /// Who countersigned the quarter, and when; or why nobody did.
    pub countersigned: String,
    /// Whether a checkpoint up to the head carries the countersigner's signature.
    pub cosigned: bool,
    /// Every key that was ever in force up to the head.
    pub keys: Vec<Key>,
}

/// A key that signed, or may.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Key {
    /// Whose.
    pub holder: String,
    /// In which entries it was in force: "from entry 12", "entries 12 to 840".
    pub held: String,
    /// SHA-256 of the raw public key, in hex.
    pub fingerprint: String,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn words(head: &str, wide: Wide) -> Self {
        Self { head: head.to_owned(), wide, figures: false }
    }

    /// A column of figures.
    #[must_use]
    pub fn figures(head: &str, points: u16) -> Self {
        Self { head: head.to_owned(), wide: Wide::Points(points), figures: true }
    }
}
