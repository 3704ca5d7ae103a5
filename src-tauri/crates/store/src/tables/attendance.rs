//! `attendance`: who took part in a review.

use domain::review::{AttendanceStated, Presence};
use domain::{PersonRef, ReviewRef, Text};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::cell::{get_maybe_text, get_parsed, get_word, maybe_text, word};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "attendance",
    ddl: "
CREATE TABLE attendance (
    review TEXT NOT NULL,
    person TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    presence TEXT NOT NULL,
    delegate TEXT,
    PRIMARY KEY (review, person, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO attendance
    (review, person, from_seq, presence, delegate) VALUES (?1, ?2, ?3, ?4, ?5)";
const END: &str = "UPDATE attendance SET to_seq = ?3
    WHERE review = ?1 AND person = ?2 AND to_seq IS NULL AND from_seq < ?3";
const ALL: &str = concat!(
    "SELECT person, presence, delegate FROM attendance WHERE review = ?2 AND",
    standing!(),
    "ORDER BY length(person), person"
);

/// Whether somebody took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// Who.
    pub person: PersonRef,
    /// Whether they took part.
    pub presence: Presence,
    /// Who came in their place.
    pub delegate: Option<Text>,
}

impl View<'_> {
    /// Who took part in a review, as stated so far.
    pub fn attendance(&self, review: &ReviewRef) -> Result<Vec<Attendance>, StoreError> {
        self.rows(ALL, params![self.seq(), review.as_str()], read)
    }
}

pub(crate) fn stated(
    conn: &Connection,
    act: &Act,
    event: &AttendanceStated,
) -> Result<(), StoreError> {
    let AttendanceStated { review, person, presence, delegate } = event;
    let (review, person) = (review.as_str(), person.to_string());
    conn.prepare_cached(END)?.execute(params![review, person, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![
        review,
        person,
        act.n(),
        word(presence)?,
        maybe_text(delegate.as_ref())
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Attendance, StoreError> {
    Ok(Attendance {
        person: get_parsed(row, "person")?,
        presence: get_word(row, "presence")?,
        delegate: get_maybe_text(row, "delegate", view)?,
    })
}
