//! `chair`: who took the chair of a review over from whom.

use domain::review::ChairTaken;
use domain::{Moment, PersonRef, ReviewRef, Text};
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::cell::{get_count, get_parsed, get_text, text};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "chair",
    ddl: "
CREATE TABLE chair (
    seq INTEGER PRIMARY KEY,
    review TEXT NOT NULL,
    at TEXT NOT NULL,
    chaired TEXT NOT NULL,
    chairs TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
",
    versioned: false,
};

const INSERT: &str = "INSERT INTO chair (seq, review, at, chaired, chairs, reason)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const ALL: &str = "SELECT seq, at, chaired, chairs, reason FROM chair
    WHERE seq <= ?1 AND review = ?2 ORDER BY seq";

/// Somebody took the chair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The entry.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// Who chaired until then.
    pub from: PersonRef,
    /// Who chaired from then on.
    pub to: PersonRef,
    /// Why.
    pub reason: Text,
}

impl View<'_> {
    /// How the chair of a review changed hands.
    pub fn chairs_taken(&self, review: &ReviewRef) -> Result<Vec<Taken>, StoreError> {
        self.rows(ALL, params![self.seq(), review.as_str()], read)
    }
}

pub(crate) fn taken(conn: &Connection, act: &Act, event: &ChairTaken) -> Result<(), StoreError> {
    let ChairTaken { review, from, to, reason } = event;
    conn.prepare_cached(INSERT)?.execute(params![
        act.n(),
        review.as_str(),
        act.at.to_string(),
        from.to_string(),
        to.to_string(),
        text(reason),
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Taken, StoreError> {
    Ok(Taken {
        seq: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        from: get_parsed(row, "chaired")?,
        to: get_parsed(row, "chairs")?,
        reason: get_text(row, "reason", view)?,
    })
}
