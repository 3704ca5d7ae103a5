//! `decision_right`: who may decide what, each whole set as it was set.

use domain::decision::{DecisionRightsSet, Right};
use rusqlite::{Connection, params};

use super::{Table, standing};
use crate::cell::{get_count, get_json, get_maybe_count, json};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "decision_right",
    ddl: "
CREATE TABLE decision_right (
    from_seq INTEGER NOT NULL PRIMARY KEY,
    to_seq INTEGER,
    rights TEXT NOT NULL
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO decision_right (from_seq, rights) VALUES (?1, ?2)";
const END: &str = "UPDATE decision_right SET to_seq = ?1 WHERE to_seq IS NULL AND from_seq < ?1";
const ONE: &str = concat!("SELECT rights, from_seq FROM decision_right WHERE", standing!());
const MOVED: &str = "SELECT min(from_seq) AS moved FROM decision_right
    WHERE from_seq > ?2 AND from_seq <= ?1";

impl View<'_> {
    /// The decision rights in force, and the entry since which they are: the start-up set and 0 in
    /// a workspace that began before there were any.
    pub fn decision_rights(&self) -> Result<(Vec<Right>, u64), StoreError> {
        let set = self.row(ONE, [self.seq()], |row, view| {
            let set: DecisionRightsSet = get_json(row, "rights", view)?;
            Ok((set.rights, get_count(row, "from_seq")?))
        })?;
        Ok(set.unwrap_or_else(|| (domain::workspace::startup::rights().rights, 0)))
    }

    /// The first entry after `since` that set the decision rights otherwise.
    pub fn decision_rights_moved(&self, since: u64) -> Result<Option<u64>, StoreError> {
        let params = params![self.seq(), since.cast_signed()];
        Ok(self.row(MOVED, params, |row, _| get_maybe_count(row, "moved"))?.flatten())
    }
}

pub(crate) fn set(
    conn: &Connection,
    act: &Act,
    event: &DecisionRightsSet,
) -> Result<(), StoreError> {
    conn.prepare_cached(END)?.execute([act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![act.n(), json(event)?])?;
    Ok(())
}
