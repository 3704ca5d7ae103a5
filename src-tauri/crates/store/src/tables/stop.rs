//! `stop`, `stop_attribution`, `stop_confirmation`: pulls of the kill switch and drills, who said
//! afterwards that they did it, and in which systems it was seen that the workflow acts no more.

use std::collections::BTreeMap;

use domain::stop::{self, StopAttributed, StopConfirmed, WorkflowStopped};
use domain::{ExceptionRef, PersonRef, StopRef, Text, WorkflowRef};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Table, change};
use crate::append::Actor;
use crate::cell::{
    get, get_count, get_json, get_maybe_count, get_maybe_parsed, get_maybe_text, get_parsed, json,
    maybe_text,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::tables::review::Mark;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "stop",
    ddl: "
CREATE TABLE stop (
    seq INTEGER PRIMARY KEY,
    stop TEXT NOT NULL,
    workflow TEXT NOT NULL,
    drill INTEGER NOT NULL,
    exception TEXT,
    systems TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    why TEXT
) STRICT;
",
    versioned: false,
};

pub(crate) const ATTRIBUTION: Table = Table {
    name: "stop_attribution",
    ddl: "
CREATE TABLE stop_attribution (
    seq INTEGER PRIMARY KEY,
    stop TEXT NOT NULL,
    by TEXT NOT NULL
) STRICT;
",
    versioned: false,
};

pub(crate) const CONFIRMATION: Table = Table {
    name: "stop_confirmation",
    ddl: "
CREATE TABLE stop_confirmation (
    seq INTEGER PRIMARY KEY,
    stop TEXT NOT NULL,
    system INTEGER NOT NULL,
    words TEXT,
    by TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
",
    versioned: false,
};

const INSERT: &str = "INSERT INTO stop
    (seq, stop, workflow, drill, exception, systems, by, at, why)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
const ATTRIBUTED: &str = "INSERT INTO stop_attribution (seq, stop, by) VALUES (?1, ?2, ?3)";
const CONFIRMED: &str = "INSERT INTO stop_confirmation (seq, stop, system, words, by, at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
/// Every stop, with the entry since which its workflow was live again: the first version of the
/// workflow after the stop in which it is.
const ALL: &str = "
SELECT *,
    (SELECT min(from_seq) FROM workflow AS later
        WHERE later.workflow = stop.workflow AND later.status = 'live'
        AND later.from_seq > stop.seq AND later.from_seq <= ?1) AS lifted,
    (SELECT by FROM stop_attribution AS said
        WHERE said.stop = stop.stop AND said.seq > stop.seq AND said.seq <= ?1
        ORDER BY said.seq LIMIT 1) AS attributed
FROM stop WHERE seq <= ?1 ORDER BY seq";
const CONFIRMATIONS: &str = "SELECT * FROM stop_confirmation WHERE seq <= ?1 ORDER BY seq";
const COUNT: &str = "SELECT count(*) AS stops FROM stop WHERE seq <= ?1";
const OF: &str = "SELECT workflow FROM stop WHERE stop = ?1 ORDER BY seq DESC LIMIT 1";

/// A pull of the kill switch, or a drill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which.
    pub stop: StopRef,
    /// The workflow.
    pub workflow: WorkflowRef,
    /// Whether it was a drill.
    pub drill: bool,
    /// The exception raised with it.
    pub exception: Option<ExceptionRef>,
    /// The systems in which it is to be confirmed.
    pub systems: Vec<Text>,
    /// Who signed it.
    pub by: Actor,
    /// Who said afterwards that they did it.
    pub attributed: Option<PersonRef>,
    /// The entry that made it, and when.
    pub made: Mark,
    /// Why.
    pub why: Option<Text>,
    /// Where it is confirmed, by system.
    pub confirmed: BTreeMap<u32, Confirmation>,
    /// The entry since which the workflow was live again; none for a drill.
    pub lifted: Option<u64>,
}

/// In one system the workflow acts no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// Who saw to it.
    pub by: Actor,
    /// The entry that says so, and when.
    pub made: Mark,
    /// How it was seen.
    pub words: Option<Text>,
}

impl Stop {
    /// The stop as the rules take it.
    pub fn as_it_stands(&self) -> stop::Stop {
        stop::Stop {
            stop: self.stop,
            workflow: self.workflow,
            drill: self.drill,
            by: match self.by {
                Actor::Person(person) => Some(person),
                Actor::Machine => None,
            },
            attributed: self.attributed,
            systems: u32::try_from(self.systems.len()).unwrap_or(u32::MAX),
            confirmed: self.confirmed.keys().copied().collect(),
            lifted: self.lifted.is_some(),
        }
    }

    /// When the last system was confirmed; none while one is not.
    pub fn confirmed_at(&self) -> Option<Mark> {
        let done = self.as_it_stands().is_confirmed();
        self.confirmed.values().map(|one| one.made).max_by_key(|made| made.seq).filter(|_| done)
    }
}

impl View<'_> {
    /// Every stop and drill, oldest first.
    pub fn stops(&self) -> Result<Vec<Stop>, StoreError> {
        let mut stops = self.rows(ALL, [self.seq()], read)?;
        for (of, system, confirmation) in self.rows(CONFIRMATIONS, [self.seq()], read_confirmed)? {
            let stop = stops.iter_mut().rev().find(|stop| stop.stop == of);
            // Who confirms first is who confirmed it.
            if let Some(stop) = stop {
                stop.confirmed.entry(system).or_insert(confirmation);
            }
        }
        Ok(stops)
    }

    /// One stop or drill.
    pub fn stop(&self, stop: StopRef) -> Result<Option<Stop>, StoreError> {
        Ok(self.stops()?.into_iter().rev().find(|one| one.stop == stop))
    }

    /// The reference of the next stop.
    pub fn next_stop(&self) -> Result<StopRef, StoreError> {
        let made = self.row(COUNT, [self.seq()], |row, _| get_count(row, "stops"))?;
        Ok(StopRef::new(u32::try_from(made.unwrap_or(0) + 1).unwrap_or(u32::MAX)))
    }
}

pub(crate) fn pulled(
    conn: &Connection,
    act: &Act,
    event: &WorkflowStopped,
) -> Result<(), StoreError> {
    let WorkflowStopped { stop, workflow, drill, exception, systems } = event;
    conn.prepare_cached(INSERT)?.execute(params![
        act.n(),
        stop.to_string(),
        workflow.to_string(),
        drill,
        exception.map(|exception| exception.to_string()),
        json(systems)?,
        act.by.to_string(),
        act.at.to_string(),
        maybe_text(act.why.as_ref()),
    ])?;
    Ok(())
}

pub(crate) fn attributed(
    conn: &Connection,
    act: &Act,
    event: &StopAttributed,
) -> Result<(), StoreError> {
    let (stop, by) = (event.stop.to_string(), act.by.to_string());
    conn.prepare_cached(ATTRIBUTED)?.execute(params![act.n(), stop, by])?;
    also_about(conn, act, event.stop)
}

pub(crate) fn confirmed(
    conn: &Connection,
    act: &Act,
    event: &StopConfirmed,
) -> Result<(), StoreError> {
    let StopConfirmed { stop, system, words } = event;
    conn.prepare_cached(CONFIRMED)?.execute(params![
        act.n(),
        stop.to_string(),
        system,
        maybe_text(words.as_ref()),
        act.by.to_string(),
        act.at.to_string(),
    ])?;
    also_about(conn, act, *stop)
}

/// What is said of a stop is also about its workflow.
fn also_about(conn: &Connection, act: &Act, stop: StopRef) -> Result<(), StoreError> {
    let workflow: Option<String> =
        conn.prepare_cached(OF)?.query_row([stop.to_string()], |row| row.get(0)).optional()?;
    workflow.map_or(Ok(()), |workflow| change::also_about(conn, act, &workflow))
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Stop, StoreError> {
    let drill = get(row, "drill")?;
    let attributed: Option<Actor> = get_maybe_parsed(row, "attributed")?;
    Ok(Stop {
        stop: get_parsed(row, "stop")?,
        workflow: get_parsed(row, "workflow")?,
        drill,
        exception: get_maybe_parsed(row, "exception")?,
        systems: get_json(row, "systems", view)?,
        by: get_parsed(row, "by")?,
        attributed: attributed.and_then(|actor| match actor {
            Actor::Person(person) => Some(person),
            Actor::Machine => None,
        }),
        made: Mark { seq: get_count(row, "seq")?, at: get_parsed(row, "at")? },
        why: get_maybe_text(row, "why", view)?,
        confirmed: BTreeMap::new(),
        lifted: get_maybe_count(row, "lifted")?.filter(|_| !drill),
    })
}

fn read_confirmed(
    row: &Row<'_>,
    view: &View<'_>,
) -> Result<(StopRef, u32, Confirmation), StoreError> {
    let confirmation = Confirmation {
        by: get_parsed(row, "by")?,
        made: Mark { seq: get_count(row, "seq")?, at: get_parsed(row, "at")? },
        words: get_maybe_text(row, "words", view)?,
    };
    Ok((get_parsed(row, "stop")?, get(row, "system")?, confirmation))
}
