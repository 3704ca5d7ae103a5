//! `edge`: a cache of the tree's edge, so that appending costs the same however many entries
//! there are.
//!
//! It holds the edge *before* the last entry. That root is signed in the last entry's `prev`, so
//! the cache is checked against a signature each time it is used, and made anew when it lies.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ledger::tree::{Frontier, leaf_hash};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Deserialize;

use super::{Entry, Slice, each, last};
use crate::error::StoreError;

pub(super) const DDL: &str = "
CREATE TABLE edge (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    frontier BLOB NOT NULL
) STRICT;
";

const LOAD: &str = "SELECT frontier FROM edge WHERE one = 1";
const SAVE: &str = "INSERT INTO edge (one, frontier) VALUES (1, ?1)
    ON CONFLICT (one) DO UPDATE SET frontier = excluded.frontier";

#[derive(Deserialize)]
struct Claim<'a> {
    #[serde(borrow)]
    prev: std::borrow::Cow<'a, str>,
}

/// The edge of the tree over all entries. Refuses a ledger whose last entry does not continue the
/// entries before it.
pub(crate) fn load(conn: &Connection) -> Result<Frontier, StoreError> {
    let Some(last) = last(conn)? else { return Ok(Frontier::empty()) };
    let mut edge = match kept(conn)?.filter(|kept| continues(&last, kept)) {
        Some(kept) => kept,
        None => recomputed(conn, &last)?,
    };
    edge.push(leaf_hash(last.body.as_bytes(), &last.signature));
    Ok(edge)
}

/// Keeps the edge before the last entry.
pub(crate) fn save(conn: &Connection, before_last: &Frontier) -> Result<(), StoreError> {
    conn.prepare_cached(SAVE)?.execute(params![before_last.to_bytes()])?;
    Ok(())
}

fn kept(conn: &Connection) -> Result<Option<Frontier>, StoreError> {
    let bytes: Option<Vec<u8>> =
        conn.prepare_cached(LOAD)?.query_row([], |row| row.get(0)).optional()?;
    Ok(bytes.and_then(|bytes| Frontier::from_bytes(&bytes).ok()))
}

fn recomputed(conn: &Connection, last: &Entry) -> Result<Frontier, StoreError> {
    let mut edge = Frontier::empty();
    each(conn, Slice::first(last.seq - 1), |entry| {
        edge.push(leaf_hash(entry.body.as_bytes(), &entry.signature));
        Ok::<_, StoreError>(())
    })?;
    if continues(last, &edge) { Ok(edge) } else { Err(StoreError::Broken { seq: last.seq }) }
}

fn continues(last: &Entry, edge: &Frontier) -> bool {
    edge.size() + 1 == last.seq
        && serde_json::from_str::<Claim<'_>>(&last.body)
            .is_ok_and(|claim| claim.prev == STANDARD.encode(edge.root()))
}
