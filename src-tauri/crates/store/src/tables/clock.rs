//! `clock`: jumps of the clock that a person acknowledged.

use domain::workspace::ClockAcknowledged;
use rusqlite::{Connection, params};

use super::Table;
use crate::error::StoreError;
use crate::project::Act;

pub(crate) const TABLE: Table = Table {
    name: "clock",
    ddl: "
CREATE TABLE clock (
    seq INTEGER PRIMARY KEY,
    by TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;
",
    versioned: false,
};

const INSERT: &str = "INSERT INTO clock (seq, by, before, after) VALUES (?1, ?2, ?3, ?4)";

pub(crate) fn acknowledged(
    conn: &Connection,
    act: &Act,
    event: &ClockAcknowledged,
) -> Result<(), StoreError> {
    let (before, after) = (event.before.to_string(), event.after.to_string());
    conn.prepare_cached(INSERT)?.execute(params![act.n(), act.by.to_string(), before, after])?;
    Ok(())
}
