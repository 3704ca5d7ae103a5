//! `exception`: what went wrong, and how far it is.

use domain::exception::{self, Cause, ExceptionRaised, ExceptionResolved, Kind, Severity, Stage};
use domain::{ExceptionRef, RoleId, Text, WorkflowRef};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::append::Actor;
use crate::cell::{
    get, get_count, get_json, get_maybe_count, get_maybe_parsed, get_maybe_text, get_parsed,
    get_text, get_word, json, text, word,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::tables::review::Mark;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "exception",
    ddl: "
CREATE TABLE exception (
    exception TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    workflow TEXT,
    what TEXT NOT NULL,
    routed TEXT NOT NULL,
    cause TEXT NOT NULL,
    raised_seq INTEGER NOT NULL,
    raised_at TEXT NOT NULL,
    raised_by TEXT NOT NULL,
    stage TEXT NOT NULL,
    words TEXT,
    ended_seq INTEGER,
    ended_at TEXT,
    ended_by TEXT,
    PRIMARY KEY (exception, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const RAISED: &str = "INSERT OR REPLACE INTO exception
    (exception, from_seq, kind, severity, workflow, what, routed, cause,
     raised_seq, raised_at, raised_by, stage)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?2, ?9, ?10, ?11)";
const RESOLVED: &str = "INSERT OR REPLACE INTO exception
    (exception, from_seq, kind, severity, workflow, what, routed, cause,
     raised_seq, raised_at, raised_by, stage, words, ended_seq, ended_at, ended_by)
    SELECT exception, ?2, kind, severity, workflow, what, routed, cause,
     raised_seq, raised_at, raised_by, ?3, ?4, ?2, ?5, ?6
    FROM exception WHERE exception = ?1 AND to_seq IS NULL";
const END: &str =
    "UPDATE exception SET to_seq = ?2 WHERE exception = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ALL: &str =
    concat!("SELECT * FROM exception WHERE", standing!(), "ORDER BY length(exception), exception");
const ONE: &str = concat!("SELECT * FROM exception WHERE exception = ?2 AND", standing!());
const OPEN: &str =
    concat!("SELECT count(*) AS open FROM exception WHERE stage = 'open' AND", standing!());
const COUNT: &str = "SELECT count(*) AS raised FROM exception
    WHERE from_seq = raised_seq AND from_seq <= ?1";

/// An exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Which.
    pub exception: ExceptionRef,
    /// What sort of thing went wrong.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Severity,
    /// The workflow it is about.
    pub workflow: Option<WorkflowRef>,
    /// What happened.
    pub what: Text,
    /// The role that is asked to see to it.
    pub routed: RoleId,
    /// What brought it about.
    pub cause: Cause,
    /// The entry that raised it, and when.
    pub raised: Mark,
    /// Who signed that entry.
    pub raised_by: Actor,
    /// How far it is.
    pub stage: Stage,
    /// What was found and done.
    pub words: Option<Text>,
    /// The entry that resolved it, and when.
    pub ended: Option<Mark>,
    /// Who resolved it.
    pub ended_by: Option<Actor>,
}

impl Exception {
    /// The exception as the rules take it.
    pub fn as_it_stands(&self) -> exception::Exception {
        exception::Exception {
            exception: self.exception,
            workflow: self.workflow,
            routed: self.routed.clone(),
            cause: self.cause.clone(),
            stage: self.stage,
        }
    }
}

impl View<'_> {
    /// Every exception, by reference.
    pub fn exceptions(&self) -> Result<Vec<Exception>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// One exception.
    pub fn exception(&self, exception: ExceptionRef) -> Result<Option<Exception>, StoreError> {
        self.row(ONE, params![self.seq(), exception.to_string()], read)
    }

    /// How many exceptions are open.
    pub fn exceptions_open(&self) -> Result<u64, StoreError> {
        Ok(self.row(OPEN, [self.seq()], |row, _| get_count(row, "open"))?.unwrap_or(0))
    }

    /// The reference of the next exception.
    pub fn next_exception(&self) -> Result<ExceptionRef, StoreError> {
        let raised = self.row(COUNT, [self.seq()], |row, _| get_count(row, "raised"))?;
        Ok(ExceptionRef::new(u32::try_from(raised.unwrap_or(0) + 1).unwrap_or(u32::MAX)))
    }
}

pub(crate) fn raised(
    conn: &Connection,
    act: &Act,
    event: &ExceptionRaised,
) -> Result<(), StoreError> {
    let ExceptionRaised { exception, kind, severity, workflow, what, routed, cause } = event;
    let exception = exception.to_string();
    conn.prepare_cached(END)?.execute(params![exception, act.n()])?;
    conn.prepare_cached(RAISED)?.execute(params![
        exception,
        act.n(),
        word(kind)?,
        word(severity)?,
        workflow.map(|workflow| workflow.to_string()),
        text(what),
        routed.as_str(),
        json(cause)?,
        act.at.to_string(),
        act.by.to_string(),
        word(&Stage::Open)?,
    ])?;
    Ok(())
}

pub(crate) fn resolved(
    conn: &Connection,
    act: &Act,
    event: &ExceptionResolved,
) -> Result<(), StoreError> {
    let exception = event.exception.to_string();
    conn.prepare_cached(RESOLVED)?.execute(params![
        exception,
        act.n(),
        word(&Stage::Resolved)?,
        text(&event.words),
        act.at.to_string(),
        act.by.to_string(),
    ])?;
    conn.prepare_cached(END)?.execute(params![exception, act.n()])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Exception, StoreError> {
    let (ended_seq, ended_at) =
        (get_maybe_count(row, "ended_seq")?, get_maybe_parsed(row, "ended_at")?);
    Ok(Exception {
        exception: get_parsed(row, "exception")?,
        kind: get_word(row, "kind")?,
        severity: get_word(row, "severity")?,
        workflow: get_maybe_parsed(row, "workflow")?,
        what: get_text(row, "what", view)?,
        routed: RoleId::new(get::<String>(row, "routed")?),
        cause: get_json(row, "cause", view)?,
        raised: Mark { seq: get_count(row, "raised_seq")?, at: get_parsed(row, "raised_at")? },
        raised_by: get_parsed(row, "raised_by")?,
        stage: get_word(row, "stage")?,
        words: get_maybe_text(row, "words", view)?,
        ended: ended_seq.zip(ended_at).map(|(seq, at)| Mark { seq, at }),
        ended_by: get_maybe_parsed(row, "ended_by")?,
    })
}
