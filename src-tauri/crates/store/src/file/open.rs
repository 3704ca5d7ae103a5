//! Opening a workspace file, or saying why not.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::connect::{self, Patience};
use super::header::{self, beside};
use super::{Access, Salvage, Store, older, schema};
use crate::error::{Foreign, StoreError};

impl Store {
    /// Opens the workspace at `path` to read and append.
    ///
    /// Cheap: nothing but the first bytes and the schema is read. What is no workspace, or a newer
    /// program's, is refused before anything touches it. [`Store::check`] looks closer.
    pub fn open(path: &Path) -> Result<Store, StoreError> {
        Self::open_patiently(path, Patience::default())
    }

    /// Like [`Store::open`], waiting so long for another writer before it gives up.
    pub fn open_patiently(path: &Path, patience: Patience) -> Result<Store, StoreError> {
        header::check(path).map_err(|e| e.at(path))?;
        write(path, patience).map_err(|e| e.at(path))
    }

    /// Opens the workspace at `path` to read alone, beside whoever writes it, and also from a
    /// folder that may not be written. Where nothing lay beside the file, nothing does afterwards.
    ///
    /// Of an older version's file a copy that was brought up to date is read, as it stands now
    /// ([`Store::is_of_an_older_version`]).
    pub fn read(path: &Path) -> Result<Store, StoreError> {
        header::check(path).map_err(|e| e.at(path))?;
        read(path, Patience::default()).map_err(|e| e.at(path))
    }

    /// Opens `path` on a file system of the caller's own, by the name under which it is registered
    /// with SQLite, for nobody else to open meanwhile. What a failing disk does is shown with it.
    pub fn open_through(path: &Path, file_system: &str) -> Result<Store, StoreError> {
        let opened = connect::alone(path, file_system).and_then(|conn| ready(conn, path));
        opened.map_err(|e| e.at(path))
    }

    /// A second view on the same file for another thread, reading alone.
    pub fn beside(&self) -> Result<Store, StoreError> {
        Self::read(&self.path)
    }
}

fn write(path: &Path, patience: Patience) -> Result<Store, StoreError> {
    if std::fs::metadata(path)?.permissions().readonly() {
        return Err(StoreError::ReadOnly { path: path.to_owned() });
    }
    connect::writer(path, patience).and_then(|conn| ready(conn, path)).map_err(no_room_for_a_log)
}

fn ready(mut conn: Connection, path: &Path) -> Result<Store, StoreError> {
    // Until the version is known, leaving again must not fold a newer program's log into the file.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    check_marks(path, &conn)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    connect::log_ahead(&conn)?;
    schema::upgrade(&mut conn)?;
    // Only a write lock taken and given back shows that the folder lets SQLite write.
    conn.execute_batch("BEGIN IMMEDIATE; ROLLBACK").or_else(tolerate_busy)?;
    over(conn, path, Access::Write)
}

fn read(path: &Path, patience: Patience) -> Result<Store, StoreError> {
    let conn = match lies_alone(path) {
        true if std::fs::metadata(path)?.permissions().readonly() => {
            connect::still(path, patience)?
        }
        true => connect::passing(path, patience)?,
        false => connect::reader(path, patience)?,
    };
    let conn = match check_marks(path, &conn) {
        Ok(()) => conn,
        Err(StoreError::Disk { .. } | StoreError::ReadOnly { .. }) if is_still(path) => {
            let still = connect::still(path, patience)?;
            check_marks(path, &still)?;
            still
        }
        // A log that was never folded in, where none may be written: read both by hand.
        Err(error @ (StoreError::Disk { .. } | StoreError::ReadOnly { .. })) => {
            return match Salvage::open(path) {
                Ok(Salvage { store, lost, beyond }) if lost.is_none() && beyond.is_empty() => {
                    Ok(store)
                }
                Ok(_) | Err(_) => Err(error),
            };
        }
        Err(error) => return Err(error),
    };
    match older::brought_up(&conn)? {
        None => over(conn, path, Access::Read),
        Some(copy) => {
            let store = over(copy, path, Access::Read)?;
            Ok(Store { is_of_an_older_version: true, ..store })
        }
    }
}

/// The store, once its first entry has said which workspace it is.
pub(super) fn over(conn: Connection, path: &Path, access: Access) -> Result<Store, StoreError> {
    #[derive(serde::Deserialize)]
    struct First {
        ws: String,
    }
    let first = crate::entries::first_body(&conn)?;
    match first.and_then(|body| serde_json::from_str::<First>(&body).ok()) {
        Some(First { ws }) => Ok(Store::over(conn, path, access, ws)),
        None => {
            let what = "its first entry is gone".into();
            Err(StoreError::Damaged { path: path.to_owned(), what })
        }
    }
}

/// Whether nobody has the file open, and nobody left a log of it behind that closing would fold in.
fn lies_alone(path: &Path) -> bool {
    !["-wal", "-shm", "-journal"].iter().any(|suffix| beside(path, suffix).exists())
}

/// Whether the file alone holds everything: no log lies beside it.
fn is_still(path: &Path) -> bool {
    std::fs::metadata(beside(path, "-wal")).map_or(0, |log| log.len()) == 0
}

/// The marks once more, as SQLite reads them: the log beside the file may hold newer ones.
fn check_marks(path: &Path, conn: &Connection) -> Result<(), StoreError> {
    let application: u32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != schema::APPLICATION_ID {
        return Err(StoreError::Foreign { path: path.to_owned(), what: Foreign::Program });
    }
    header::known(path, schema::version(conn)?)?;
    let tables: u32 = conn.query_row(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('entry', 'text')",
        [],
        |row| row.get(0),
    )?;
    if tables < 2 {
        let what = "the tables of the ledger are gone".into();
        return Err(StoreError::Damaged { path: path.to_owned(), what });
    }
    Ok(())
}

/// A file that is there but cannot be opened lies in a folder that takes no log beside it.
fn no_room_for_a_log(error: StoreError) -> StoreError {
    if let StoreError::Disk { path, source } = &error
        && cannot_open(source)
    {
        return StoreError::ReadOnly { path: path.clone() };
    }
    error
}

fn cannot_open(error: &std::io::Error) -> bool {
    let cause = error.get_ref().and_then(|cause| cause.downcast_ref::<rusqlite::Error>());
    cause.and_then(rusqlite::Error::sqlite_error_code) == Some(rusqlite::ErrorCode::CannotOpen)
}

/// A file that somebody is writing right now is a file that can be written.
fn tolerate_busy(error: rusqlite::Error) -> Result<(), rusqlite::Error> {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::DatabaseBusy) => Ok(()),
        _ => Err(error),
    }
}
