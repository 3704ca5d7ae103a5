//! Recording that a file was taken in.

use serde::{Deserialize, Serialize};

use crate::people::{Standing, entitled, keepers};
use crate::{Event, PersonRef, Refusal, Text};

/// A row that was not taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectedRow {
    /// The line of the file it starts on, from 1.
    pub line: u64,
    /// Why, as a stable code.
    pub code: String,
    /// Why, in words.
    pub reason: Text,
}

/// A file was taken in; its accepted rows are entries of their own, right after this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRecorded {
    /// What it holds, such as `workflows` or `holidays`.
    pub what: String,
    /// The file's name.
    pub file: Text,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// How its bytes were read, such as `UTF-16LE`.
    pub encoding: String,
    /// Rows seen, the head not counted.
    pub rows: u64,
    /// Rows taken in.
    pub accepted: u64,
    /// Rows that changed what was known already.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub updated: u64,
    /// Rows skipped because what they say is known already.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub skipped: u64,
    /// Rows that were not taken in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<RejectedRow>,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// Records that a file was taken in.
pub fn record_import(
    standing: &Standing,
    by: PersonRef,
    import: ImportRecorded,
) -> Result<Event, Refusal> {
    entitled(standing, by, "taking a file in", &keepers())?;
    Ok(import.into())
}
