//! `vote`: who said what on a decision, and for which seats it counts.

use domain::decision::{DecisionVoted, Seat, Verdict, Vote};
use domain::{DecisionRef, PersonRef, Text};
use rusqlite::{Connection, Row, params};
use serde_json::Value;

use super::Table;
use super::decision::Votes;
use crate::cell::{
    get, get_count, get_maybe_count, get_maybe_text, get_parsed, json, place, read_json,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "vote",
    ddl: "
CREATE TABLE vote (
    decision TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    verdict TEXT NOT NULL,
    seats TEXT NOT NULL,
    signed TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (decision, seq)
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

const INSERT: &str =
    "INSERT OR IGNORE INTO vote (decision, seq, at, by, verdict, seats, signed, reason)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
const ALL: &str = "SELECT decision, seq, at, by, verdict, seats, signed, reason FROM vote
    WHERE seq <= ?1 ORDER BY decision, seq";
const ON: &str = "SELECT decision, seq, at, by, verdict, seats, signed, reason FROM vote
    WHERE seq <= ?1 AND decision = ?2 ORDER BY seq";

const LAST_OF: &str = "SELECT max(seq) AS last FROM vote WHERE seq <= ?1 AND by = ?2";

impl View<'_> {
    /// The entry that carries the last vote of a person.
    pub fn last_vote_of(&self, person: PersonRef) -> Result<Option<u64>, StoreError> {
        let params = params![self.seq(), person.to_string()];
        Ok(self.row(LAST_OF, params, |row, _| get_maybe_count(row, "last"))?.flatten())
    }

    /// Every vote, in order.
    pub(crate) fn votes(&self) -> Result<Votes, StoreError> {
        let mut votes = Votes::new();
        for (decision, vote) in self.rows(ALL, [self.seq()], read)? {
            votes.entry(decision).or_default().push(vote);
        }
        Ok(votes)
    }

    /// The votes on a decision, in order.
    pub(crate) fn votes_on(&self, decision: DecisionRef) -> Result<Vec<Vote>, StoreError> {
        let rows = self.rows(ON, params![self.seq(), decision.to_string()], read)?;
        Ok(rows.into_iter().map(|(_, vote)| vote).collect())
    }
}

/// Keeps a vote as its statement says it. One that cannot be read is the verifier's to name.
pub(crate) fn voted(conn: &Connection, act: &Act, event: &DecisionVoted) -> Result<(), StoreError> {
    let Ok(statement) = serde_json::from_str::<Value>(&event.statement.statement) else {
        return Ok(());
    };
    let field = |name: &str| statement.get(name).and_then(Value::as_str);
    let verdict = field("verdict").and_then(Verdict::of);
    let reason =
        statement.get("reason").map(|_| place(act.seq, "/event/statement/statement/reason"));
    if let (Some(by), Some(signed), Some(verdict)) = (field("by"), field("at"), verdict) {
        conn.prepare_cached(INSERT)?.execute(params![
            event.decision.to_string(),
            act.n(),
            act.at.to_string(),
            by,
            verdict.word(),
            json(&event.seats)?,
            signed,
            reason,
        ])?;
    }
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<(DecisionRef, Vote), StoreError> {
    let verdict: String = get(row, "verdict")?;
    let verdict = Verdict::of(&verdict)
        .ok_or_else(|| StoreError::Inconsistent { what: format!("verdict: {verdict}") })?;
    let seats: Vec<Seat> = read_json(&get::<String>(row, "seats")?, "seats")?;
    let reason: Option<Text> = get_maybe_text(row, "reason", view)?;
    let vote = Vote {
        by: get_parsed(row, "by")?,
        verdict,
        seats,
        reason,
        signed: get_parsed(row, "signed")?,
        entry: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
    };
    Ok((get_parsed(row, "decision")?, vote))
}
