//! `recheck`: what was found each time a file was held against what it was.

use domain::evidence::{EvidenceRechecked, Found};
use domain::{EvidenceRef, Moment};
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{get, get_count, get_parsed, json, read_json};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "recheck",
    ddl: "
CREATE TABLE recheck (
    evidence TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    found TEXT NOT NULL,
    PRIMARY KEY (evidence, seq)
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

const INSERT: &str =
    "INSERT OR REPLACE INTO recheck (evidence, seq, at, by, found) VALUES (?1, ?2, ?3, ?4, ?5)";
/// The newest of each.
const LATEST: &str = "SELECT evidence, max(seq) AS seq, at, by, found FROM recheck
    WHERE seq <= ?1 GROUP BY evidence";

/// A file was looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recheck {
    /// Of which evidence.
    pub evidence: EvidenceRef,
    /// The entry that says so.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// Who looked.
    pub by: Actor,
    /// What was found.
    pub found: Found,
}

impl View<'_> {
    /// What was found the last time each file was looked at.
    pub fn rechecks(&self) -> Result<Vec<Recheck>, StoreError> {
        self.rows(LATEST, [self.seq()], read)
    }
}

pub(crate) fn rechecked(
    conn: &Connection,
    act: &Act,
    event: &EvidenceRechecked,
) -> Result<(), StoreError> {
    let (evidence, at, by) = (event.evidence.to_string(), act.at.to_string(), act.by.to_string());
    let found = json(&event.found)?;
    conn.prepare_cached(INSERT)?.execute(params![evidence, act.n(), at, by, found])?;
    Ok(())
}

fn read(row: &Row<'_>, _: &View<'_>) -> Result<Recheck, StoreError> {
    Ok(Recheck {
        evidence: get_parsed(row, "evidence")?,
        seq: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        by: get_parsed(row, "by")?,
        found: read_json(&get::<String>(row, "found")?, "found")?,
    })
}
