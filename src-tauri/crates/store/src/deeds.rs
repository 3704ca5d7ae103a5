//! What was done, by kind: entries with their time and what they are about, and nothing of their words.

use domain::Moment;
use rusqlite::{Row, params};

use crate::cell::{get, get_count, get_parsed, json};
use crate::error::StoreError;
use crate::view::View;

const DEEDS: &str = "SELECT change.seq AS seq, change.at AS at, change.kind AS kind, reference
    FROM change LEFT JOIN about ON about.seq = change.seq
    WHERE change.seq <= ?1 AND kind IN (SELECT value FROM json_each(?2))
    ORDER BY change.seq, reference";
/// Who maps a thing says what it shows, and does nothing with it.
const LATEST: &str = "SELECT change.seq AS seq, change.at AS at, change.kind AS kind, reference
    FROM about JOIN change ON change.seq = about.seq
    WHERE reference = ?2 AND about.seq <= ?1 AND kind NOT LIKE 'framework.%'
    ORDER BY about.seq DESC LIMIT 1";

/// An entry that is about something; one that is about several is there once for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The entry.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// What happened, such as `exception.resolved`.
    pub kind: String,
    /// What it is about.
    pub about: Option<String>,
}

impl View<'_> {
    /// The entries of these kinds, in their order.
    pub fn deeds(&self, kinds: &[&str]) -> Result<Vec<Deed>, StoreError> {
        self.rows(DEEDS, params![self.seq(), json(&kinds)?], read)
    }

    /// The latest entry about this reference, what is said of frameworks left out.
    pub fn latest_deed(&self, reference: &str) -> Result<Option<Deed>, StoreError> {
        self.row(LATEST, params![self.seq(), reference], read)
    }
}

fn read(row: &Row<'_>, _: &View<'_>) -> Result<Deed, StoreError> {
    Ok(Deed {
        seq: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        kind: get(row, "kind")?,
        about: get(row, "reference")?,
    })
}
