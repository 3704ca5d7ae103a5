//! Making a workspace file: whole, or not at all.

use std::path::Path;

use rusqlite::Connection;
use tempfile::TempPath;

use super::connect::{self, Patience};
use super::header::beside;
use super::{Access, Store, schema};
use crate::error::StoreError;

impl Store {
    /// Makes a new workspace of the id `ws` at `path` and lets `first` write its first entries.
    ///
    /// All of it happens in a file beside, which takes its name only once it is whole and on the
    /// disk: a crash leaves nothing at `path`, at most a hidden file that calls itself unfinished.
    /// Refused when something stands there already.
    pub fn create<T, E: From<StoreError>>(
        path: &Path,
        ws: &str,
        first: impl FnOnce(&mut Store) -> Result<T, E>,
    ) -> Result<(Store, T), E> {
        let (beginning, made) = begin(path, ws, first)?;
        finish(beginning, path).map_err(|e| e.at(path))?;
        Ok((Store::open(path)?, made))
    }

    /// Waits for the disk no longer when entries are appended: for a file that is thrown away when
    /// its making fails, and synced whole by its maker before it takes its place.
    pub fn hurry(&self) -> Result<(), StoreError> {
        Ok(self.conn.pragma_update(None, "synchronous", "OFF")?)
    }

    /// A workspace that lies in memory alone.
    pub fn in_memory(ws: &str) -> Result<Store, StoreError> {
        let mut conn = Connection::open_in_memory()?;
        connect::guard(&conn, Patience::default())?;
        schema::make(&mut conn)?;
        Ok(Store::over(conn, ":memory:", Access::Write, ws))
    }

    /// A store that SQLite keeps in a nameless file of its own, as little of it in memory as
    /// works well, and deletes with the connection.
    pub(crate) fn in_passing(ws: &str) -> Result<Store, StoreError> {
        let mut conn = Connection::open("")?;
        connect::guard(&conn, Patience::default())?;
        conn.pragma_update(None, "synchronous", "OFF")?;
        schema::make(&mut conn)?;
        Ok(Store::over(conn, "", Access::Write, ws))
    }
}

fn begin<T, E: From<StoreError>>(
    path: &Path,
    ws: &str,
    first: impl FnOnce(&mut Store) -> Result<T, E>,
) -> Result<(TempPath, T), E> {
    let beginning = blank(path).map_err(|e| e.at(path))?;
    let conn = shaped(&beginning).map_err(|e| e.at(path))?;
    let mut store = Store::over(conn, path, Access::Write, ws);
    let made = first(&mut store)?;
    if store.size()? == 0 {
        return Err(StoreError::Inconsistent { what: "no first entry was written".into() }.into());
    }
    let conn = store.conn;
    connect::log_ahead(&conn).map_err(|e| e.at(path))?;
    conn.close().map_err(|(_, e)| StoreError::from(e).at(path))?;
    Ok((beginning, made))
}

/// An empty file beside `path`, with a name that says it is unfinished.
pub(super) fn blank(path: &Path) -> Result<TempPath, StoreError> {
    for taken in [path.to_owned(), beside(path, "-wal"), beside(path, "-journal")] {
        if taken.symlink_metadata().is_ok() {
            return Err(StoreError::Exists { path: taken });
        }
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let file = tempfile::Builder::new()
        .prefix(&format!(".{name}."))
        .suffix(".unfinished")
        .tempfile_in(folder(path))?;
    Ok(file.into_temp_path())
}

/// Gives the unfinished file its name, durably and without replacing anything.
pub(super) fn finish(unfinished: TempPath, path: &Path) -> Result<(), StoreError> {
    std::fs::File::open(&unfinished)?.sync_all()?;
    unfinished.persist_noclobber(path).map_err(|e| StoreError::from(e.error))?;
    settle(folder(path));
    Ok(())
}

/// Puts the folder's list of names on the disk, where the system can.
fn settle(folder: &Path) {
    if let Ok(folder) = std::fs::File::open(folder) {
        // Windows and some network disks cannot; the file itself is on the disk either way.
        let _ = folder.sync_all();
    }
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The tables, in a file that nobody else reads until it has its name: it is put on the disk once,
/// at the end, and until then only has to take back what fails.
fn shaped(path: &Path) -> Result<Connection, StoreError> {
    let mut conn = connect::unfinished(path)?;
    schema::make(&mut conn)?;
    Ok(conn)
}
