//! The file in which somebody keeps the fingerprints of people's keys.

use thiserror::Error;

use crate::key::Fingerprint;

use super::bytes::hex;

/// Why a file of fingerprints cannot be used.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum KeysFileError {
    /// A line does not start with a fingerprint.
    #[error("line {line}: {found:?} is no fingerprint; a line is 64 hex digits, then any words")]
    Line {
        /// 1-based line number.
        line: usize,
        /// The line's first word.
        found: String,
    },
    /// The file names no key at all.
    #[error("the file names no key")]
    Empty,
}

impl KeysFileError {
    /// A stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Line { .. } => "ledger.keys_file.line",
            Self::Empty => "ledger.keys_file.empty",
        }
    }
}

/// Reads lines of a fingerprint (64 hex digits) and any words after it. Empty lines and lines
/// that start with `#` are passed over.
///
/// # Errors
/// [`KeysFileError`] naming the line that is none, or that there is no line at all.
pub fn keys_file(text: &str) -> Result<Vec<Fingerprint>, KeysFileError> {
    let mut keys = Vec::new();
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let Some(word) = line.split_whitespace().next().filter(|word| !word.starts_with('#'))
        else {
            continue;
        };
        let fingerprint = hex(&word.to_ascii_lowercase());
        let fingerprint = fingerprint
            .ok_or_else(|| KeysFileError::Line { line: index + 1, found: word.to_owned() })?;
        keys.push(Fingerprint(fingerprint));
    }
    if keys.is_empty() { Err(KeysFileError::Empty) } else { Ok(keys) }
}
