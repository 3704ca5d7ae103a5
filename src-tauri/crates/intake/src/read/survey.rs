//! A first look at a whole file without holding it: its hash, its size, its encoding.

use std::io::Read;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use sha2::{Digest, Sha256};

use super::text_file::hex;
use super::{Foreign, ReadOptions, book, decode, sniff};
use crate::Error;

/// How much of a file's beginning is looked at to tell what it is.
const HEAD: usize = 1 << 20;
/// How much is read at once.
const AT_ONCE: usize = 256 * 1024;

/// What a file is, as a look at all its bytes tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// SHA-256 of the bytes, lower-case hex.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// What it holds.
    pub holds: Holds,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Text in this encoding, after a byte-order mark of so many bytes.
    Text {
        /// The encoding.
        encoding: &'static Encoding,
        /// Length of the byte-order mark.
        mark: usize,
    },
    /// A JSON value on each line.
    JsonLines,
    /// A workbook.
    Book,
}

impl Survey {
    /// Looks at every byte of a file, holding only its beginning.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::TooLarge`], [`Error::NotDelimitedText`],
    /// [`Error::UnknownEncoding`], [`Error::Broken`] when reading fails.
    pub fn of(mut source: impl Read, options: &ReadOptions) -> Result<Self, Error> {
        let limit = options.limits.file_bytes;
        let mut seen = Seen::default();
        let mut chunk = vec![0; AT_ONCE];
        loop {
            let read = source.read(&mut chunk).map_err(Error::broken)?;
            if read == 0 {
                break;
            }
            seen.take(chunk.get(..read).unwrap_or_default());
            if seen.bytes > limit {
                return Err(Error::TooLarge { bytes: seen.bytes, limit });
            }
        }
        seen.told(options)
    }
}

#[derive(Default)]
struct Seen {
    head: Vec<u8>,
    bytes: u64,
    hash: Sha256,
    /// The unfinished UTF-8 sequence at the end of what was seen.
    open: Vec<u8>,
    sequences: u64,
    damaged: u64,
    /// The first bytes that are no UTF-8, with what stands around them.
    telling: Vec<u8>,
    blank: bool,
}

impl Seen {
    fn take(&mut self, chunk: &[u8]) {
        if self.bytes == 0 {
            self.blank = true;
        }
        self.bytes += chunk.len() as u64;
        self.hash.update(chunk);
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend_from_slice(chunk.get(..room).unwrap_or(chunk));
        self.blank &= chunk.iter().all(|b| b.is_ascii_whitespace() || *b == 0);
        if self.open.is_empty() {
            self.utf8(chunk);
        } else {
            let joined = [std::mem::take(&mut self.open).as_slice(), chunk].concat();
            self.utf8(&joined);
        }
    }

    fn utf8(&mut self, bytes: &[u8]) {
        let leads = |part: &[u8]| part.iter().filter(|b| **b >= 0xC0).count() as u64;
        let Err(bad) = std::str::from_utf8(bytes) else {
            self.sequences += leads(bytes);
            return;
        };
        if bad.error_len().is_none() {
            let (whole, open) = bytes.split_at_checked(bad.valid_up_to()).unwrap_or((bytes, &[]));
            self.sequences += leads(whole);
            self.open = open.to_vec();
            return;
        }
        if self.telling.len() < HEAD {
            self.telling.extend_from_slice(bytes);
        }
        for part in bytes.utf8_chunks() {
            self.sequences += leads(part.valid().as_bytes());
            self.damaged += u64::from(!part.invalid().is_empty());
        }
    }

    fn told(self, options: &ReadOptions) -> Result<Survey, Error> {
        if self.bytes == 0 || self.blank {
            return Err(Error::Empty);
        }
        let holds = self.holds(options)?;
        let sha256 = hex(&self.hash.finalize());
        Ok(Survey { sha256, bytes: self.bytes, holds })
    }

    fn holds(&self, options: &ReadOptions) -> Result<Holds, Error> {
        let head = self.head.as_slice();
        if self.bytes == head.len() as u64 && book::is_book(head) {
            return Ok(Holds::Book);
        }
        match sniff::foreign(head) {
            // The directory of a ZIP stands at its end, which a large file's head lacks.
            Some(Foreign::Spreadsheet) if head.starts_with(b"PK\x03\x04") => {
                return Ok(Holds::Book);
            }
            Some(Foreign::Json) => return Ok(Holds::JsonLines),
            Some(what) => return Err(Error::NotDelimitedText { what }),
            None => {}
        }
        let asked = options.encoding.as_deref().map(decode::named).transpose()?;
        let (encoding, mark) = match (Encoding::for_bom(head), asked) {
            (Some(found), _) => found,
            (None, Some(asked)) => (asked, 0),
            (None, None) => (self.guess(), 0),
        };
        if !decode::is_wide(encoding) && sniff::is_binary(head) {
            return Err(Error::NotDelimitedText { what: Foreign::Binary });
        }
        Ok(Holds::Text { encoding, mark })
    }

    fn guess(&self) -> &'static Encoding {
        if let Some(wide) = decode::wide_without_mark(&self.head) {
            return wide;
        }
        let damaged = self.damaged + u64::from(!self.open.is_empty());
        if damaged == 0 || self.sequences >= 4 * damaged {
            return UTF_8;
        }
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
        detector.feed(&self.head, false);
        detector.feed(&self.telling, true);
        detector.guess(None, Utf8Detection::Deny)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn survey(bytes: &[u8]) -> Result<Survey, Error> {
        Survey::of(bytes, &ReadOptions::default())
    }

    #[test]
    fn a_late_letter_tells_the_encoding_of_the_whole_file() {
        let mut bytes = b"time,person\n".to_vec();
        bytes.extend(b"2026-11-21,Rene\n".repeat(100_000));
        bytes.extend(b"2026-11-21,Ren\xE9 Lef\xE8vre\n");
        let Holds::Text { encoding, .. } = survey(&bytes).unwrap().holds else { panic!("text") };
        assert_eq!(encoding.name(), "windows-1252", "its first megabyte is ASCII alone");
    }

    #[test]
    fn a_sequence_cut_by_the_end_of_a_chunk_is_no_damage() {
        let mut bytes = vec![b'x'; AT_ONCE - 1];
        bytes.extend("é".repeat(1000).as_bytes());
        let Holds::Text { encoding, .. } = survey(&bytes).unwrap().holds else { panic!("text") };
        assert_eq!(encoding, UTF_8, "the first half of a letter ends one chunk");
    }

    #[test]
    fn what_is_no_table_is_named() {
        let jpeg = Error::NotDelimitedText { what: Foreign::Image };
        assert_eq!(survey(b"\xFF\xD8\xFF\xE0\0\x10JFIF\0"), Err(jpeg), "whatever its name says");
        assert_eq!(survey(b""), Err(Error::Empty), "no bytes");
        assert_eq!(survey(b" \r\n\n"), Err(Error::Empty), "blank lines alone");
    }
}
