//! What a sample's workpaper holds.

use crate::frame::Frame;

/// A sample as it stands in the record.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// "Sample “Outbound emails”".
    pub title: String,
    /// "SMP-0038".
    pub reference: String,
    /// Who tested and reviewed it, and what for, in a sentence.
    pub about: String,
    /// What was drawn from, each a name and what it is.
    pub population: Vec<(String, String)>,
    /// How it was drawn, likewise.
    pub draw: Vec<(String, String)>,
    /// What was tested, as heads of columns.
    pub attributes: Vec<String>,
    /// The items, in the order drawn.
    pub items: Vec<Item>,
    /// What a reader may quote.
    pub result: String,
    /// How the limit falls with the items tested; none where the draw has no sound limit.
    pub proves: Option<Proves>,
    /// What the samples of one process prove together; none where the rows are of none alone.
    pub together: Option<Together>,
    /// The strata, where there are some: name, rows, tested, in error, at most.
    pub strata: Vec<[String; 5]>,
    /// Every other sample of these rows or of rows that overlap: reference, batch, entry, state.
    pub others: Vec<[String; 4]>,
    /// What it would take to steer the draw.
    pub collusion: String,
}

/// The highest share of errors that fits a sample, by how many items are tested.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Proves {
    /// All the rows that were drawn from.
    pub rows: u64,
    /// Items tested.
    pub tested: u64,
    /// Those in error.
    pub errors: u64,
    /// The limit by items tested, in their order; one of them is of `tested`.
    pub limits: Vec<Limit>,
    /// So many items would prove what is wanted, if no further one is in error; one of `limits` is of
    /// them. None where they are reached, or can't.
    pub enough: Option<u64>,
    /// The share that one wants to be below, in percent.
    pub wanted_percent: u32,
    /// Whether the plan draws more once errors are found: it has two limits then, each with half the risk.
    pub may_be_extended: bool,
}

/// The limit after so many items, in tenths of a percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Limit {
    /// Items tested.
    pub items: u64,
    /// With as many in error as were found.
    pub found: u64,
    /// With none.
    pub clean: u64,
}

/// What the samples of one process proved together, week by week.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Together {
    /// The weeks, the earliest first.
    pub weeks: Vec<Week>,
    /// "3 of 299 in error".
    pub found: String,
    /// The share that one wants to be below, in percent.
    pub wanted_percent: u32,
}

/// What stood at the end of a week.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Week {
    /// "W39".
    pub week: String,
    /// The limit, in tenths of a percent; none where nothing counts yet.
    pub limit: Option<u64>,
    /// Whether one that was drawn was planned in this week, or one still may be.
    pub held: bool,
}

/// An item.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Item {
    /// Its place in the draw.
    pub place: u64,
    /// Two groups of its order hash; empty where rows are not drawn by one.
    pub order: String,
    /// The row's number.
    pub row: u64,
    /// When, as the log says.
    pub at: String,
    /// Where it lies: its id or target.
    pub pointer: String,
    /// What was found on each attribute; empty while it is left to test.
    pub found: Vec<Found>,
    /// What was noted, with the references of evidence.
    pub note: String,
}

/// What was found on an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// It holds.
    Holds,
    /// It does not.
    Broken,
    /// It is not asked of this item.
    NotAsked,
}

impl Item {
    /// Whether it is in error.
    pub fn is_error(&self) -> bool {
        self.found.contains(&Found::Broken)
    }
}
