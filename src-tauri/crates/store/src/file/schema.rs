//! The file's shape: its marks, its tables, and how an older shape becomes this one.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::StoreError;
use crate::{entries, project, replay};

/// SQLite's `application_id` of a workspace: the bytes `CSGN`.
pub(crate) const APPLICATION_ID: u32 = 0x4353_474E;

/// SQLite's `user_version` of the shape this program writes.
pub(crate) const VERSION: u32 = 1;

/// One change of the ledger's own tables, and the version that it leads to.
///
/// Projected tables need no steps: they are dropped and projected anew from the entries.
type Step = (u32, &'static str);

const STEPS: &[Step] = &[];

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
