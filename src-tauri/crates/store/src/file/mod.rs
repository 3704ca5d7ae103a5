//! The workspace file: making it, opening it, refusing what is none, backing it up.

mod backup;
mod check;
mod connect;
mod create;
mod header;
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
        Self { conn, path: path.into(), access, ws: ws.into() }
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
}
