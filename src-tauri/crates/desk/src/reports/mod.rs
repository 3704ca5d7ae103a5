//! Reports and packs: what can leave the desk, and what has.

mod left;
mod offered;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::exports::Paper;

/// The reports that can be made, as far as they hang on the record.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReportsView {
    /// The fiscal quarters since the workspace began, the latest first.
    pub quarters: Vec<String>,
    /// Records that have pages of their own: the latest few of each kind.
    pub records: Vec<ReportOffered>,
}

/// A record that has pages of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportOffered {
    /// Which report it is.
    pub paper: Paper,
    /// Of which record.
    pub of: String,
    /// What that record is called; nothing once its words are erased.
    pub title: Option<String>,
    /// When it was closed, proposed, planned or written, RFC 3339 with offset.
    pub at: String,
}

/// Asks for what has left, newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct LeftQuery {
    /// Only what left before this entry.
    pub before: Option<u64>,
}

/// What has left, newest first, a page at a time.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LeftView {
    /// The exports.
    pub rows: Vec<LeftRow>,
    /// How many there are in all at the moment shown.
    pub all: u32,
    /// Whether there are earlier ones.
    pub more: bool,
}

/// Something that left the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeftRow {
    /// The entry that records it.
    pub entry: u64,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// Who took it out.
    pub by_name: String,
    /// What it was: `register`, `minutes`, `workpaper`, `pack`, …
    pub what: String,
    /// In which form: `pdf`, `csv`, `md`, `ics`, `excerpt`, `zip`.
    pub form: String,
    /// The record it is about, where it is about one.
    pub about: Option<String>,
    /// The period it covers, where it has one.
    pub period: Option<String>,
    /// The last entry it shows.
    pub as_of: u64,
    /// SHA-256 of the file in hex, or of a pack's manifest.
    pub sha256: Option<String>,
}
