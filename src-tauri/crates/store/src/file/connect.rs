//! A connection as every workspace file gets it.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;

/// How long a writer waits for another writer before it says that the file is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience(pub Duration);

impl Default for Patience {
    /// Five seconds: longer than any single change takes, shorter than a person's own patience.
    fn default() -> Self {
        Self(Duration::from_secs(5))
    }
}

const WRITE: OpenFlags = OpenFlags::SQLITE_OPEN_READ_WRITE.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);
const READ: OpenFlags = OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

/// A connection that may write the file at `path`.
pub(super) fn writer(path: &Path, patience: Patience) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, WRITE)?;
    guard(&conn, patience)?;
    durable(&conn)?;
    Ok(conn)
}

/// A connection to a file that is still being made: fast, and lost in a crash.
pub(super) fn unfinished(path: &Path) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, WRITE)?;
    guard(&conn, Patience::default())?;
    conn.pragma_update(None, "synchronous", "OFF")?;
    conn.pragma_update(None, "secure_delete", true)?;
    conn.pragma_update_and_check(None, "journal_mode", "MEMORY", |_| Ok(()))?;
    Ok(conn)
}

/// A connection that only reads the file at `path`.
pub(super) fn reader(path: &Path, patience: Patience) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, READ)?;
    guard(&conn, patience)?;
    Ok(conn)
}

/// A connection that reads the file at `path`, beside which nobody has a log. SQLite makes one for whoever
/// reads too, and takes it away with the last connection that may write: so this one may, and does not.
pub(super) fn passing(path: &Path, patience: Patience) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, WRITE)?;
    guard(&conn, patience)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
}

/// A connection that reads a file nobody writes, without touching the folder it lies in.
pub(super) fn still(path: &Path, patience: Patience) -> Result<Connection, StoreError> {
    let uri = format!("file:{}?immutable=1", escaped(path));
    let conn = Connection::open_with_flags(uri, READ.union(OpenFlags::SQLITE_OPEN_URI))?;
    guard(&conn, patience)?;
    Ok(conn)
}

/// A connection through another file system than the machine's, which shares no memory between
/// processes and so serves one at a time.
pub(super) fn alone(path: &Path, file_system: &str) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags_and_vfs(path, WRITE, file_system)?;
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    guard(&conn, Patience::default())?;
    durable(&conn)?;
    Ok(conn)
}

/// Nothing in the file is trusted to run, and broken cells are noticed where they are read.
pub(crate) fn guard(conn: &Connection, patience: Patience) -> Result<(), StoreError> {
    conn.busy_timeout(patience.0)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // A plan never hangs on the values: a statement is prepared once, not for each row again.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "mmap_size", 0)?;
    Ok(())
}

/// Every commit is on the disk before it is confirmed, and what is deleted is overwritten.
pub(crate) fn durable(conn: &Connection) -> Result<(), StoreError> {
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    conn.pragma_update(None, "secure_delete", true)?;
    conn.pragma_update(None, "journal_size_limit", 8 * 1024 * 1024)?;
    Ok(())
}

/// Turns the write-ahead log on: readers go on while one writes.
pub(crate) fn log_ahead(conn: &Connection) -> Result<(), StoreError> {
    conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    Ok(())
}

/// The path as it may stand in a `file:` URI (SQLite, "Uniform Resource Identifiers", section 3).
fn escaped(path: &Path) -> String {
    path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}
