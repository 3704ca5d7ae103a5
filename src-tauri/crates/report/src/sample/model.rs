//! What a sample's workpaper holds.

use crate::frame::Frame;

/// A sample as it stands in the record.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// "Sample of outbound emails".
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
    /// The strata, where there are some: name, rows, tested, in error, at most.
    pub strata: Vec<[String; 5]>,
    /// Every other sample of these rows or of rows that overlap: reference, batch, entry, state.
    pub others: Vec<[String; 4]>,
    /// What it would take to steer the draw.
    pub collusion: String,
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
