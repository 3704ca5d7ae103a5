//! The workspace file: making it, opening it, refusing what is none, backing it up.

mod backup;
mod check;
mod connect;
mod create;
mod header;
mod older;
mod open;
mod pages;
mod salvage;
pub(crate) mod schema;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

pub use backup::Progress;
pub use check::Trouble;
pub use connect::Patience;
pub use salvage::{Lost, Salvage, Stray};

/// Pages kept in memory, in kibibytes: what Today reads of three years, so that looking again asks
/// the system for nothing.
const CACHE: i64 = 16 * 1024;

/// One workspace file, open.
///
/// One store writes at a time, whichever process it is in; any number read beside it. A store is
/// cheap to open and may be opened again for reading on another thread.
#[derive(Debug)]
pub struct Store {
    pub(crate) conn: Connection,
    path: PathBuf,
    access: Access,
    ws: String,
    is_of_an_older_version: bool,
}

/// What an open store may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read and append.
    Write,
    /// Read alone.
    Read,
}

impl Store {
    pub(crate) fn over(
        conn: Connection,
        path: impl Into<PathBuf>,
        access: Access,
        ws: impl Into<String>,
    ) -> Self {
        conn.set_prepared_statement_cache_capacity(256);
        // Where it cannot be had, looking is slower and no different.
        conn.pragma_update(None, "cache_size", -CACHE).ok();
        let (path, ws) = (path.into(), ws.into());
        Self { conn, path, access, ws, is_of_an_older_version: false }
    }

    /// The workspace's id, as its entries carry it.
    pub fn ws(&self) -> &str {
        &self.ws
    }

    /// Where the file lies; `:memory:` for a store that lies nowhere.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it may be written.
    pub fn access(&self) -> Access {
        self.access
    }

    /// Whether the file is of an older version, and a copy that was brought up to date is read in
    /// its place. The copy’s tables follow from the entries; those in the file are not looked at.
    pub fn is_of_an_older_version(&self) -> bool {
        self.is_of_an_older_version
    }
}
