//! `kept`: which evidence has its file beside the ledger, from when to when.

use domain::EvidenceRef;
use domain::evidence::{EvidenceEmbedded, EvidenceErased};
use rusqlite::{Connection, params};

use super::{Table, standing};
use crate::cell::{get, get_parsed};
use crate::entries;
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "kept",
    ddl: "
CREATE TABLE kept (
    evidence TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (evidence, from_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_sha256 ON kept (sha256);
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO kept (evidence, from_seq, sha256) VALUES (?1, ?2, ?3)";
const END: &str =
    "UPDATE kept SET to_seq = ?2 WHERE evidence = ?1 AND to_seq IS NULL AND from_seq < ?2";
const STANDS: &str = "SELECT 1 FROM kept WHERE sha256 = ?1 AND to_seq IS NULL LIMIT 1";
const ALL: &str =
    concat!("SELECT evidence, sha256 FROM kept WHERE", standing!(), "ORDER BY evidence");
/// Every row that began by now, the newest of each last.
const EVER: &str = concat!(
    "SELECT evidence, ",
    standing!(),
    " AS stands FROM kept WHERE from_seq <= ?1 ORDER BY from_seq"
);

impl View<'_> {
    /// Which evidence has its file kept, and under which hash.
    pub fn kept(&self) -> Result<Vec<(EvidenceRef, String)>, StoreError> {
        let read = |row: &rusqlite::Row<'_>, _: &Self| {
            Ok((get_parsed(row, "evidence")?, get(row, "sha256")?))
        };
        self.rows(ALL, [self.seq()], read)
    }

    /// Which evidence ever had its file kept, and whether it still is; the newest word last.
    pub(crate) fn kept_ever(&self) -> Result<Vec<(EvidenceRef, bool)>, StoreError> {
        let read = |row: &rusqlite::Row<'_>, _: &Self| {
            Ok((get_parsed(row, "evidence")?, get(row, "stands")?))
        };
        self.rows(EVER, [self.seq()], read)
    }
}

pub(crate) fn embedded(
    conn: &Connection,
    act: &Act,
    event: &EvidenceEmbedded,
) -> Result<(), StoreError> {
    let evidence = event.evidence.to_string();
    conn.prepare_cached(END)?.execute(params![evidence, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![evidence, act.n(), event.sha256])?;
    Ok(())
}

/// Ends the keeping, then deletes the file unless other evidence is the same file: in that order, as
/// the content table asks.
pub(crate) fn erased(
    conn: &Connection,
    act: &Act,
    event: &EvidenceErased,
) -> Result<(), StoreError> {
    conn.prepare_cached(END)?.execute(params![event.evidence.to_string(), act.n()])?;
    if conn.prepare_cached(STANDS)?.exists([&event.sha256])? {
        return Ok(());
    }
    entries::erase_content(conn, &event.sha256)
}
