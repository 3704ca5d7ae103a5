//! `held`: when meetings took place that were recorded afterwards.

use domain::review::ReviewHeld;
use domain::{Moment, ReviewRef};
use rusqlite::{Connection, params};

use super::{Table, standing};
use crate::cell::get_parsed;
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "held",
    ddl: "
CREATE TABLE held (
    review TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    began TEXT NOT NULL,
    ended TEXT NOT NULL,
    PRIMARY KEY (review, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str =
    "INSERT OR REPLACE INTO held (review, from_seq, began, ended) VALUES (?1, ?2, ?3, ?4)";
const END: &str =
    "UPDATE held SET to_seq = ?2 WHERE review = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ONE: &str = concat!("SELECT began, ended FROM held WHERE review = ?2 AND", standing!());

impl View<'_> {
    /// When a review's meeting began and ended, where the chair stated it apart from the entries.
    pub fn held_at(&self, review: &ReviewRef) -> Result<Option<(Moment, Moment)>, StoreError> {
        self.row(ONE, params![self.seq(), review.as_str()], |row, _| {
            Ok((get_parsed(row, "began")?, get_parsed(row, "ended")?))
        })
    }
}

pub(crate) fn stated(conn: &Connection, act: &Act, event: &ReviewHeld) -> Result<(), StoreError> {
    let ReviewHeld { review, from, to } = event;
    let review = review.as_str();
    conn.prepare_cached(END)?.execute(params![review, act.n()])?;
    let (from, to) = (from.to_string(), to.to_string());
    conn.prepare_cached(INSERT)?.execute(params![review, act.n(), from, to])?;
    Ok(())
}
