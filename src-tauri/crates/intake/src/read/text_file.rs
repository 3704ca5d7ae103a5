//! A file that turned out to be text, ready to be cut into rows.

use std::fmt::Write;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Delimiter, Foreign, Limits, Sheet, decode, delimiter, sniff};
use crate::Error;

/// How to read a file; what is not set is found out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Label of the encoding, as the WHATWG Encoding Standard lists them.
    pub encoding: Option<String>,
    /// The delimiter.
    pub delimiter: Option<Delimiter>,
    /// Which sheet of a workbook, by name; needed only where several hold something.
    pub sheet: Option<String>,
    /// What the file may hold.
    pub limits: Limits,
}

/// What a file is, apart from what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileFacts {
    /// SHA-256 of the bytes as they came, lower-case hex.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Name of the encoding, as the WHATWG Encoding Standard writes it; `XLSX` for a workbook.
    pub encoding: &'static str,
    /// Whether a byte-order mark says so.
    pub byte_order_mark: bool,
    /// Whether some bytes made no sense in that encoding. U+FFFD stands in their place.
    pub damaged: bool,
}

/// A file decoded to text.
#[derive(Debug, Clone)]
pub struct TextFile<'b> {
    facts: FileFacts,
    text: std::borrow::Cow<'b, str>,
    delimiter: Option<Delimiter>,
    limits: Limits,
}

impl<'b> TextFile<'b> {
    /// Decodes a file, or says why it is no delimited text.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::TooLarge`], [`Error::NotDelimitedText`],
    /// [`Error::UnknownEncoding`].
    pub fn open(bytes: &'b [u8], options: &ReadOptions) -> Result<Self, Error> {
        let size = bytes.len() as u64;
        if size > options.limits.file_bytes {
            return Err(Error::TooLarge { bytes: size, limit: options.limits.file_bytes });
        }
        if let Some(what) = sniff::foreign(bytes) {
            return Err(Error::NotDelimitedText { what });
        }
        let decoded = decode::decode(bytes, options.encoding.as_deref())?;
        if !decode::is_wide(decoded.encoding) && sniff::is_binary(bytes) {
            return Err(Error::NotDelimitedText { what: Foreign::Binary });
        }
        if decoded.text.chars().all(says_nothing) {
            return Err(Error::Empty);
        }
        let facts = FileFacts {
            sha256: hex(&Sha256::digest(bytes)),
            bytes: size,
            encoding: decoded.encoding.name(),
            byte_order_mark: decoded.byte_order_mark,
            damaged: decoded.damaged,
        };
        let (delimiter, limits) = (options.delimiter, options.limits);
        Ok(TextFile { facts, text: decoded.text, delimiter, limits })
    }

    /// What the file is.
    pub fn facts(&self) -> &FileFacts {
        &self.facts
    }

    /// The text itself.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as a table: the header and the rows under it.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::BrokenHeader`].
    pub fn sheet(&self) -> Result<Sheet<'_>, Error> {
        let declared = delimiter::declared(&self.text);
        // A declaring line becomes a blank one, so that the lines below keep their numbers.
        let skipped = declared.map_or(0, |(_, length)| length);
        let text = self.text.get(skipped..).unwrap_or_default();
        let delimiter = self
            .delimiter
            .or(declared.map(|(delimiter, _)| delimiter))
            .unwrap_or_else(|| delimiter::guess(text, self.limits));
        Sheet::of(text, delimiter, self.limits)
    }
}

/// White space, and what only holds cells apart.
fn says_nothing(character: char) -> bool {
    character.is_whitespace() || matches!(character, ',' | ';' | '|' | '"')
}

pub(super) fn hex(digest: &[u8]) -> String {
    digest.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
