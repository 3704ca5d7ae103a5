//! `batch` and `batch_purged`: action logs that were taken in, and whose rows were purged.

use domain::batch::{BatchImported, BatchPurged, Known};
use domain::{BatchRef, Moment};
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{get_count, get_json, get_maybe_count, get_parsed, json};
use crate::entries::{self, Part};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "batch",
    ddl: "
CREATE TABLE batch (
    batch TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    import TEXT NOT NULL
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

pub(crate) const PURGED: Table = Table {
    name: "batch_purged",
    ddl: "
CREATE TABLE batch_purged (
    batch TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

const INSERT: &str =
    "INSERT OR IGNORE INTO batch (batch, seq, at, by, import) VALUES (?1, ?2, ?3, ?4, ?5)";
const INSERT_PURGED: &str =
    "INSERT OR IGNORE INTO batch_purged (batch, number, seq) VALUES (?1, ?2, ?3)";
const ALL: &str = "SELECT batch.*, gone.seq AS purged FROM batch
    LEFT JOIN batch_purged AS gone ON gone.batch = batch.batch AND gone.seq <= ?1
    WHERE batch.seq <= ?1 ORDER BY batch.seq";
const ONE: &str = "SELECT batch.*, gone.seq AS purged FROM batch
    LEFT JOIN batch_purged AS gone ON gone.batch = batch.batch AND gone.seq <= ?1
    WHERE batch.seq <= ?1 AND batch.batch = ?2";
/// Moments are spelled so that the earlier one is the smaller text.
const MEETING: &str = "SELECT batch.*, gone.seq AS purged FROM batch
    LEFT JOIN batch_purged AS gone ON gone.batch = batch.batch AND gone.seq <= ?1
    WHERE batch.seq <= ?1
    AND json_extract(import, '$.completeness.first') <= ?3
    AND json_extract(import, '$.completeness.last') >= ?2
    ORDER BY batch.seq";
const COUNT: &str = "SELECT count(*) AS taken FROM batch WHERE seq <= ?1";

/// A batch of AI actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Which.
    pub batch: BatchRef,
    /// The entry that took it in.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// Who did.
    pub by: Actor,
    /// What was recorded of it.
    pub import: BatchImported,
    /// The entry that purged its rows.
    pub purged: Option<u64>,
}

impl Batch {
    /// The batch as the rules need it.
    pub fn known(&self) -> Known {
        let completeness = &self.import.completeness;
        Known {
            batch: self.batch,
            source: self.import.origin.source.words().map(str::to_owned),
            sha256: self.import.file.sha256.clone(),
            span: completeness.first.zip(completeness.last),
            purged: self.purged.is_some(),
        }
    }
}

impl View<'_> {
    /// Every batch, in the order in which they were taken in.
    pub fn batches(&self) -> Result<Vec<Batch>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// One batch.
    pub fn batch(&self, batch: BatchRef) -> Result<Option<Batch>, StoreError> {
        self.row(ONE, params![self.seq(), batch.to_string()], read)
    }

    /// The batches with a row between two moments or around them, in the order in which they were taken
    /// in: the others are not read.
    pub fn batches_meeting(&self, first: Moment, last: Moment) -> Result<Vec<Batch>, StoreError> {
        let within = params![self.seq(), first.to_string(), last.to_string()];
        self.rows(MEETING, within, read)
    }

    /// The reference of the next batch.
    pub fn next_batch(&self) -> Result<BatchRef, StoreError> {
        let taken = self.row(COUNT, [self.seq()], |row, _| get_count(row, "taken"))?;
        Ok(BatchRef::new(u32::try_from(taken.unwrap_or(0) + 1).unwrap_or(u32::MAX)))
    }

    /// Gives the rows of a batch from `first` (from 1) on to `each`, with their numbers and as
    /// their hashes cover them, until that answers `false`. There are none once they were purged.
    ///
    /// # Errors
    /// Those of reading, and those of `each`.
    pub fn ai_actions<E: From<StoreError>>(
        &self,
        batch: BatchRef,
        part: Part,
        first: u64,
        each: impl FnMut(u64, &[u8]) -> Result<bool, E>,
    ) -> Result<(), E> {
        entries::ai_actions(self.conn, (batch, part), first, each)
    }
}

pub(crate) fn imported(
    conn: &Connection,
    act: &Act,
    event: &BatchImported,
) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![
        event.batch.to_string(),
        act.n(),
        act.at.to_string(),
        act.by.to_string(),
        json(event)?
    ])?;
    Ok(())
}

/// Records the purging, then deletes the rows: in that order, as their table asks.
pub(crate) fn purged(conn: &Connection, act: &Act, event: &BatchPurged) -> Result<(), StoreError> {
    let number = i64::from(event.batch.number());
    conn.prepare_cached(INSERT_PURGED)?.execute(params![
        event.batch.to_string(),
        number,
        act.n()
    ])?;
    entries::purge_ai_actions(conn, event.batch)
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Batch, StoreError> {
    Ok(Batch {
        batch: get_parsed(row, "batch")?,
        seq: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        by: get_parsed(row, "by")?,
        import: get_json(row, "import", view)?,
        purged: get_maybe_count(row, "purged")?,
    })
}
