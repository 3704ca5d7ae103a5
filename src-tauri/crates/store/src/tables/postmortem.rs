//! `postmortem`: what was learnt from exceptions, each version as it was written.

use domain::exception::PostmortemWritten;
use domain::{ExceptionRef, Moment, Text};
use rusqlite::{Connection, Row, params};

use super::{Table, found_standing, standing};
use crate::append::Actor;
use crate::cell::{get_count, get_parsed, get_text, text};
use crate::error::StoreError;
use crate::project::Act;
use crate::tables::review::Mark;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "postmortem",
    ddl: "
CREATE TABLE postmortem (
    exception TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    cause TEXT NOT NULL,
    impact TEXT NOT NULL,
    done TEXT NOT NULL,
    changes TEXT NOT NULL,
    written_at TEXT NOT NULL,
    written_by TEXT NOT NULL,
    PRIMARY KEY (exception, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO postmortem
    (exception, from_seq, cause, impact, done, changes, written_at, written_by)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
const END: &str =
    "UPDATE postmortem SET to_seq = ?2 WHERE exception = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ALL: &str = concat!("SELECT * FROM postmortem WHERE", standing!(), "ORDER BY exception");

/// What was learnt from an exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postmortem {
    /// Of which.
    pub exception: ExceptionRef,
    /// How it came about.
    pub cause: Text,
    /// Whom and what it hurt.
    pub impact: Text,
    /// What was done about it.
    pub done: Text,
    /// What changes.
    pub changes: Text,
    /// The entry that wrote it, and when.
    pub written: Mark,
    /// Who wrote it.
    pub written_by: Actor,
}

/// Severe exceptions that were resolved and have none.
const UNLEARNT: &str = concat!(
    "SELECT exception, ended_at FROM (",
    found_standing!(
        "exception, ended_at",
        "exception WHERE stage = 'resolved' AND severity IN ('high', 'critical')"
    ),
    ") WHERE exception NOT IN (SELECT exception FROM postmortem WHERE from_seq <= ?1)
    ORDER BY length(exception), exception"
);

impl View<'_> {
    /// Severe exceptions that were resolved and have no postmortem, each with when it was resolved.
    pub fn unlearnt(&self) -> Result<Vec<(ExceptionRef, Moment)>, StoreError> {
        self.rows(UNLEARNT, [self.seq()], |row, _| {
            Ok((get_parsed(row, "exception")?, get_parsed(row, "ended_at")?))
        })
    }

    /// Every postmortem, by exception.
    pub fn postmortems(&self) -> Result<Vec<Postmortem>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }
}

pub(crate) fn written(
    conn: &Connection,
    act: &Act,
    event: &PostmortemWritten,
) -> Result<(), StoreError> {
    let exception = event.exception.to_string();
    conn.prepare_cached(END)?.execute(params![exception, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![
        exception,
        act.n(),
        text(&event.cause),
        text(&event.impact),
        text(&event.done),
        text(&event.changes),
        act.at.to_string(),
        act.by.to_string(),
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Postmortem, StoreError> {
    Ok(Postmortem {
        exception: get_parsed(row, "exception")?,
        cause: get_text(row, "cause", view)?,
        impact: get_text(row, "impact", view)?,
        done: get_text(row, "done", view)?,
        changes: get_text(row, "changes", view)?,
        written: Mark { seq: get_count(row, "from_seq")?, at: get_parsed(row, "written_at")? },
        written_by: get_parsed(row, "written_by")?,
    })
}
