//! `recorded_check`: checks, and what they counted.

use domain::check::CheckRecorded;
use domain::{CheckRef, Moment};
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{get_count, get_json, get_parsed, json};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "recorded_check",
    ddl: "
CREATE TABLE recorded_check (
    reference TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    made TEXT NOT NULL
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

const INSERT: &str = "INSERT OR IGNORE INTO recorded_check (reference, seq, at, by, made)
    VALUES (?1, ?2, ?3, ?4, ?5)";
const ALL: &str = "SELECT * FROM recorded_check WHERE seq <= ?1 ORDER BY seq";
const ONE: &str = "SELECT * FROM recorded_check WHERE seq <= ?1 AND reference = ?2";
const COUNT: &str = "SELECT count(*) AS made FROM recorded_check WHERE seq <= ?1";

/// A check on the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The entry.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// Who made it.
    pub by: Actor,
    /// What it asks and what it counted.
    pub made: CheckRecorded,
}

impl View<'_> {
    /// Every check, in the order in which they were made.
    pub fn checks(&self) -> Result<Vec<Check>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// One check.
    pub fn check(&self, check: CheckRef) -> Result<Option<Check>, StoreError> {
        self.row(ONE, params![self.seq(), check.to_string()], read)
    }

    /// The reference of the next check.
    pub fn next_check(&self) -> Result<CheckRef, StoreError> {
        let made = self.row(COUNT, [self.seq()], |row, _| get_count(row, "made"))?;
        Ok(CheckRef::new(u32::try_from(made.unwrap_or(0) + 1).unwrap_or(u32::MAX)))
    }
}

pub(crate) fn recorded(
    conn: &Connection,
    act: &Act,
    event: &CheckRecorded,
) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![
        event.check.to_string(),
        act.n(),
        act.at.to_string(),
        act.by.to_string(),
        json(event)?
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Check, StoreError> {
    Ok(Check {
        seq: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        by: get_parsed(row, "by")?,
        made: get_json(row, "made", view)?,
    })
}
