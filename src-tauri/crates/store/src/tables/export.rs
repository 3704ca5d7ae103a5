//! `export`: what left the desk.

use domain::Moment;
use domain::workspace::ExportMade;
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{get_count, get_json, get_parsed, json};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "export",
    ddl: "
CREATE TABLE export (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    what TEXT NOT NULL,
    export TEXT NOT NULL
) STRICT;
",
    versioned: false,
};

const INSERT: &str = "INSERT INTO export (seq, at, by, what, export) VALUES (?1, ?2, ?3, ?4, ?5)";
const ALL: &str = "SELECT seq, at, by, export FROM export WHERE seq <= ?1 ORDER BY seq DESC";

/// Something that left the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The entry.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// Who took it out.
    pub by: Actor,
    /// What was recorded of it.
    pub export: ExportMade,
}

impl View<'_> {
    /// Everything that left the desk, latest first.
    pub fn exports(&self) -> Result<Vec<Export>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }
}

pub(crate) fn made(conn: &Connection, act: &Act, event: &ExportMade) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![
        act.n(),
        act.at.to_string(),
        act.by.to_string(),
        event.what,
        json(event)?
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Export, StoreError> {
    Ok(Export {
        seq: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        by: get_parsed(row, "by")?,
        export: get_json(row, "export", view)?,
    })
}
