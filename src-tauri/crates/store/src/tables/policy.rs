//! `policy` and `policy_in_force`: every version of every policy as it was written, and which one is
//! in force.

use domain::policy::{PolicyAdopted, PolicyDrafted, PolicyRetired, PolicyRevised, Terms};
use domain::{Moment, PolicyRef, RoleId};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::append::Actor;
use crate::cell::{get, get_count, get_json, get_maybe_parsed, get_parsed, json};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "policy",
    ddl: "
CREATE TABLE policy (
    policy TEXT NOT NULL,
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    terms TEXT NOT NULL,
    PRIMARY KEY (policy, version)
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

pub(crate) const IN_FORCE: Table = Table {
    name: "policy_in_force",
    ddl: "
CREATE TABLE policy_in_force (
    policy TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    version INTEGER NOT NULL,
    since_at TEXT NOT NULL,
    roles TEXT NOT NULL,
    again_days INTEGER,
    PRIMARY KEY (policy, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR IGNORE INTO policy (policy, version, seq, at, by, terms)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const VERSIONS: &str = "SELECT policy, version, seq, at, by, terms FROM policy WHERE seq <= ?1
    ORDER BY length(policy), policy, version";
const VERSIONS_OF: &str = "SELECT policy, version, seq, at, by, terms FROM policy
    WHERE policy = ?2 AND seq <= ?1 ORDER BY version";
const NUMBERED: &str = "SELECT count(DISTINCT policy) AS given FROM policy WHERE seq <= ?1";
const ADOPT: &str = "INSERT OR REPLACE INTO policy_in_force (policy, from_seq, version, since_at, roles, again_days)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const END: &str = "UPDATE policy_in_force SET to_seq = ?2
    WHERE policy = ?1 AND to_seq IS NULL AND from_seq < ?2";
/// The first of the adoptions of one version that followed each other without a break.
macro_rules! first_of_run {
    ($column:literal) => {
        concat!(
            "(SELECT run.",
            $column,
            " FROM policy_in_force run
            WHERE run.policy = policy_in_force.policy AND run.from_seq <= policy_in_force.from_seq
              AND NOT EXISTS (SELECT 1 FROM policy_in_force before WHERE before.policy = run.policy
                AND before.to_seq = run.from_seq AND before.version = run.version)
            ORDER BY run.from_seq DESC LIMIT 1)"
        )
    };
}
const ADOPTED: &str = concat!(
    "SELECT *, ",
    first_of_run!("from_seq"),
    " AS since_seq, ",
    first_of_run!("since_at"),
    " AS first_at FROM policy_in_force WHERE",
    standing!(),
    "ORDER BY length(policy), policy"
);
const EVER_ADOPTED: &str = "SELECT adopted.*, ended.at AS until_at FROM policy_in_force adopted
    LEFT JOIN change ended ON ended.seq = adopted.to_seq AND ended.seq <= ?1
    WHERE adopted.policy = ?2 AND adopted.from_seq <= ?1 ORDER BY adopted.from_seq";

const RETIRED: &str = "SELECT * FROM policy_in_force ended WHERE to_seq <= ?1 AND NOT EXISTS
    (SELECT 1 FROM policy_in_force later WHERE later.policy = ended.policy
        AND later.from_seq >= ended.to_seq AND later.from_seq <= ?1)
    ORDER BY length(policy), policy";

/// A version of a policy as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Of which policy.
    pub policy: PolicyRef,
    /// Its number, counted from 1.
    pub version: u32,
    /// The entry that wrote it.
    pub entry: u64,
    /// When.
    pub at: Moment,
    /// Who wrote it.
    pub by: Actor,
    /// What it says.
    pub terms: Terms,
}

/// A version in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// Of which policy.
    pub policy: PolicyRef,
    /// Which version.
    pub version: u32,
    /// The entry since which it is in force, adopted anew or not.
    pub entry: u64,
    /// Since when.
    pub since: Moment,
    /// When it was adopted last.
    pub adopted: Moment,
    /// Whose holders attest it; none named means everybody.
    pub roles: Vec<RoleId>,
    /// Days after which an attestation is asked for again.
    pub again_days: Option<u32>,
}

/// A version was adopted, for the first time or anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// Which version.
    pub version: u32,
    /// The entry that adopted it.
    pub entry: u64,
    /// When.
    pub at: Moment,
    /// Until when that stood: another adoption, or a retirement; none while it stands.
    pub until: Option<Moment>,
}

/// A policy that a decision took out of force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retired {
    /// Which.
    pub policy: PolicyRef,
    /// The version that was in force until then.
    pub version: u32,
    /// The entry that retired it.
    pub entry: u64,
}

impl View<'_> {
    /// Every version of every policy, policy by policy, in the order in which they were written.
    pub fn policy_versions(&self) -> Result<Vec<Version>, StoreError> {
        self.rows(VERSIONS, [self.seq()], read)
    }

    /// Every version of one policy, the first one first; none where there is no such policy.
    pub fn versions_of(&self, policy: PolicyRef) -> Result<Vec<Version>, StoreError> {
        self.rows(VERSIONS_OF, params![self.seq(), policy.to_string()], read)
    }

    /// The versions in force, one for each policy that has one.
    pub fn policies_in_force(&self) -> Result<Vec<InForce>, StoreError> {
        self.rows(ADOPTED, [self.seq()], |row, view| {
            Ok(InForce {
                policy: get_parsed(row, "policy")?,
                version: get(row, "version")?,
                entry: get_count(row, "since_seq")?,
                since: get_parsed(row, "first_at")?,
                adopted: get_parsed(row, "since_at")?,
                roles: get_json(row, "roles", view)?,
                again_days: get(row, "again_days")?,
            })
        })
    }

    /// The policies that were in force once and are no longer.
    pub fn policies_retired(&self) -> Result<Vec<Retired>, StoreError> {
        self.rows(RETIRED, [self.seq()], |row, _| {
            Ok(Retired {
                policy: get_parsed(row, "policy")?,
                version: get(row, "version")?,
                entry: get_count(row, "to_seq")?,
            })
        })
    }

    /// Every adoption of a policy, the first one first.
    pub fn adoptions_of(&self, policy: PolicyRef) -> Result<Vec<Adoption>, StoreError> {
        self.rows(EVER_ADOPTED, params![self.seq(), policy.to_string()], |row, _| {
            Ok(Adoption {
                version: get(row, "version")?,
                entry: get_count(row, "from_seq")?,
                at: get_parsed(row, "since_at")?,
                until: get_maybe_parsed(row, "until_at")?,
            })
        })
    }

    /// The reference of the next policy.
    pub fn next_policy(&self) -> Result<PolicyRef, StoreError> {
        let given = self.row(NUMBERED, [self.seq()], |row, _| get_count(row, "given"))?;
        Ok(PolicyRef::new(u32::try_from(given.unwrap_or(0)).unwrap_or(u32::MAX - 1) + 1))
    }
}

pub(crate) fn drafted(
    conn: &Connection,
    act: &Act,
    event: &PolicyDrafted,
) -> Result<(), StoreError> {
    put(conn, act, (event.policy, 1), &event.terms)
}

pub(crate) fn revised(
    conn: &Connection,
    act: &Act,
    event: &PolicyRevised,
) -> Result<(), StoreError> {
    put(conn, act, (event.policy, event.version), &event.terms)
}

pub(crate) fn adopted(
    conn: &Connection,
    act: &Act,
    event: &PolicyAdopted,
) -> Result<(), StoreError> {
    let (policy, at) = (event.policy.to_string(), act.at.to_string());
    conn.prepare_cached(END)?.execute(params![policy, act.n()])?;
    conn.prepare_cached(ADOPT)?.execute(params![
        policy,
        act.n(),
        event.version,
        at,
        json(&event.terms.roles)?,
        event.terms.again_days,
    ])?;
    Ok(())
}

pub(crate) fn retired(
    conn: &Connection,
    act: &Act,
    event: &PolicyRetired,
) -> Result<(), StoreError> {
    conn.prepare_cached(END)?.execute(params![event.policy.to_string(), act.n()])?;
    Ok(())
}

fn put(
    conn: &Connection,
    act: &Act,
    (policy, version): (PolicyRef, u32),
    terms: &Terms,
) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![
        policy.to_string(),
        version,
        act.n(),
        act.at.to_string(),
        act.by.to_string(),
        json(terms)?,
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Version, StoreError> {
    Ok(Version {
        policy: get_parsed(row, "policy")?,
        version: get(row, "version")?,
        entry: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        by: get_parsed(row, "by")?,
        terms: get_json(row, "terms", view)?,
    })
}
