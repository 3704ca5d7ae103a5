//! `absence`: who is away, from a day to a day.

use domain::people::{self, AbsenceRecorded, AbsenceWithdrawn};
use domain::{AbsenceRef, Text};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::cell::{get_maybe_parsed, get_maybe_text, get_parsed, maybe_text};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "absence",
    ddl: "
CREATE TABLE absence (
    absence TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    person TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT,
    reason TEXT,
    PRIMARY KEY (absence, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO absence
    (absence, from_seq, person, first_day, last_day, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const END: &str = "UPDATE absence SET to_seq = ?2
    WHERE absence = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ALL: &str = concat!(
    "SELECT absence, person, first_day, last_day, reason FROM absence WHERE",
    standing!(),
    "ORDER BY first_day, length(absence), absence"
);
/// A reference is never given twice, so those withdrawn since count too.
const LAST: &str = "SELECT absence FROM absence WHERE from_seq <= ?1
    ORDER BY length(absence) DESC, absence DESC LIMIT 1";

/// An absence, with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Who and when.
    pub away: people::Absence,
    /// Why, where it was said.
    pub reason: Option<Text>,
}

impl View<'_> {
    /// Every absence that is recorded and not withdrawn, by its first day.
    pub fn absences(&self) -> Result<Vec<Absence>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// The reference the next absence gets.
    pub fn next_absence(&self) -> Result<AbsenceRef, StoreError> {
        let last: Option<AbsenceRef> =
            self.row(LAST, [self.seq()], |row, _| get_parsed(row, "absence"))?;
        Ok(AbsenceRef::new(last.map_or(1, |last| last.number() + 1)))
    }
}

pub(crate) fn recorded(
    conn: &Connection,
    act: &Act,
    event: &AbsenceRecorded,
) -> Result<(), StoreError> {
    let AbsenceRecorded { absence, person, from, to, reason } = event;
    let absence = absence.to_string();
    conn.prepare_cached(END)?.execute(params![absence, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![
        absence,
        act.n(),
        person.to_string(),
        from.to_string(),
        to.map(|day| day.to_string()),
        maybe_text(reason.as_ref())
    ])?;
    Ok(())
}

pub(crate) fn withdrawn(
    conn: &Connection,
    act: &Act,
    event: &AbsenceWithdrawn,
) -> Result<(), StoreError> {
    conn.prepare_cached(END)?.execute(params![event.absence.to_string(), act.n()])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Absence, StoreError> {
    let away = people::Absence {
        absence: get_parsed(row, "absence")?,
        person: get_parsed(row, "person")?,
        from: get_parsed(row, "first_day")?,
        to: get_maybe_parsed(row, "last_day")?,
    };
    Ok(Absence { away, reason: get_maybe_text(row, "reason", view)? })
}
