//! `checkpoint`: signed notes over the tree, kept in the ledger that they cover.

use domain::workspace::CheckpointRecorded;
use domain::{Moment, PersonRef, ReviewRef};
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::cell::{get, get_count, get_json, get_parsed, json};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "checkpoint",
    ddl: "
CREATE TABLE checkpoint (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    note TEXT NOT NULL,
    cosigned_by TEXT NOT NULL,
    review TEXT
) STRICT;
",
    versioned: false,
};

const INSERT: &str =
    "INSERT INTO checkpoint (seq, at, note, cosigned_by, review) VALUES (?1, ?2, ?3, ?4, ?5)";
const ALL: &str = "SELECT seq, at, note, cosigned_by, review FROM checkpoint
    WHERE seq <= ?1 ORDER BY seq DESC";

/// A checkpoint in the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The entry that recorded it.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// The signed note, its signature lines included.
    pub note: String,
    /// Whose cosignatures it carries.
    pub cosigned_by: Vec<PersonRef>,
    /// The review whose closing it covers.
    pub review: Option<ReviewRef>,
}

impl View<'_> {
    /// Every checkpoint that was recorded, latest first.
    pub fn checkpoints(&self) -> Result<Vec<Checkpoint>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }
}

pub(crate) fn recorded(
    conn: &Connection,
    act: &Act,
    event: &CheckpointRecorded,
) -> Result<(), StoreError> {
    let CheckpointRecorded { note, cosigned_by, review } = event;
    conn.prepare_cached(INSERT)?.execute(params![
        act.n(),
        act.at.to_string(),
        note,
        json(cosigned_by)?,
        review.as_ref().map(ReviewRef::as_str),
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Checkpoint, StoreError> {
    Ok(Checkpoint {
        seq: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        note: get(row, "note")?,
        cosigned_by: get_json(row, "cosigned_by", view)?,
        review: get::<Option<String>>(row, "review")?.map(ReviewRef::new),
    })
}
