//! `erasure`: texts that were erased. Its rows are what lets a text be deleted at all.

use domain::workspace::TextErased;
use domain::{Moment, Text, WorkflowRef};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::append::Actor;
use crate::cell::{get, get_count, get_parsed, get_text, place, text};
use crate::entries;
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "erasure",
    ddl: "
CREATE TABLE erasure (
    of_seq INTEGER NOT NULL,
    path TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    ground TEXT NOT NULL,
    PRIMARY KEY (of_seq, path, seq)
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

const INSERT: &str = "INSERT OR IGNORE INTO erasure
    (of_seq, path, seq, at, by, ground) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const ALL: &str =
    "SELECT of_seq, path, seq, at, by, ground FROM erasure WHERE seq <= ?1 ORDER BY seq DESC";

const WHEN: &str = "SELECT min(seq) AS seq FROM erasure WHERE of_seq = ?1 AND path = ?2";
const NAMES: &str = concat!(
    "SELECT workflow, erasure.seq AS seq FROM workflow
    JOIN erasure ON erasure.of_seq || erasure.path = workflow.name WHERE",
    standing!()
);

/// A text that was erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// The entry that committed to it.
    pub of_seq: u64,
    /// Where in that entry, a JSON pointer.
    pub path: String,
    /// The entry that erased it.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// Who erased it.
    pub by: Actor,
    /// Why.
    pub ground: Text,
}

impl View<'_> {
    /// Every text that was erased, latest first.
    pub fn erasures(&self) -> Result<Vec<Erasure>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// The entry that erased the words of entry `seq` at `path`, whenever that was.
    pub fn erased_by(&self, seq: u64, path: &str) -> Result<Option<u64>, StoreError> {
        let by = self.row(WHEN, params![seq.cast_signed(), path], |row, _| {
            crate::cell::get_maybe_count(row, "seq")
        })?;
        Ok(by.flatten())
    }

    /// The workflows whose name of this moment was erased, and the entry that did, whenever that was.
    pub fn workflow_names_erased(&self) -> Result<Vec<(WorkflowRef, u64)>, StoreError> {
        self.rows(NAMES, [self.seq()], |row, _| {
            Ok((get_parsed(row, "workflow")?, get_count(row, "seq")?))
        })
    }

    /// The words that entry `seq` committed to at `path`, or what is left of them.
    ///
    /// Whatever moment the view shows: what was erased since is gone from every moment.
    pub fn text(&self, seq: u64, path: &str) -> Result<Text, StoreError> {
        let place = place(seq, path);
        let found = crate::cell::find(self, &place)?;
        found.ok_or_else(|| StoreError::NoSuchText { seq, path: path.to_owned() })
    }
}

/// Records the erasing, then deletes salt and words: in that order, as the text table asks.
pub(crate) fn erased(conn: &Connection, act: &Act, event: &TextErased) -> Result<(), StoreError> {
    let TextErased { seq, path, ground } = event;
    conn.prepare_cached(INSERT)?.execute(params![
        seq.cast_signed(),
        path,
        act.n(),
        act.at.to_string(),
        act.by.to_string(),
        text(ground),
    ])?;
    entries::erase(conn, *seq, path)
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Erasure, StoreError> {
    Ok(Erasure {
        of_seq: get_count(row, "of_seq")?,
        path: get(row, "path")?,
        seq: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        by: get_parsed(row, "by")?,
        ground: get_text(row, "ground", view)?,
    })
}
