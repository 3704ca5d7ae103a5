//! Looking closely at an open file: are its pages sound, do its tables hold what its entries say?

use rusqlite::Connection;

use super::Store;
use crate::error::StoreError;
use crate::replay::{self, Difference, Watch};

/// Something SQLite found wrong with the pages of the file, in its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble(pub String);

impl Store {
    /// SQLite's quick check of every page; empty when all is sound. Takes time with the file's
    /// size, so it runs beside the first screen, not before it.
    pub fn check(&self) -> Result<Vec<Trouble>, StoreError> {
        quickly(&self.conn)
    }

    /// Folds the write-ahead log into the file and empties it, so that nothing that was erased
    /// is left there. Waits for nobody: readers that stand in the way leave it for next time.
    pub fn settle(&self) -> Result<(), StoreError> {
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Replays the entries into memory and names every cell of the tables that differs; empty
    /// when the tables are what the entries make them. So with the file's shape (a trigger put in
    /// would change what comes later) and with what the ledger's own tables hold beside entries.
    pub fn prove(&self) -> Result<Vec<Difference>, StoreError> {
        Ok(self.prove_watched(&mut |_| true)?.unwrap_or_default())
    }

    /// Like [`Store::prove`]. `watch` hears how many entries are replayed, and stops it by `false`;
    /// then [`None`] comes back.
    pub fn prove_watched(&self, watch: Watch<'_>) -> Result<Option<Vec<Difference>>, StoreError> {
        let mut found = replay::own(self)?;
        let replayed = match replay::tables_anew(self, watch) {
            Ok(Some(replayed)) => replayed,
            Ok(None) => return Ok(None),
            // What stands in the way is named already.
            Err(_) if !found.is_empty() => return Ok(Some(found)),
            Err(error) => return Err(error),
        };
        found.extend(replay::shape(self, &replayed)?);
        found.extend(replay::compare(self, &replayed)?);
        Ok(Some(found))
    }
}

pub(super) fn quickly(conn: &Connection) -> Result<Vec<Trouble>, StoreError> {
    let mut statement = conn.prepare("PRAGMA quick_check")?;
    let found =
        statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().filter(|line| line != "ok").map(Trouble).collect())
}
