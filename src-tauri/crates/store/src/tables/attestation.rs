//! `attestation`: who put their name under which version of a policy.

use domain::policy::PolicyAttested;
use domain::{Moment, PersonRef, PolicyRef};
use rusqlite::{Connection, Row, params};
use serde_json::Value;

use super::Table;
use crate::cell::{get, get_count, get_parsed};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "attestation",
    ddl: "
CREATE TABLE attestation (
    policy TEXT NOT NULL,
    version INTEGER NOT NULL,
    person TEXT NOT NULL,
    seq INTEGER NOT NULL,
    signed_at TEXT NOT NULL,
    PRIMARY KEY (policy, person, seq)
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

const INSERT: &str = "INSERT OR IGNORE INTO attestation (policy, version, person, seq, signed_at)
    VALUES (?1, ?2, ?3, ?4, ?5)";
const ALL: &str = "SELECT policy, version, person, seq, signed_at, at
    FROM attestation JOIN change USING (seq)
    WHERE seq <= ?1 ORDER BY length(policy), policy, seq";
const OF: &str = "SELECT policy, version, person, seq, signed_at, at
    FROM attestation JOIN change USING (seq)
    WHERE policy = ?2 AND seq <= ?1 ORDER BY seq";
const FIRST_KNOWN: &str = "SELECT known.person AS person, change.at AS at FROM
    (SELECT person, min(from_seq) AS first FROM person WHERE from_seq <= ?1 GROUP BY person) known
    JOIN change ON change.seq = known.first";

/// An attestation on the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attestation {
    /// Of which policy.
    pub policy: PolicyRef,
    /// Of which version.
    pub version: u32,
    /// Whose.
    pub person: PersonRef,
    /// The entry that carries it.
    pub entry: u64,
    /// When it was signed, as it says itself, and no later than it was entered: nothing else holds
    /// what a statement says of its own time.
    pub signed: Moment,
}

impl View<'_> {
    /// Every attestation, policy by policy, in order.
    pub fn attestations(&self) -> Result<Vec<Attestation>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// Every attestation of one policy, in order.
    pub fn attestations_of(&self, policy: PolicyRef) -> Result<Vec<Attestation>, StoreError> {
        self.rows(OF, params![self.seq(), policy.to_string()], read)
    }

    /// When each person became known.
    pub fn first_known(&self) -> Result<Vec<(PersonRef, Moment)>, StoreError> {
        self.rows(FIRST_KNOWN, [self.seq()], |row, _| {
            Ok((get_parsed(row, "person")?, get_parsed(row, "at")?))
        })
    }
}

/// Keeps an attestation as its statement says it. One that cannot be read is the verifier's to name.
pub(crate) fn attested(
    conn: &Connection,
    act: &Act,
    event: &PolicyAttested,
) -> Result<(), StoreError> {
    let Ok(statement) = serde_json::from_str::<Value>(&event.statement.statement) else {
        return Ok(());
    };
    let field = |name: &str| statement.get(name).and_then(Value::as_str);
    if let (Some(by), Some(signed)) = (field("by"), field("at")) {
        let policy = event.policy.to_string();
        conn.prepare_cached(INSERT)?.execute(params![
            policy,
            event.version,
            by,
            act.n(),
            signed
        ])?;
    }
    Ok(())
}

fn read(row: &Row<'_>, _: &View<'_>) -> Result<Attestation, StoreError> {
    let (signed, entered): (Moment, Moment) =
        (get_parsed(row, "signed_at")?, get_parsed(row, "at")?);
    Ok(Attestation {
        policy: get_parsed(row, "policy")?,
        version: get(row, "version")?,
        person: get_parsed(row, "person")?,
        entry: get_count(row, "seq")?,
        signed: signed.min(entered),
    })
}
