//! `import`: files that were taken in.

use domain::workspace::ImportRecorded;
use rusqlite::{Connection, params};

use super::Table;
use crate::cell::{get_count, json};
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
const SAME: &str =
    "SELECT seq FROM import WHERE seq <= ?1 AND sha256 = ?2 ORDER BY seq DESC LIMIT 1";

impl View<'_> {
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
