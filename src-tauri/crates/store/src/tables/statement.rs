//! `statement`: the signed statements that entries carry, each of which counts once.

use domain::PersonRef;
use domain::people::SignedStatement;
use rusqlite::{Connection, params};

use super::Table;
use crate::cell::get_count;
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "statement",
    ddl: "
CREATE TABLE statement (
    by TEXT NOT NULL,
    nonce TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    verdict TEXT NOT NULL,
    PRIMARY KEY (by, nonce, seq)
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

const INSERT: &str = "INSERT OR IGNORE INTO statement (by, nonce, seq, kind, about, verdict) \
                      VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const CARRIED: &str =
    "SELECT seq FROM statement WHERE by = ?2 AND nonce = ?3 AND seq <= ?1 ORDER BY seq LIMIT 1";

impl View<'_> {
    /// The entry that carries the statement of this signer and nonce (base64), if one does.
    pub fn statement_carried(&self, by: PersonRef, nonce: &str) -> Result<Option<u64>, StoreError> {
        let params = params![self.seq(), by.to_string(), nonce];
        self.row(CARRIED, params, |row, _| get_count(row, "seq"))
    }
}

/// Keeps what an entry carries. One that cannot be read is the verifier's to name.
pub(crate) fn carried(
    conn: &Connection,
    act: &Act,
    statements: &[SignedStatement],
) -> Result<(), StoreError> {
    let mut insert = conn.prepare_cached(INSERT)?;
    for signed in statements {
        let Ok(read) = serde_json::from_str::<serde_json::Value>(&signed.statement) else {
            continue;
        };
        let field = |name: &str| read.get(name).and_then(serde_json::Value::as_str);
        if let (Some(by), Some(nonce)) = (field("by"), field("nonce")) {
            let [kind, about, verdict] =
                ["kind", "about", "verdict"].map(|name| field(name).unwrap_or_default());
            insert.execute(params![by, nonce, act.n(), kind, about, verdict])?;
        }
    }
    Ok(())
}
