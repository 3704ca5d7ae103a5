//! `content`: files kept beside the entries, each under its hash. Removed by a recorded erasing
//! alone.

use rusqlite::{Connection, OptionalExtension, params};

use crate::error::StoreError;
use crate::file::Store;

/// A file leaves only when no `kept` row, which only an `evidence.embedded` entry makes and only an
/// `evidence.erased` one ends, asks for it any more.
pub(crate) const DDL: &str = "
CREATE TABLE content (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER content_never_changed BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'a kept file is never changed'); END;
CREATE TRIGGER content_deleted_by_erasure BEFORE DELETE ON content
WHEN EXISTS (SELECT 1 FROM kept WHERE sha256 = OLD.sha256 AND to_seq IS NULL)
BEGIN SELECT RAISE(ABORT, 'a kept file is deleted only by a recorded erasure'); END;
";

const INSERT: &str = "INSERT OR IGNORE INTO content (sha256, bytes) VALUES (?1, ?2)";
const FIND: &str = "SELECT bytes FROM content WHERE sha256 = ?1";
const ERASE: &str = "DELETE FROM content WHERE sha256 = ?1";
const NAMES: &str = "SELECT sha256 FROM content ORDER BY sha256";

impl Store {
    /// The kept file whose bytes hash to `sha256` (hex), while it is there.
    pub fn content(&self, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
        find(&self.conn, sha256)
    }
}

pub(crate) fn insert(conn: &Connection, sha256: &str, bytes: &[u8]) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![sha256, bytes])?;
    Ok(())
}

pub(crate) fn find(conn: &Connection, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(conn.prepare_cached(FIND)?.query_row([sha256], |row| row.get(0)).optional()?)
}

/// Deletes a kept file; `secure_delete` overwrites its pages.
pub(crate) fn erase(conn: &Connection, sha256: &str) -> Result<(), StoreError> {
    conn.prepare_cached(ERASE)?.execute([sha256])?;
    Ok(())
}

/// The hashes that files are kept under.
pub(crate) fn names(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare_cached(NAMES)?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}
