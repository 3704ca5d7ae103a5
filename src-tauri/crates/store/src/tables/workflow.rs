//! `workflow`: the register.
//!
//! What is known of a workflow is one value, given anew with each change, so it lies in one cell
//! as the ledger spells it; what lists filter by has columns of its own.

use std::collections::{BTreeMap, BTreeSet};

use domain::decision::WorkflowChange;
use domain::stop::WorkflowStopped;
use domain::workflow::{
    Facts, Register, Status, WorkflowDescribed, WorkflowRegistered, WorkflowStatusSet,
};
use domain::{Moment, Text, WorkflowRef};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::cell::{
    get, get_count, get_json, get_maybe_count, get_maybe_parsed, get_parsed, get_word, json,
    maybe_text, placed_json, read_json, spelled, word,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "workflow",
    ddl: "
CREATE TABLE workflow (
    workflow TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    name TEXT,
    status TEXT NOT NULL,
    found_live INTEGER NOT NULL,
    tier INTEGER,
    owner TEXT,
    facts TEXT NOT NULL,
    PRIMARY KEY (workflow, from_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX workflow_stopped ON workflow (workflow) WHERE status = 'stopped';
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO workflow
    (workflow, from_seq, name, status, found_live, tier, owner, facts)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
const DESCRIBED: &str = "INSERT OR REPLACE INTO workflow
    (workflow, from_seq, name, status, found_live, tier, owner, facts)
    SELECT workflow, ?2, ?3, status, found_live, ?4, ?5, ?6 FROM workflow
    WHERE workflow = ?1 AND to_seq IS NULL";
const STATUS_SET: &str = "INSERT OR REPLACE INTO workflow
    (workflow, from_seq, name, status, found_live, tier, owner, facts)
    SELECT workflow, ?2, name, ?3, found_live, tier, owner, facts FROM workflow
    WHERE workflow = ?1 AND to_seq IS NULL";
const END: &str = "UPDATE workflow SET to_seq = ?2
    WHERE workflow = ?1 AND to_seq IS NULL AND from_seq < ?2";
const IN_FORCE: &str =
    "SELECT status, found_live, facts FROM workflow WHERE workflow = ?1 AND to_seq IS NULL";
const MOVED: &str = "SELECT min(from_seq) AS moved FROM workflow
    WHERE workflow = ?2 AND from_seq > ?3 AND from_seq <= ?1";
const ALL: &str = concat!(
    "SELECT workflow, status, found_live, facts, from_seq,
        (SELECT min(from_seq) FROM workflow AS first WHERE first.workflow = workflow.workflow)
            AS registered
    FROM workflow WHERE",
    standing!(),
    "ORDER BY length(workflow), workflow"
);
const ONE: &str = concat!(
    "SELECT workflow, status, found_live, facts, from_seq,
        (SELECT min(from_seq) FROM workflow WHERE workflow = ?2) AS registered
    FROM workflow WHERE workflow = ?2 AND",
    standing!()
);
/// Times, not entries: what a period of a metric holds is a matter of the clock.
const STATUSES: &str = "SELECT workflow, status, began.at AS since, ended.at AS until
    FROM workflow
    JOIN change AS began ON began.seq = from_seq
    LEFT JOIN change AS ended ON ended.seq = to_seq AND to_seq <= ?1
    WHERE from_seq <= ?1 ORDER BY from_seq";
const NAMES: &str = concat!("SELECT workflow, name FROM workflow WHERE", standing!());
const JUDGED: &str = concat!(
    "SELECT workflow, status, found_live, facts, from_seq, change.at AS at,
        EXISTS (SELECT 1 FROM workflow AS earlier
            WHERE earlier.workflow = workflow.workflow AND earlier.from_seq < workflow.from_seq)
        AS changed
    FROM workflow JOIN change ON seq = from_seq WHERE status <> 'retired' AND",
    standing!(),
    "ORDER BY length(workflow), workflow"
);
const JUDGED_HISTORY: &str = "SELECT workflow, status, found_live, facts, from_seq,
        change.at AS at
    FROM workflow JOIN change ON seq = from_seq
    WHERE workflow = ?2 AND from_seq <= ?1 ORDER BY from_seq DESC";
const REGISTERED: &str = "SELECT workflow, change.at AS at FROM
        (SELECT workflow, min(from_seq) AS first FROM workflow WHERE from_seq <= ?1 GROUP BY workflow)
    JOIN change ON seq = first";
/// Asked after every change, so by the index of what is stopped.
const REGISTERED_STOPPED: &str = "SELECT first.workflow, first.from_seq, change.at
    FROM workflow AS first JOIN change ON seq = first.from_seq
    WHERE first.status = 'stopped' AND first.from_seq <= ?1
    AND NOT EXISTS (SELECT 1 FROM workflow AS other WHERE other.workflow = first.workflow
        AND (other.from_seq < first.from_seq
            OR (other.status = 'live' AND other.from_seq <= ?1)))
    ORDER BY first.from_seq, length(first.workflow), first.workflow";
const HISTORY: &str = "SELECT workflow, status, found_live, facts, from_seq,
    (SELECT min(from_seq) FROM workflow WHERE workflow = ?2) AS registered
    FROM workflow WHERE workflow = ?2 AND from_seq <= ?1 ORDER BY from_seq";

/// A workflow on the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workflow {
    /// Its reference.
    pub workflow: WorkflowRef,
    /// Where it stands.
    pub status: Status,
    /// Whether an inventory found it running before any launch decision.
    pub found_live: bool,
    /// What is known of it.
    pub facts: Facts,
    /// The entry since which this is so.
    pub since: u64,
    /// The entry that registered it.
    pub registered: u64,
}

impl Workflow {
    /// The workflow as the rules take it.
    pub fn as_it_stands(&self) -> domain::workflow::Workflow {
        domain::workflow::Workflow {
            workflow: self.workflow,
            status: self.status,
            found_live: self.found_live,
            facts: self.facts.clone(),
        }
    }
}

/// A workflow as rules judge it, with the entry that made it so and when that was made.
pub type Judged = (domain::workflow::Workflow, u64, Moment);

/// How a workflow stood for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// Which.
    pub workflow: WorkflowRef,
    /// How.
    pub status: Status,
    /// Since when.
    pub since: Moment,
    /// Until when; none while it stands.
    pub until: Option<Moment>,
}

impl View<'_> {
    /// How every workflow stood when, over all that is known of it.
    pub fn statuses(&self) -> Result<Vec<Stood>, StoreError> {
        self.rows(STATUSES, [self.seq()], |row, _| {
            Ok(Stood {
                workflow: get_parsed(row, "workflow")?,
                status: get_word(row, "status")?,
                since: get_parsed(row, "since")?,
                until: get_maybe_parsed(row, "until")?,
            })
        })
    }

    /// The register, by reference.
    pub fn workflows(&self) -> Result<Vec<Workflow>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// One workflow.
    pub fn workflow(&self, workflow: WorkflowRef) -> Result<Option<Workflow>, StoreError> {
        self.row(ONE, params![self.seq(), workflow.to_string()], read)
    }

    /// A workflow as it was, oldest first.
    pub fn workflow_history(&self, workflow: WorkflowRef) -> Result<Vec<Workflow>, StoreError> {
        self.rows(HISTORY, params![self.seq(), workflow.to_string()], read)
    }

    /// The register as rules judge it, by reference, retired ones left out; and of each whether it
    /// stood otherwise before. Of texts it is told only whether they are there: a rule asks no more,
    /// and looking each one up takes its time.
    pub fn judged_workflows(&self) -> Result<Vec<(Judged, bool)>, StoreError> {
        let gone = self.gone()?;
        self.rows(JUDGED, [self.seq()], |row, _| Ok((judged(row, &gone)?, get(row, "changed")?)))
    }

    /// A workflow as it was and as rules judge it, newest first.
    pub fn judged_history(&self, workflow: WorkflowRef) -> Result<Vec<Judged>, StoreError> {
        let gone = self.gone()?;
        let params = params![self.seq(), workflow.to_string()];
        self.rows(JUDGED_HISTORY, params, |row, _| judged(row, &gone))
    }

    /// When each workflow came on the register.
    pub fn registered(&self) -> Result<BTreeMap<WorkflowRef, Moment>, StoreError> {
        let rows = self.rows(REGISTERED, [self.seq()], |row, _| {
            Ok((get_parsed(row, "workflow")?, get_parsed(row, "at")?))
        })?;
        Ok(rows.into_iter().collect())
    }

    /// What came on the register as stopped and was not live since, each with the entry that
    /// registered it and its time.
    pub fn registered_stopped(&self) -> Result<Vec<(WorkflowRef, u64, Moment)>, StoreError> {
        self.rows(REGISTERED_STOPPED, [self.seq()], |row, _| {
            let workflow = get_parsed(row, "workflow")?;
            Ok((workflow, get_count(row, "from_seq")?, get_parsed(row, "at")?))
        })
    }

    /// The places of texts that were erased.
    fn gone(&self) -> Result<BTreeSet<String>, StoreError> {
        let erased = self.erasures()?.into_iter();
        Ok(erased.map(|erased| crate::cell::place(erased.of_seq, &erased.path)).collect())
    }

    /// The first entry after `since` that changed a workflow.
    pub fn workflow_moved(
        &self,
        workflow: WorkflowRef,
        since: u64,
    ) -> Result<Option<u64>, StoreError> {
        let params = params![self.seq(), workflow.to_string(), since.cast_signed()];
        let moved = self.row(MOVED, params, |row, _| get_maybe_count(row, "moved"))?;
        Ok(moved.flatten())
    }

    /// The register as the rules of registering need it.
    pub fn register(&self) -> Result<Register, StoreError> {
        Ok(Register::new(self.workflow_names()?))
    }

    /// What each workflow is called; none once erased.
    pub fn workflow_names(&self) -> Result<Vec<(WorkflowRef, Option<String>)>, StoreError> {
        self.rows(NAMES, [self.seq()], |row, view| {
            let name = crate::cell::get_maybe_text(row, "name", view)?;
            let words = name.as_ref().and_then(Text::words).map(str::to_owned);
            Ok((get_parsed(row, "workflow")?, words))
        })
    }
}

pub(crate) fn registered(
    conn: &Connection,
    act: &Act,
    event: &WorkflowRegistered,
) -> Result<(), StoreError> {
    let WorkflowRegistered { workflow, status, found_live, facts } = event;
    let workflow = workflow.to_string();
    conn.prepare_cached(END)?.execute(params![workflow, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![
        workflow,
        act.n(),
        maybe_text(facts.name.as_ref()),
        word(status)?,
        found_live,
        facts.tier().map(domain::workflow::Tier::number),
        facts.owner.map(|owner| owner.to_string()),
        json(facts)?,
    ])?;
    Ok(())
}

pub(crate) fn described(
    conn: &Connection,
    act: &Act,
    event: &WorkflowDescribed,
) -> Result<(), StoreError> {
    let WorkflowDescribed { workflow, facts } = event;
    let workflow = workflow.to_string();
    conn.prepare_cached(DESCRIBED)?.execute(params![
        workflow,
        act.n(),
        maybe_text(facts.name.as_ref()),
        facts.tier().map(domain::workflow::Tier::number),
        facts.owner.map(|owner| owner.to_string()),
        json(facts)?,
    ])?;
    conn.prepare_cached(END)?.execute(params![workflow, act.n()])?;
    Ok(())
}

pub(crate) fn status_set(
    conn: &Connection,
    act: &Act,
    event: &WorkflowStatusSet,
) -> Result<(), StoreError> {
    stands(conn, act, event.workflow, event.status)
}

/// The kill switch was pulled; a drill leaves the workflow where it stands.
pub(crate) fn stopped(
    conn: &Connection,
    act: &Act,
    event: &WorkflowStopped,
) -> Result<(), StoreError> {
    if event.drill { Ok(()) } else { stands(conn, act, event.workflow, Status::Stopped) }
}

fn stands(
    conn: &Connection,
    act: &Act,
    workflow: WorkflowRef,
    status: Status,
) -> Result<(), StoreError> {
    let workflow = workflow.to_string();
    conn.prepare_cached(STATUS_SET)?.execute(params![workflow, act.n(), word(&status)?])?;
    conn.prepare_cached(END)?.execute(params![workflow, act.n()])?;
    Ok(())
}

/// Changes a workflow as a decision that is applied has it.
pub(crate) fn decided(
    conn: &Connection,
    act: &Act,
    change: &WorkflowChange,
) -> Result<(), StoreError> {
    let workflow = change.workflow.to_string();
    let mut statement = conn.prepare_cached(IN_FORCE)?;
    let mut rows = statement.query([&workflow])?;
    let Some(row) = rows.next()? else { return Ok(()) };
    let now = domain::workflow::Workflow {
        workflow: change.workflow,
        status: get_word(row, "status")?,
        found_live: get(row, "found_live")?,
        facts: read_json(&get::<String>(row, "facts")?, "facts")?,
    };
    let after = change.applied_to(&now);
    registered(
        conn,
        act,
        &WorkflowRegistered {
            workflow: after.workflow,
            status: after.status,
            found_live: after.found_live,
            facts: after.facts,
        },
    )
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Workflow, StoreError> {
    Ok(Workflow {
        workflow: get_parsed(row, "workflow")?,
        status: get_word(row, "status")?,
        found_live: get(row, "found_live")?,
        facts: get_json(row, "facts", view)?,
        since: get_count(row, "from_seq")?,
        registered: get_count(row, "registered")?,
    })
}

fn judged(row: &Row<'_>, gone: &BTreeSet<String>) -> Result<Judged, StoreError> {
    let workflow = domain::workflow::Workflow {
        workflow: get_parsed(row, "workflow")?,
        status: get_word(row, "status")?,
        found_live: get(row, "found_live")?,
        facts: placed_json(spelled(row, "facts")?, "facts", gone)?,
    };
    Ok((workflow, get_count(row, "from_seq")?, get_parsed(row, "at")?))
}
