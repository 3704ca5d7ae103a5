//! `entry`: every change as it was signed. Only ever added to.

use domain::Event;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{TextRow, rows};
use crate::error::StoreError;
use crate::file::Store;
use crate::{cell, project};

/// The triggers are a seat belt: what really holds an entry in place is its signature.
pub(super) const DDL: &str = "
CREATE TABLE entry (
    seq INTEGER PRIMARY KEY,
    body TEXT NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    leaf BLOB NOT NULL CHECK (length(leaf) = 32)
) STRICT;
CREATE TRIGGER entry_in_order BEFORE INSERT ON entry
WHEN NEW.seq IS NOT coalesce((SELECT max(seq) FROM entry), 0) + 1
BEGIN SELECT RAISE(ABORT, 'entries follow one another without a gap'); END;
CREATE TRIGGER entry_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entry_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
";

const INSERT: &str = "INSERT INTO entry (seq, body, signature, leaf) VALUES (?1, ?2, ?3, ?4)";
const LAST: &str = "SELECT seq, body, signature, leaf FROM entry ORDER BY seq DESC LIMIT 1";
const LAST_SEQ: &str = "SELECT coalesce(max(seq), 0) FROM entry";
const ONE: &str = "SELECT seq, body, signature, leaf FROM entry WHERE seq = ?1";
const FIRST: &str = "SELECT body FROM entry WHERE seq = 1 AND typeof(body) = 'text'";
const BYTES: &str = "SELECT CAST(body AS BLOB), CAST(signature AS BLOB) FROM entry
    WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq";
const RANGE: &str =
    "SELECT seq, body, signature, leaf FROM entry WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq";

/// An entry as it lies in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1.
    pub seq: u64,
    /// The canonical JSON, exactly as signed.
    pub body: String,
    /// The Ed25519 signature.
    pub signature: [u8; 64],
    /// The tree's leaf, as the file keeps it.
    pub leaf: ledger::Hash,
}

/// Which entries: from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The first.
    pub from: u64,
    /// The last.
    pub to: u64,
}

impl Slice {
    /// Every entry there is.
    pub const ALL: Self = Self { from: 1, to: crate::view::FOREVER };

    /// The first `size` entries.
    pub const fn first(size: u64) -> Self {
        Self { from: 1, to: size }
    }
}

impl crate::view::View<'_> {
    /// The entry `seq`, where this view stands behind it.
    pub fn entry(&self, seq: u64) -> Result<Option<Entry>, StoreError> {
        if seq > self.seq { Ok(None) } else { one(self.conn, seq) }
    }

    /// What the entry `seq` says, its texts opened where their words are still there.
    pub fn event(&self, seq: u64) -> Result<Option<Event>, StoreError> {
        let Some(entry) = self.entry(seq)? else { return Ok(None) };
        let unreadable = |e: serde_json::Error| StoreError::Unreadable { seq, what: e.to_string() };
        let event = project::read(seq, &entry.body)?.event;
        let mut value = serde_json::to_value(event).map_err(unreadable)?;
        cell::open_all(self, &mut value)?;
        serde_json::from_value(value).map(Some).map_err(unreadable)
    }
}

impl Store {
    /// The entry `seq`.
    pub fn entry(&self, seq: u64) -> Result<Entry, StoreError> {
        match one(&self.conn, seq)? {
            Some(entry) => Ok(entry),
            None => Err(StoreError::NoSuchEntry { seq, last: self.size()? }),
        }
    }

    /// Hands every entry of the slice to `take`, in order.
    pub fn entries<E: From<StoreError>>(
        &self,
        slice: Slice,
        take: impl FnMut(Entry) -> Result<(), E>,
    ) -> Result<(), E> {
        each(&self.conn, slice, take)
    }

    /// Hands body and signature of every entry of the slice to `take`, whatever lies there: what a
    /// verifier judges. Nothing at all is no bytes.
    pub fn entry_bytes<E: From<StoreError>>(
        &self,
        slice: Slice,
        mut take: impl FnMut(Vec<u8>, Vec<u8>) -> Result<(), E>,
    ) -> Result<(), E> {
        rows::each(&self.conn, BYTES, slice, |row| take(rows::bytes(row, 0)?, rows::bytes(row, 1)?))
    }

    /// Hands entry, path, salt and words of every text of the slice's entries to `take`, whatever
    /// lies there: what a verifier judges. Nothing at all is no bytes.
    pub fn text_bytes<E: From<StoreError>>(
        &self,
        slice: Slice,
        take: impl FnMut(u64, String, Vec<u8>, Vec<u8>) -> Result<(), E>,
    ) -> Result<(), E> {
        super::text::each_bytes(&self.conn, slice, take)
    }

    /// Hands every text of the slice's entries to `take`, by entry and path.
    pub fn texts<E: From<StoreError>>(
        &self,
        slice: Slice,
        take: impl FnMut(TextRow) -> Result<(), E>,
    ) -> Result<(), E> {
        super::text::each(&self.conn, slice, take)
    }
}

pub(crate) fn insert(
    conn: &Connection,
    seq: u64,
    body: &str,
    signature: &[u8; 64],
    leaf: &ledger::Hash,
) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![seq.cast_signed(), body, signature, leaf])?;
    Ok(())
}

pub(crate) fn last(conn: &Connection) -> Result<Option<Entry>, StoreError> {
    Ok(conn.prepare_cached(LAST)?.query_row([], read).optional()?)
}

/// The number of the last entry, whatever lies in its cells.
pub(crate) fn count(conn: &Connection) -> Result<u64, StoreError> {
    let last: i64 = conn.prepare_cached(LAST_SEQ)?.query_row([], |row| row.get(0))?;
    Ok(last.cast_unsigned())
}

pub(crate) fn one(conn: &Connection, seq: u64) -> Result<Option<Entry>, StoreError> {
    Ok(conn.prepare_cached(ONE)?.query_row([seq.cast_signed()], read).optional()?)
}

/// The first entry's body, where it is text at all.
pub(crate) fn first_body(conn: &Connection) -> Result<Option<String>, StoreError> {
    Ok(conn.query_row(FIRST, [], |row| row.get(0)).optional()?)
}

pub(crate) fn each<E: From<StoreError>>(
    conn: &Connection,
    slice: Slice,
    mut take: impl FnMut(Entry) -> Result<(), E>,
) -> Result<(), E> {
    rows::each(conn, RANGE, slice, |row| take(read(row).map_err(StoreError::from)?))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let seq: i64 = row.get(0)?;
    Ok(Entry {
        seq: seq.cast_unsigned(),
        body: row.get(1)?,
        signature: row.get(2)?,
        leaf: row.get(3)?,
    })
}
