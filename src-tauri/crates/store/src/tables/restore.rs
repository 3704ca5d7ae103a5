//! `restore`: gaps that were declared because an older copy of the file was put back.

use domain::workspace::{HeadSeen, RestoreDeclared};
use domain::{Moment, Text};
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{get, get_count, get_parsed, get_text, text};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "restore",
    ddl: "
CREATE TABLE restore (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    lost_size INTEGER NOT NULL,
    lost_root TEXT NOT NULL,
    ground TEXT NOT NULL
) STRICT;
",
    versioned: false,
};

const INSERT: &str = "INSERT INTO restore
    (seq, at, by, lost_size, lost_root, ground) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const ALL: &str = "SELECT seq, at, by, lost_size, lost_root, ground FROM restore
    WHERE seq <= ?1 ORDER BY seq DESC";

/// A gap that was declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restore {
    /// The entry.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// Who declared it.
    pub by: Actor,
    /// The head that was seen before and is not in this file.
    pub lost: HeadSeen,
    /// What happened.
    pub ground: Text,
}

impl View<'_> {
    /// Every gap that was declared, latest first.
    pub fn restores(&self) -> Result<Vec<Restore>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }
}

pub(crate) fn declared(
    conn: &Connection,
    act: &Act,
    event: &RestoreDeclared,
) -> Result<(), StoreError> {
    let RestoreDeclared { lost, ground } = event;
    conn.prepare_cached(INSERT)?.execute(params![
        act.n(),
        act.at.to_string(),
        act.by.to_string(),
        lost.size.cast_signed(),
        lost.root,
        text(ground),
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Restore, StoreError> {
    Ok(Restore {
        seq: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        by: get_parsed(row, "by")?,
        lost: HeadSeen { size: get_count(row, "lost_size")?, root: get(row, "lost_root")? },
        ground: get_text(row, "ground", view)?,
    })
}
