//! What can go wrong when a file leaves the desk.

use std::io;
use std::path::{Path, PathBuf};

/// Every way an export can fail. A report that fails leaves nothing half-written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file could not be written; what stood at the path before still stands there.
    #[error("{path} could not be written: {source}")]
    Write {
        /// The file that was to be written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A face could not be read, so no page can be set.
    #[error("the typeface {face} could not be read: {reason}")]
    Face {
        /// The family that failed.
        face: String,
        /// What its reader said.
        reason: String,
    },
    /// The PDF's objects could not be put together.
    #[error("the PDF could not be put together: {0}")]
    Pdf(String),
    /// A table could not be written as CSV.
    #[error("the table could not be written as CSV: {0}")]
    Csv(#[from] csv::Error),
    /// A path inside a pack is unusable: absolute, climbing, reserved or taken twice.
    #[error("the pack cannot hold a file at {path:?}: {reason}")]
    PackPath {
        /// The path asked for.
        path: String,
        /// Why it is refused.
        reason: &'static str,
    },
    /// A file of a pack is longer than a reader of packs takes.
    #[error("{path} would be longer than 1 GiB, and no reader of packs takes such a file")]
    PackTooLarge {
        /// The file inside the pack.
        path: String,
    },
    /// The zip could not be put together.
    #[error("the pack could not be put together: {0}")]
    Zip(#[from] zip::result::ZipError),
}

impl Error {
    /// The code that crosses the boundary; it never changes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Write { .. } => "report.write",
            Self::Face { .. } => "report.face",
            Self::Pdf(_) => "report.pdf",
            Self::Csv(_) => "report.csv",
            Self::PackPath { .. } => "report.pack-path",
            Self::PackTooLarge { .. } => "report.pack-size",
            Self::Zip(_) => "report.zip",
        }
    }

    /// What the system said, where it refused a file; the whole sentence otherwise. The path is
    /// left for whoever says it to name.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Write { source, .. } => source.to_string(),
            Self::Face { .. }
            | Self::Pdf(_)
            | Self::Csv(_)
            | Self::PackPath { .. }
            | Self::PackTooLarge { .. }
            | Self::Zip(_) => self.to_string(),
        }
    }

    pub(crate) fn write(path: &Path, source: io::Error) -> Self {
        Self::Write { path: path.to_path_buf(), source }
    }
}

/// Shorthand for this crate's results.
pub type Result<T> = std::result::Result<T, Error>;
