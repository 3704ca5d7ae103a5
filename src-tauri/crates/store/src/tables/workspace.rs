//! `workspace`: what the file is.

use domain::Text;
use domain::workspace::WorkspaceCreated;
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::cell::{get, get_text, text};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "workspace",
    ddl: "
CREATE TABLE workspace (
    id TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    fiscal_start INTEGER NOT NULL,
    demo INTEGER NOT NULL,
    PRIMARY KEY (id, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO workspace
    (id, from_seq, name, zone, fiscal_start, demo) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const ONE: &str =
    concat!("SELECT id, name, zone, fiscal_start, demo FROM workspace WHERE", standing!());

/// What the file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    /// 26 Crockford base32 digits.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// IANA time zone in which its days are counted.
    pub zone: String,
    /// Month, 1 to 12, in which its fiscal year starts.
    pub fiscal_start: u32,
    /// Whether it is a demo, marked so on every page.
    pub demo: bool,
}

impl View<'_> {
    /// What the file is; none before its first entry.
    pub fn workspace(&self) -> Result<Option<Workspace>, StoreError> {
        self.row(ONE, [self.seq()], read)
    }
}

pub(crate) fn created(
    conn: &Connection,
    act: &Act,
    event: &WorkspaceCreated,
) -> Result<(), StoreError> {
    let WorkspaceCreated { name, zone, fiscal_start, demo, machine: _, founder: _ } = event;
    conn.prepare_cached(INSERT)?.execute(params![
        act.ws,
        act.n(),
        text(name),
        zone,
        fiscal_start,
        demo
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Workspace, StoreError> {
    Ok(Workspace {
        id: get(row, "id")?,
        name: get_text(row, "name", view)?,
        zone: get(row, "zone")?,
        fiscal_start: get(row, "fiscal_start")?,
        demo: get(row, "demo")?,
    })
}
