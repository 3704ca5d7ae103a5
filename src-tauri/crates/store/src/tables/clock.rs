//! `clock`: jumps of the clock that a person acknowledged.

use domain::Moment;
use domain::workspace::ClockAcknowledged;
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{get_count, get_parsed};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

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
const ALL: &str = "SELECT seq, by, before, after FROM clock WHERE seq <= ?1 ORDER BY seq DESC";

/// A jump of the clock that a person acknowledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockJump {
    /// The entry.
    pub seq: u64,
    /// Who acknowledged it.
    pub by: Actor,
    /// When the entry before was made.
    pub before: Moment,
    /// What the clock said then.
    pub after: Moment,
}

impl View<'_> {
    /// Every jump of the clock that was acknowledged, latest first.
    pub fn clock_jumps(&self) -> Result<Vec<ClockJump>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }
}

pub(crate) fn acknowledged(
    conn: &Connection,
    act: &Act,
    event: &ClockAcknowledged,
) -> Result<(), StoreError> {
    let (before, after) = (event.before.to_string(), event.after.to_string());
    conn.prepare_cached(INSERT)?.execute(params![act.n(), act.by.to_string(), before, after])?;
    Ok(())
}

fn read(row: &Row<'_>, _: &View<'_>) -> Result<ClockJump, StoreError> {
    Ok(ClockJump {
        seq: get_count(row, "seq")?,
        by: get_parsed(row, "by")?,
        before: get_parsed(row, "before")?,
        after: get_parsed(row, "after")?,
    })
}
