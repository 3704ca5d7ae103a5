//! `addendum`: words added to a closed review.

use domain::review::AddendumWritten;
use domain::{Moment, ReviewRef, Text};
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{get_count, get_parsed, get_text, text};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "addendum",
    ddl: "
CREATE TABLE addendum (
    seq INTEGER PRIMARY KEY,
    review TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
",
    versioned: false,
};

const INSERT: &str = "INSERT INTO addendum (seq, review, at, by, text) VALUES (?1, ?2, ?3, ?4, ?5)";
const ALL: &str =
    "SELECT seq, at, by, text FROM addendum WHERE seq <= ?1 AND review = ?2 ORDER BY seq";

/// Words added to a closed review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addendum {
    /// The entry.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// Who wrote them.
    pub by: Actor,
    /// The words.
    pub text: Text,
}

impl View<'_> {
    /// What was added to a review after it was closed.
    pub fn addenda(&self, review: &ReviewRef) -> Result<Vec<Addendum>, StoreError> {
        self.rows(ALL, params![self.seq(), review.as_str()], read)
    }
}

pub(crate) fn written(
    conn: &Connection,
    act: &Act,
    event: &AddendumWritten,
) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![
        act.n(),
        event.review.as_str(),
        act.at.to_string(),
        act.by.to_string(),
        text(&event.text),
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Addendum, StoreError> {
    Ok(Addendum {
        seq: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        by: get_parsed(row, "by")?,
        text: get_text(row, "text", view)?,
    })
}
