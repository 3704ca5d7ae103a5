//! `import`: files that were taken in.

use domain::workflow::ImportRecorded;
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{get_count, get_json, get_parsed, json};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "import",
    ddl: "
CREATE TABLE import (
    seq INTEGER PRIMARY KEY,
    by TEXT NOT NULL,
    what TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    import TEXT NOT NULL
) STRICT;
",
    versioned: false,
};

const INSERT: &str =
    "INSERT INTO import (seq, by, what, sha256, import) VALUES (?1, ?2, ?3, ?4, ?5)";
const ALL: &str = "SELECT seq, by, import FROM import WHERE seq <= ?1 ORDER BY seq DESC";
const SAME: &str =
    "SELECT seq FROM import WHERE seq <= ?1 AND sha256 = ?2 ORDER BY seq DESC LIMIT 1";

/// A file that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The entry.
    pub seq: u64,
    /// Who took it in.
    pub by: Actor,
    /// What was recorded of it.
    pub import: ImportRecorded,
}

impl View<'_> {
    /// Every file that was taken in, latest first.
    pub fn imports(&self) -> Result<Vec<Import>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// The entry that took in a file with this SHA-256 (hex), if one did.
    pub fn import_of(&self, sha256: &str) -> Result<Option<u64>, StoreError> {
        self.row(SAME, params![self.seq(), sha256], |row, _| get_count(row, "seq"))
    }
}

pub(crate) fn recorded(
    conn: &Connection,
    act: &Act,
    event: &ImportRecorded,
) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![
        act.n(),
        act.by.to_string(),
        event.what,
        event.sha256,
        json(event)?
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Import, StoreError> {
    Ok(Import {
        seq: get_count(row, "seq")?,
        by: get_parsed(row, "by")?,
        import: get_json(row, "import", view)?,
    })
}
