//! `decision` and `settled`: what was proposed, and how it ended where an entry ended it.
//!
//! A proposal is one value that never changes, so it lies in one cell as the ledger spells it.

use std::collections::BTreeMap;

use domain::decision::{
    Change, Decision, DecisionApplied, DecisionProposed, DecisionRightsSet, DecisionWithdrawn,
    Entitled, Settled, Underneath, Vote,
};
use domain::{DecisionRef, Moment, RoleId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Table, change, decision_right, permit, raci, rules, workflow};
use crate::append::Actor;
use crate::cell::{get, get_count, get_json, get_maybe_parsed, get_parsed, json, read_json};
use crate::error::StoreError;
use crate::project::{self, Act};
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "decision",
    ddl: "
CREATE TABLE decision (
    decision TEXT NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    undoes TEXT,
    proposal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

pub(crate) const SETTLED: Table = Table {
    name: "settled",
    ddl: "
CREATE TABLE settled (
    decision TEXT NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    applied INTEGER NOT NULL,
    permit TEXT
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

const INSERT: &str = "INSERT OR IGNORE INTO decision (decision, seq, at, by, undoes, proposal)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const SETTLE: &str = "INSERT OR IGNORE INTO settled (decision, seq, at, by, applied, permit)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const PROPOSAL: &str = "SELECT seq, proposal FROM decision WHERE decision = ?1";
macro_rules! rows {
    ($where:literal) => {
        concat!(
            "SELECT decision.decision, decision.seq, decision.at, decision.by, proposal,
                settled.seq AS settled_seq, settled.at AS settled_at, settled.by AS settled_by,
                applied, permit,
                (SELECT undo.decision FROM decision AS undo
                    JOIN settled AS done ON done.decision = undo.decision
                    WHERE undo.undoes = decision.decision AND done.applied AND done.seq <= ?1
                    ORDER BY done.seq LIMIT 1) AS undone
            FROM decision LEFT JOIN settled
                ON settled.decision = decision.decision AND settled.seq <= ?1
            WHERE decision.seq <= ?1 ",
            $where
        )
    };
}
const ALL: &str = rows!("ORDER BY decision.seq");
const ONE: &str = rows!("AND decision.decision = ?2");
/// Of holdings and deputies, those that stood at the entry and did not end before its day.
const ENTITLED: &str = "
    SELECT person, role, 0 AS deputy FROM holding
    WHERE from_seq <= ?1 AND (to_seq IS NULL OR to_seq > ?1)
      AND (last_day IS NULL OR last_day >= substr(?2, 1, 10))
    UNION
    SELECT person, role, 1 AS deputy FROM stint
    WHERE what = 'deputy' AND from_seq <= ?1 AND (to_seq IS NULL OR to_seq > ?1)
      AND (last_day IS NULL OR last_day >= substr(?2, 1, 10))
    ORDER BY role, person, deputy";
const NUMBERED: &str = "SELECT count(*) AS given FROM decision WHERE seq <= ?1";

impl View<'_> {
    /// Every decision, in the order they were proposed.
    pub fn decisions(&self) -> Result<Vec<Decision>, StoreError> {
        let mut votes = self.votes()?;
        let mut found = self.rows(ALL, [self.seq()], read)?;
        for decision in &mut found {
            decision.votes = votes.remove(&decision.reference()).unwrap_or_default();
            self.look_up_entitled(decision)?;
        }
        Ok(found)
    }

    /// One decision.
    pub fn decision(&self, decision: DecisionRef) -> Result<Option<Decision>, StoreError> {
        let mut found = self.row(ONE, params![self.seq(), decision.to_string()], read)?;
        if let Some(found) = &mut found {
            found.votes = self.votes_on(decision)?;
            self.look_up_entitled(found)?;
        }
        Ok(found)
    }

    /// Who could act for the roles that the right of `decision` names when it was proposed; of one
    /// that has ended nobody asks.
    fn look_up_entitled(&self, decision: &mut Decision) -> Result<(), StoreError> {
        if decision.settled.is_some() {
            return Ok(());
        }
        let (right, then) = (&decision.proposed.right, self.at(decision.entry));
        let named = |role: &RoleId| right.approve.contains(role) || right.consult.contains(role);
        let params = params![then.seq(), decision.at.to_string()];
        let entitled = self.rows(ENTITLED, params, |row, _| {
            Ok(Entitled {
                person: get_parsed(row, "person")?,
                role: RoleId::new(get::<String>(row, "role")?),
                deputy: get(row, "deputy")?,
            })
        })?;
        decision.entitled = entitled.into_iter().filter(|one| named(&one.role)).collect();
        Ok(())
    }

    /// The reference of the next decision.
    pub fn next_decision(&self) -> Result<DecisionRef, StoreError> {
        let given = self.row(NUMBERED, [self.seq()], |row, _| get_count(row, "given"))?;
        Ok(DecisionRef::new(u32::try_from(given.unwrap_or(0)).unwrap_or(u32::MAX - 1) + 1))
    }

    /// Whether what `decision` would change was changed since it was proposed, and when first.
    pub fn underneath(&self, decision: &Decision) -> Result<Underneath, StoreError> {
        let basis = decision.proposed.basis;
        let moved = match &decision.proposed.change {
            Change::Workflow(change) => self.workflow_moved(change.workflow, basis)?,
            Change::Raci(change) => self.raci_moved(&change.after.matrix, basis)?,
            Change::Rights(_) => self.decision_rights_moved(basis)?,
            Change::Rules(_) => self.rules_moved(basis)?,
            Change::Setting(change) => self.setting_moved(&change.after, basis)?,
            Change::Request(_) => None,
            Change::Revoke(revoke) => self.permit_moved(revoke.permit, basis)?,
        };
        let Some(seq) = moved else { return Ok(Underneath::default()) };
        Ok(Underneath { moved: self.change(seq)?.map(|change| (seq, change.at)) })
    }
}

pub(crate) fn proposed(
    conn: &Connection,
    act: &Act,
    event: &DecisionProposed,
) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![
        event.decision.to_string(),
        act.n(),
        act.at.to_string(),
        act.by.to_string(),
        event.undoes.map(|decision| decision.to_string()),
        json(event)?,
    ])?;
    Ok(())
}

pub(crate) fn withdrawn(
    conn: &Connection,
    act: &Act,
    event: &DecisionWithdrawn,
) -> Result<(), StoreError> {
    also_about(conn, act, event.decision)?;
    settle(conn, act, event.decision, None).map(|_| ())
}

/// What is said on a decision is also about what it would change.
pub(crate) fn also_about(
    conn: &Connection,
    act: &Act,
    decision: DecisionRef,
) -> Result<(), StoreError> {
    let proposal = proposal(conn, decision)?;
    match proposal.and_then(|(_, proposal)| change::changed(&proposal.change)) {
        Some(changed) => change::also_about(conn, act, &changed),
        None => Ok(()),
    }
}

/// Makes what was proposed so. The words stay where the proposal committed to them.
pub(crate) fn applied(
    conn: &Connection,
    act: &Act,
    event: &DecisionApplied,
) -> Result<(), StoreError> {
    // A decision ends once: whatever says so again changes nothing.
    if !settle(conn, act, event.decision, Some(event))? {
        return Ok(());
    }
    let Some((seq, proposal)) = proposal(conn, event.decision)? else { return Ok(()) };
    if let Some(changed) = change::changed(&proposal.change) {
        change::also_about(conn, act, &changed)?;
    }
    match &proposal.change {
        Change::Workflow(change) => workflow::decided(conn, act, change),
        Change::Raci(change) => raci::decided(conn, act, &change.after, seq),
        Change::Rights(change) => {
            decision_right::set(conn, act, &DecisionRightsSet { rights: change.after.clone() })
        }
        Change::Rules(change) => rules::set(conn, act, &change.after),
        Change::Setting(change) => {
            let why = Some(proposal.rationale.clone());
            project::rows(conn, &Act { event: change.after.event(), why, ..act.alike() })
        }
        Change::Request(request) => match event.permit {
            Some(permit) => permit::issued(conn, act, permit, &proposal, request),
            None => Ok(()),
        },
        Change::Revoke(revoke) => permit::revoked(conn, act, revoke.permit),
    }
}

/// A proposal, its texts by place, and the entry that made it.
fn proposal(
    conn: &Connection,
    decision: DecisionRef,
) -> Result<Option<(i64, DecisionProposed)>, StoreError> {
    let found: Option<(i64, String)> = conn
        .prepare_cached(PROPOSAL)?
        .query_row([decision.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    found.map(|(seq, written)| Ok((seq, read_json(&written, "proposal")?))).transpose()
}

/// Ends a decision; says whether it was open until now.
fn settle(
    conn: &Connection,
    act: &Act,
    decision: DecisionRef,
    applied: Option<&DecisionApplied>,
) -> Result<bool, StoreError> {
    let permit = applied.and_then(|event| event.permit).map(|permit| permit.to_string());
    let rows = conn.prepare_cached(SETTLE)?.execute(params![
        decision.to_string(),
        act.n(),
        act.at.to_string(),
        act.by.to_string(),
        applied.is_some(),
        permit,
    ])?;
    Ok(rows > 0)
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Decision, StoreError> {
    let settled_at: Option<Moment> = get_maybe_parsed(row, "settled_at")?;
    let settled = match settled_at {
        None => None,
        Some(at) => Some(Settled {
            applied: get(row, "applied")?,
            permit: get_maybe_parsed(row, "permit")?,
            by: person(get_parsed(row, "settled_by")?)?,
            entry: get_count(row, "settled_seq")?,
            at,
        }),
    };
    Ok(Decision {
        proposed: get_json(row, "proposal", view)?,
        by: person(get_parsed(row, "by")?)?,
        entry: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        entitled: Vec::new(),
        votes: Vec::<Vote>::new(),
        settled,
        undone: get_maybe_parsed(row, "undone")?,
    })
}

fn person(actor: Actor) -> Result<domain::PersonRef, StoreError> {
    match actor {
        Actor::Person(person) => Ok(person),
        Actor::Machine => Err(StoreError::Inconsistent { what: "a machine decided".into() }),
    }
}

/// Votes by the decision they are on.
pub(crate) type Votes = BTreeMap<DecisionRef, Vec<Vote>>;
