//! What can go wrong with a workspace file, each with a stable code and what a person needs to act.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// A workspace file could not be opened, read or written.
///
/// Where SQLite reports trouble in the middle of work, the path is filled in by the store that
/// owns the connection.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("there is no file at {}", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A file already stands where a new one was to be made.
    #[error("{} is there already; nothing was written", path.display())]
    Exists {
        /// What is in the way: the file itself, or what SQLite left beside a former one.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{} is not a Countersign workspace: {what}", path.display())]
    Foreign {
        /// The file, untouched.
        path: PathBuf,
        /// What it is instead.
        what: Foreign,
    },
    /// A newer program wrote the file.
    #[error(
        "{} was written by a newer Countersign (file version {version}, this program knows \
         {known}); update the program, the file was not touched",
        path.display()
    )]
    Newer {
        /// The file, untouched byte for byte.
        path: PathBuf,
        /// The version it carries.
        version: u32,
        /// The newest version this program reads.
        known: u32,
    },
    /// The file is broken. [`crate::Salvage`] reads what is left.
    #[error("{} is damaged: {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What does not hold.
        what: String,
    },
    /// Another process is writing and did not finish in time.
    #[error("{} is taken by another process that is writing; try again when it is done", path.display())]
    Locked {
        /// The file.
        path: PathBuf,
    },
    /// The file, or the folder it lies in, may not be written.
    #[error("{} cannot be written: the file or its folder is read-only", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// No room is left.
    #[error("the disk that holds {} is full; nothing of this change was written", path.display())]
    DiskFull {
        /// The file.
        path: PathBuf,
    },
    /// The operating system failed to read or write.
    #[error("{} could not be read or written: {source}", path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// No such entry is in the ledger.
    #[error("entry {seq} is not in this file; the last is {last}")]
    NoSuchEntry {
        /// The entry asked for.
        seq: u64,
        /// The last there is.
        last: u64,
    },
    /// No such text is in the file.
    #[error("entry {seq} has no text at {path}, or it was erased before")]
    NoSuchText {
        /// The entry.
        seq: u64,
        /// Where in it, a JSON pointer.
        path: String,
    },
    /// An entry's bytes are no entry this program can project.
    #[error("entry {seq} cannot be read: {what}")]
    Unreadable {
        /// The entry.
        seq: u64,
        /// Why.
        what: String,
    },
    /// The last entry does not continue the entries before it, so nothing may be added.
    #[error("entry {seq} does not continue the entries before it; verify the file")]
    Broken {
        /// The entry whose signed root is not the root of what precedes it.
        seq: u64,
    },
    /// A cell of a table holds what the entries could not have put there.
    #[error("the tables of the file do not hold what its entries say ({what}); verify the file")]
    Inconsistent {
        /// What was found.
        what: String,
    },
    /// Sealing or signing failed.
    #[error("the entry could not be sealed: {what}")]
    Sealing {
        /// Why.
        what: String,
    },
    /// SQLite refused for a reason that is no fault of the file.
    #[error("the workspace file refused: {0}")]
    Sqlite(rusqlite::Error),
}

/// What a file is when it is no workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Foreign {
    /// A folder.
    #[error("it is a folder")]
    Folder,
    /// Nothing is in it.
    #[error("it is empty")]
    Empty,
    /// Not SQLite.
    #[error("it is a file of another kind")]
    Kind,
    /// SQLite, of another program.
    #[error("it is another program’s database")]
    Program,
}

impl StoreError {
    /// A stable code, the same for ever.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "file-missing",
            Self::Exists { .. } => "file-exists",
            Self::Foreign { .. } => "file-foreign",
            Self::Newer { .. } => "file-newer",
            Self::Damaged { .. } => "file-damaged",
            Self::Locked { .. } => "file-locked",
            Self::ReadOnly { .. } => "file-read-only",
            Self::DiskFull { .. } => "disk-full",
            Self::Disk { .. } => "disk-failed",
            Self::NoSuchEntry { .. } => "no-such-entry",
            Self::NoSuchText { .. } => "no-such-text",
            Self::Unreadable { .. } => "entry-unreadable",
            Self::Broken { .. } => "ledger-broken",
            Self::Inconsistent { .. } => "tables-inconsistent",
            Self::Sealing { .. } => "sealing-failed",
            Self::Sqlite(_) => "store-refused",
        }
    }

    /// The same error, saying that it happened to the file at `path`.
    pub(crate) fn at(mut self, file: &Path) -> Self {
        match &mut self {
            Self::Missing { path }
            | Self::Exists { path }
            | Self::Foreign { path, .. }
            | Self::Newer { path, .. }
            | Self::Damaged { path, .. }
            | Self::Locked { path }
            | Self::ReadOnly { path }
            | Self::DiskFull { path }
            | Self::Disk { path, .. } => {
                if path.as_os_str().is_empty() {
                    *path = file.to_owned();
                }
            }
            Self::NoSuchEntry { .. }
            | Self::NoSuchText { .. }
            | Self::Unreadable { .. }
            | Self::Broken { .. }
            | Self::Inconsistent { .. }
            | Self::Sealing { .. }
            | Self::Sqlite(_) => {}
        }
        self
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let path = PathBuf::new();
        let damaged = |what: String| Self::Damaged { path: PathBuf::new(), what };
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { path },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly { path },
            Some(ErrorCode::DiskFull) => Self::DiskFull { path },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                damaged(error.to_string())
            }
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => {
                Self::Disk { path, source: std::io::Error::other(error) }
            }
            _ => Self::Sqlite(error),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(source: std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        let path = PathBuf::new();
        let is = |kinds: &[Kind]| kinds.contains(&source.kind());
        if is(&[Kind::NotFound]) {
            Self::Missing { path }
        } else if is(&[Kind::AlreadyExists]) {
            Self::Exists { path }
        } else if is(&[Kind::PermissionDenied, Kind::ReadOnlyFilesystem]) {
            Self::ReadOnly { path }
        } else if is(&[Kind::StorageFull, Kind::QuotaExceeded]) {
            Self::DiskFull { path }
        } else {
            Self::Disk { path, source }
        }
    }
}
