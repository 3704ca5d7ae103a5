//! What every import of a file has in common: its bytes, its columns, the rows that are not taken
//! in, and that what is taken in is what was looked at. Each import lies with what it fills.

mod rejected;

use std::path::Path;

use intake::map::{Field, Mapping};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use rejected::RejectedRow;
pub(crate) use rejected::save_rejected_rows;

use crate::Problem;
use crate::files::file_name;

/// Rejected rows that an answer shows; a file of any length may have any number.
pub(crate) const SHOWN: usize = 500;

/// A column of a file to take in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ColumnUse {
    /// Its place, from 1.
    pub place: u32,
    /// Its head.
    pub column: String,
    /// The field it fills; none when left out.
    pub field: Option<String>,
}

/// Each column and the field it fills.
pub(crate) fn columns<F: Field>(mapping: &Mapping<F>) -> Vec<ColumnUse> {
    let columns = mapping.columns.iter();
    columns
        .map(|column| ColumnUse {
            place: u32::try_from(column.position).unwrap_or(u32::MAX),
            column: column.header.clone(),
            field: column.field().map(|field| field.name().to_owned()),
        })
        .collect()
}

/// The bytes of a file to take in.
///
/// # Errors
/// `import-unreadable`; a file above the limit is refused before it fills the memory.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let most = intake::read::Limits::default().file_bytes;
    let cannot = |why: String| {
        Problem::new("import-unreadable", format!("{} cannot be read: {why}.", file_name(path)))
    };
    let size = std::fs::metadata(path).map_err(|e| cannot(e.to_string()))?.len();
    if size > most {
        return Err(cannot(format!("it has {size} bytes, and at most {most} are taken in")));
    }
    std::fs::read(path).map_err(|e| cannot(e.to_string()))
}

/// What keeps a file from being read at all.
pub(crate) fn unreadable(error: intake::Error) -> Problem {
    Problem::new("import-unreadable", error.to_string())
}

/// Refuses a file whose SHA-256 is not that of the preview that was looked at, where one was.
///
/// # Errors
/// `import-changed`.
pub(crate) fn must_be_as_seen(seen: Option<&String>, found: &str) -> Result<(), Problem> {
    if seen.is_none_or(|seen| seen == found) {
        return Ok(());
    }
    Err(Problem::new(
        "import-changed",
        "The file has changed since you looked at it. Look at it again before it is taken in.",
    ))
}
