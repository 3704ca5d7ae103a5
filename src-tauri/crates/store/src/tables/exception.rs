//! `exception`: what went wrong, and how far it is.

use domain::exception::{
    self, Cause, ExceptionAcknowledged, ExceptionAssigned, ExceptionLinked, ExceptionRaised,
    ExceptionReopened, ExceptionResolved, ExceptionResumed, ExceptionSeveritySet,
    ExceptionUnlinked, ExceptionWaiting, Happened, Kind, Severity, Stage, Turn,
};
use domain::{DecisionRef, ExceptionRef, PersonRef, RoleId, Text, WorkflowRef};
use rusqlite::{Connection, Row, ToSql, params};

use super::{Table, found_standing, standing};
use crate::append::Actor;
use crate::cell::{
    get_count, get_json, get_maybe_count, get_maybe_parsed, get_maybe_text, get_parsed, get_text,
    get_word, json, maybe_text, text, word,
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
    pointer TEXT,
    routed TEXT NOT NULL,
    person TEXT,
    cause TEXT NOT NULL,
    raised_seq INTEGER NOT NULL,
    raised_at TEXT NOT NULL,
    raised_by TEXT NOT NULL,
    stage TEXT NOT NULL,
    words TEXT,
    ended_seq INTEGER,
    ended_at TEXT,
    ended_by TEXT,
    decisions TEXT NOT NULL,
    turns TEXT NOT NULL,
    PRIMARY KEY (exception, from_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX exception_open ON exception (to_seq) WHERE stage <> 'resolved';
CREATE INDEX exception_severe ON exception (to_seq)
    WHERE stage = 'resolved' AND severity IN ('high', 'critical');
",
    versioned: true,
};

const RAISED: &str = "INSERT OR REPLACE INTO exception
    (exception, from_seq, kind, severity, workflow, what, pointer, routed, cause,
     raised_seq, raised_at, raised_by, stage, decisions, turns)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?2, ?10, ?11, ?12, '[]', json_array(json(?13)))";
/// The row as it stands, true from entry `?2` on too.
const NEXT: &str = "INSERT OR REPLACE INTO exception
    (exception, from_seq, kind, severity, workflow, what, pointer, routed, person, cause,
     raised_seq, raised_at, raised_by, stage, words, ended_seq, ended_at, ended_by,
     decisions, turns)
    SELECT exception, ?2, kind, severity, workflow, what, pointer, routed, person, cause,
     raised_seq, raised_at, raised_by, stage, words, ended_seq, ended_at, ended_by,
     decisions, turns
    FROM exception WHERE exception = ?1 AND to_seq IS NULL";
const STAGE: &str = "UPDATE exception SET stage = ?3 WHERE exception = ?1 AND from_seq = ?2";
const PERSON: &str = "UPDATE exception SET person = ?3 WHERE exception = ?1 AND from_seq = ?2";
const SEVERITY: &str = "UPDATE exception SET severity = ?3 WHERE exception = ?1 AND from_seq = ?2";
const LINKED: &str = "UPDATE exception SET decisions = json_insert(decisions, '$[#]', ?3)
    WHERE exception = ?1 AND from_seq = ?2";
const UNLINKED: &str = "UPDATE exception SET decisions =
    (SELECT json_group_array(value) FROM json_each(decisions) WHERE value <> ?3)
    WHERE exception = ?1 AND from_seq = ?2";
const ENDED: &str = "UPDATE exception SET words = ?3, ended_seq = ?4, ended_at = ?5, ended_by = ?6
    WHERE exception = ?1 AND from_seq = ?2";
const TURNED: &str = "UPDATE exception SET turns = json_insert(turns, '$[#]', json(?3))
    WHERE exception = ?1 AND from_seq = ?2";
const END: &str =
    "UPDATE exception SET to_seq = ?2 WHERE exception = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ALL: &str =
    concat!("SELECT * FROM exception WHERE", standing!(), "ORDER BY length(exception), exception");
const ONE: &str = concat!("SELECT * FROM exception WHERE exception = ?2 AND", standing!());
const OPEN: &str = found_standing!("*", "exception WHERE stage <> 'resolved'");
const HOW_MANY: &str = concat!(
    "SELECT count(*) AS open FROM (",
    found_standing!("1", "exception WHERE stage <> 'resolved'"),
    ")"
);
/// What one thing has to do with: the workflow it is about, a decision tied to it, the review it
/// came up in.
const ABOUT: &str = concat!(
    "SELECT * FROM exception WHERE (workflow = ?2 OR cause ->> '$.review' = ?2 OR
     (decisions <> '[]' AND EXISTS (SELECT 1 FROM json_each(decisions) WHERE value = ?2))) AND",
    standing!(),
    "ORDER BY length(exception), exception"
);
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
    /// Where it lies, in another system.
    pub pointer: Option<Text>,
    /// The roles that are asked to see to it; the first leads.
    pub routed: Vec<RoleId>,
    /// The person who is asked to.
    pub person: Option<PersonRef>,
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
    /// The decisions that have to do with it.
    pub decisions: Vec<DecisionRef>,
    /// What its clock heeds, in order.
    pub turns: Vec<Turn>,
}

impl Exception {
    /// The exception as the rules take it.
    pub fn as_it_stands(&self) -> exception::Exception {
        exception::Exception {
            exception: self.exception,
            kind: self.kind,
            severity: self.severity,
            workflow: self.workflow,
            routed: self.routed.clone(),
            person: self.person,
            raised_by: match self.raised_by {
                Actor::Person(person) => Some(person),
                Actor::Machine => None,
            },
            cause: self.cause.clone(),
            stage: self.stage,
            decisions: self.decisions.clone(),
        }
    }
}

impl View<'_> {
    /// Every exception, by reference.
    pub fn exceptions(&self) -> Result<Vec<Exception>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// Those to be seen to, by reference.
    pub fn open_exceptions(&self) -> Result<Vec<Exception>, StoreError> {
        let mut open = self.rows(OPEN, [self.seq()], read)?;
        open.sort_by_key(|one| one.exception);
        Ok(open)
    }

    /// Those that have to do with a workflow, a decision or a review, by reference.
    pub fn exceptions_about(&self, reference: &str) -> Result<Vec<Exception>, StoreError> {
        self.rows(ABOUT, params![self.seq(), reference], read)
    }

    /// One exception.
    pub fn exception(&self, exception: ExceptionRef) -> Result<Option<Exception>, StoreError> {
        self.row(ONE, params![self.seq(), exception.to_string()], read)
    }

    /// How many exceptions are open.
    pub fn exceptions_open(&self) -> Result<u64, StoreError> {
        Ok(self.row(HOW_MANY, [self.seq()], |row, _| get_count(row, "open"))?.unwrap_or(0))
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
    let severity = event.severity;
    let exception = event.exception.to_string();
    let routed: Vec<&RoleId> = std::iter::once(&event.routed).chain(&event.beside).collect();
    conn.prepare_cached(END)?.execute(params![exception, act.n()])?;
    conn.prepare_cached(RAISED)?.execute(params![
        exception,
        act.n(),
        word(&event.kind)?,
        word(&severity)?,
        event.workflow.map(|workflow| workflow.to_string()),
        text(&event.what),
        maybe_text(event.pointer.as_ref()),
        json(&routed)?,
        json(&event.cause)?,
        act.at.to_string(),
        act.by.to_string(),
        word(&Stage::Open)?,
        json(&turn(act, Happened::Raised { severity }))?,
    ])?;
    Ok(())
}

pub(crate) fn acknowledged(
    conn: &Connection,
    act: &Act,
    event: &ExceptionAcknowledged,
) -> Result<(), StoreError> {
    let version = next(conn, act, event.exception)?;
    version.set(STAGE, &word(&Stage::Acknowledged)?)
}

pub(crate) fn assigned(
    conn: &Connection,
    act: &Act,
    event: &ExceptionAssigned,
) -> Result<(), StoreError> {
    let version = next(conn, act, event.exception)?;
    version.set(PERSON, &event.person.map(|person| person.to_string()))
}

pub(crate) fn waiting(
    conn: &Connection,
    act: &Act,
    event: &ExceptionWaiting,
) -> Result<(), StoreError> {
    let version = next(conn, act, event.exception)?;
    version.set(STAGE, &word(&Stage::Waiting)?)?;
    version.turns(Happened::Waiting { why: event.why.clone() })
}

pub(crate) fn resumed(
    conn: &Connection,
    act: &Act,
    event: &ExceptionResumed,
) -> Result<(), StoreError> {
    let version = next(conn, act, event.exception)?;
    version.set(STAGE, &word(&Stage::Acknowledged)?)?;
    version.turns(Happened::Resumed)
}

pub(crate) fn severity_set(
    conn: &Connection,
    act: &Act,
    event: &ExceptionSeveritySet,
) -> Result<(), StoreError> {
    let version = next(conn, act, event.exception)?;
    version.set(SEVERITY, &word(&event.severity)?)?;
    version.turns(Happened::SeveritySet { severity: event.severity })
}

pub(crate) fn resolved(
    conn: &Connection,
    act: &Act,
    event: &ExceptionResolved,
) -> Result<(), StoreError> {
    let version = next(conn, act, event.exception)?;
    version.set(STAGE, &word(&Stage::Resolved)?)?;
    version.ends(Some((text(&event.words), act)))?;
    version.turns(Happened::Resolved)
}

pub(crate) fn reopened(
    conn: &Connection,
    act: &Act,
    event: &ExceptionReopened,
) -> Result<(), StoreError> {
    let version = next(conn, act, event.exception)?;
    version.set(STAGE, &word(&Stage::Reopened)?)?;
    version.ends(None)?;
    version.turns(Happened::Reopened)
}

pub(crate) fn linked(
    conn: &Connection,
    act: &Act,
    event: &ExceptionLinked,
) -> Result<(), StoreError> {
    next(conn, act, event.exception)?.set(LINKED, &event.decision.to_string())
}

pub(crate) fn unlinked(
    conn: &Connection,
    act: &Act,
    event: &ExceptionUnlinked,
) -> Result<(), StoreError> {
    next(conn, act, event.exception)?.set(UNLINKED, &event.decision.to_string())
}

/// The version of an exception that an entry makes.
struct Version<'a> {
    conn: &'a Connection,
    act: &'a Act,
    exception: String,
}

/// Begins the version that `act` makes; none where nothing was raised under that reference.
fn next<'a>(
    conn: &'a Connection,
    act: &'a Act,
    exception: ExceptionRef,
) -> Result<Version<'a>, StoreError> {
    let exception = exception.to_string();
    conn.prepare_cached(NEXT)?.execute(params![exception, act.n()])?;
    conn.prepare_cached(END)?.execute(params![exception, act.n()])?;
    Ok(Version { conn, act, exception })
}

impl Version<'_> {
    fn set(&self, column: &str, value: &dyn ToSql) -> Result<(), StoreError> {
        self.conn.prepare_cached(column)?.execute(params![self.exception, self.act.n(), value])?;
        Ok(())
    }

    fn turns(&self, happened: Happened) -> Result<(), StoreError> {
        self.set(TURNED, &json(&turn(self.act, happened))?)
    }

    fn ends(&self, end: Option<(Option<&str>, &Act)>) -> Result<(), StoreError> {
        self.conn.prepare_cached(ENDED)?.execute(params![
            self.exception,
            self.act.n(),
            end.and_then(|(words, _)| words),
            end.map(|(_, act)| act.n()),
            end.map(|(_, act)| act.at.to_string()),
            end.map(|(_, act)| act.by.to_string()),
        ])?;
        Ok(())
    }
}

fn turn(act: &Act, happened: Happened) -> Turn {
    Turn { seq: act.seq, at: act.at, happened }
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
        pointer: get_maybe_text(row, "pointer", view)?,
        routed: get_json(row, "routed", view)?,
        person: get_maybe_parsed(row, "person")?,
        cause: get_json(row, "cause", view)?,
        raised: Mark { seq: get_count(row, "raised_seq")?, at: get_parsed(row, "raised_at")? },
        raised_by: get_parsed(row, "raised_by")?,
        stage: get_word(row, "stage")?,
        words: get_maybe_text(row, "words", view)?,
        ended: ended_seq.zip(ended_at).map(|(seq, at)| Mark { seq, at }),
        ended_by: get_maybe_parsed(row, "ended_by")?,
        decisions: get_json(row, "decisions", view)?,
        turns: get_json(row, "turns", view)?,
    })
}
