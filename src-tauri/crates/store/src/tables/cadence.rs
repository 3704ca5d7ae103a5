//! `cadence`: the rhythms in force, each as it was set.

use domain::CadenceId;
use domain::cadence::{CadenceRetired, CadenceSet};
use rusqlite::{Connection, params};

use super::{Table, standing};
use crate::cell::{get_json, json};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "cadence",
    ddl: "
CREATE TABLE cadence (
    cadence TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    terms TEXT NOT NULL,
    PRIMARY KEY (cadence, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str =
    "INSERT OR REPLACE INTO cadence (cadence, from_seq, terms) VALUES (?1, ?2, ?3)";
const END: &str =
    "UPDATE cadence SET to_seq = ?2 WHERE cadence = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ALL: &str = concat!("SELECT terms FROM cadence WHERE", standing!(), "ORDER BY cadence");
const ONE: &str = concat!("SELECT terms FROM cadence WHERE cadence = ?2 AND", standing!());

impl View<'_> {
    /// The cadences in force, each as it was set.
    pub fn cadences(&self) -> Result<Vec<CadenceSet>, StoreError> {
        self.rows(ALL, [self.seq()], |row, view| get_json(row, "terms", view))
    }

    /// One cadence in force.
    pub fn cadence(&self, cadence: &CadenceId) -> Result<Option<CadenceSet>, StoreError> {
        let params = params![self.seq(), cadence.as_str()];
        self.row(ONE, params, |row, view| get_json(row, "terms", view))
    }

    /// The version of a cadence that stood right after the entry `seq`, whatever stands now.
    pub fn cadence_after(
        &self,
        cadence: &CadenceId,
        seq: u64,
    ) -> Result<Option<CadenceSet>, StoreError> {
        View { conn: self.conn, seq: seq.min(self.seq) }.cadence(cadence)
    }
}

pub(crate) fn set(conn: &Connection, act: &Act, event: &CadenceSet) -> Result<(), StoreError> {
    let cadence = event.cadence.as_str();
    conn.prepare_cached(END)?.execute(params![cadence, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![cadence, act.n(), json(event)?])?;
    Ok(())
}

pub(crate) fn retired(
    conn: &Connection,
    act: &Act,
    event: &CadenceRetired,
) -> Result<(), StoreError> {
    conn.prepare_cached(END)?.execute(params![event.cadence.as_str(), act.n()])?;
    Ok(())
}
