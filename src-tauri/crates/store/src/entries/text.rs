//! `text`: the words beside the entries, with their salts. Removed by a recorded erasing alone.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Slice, rows};
use crate::error::StoreError;

/// A text leaves only when an `erasure` row, which only a `text.erased` entry makes, asks for it.
pub(super) const DDL: &str = "
CREATE TABLE text (
    seq INTEGER NOT NULL REFERENCES entry (seq),
    path TEXT NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    text TEXT NOT NULL,
    PRIMARY KEY (seq, path)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER text_never_changed BEFORE UPDATE ON text
BEGIN SELECT RAISE(ABORT, 'a text is never changed'); END;
CREATE TRIGGER text_deleted_by_erasure BEFORE DELETE ON text
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE of_seq = OLD.seq AND path = OLD.path)
BEGIN SELECT RAISE(ABORT, 'a text is deleted only by a recorded erasure'); END;
";

const INSERT: &str = "INSERT INTO text (seq, path, salt, text) VALUES (?1, ?2, ?3, ?4)";
const FIND: &str = "SELECT text FROM text WHERE seq = ?1 AND path = ?2";
const ERASE: &str = "DELETE FROM text WHERE seq = ?1 AND path = ?2";
const BYTES: &str =
    "SELECT seq, CAST(path AS TEXT), CAST(salt AS BLOB), CAST(text AS BLOB) FROM text
    WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq, path";
const RANGE: &str =
    "SELECT seq, path, salt, text FROM text WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq, path";

/// A text as it lies beside its entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRow {
    /// The entry that commits to it.
    pub seq: u64,
    /// Where in that entry's body, a JSON pointer (RFC 6901).
    pub path: String,
    /// The salt of the commitment.
    pub salt: [u8; 16],
    /// The words.
    pub text: String,
}

pub(crate) fn insert(conn: &Connection, row: &TextRow) -> Result<(), StoreError> {
    let TextRow { seq, path, salt, text } = row;
    conn.prepare_cached(INSERT)?.execute(params![seq.cast_signed(), path, salt, text])?;
    Ok(())
}

/// The words of entry `seq` at `path`, while they are there.
pub(crate) fn find(conn: &Connection, seq: u64, path: &str) -> Result<Option<String>, StoreError> {
    let mut statement = conn.prepare_cached(FIND)?;
    Ok(statement.query_row(params![seq.cast_signed(), path], |row| row.get(0)).optional()?)
}

/// Deletes salt and words; `secure_delete` overwrites them in the page.
pub(crate) fn erase(conn: &Connection, seq: u64, path: &str) -> Result<(), StoreError> {
    conn.prepare_cached(ERASE)?.execute(params![seq.cast_signed(), path])?;
    Ok(())
}

pub(super) fn each<E: From<StoreError>>(
    conn: &Connection,
    slice: Slice,
    mut take: impl FnMut(TextRow) -> Result<(), E>,
) -> Result<(), E> {
    rows::each(conn, RANGE, slice, |row| take(read(row).map_err(StoreError::from)?))
}

pub(super) fn each_bytes<E: From<StoreError>>(
    conn: &Connection,
    slice: Slice,
    mut take: impl FnMut(u64, String, Vec<u8>, Vec<u8>) -> Result<(), E>,
) -> Result<(), E> {
    rows::each(conn, BYTES, slice, |row| {
        let seq: i64 = row.get(0).map_err(StoreError::from)?;
        let path = row.get(1).map_err(StoreError::from)?;
        take(seq.cast_unsigned(), path, rows::bytes(row, 2)?, rows::bytes(row, 3)?)
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<TextRow> {
    let seq: i64 = row.get(0)?;
    Ok(TextRow {
        seq: seq.cast_unsigned(),
        path: row.get(1)?,
        salt: row.get(2)?,
        text: row.get(3)?,
    })
}
