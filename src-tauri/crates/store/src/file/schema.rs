//! The file's shape: its marks, its tables, and how an older shape becomes this one.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::StoreError;
use crate::{entries, project, replay};

/// SQLite's `application_id` of a workspace: the bytes `CSGN`.
pub(crate) const APPLICATION_ID: u32 = 0x4353_474E;

/// SQLite's `user_version` of the shape this program writes.
pub(crate) const VERSION: u32 = 11;

/// One change of the ledger's own tables, and the version that it leads to.
///
/// Projected tables need no steps: they are dropped and projected anew from the entries.
type Step = (u32, &'static str);

const STEPS: &[Step] = &[(3, entries::CONTENT), (5, entries::AI_ACTION)];

/// Marks an empty database as a workspace and makes its tables.
pub(crate) fn make(conn: &mut Connection) -> Result<(), StoreError> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", VERSION)?;
    entries::create(&tx)?;
    project::create(&tx)?;
    tx.commit()?;
    Ok(())
}

/// The version the file carries.
pub(crate) fn version(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Brings an older file to this program's version, or leaves it as it was.
pub(crate) fn upgrade(conn: &mut Connection) -> Result<(), StoreError> {
    if version(conn)? < VERSION {
        upgrade_by(conn, STEPS, VERSION)?;
    }
    Ok(())
}

fn upgrade_by(conn: &mut Connection, steps: &[Step], to: u32) -> Result<(), StoreError> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from = version(&tx)?;
    for (_, sql) in steps.iter().filter(|(version, _)| *version > from && *version <= to) {
        tx.execute_batch(sql)?;
    }
    reproject(&tx)?;
    tx.pragma_update(None, "user_version", to)?;
    tx.commit()?;
    Ok(())
}

/// Drops every projected table and makes it anew from the entries.
pub(crate) fn reproject(tx: &Transaction<'_>) -> Result<(), StoreError> {
    project::drop(tx)?;
    project::create(tx)?;
    replay::project_all(tx)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::Store;
    use crate::replay::Rebuild;

    const FIRST: &str = r#"{"at":"2026-01-05T09:00:00.000Z","by":"PER-0001","event":{"demo":false,
        "fiscal_start":1,"founder":{"key":"00000001","name":{"c":"AAAA"},"person":"PER-0001",
        "public":"A="},"machine":{"key":"00000002","public":"B="},"name":{"c":"BBBB"},
        "type":"workspace.created","zone":"UTC"},"key":"00000001","prev":"","seq":1,"v":1,"ws":"w"}"#;

    fn older() -> Store {
        let mut store = Store::in_memory("w").unwrap();
        let mut rebuild = Rebuild::begin(&mut store).unwrap();
        rebuild.entry(FIRST, &[0; 64]).unwrap();
        rebuild.finish().unwrap();
        store
    }

    #[test]
    fn an_older_file_keeps_its_entries_and_gets_its_tables_anew() {
        let mut store = older();
        store.conn.execute_batch("DROP TABLE person; CREATE TABLE person (old)").unwrap();
        let step = "ALTER TABLE edge ADD COLUMN since INTEGER";
        let (this, next) = (VERSION, VERSION + 1);
        upgrade_by(&mut store.conn, &[(this, "never again"), (next, step)], next).unwrap();
        assert_eq!(version(&store.conn).unwrap(), next, "it is marked as the newer version");
        assert_eq!(store.entry(1).unwrap().body, FIRST, "the entry is what was signed");
        assert_eq!(store.now().people().unwrap().len(), 1, "the new table holds the founder");
    }

    #[test]
    fn a_file_that_cannot_be_brought_up_stays_as_it_was() {
        let mut store = older();
        let step = "ALTER TABLE edge ADD COLUMN since INTEGER";
        let steps = &[(VERSION + 1, step), (VERSION + 2, "no such statement")];
        assert!(upgrade_by(&mut store.conn, steps, VERSION + 2).is_err(), "the second step fails");
        assert_eq!(version(&store.conn).unwrap(), VERSION, "it is still marked as the older one");
        let since = store.conn.prepare("SELECT since FROM edge");
        assert!(since.is_err(), "the first step was taken back too");
        assert_eq!(store.now().people().unwrap().len(), 1, "and its tables are there");
    }
}
