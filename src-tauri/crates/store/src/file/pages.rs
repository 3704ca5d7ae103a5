//! The records of a broken file, page by page, without SQLite.
//!
//! Source: SQLite's "Database File Format", sections 1.6 (b-tree pages), 2.1 (records) and 4.1
//! (the write-ahead log). Nothing here trusts a number it reads: what does not fit is no record.

use std::collections::BTreeMap;
use std::path::Path;

use super::header::beside;
use crate::entries::TextRow;
use crate::error::StoreError;

/// A row of one of the ledger's own tables, known by its shape.
pub(super) enum Record {
    Entry { seq: u64, body: String, signature: [u8; 64] },
    Text(TextRow),
    File { sha256: String, bytes: Vec<u8> },
}

/// The pages of a file, with those that its log holds in their place.
pub(super) struct Pages {
    size: usize,
    file: Vec<u8>,
    logged: BTreeMap<usize, Vec<u8>>,
}

const HEADER: usize = 100;
const TABLE_LEAF: u8 = 0x0d;
const INDEX_LEAF: u8 = 0x0a;
const INDEX_INNER: u8 = 0x02;

impl Pages {
    pub(super) fn read(path: &Path) -> Result<Self, StoreError> {
        let file = std::fs::read(path)?;
        let log = std::fs::read(beside(path, "-wal")).unwrap_or_default();
        let size = number(&file, 16, 2).filter(|size| size.is_power_of_two() && *size >= 512);
        let size = size.unwrap_or(4096);
        Ok(Self { size, file, logged: logged(&log, size) })
    }

    /// Hands every record of the ledger's own tables to `take`.
    pub(super) fn each(&self, mut take: impl FnMut(Record)) {
        let pages = self.file.len().div_ceil(self.size);
        let last = self.logged.last_key_value().map_or(pages, |(page, _)| pages.max(*page));
        for number in 1..=last {
            if let Some(page) = self.page(number) {
                self.cells(page, if number == 1 { HEADER } else { 0 }, &mut take);
            }
        }
    }

    fn page(&self, number: usize) -> Option<&[u8]> {
        if let Some(page) = self.logged.get(&number) {
            return Some(page);
        }
        let start = number.checked_sub(1)?.checked_mul(self.size)?;
        self.file.get(start..start.checked_add(self.size)?)
    }

    fn cells(&self, page: &[u8], start: usize, take: &mut impl FnMut(Record)) {
        let (Some(kind), Some(count)) = (page.get(start), number(page, start + 3, 2)) else {
            return;
        };
        let pointers = start + if *kind == INDEX_INNER { 12 } else { 8 };
        for cell in 0..count {
            let record = number(page, pointers + 2 * cell, 2).and_then(|at| match *kind {
                TABLE_LEAF => self.entry(page, at).or_else(|| self.file(page, at)),
                INDEX_LEAF => self.text(page, at),
                INDEX_INNER => self.text(page, at + 4),
                _ => None,
            });
            if let Some(record) = record {
                take(record);
            }
        }
    }

    /// An `entry`: its number is the row's, then body, signature and leaf.
    fn entry(&self, page: &[u8], at: usize) -> Option<Record> {
        let (length, at) = varint(page, at)?;
        let (seq, at) = varint(page, at)?;
        let payload = self.payload(page, at, length, self.size - 35)?;
        let [_, body, signature, _leaf] = columns(&payload)?;
        let [0, (13..), 140, 76] = kinds(&payload)? else { return None };
        Some(Record::Entry {
            seq: seq as u64,
            body: String::from_utf8(body.to_vec()).ok()?,
            signature: signature.try_into().ok()?,
        })
    }

    /// A `content`: the row's number, which nobody asks for, then hash and bytes.
    fn file(&self, page: &[u8], at: usize) -> Option<Record> {
        let (length, at) = varint(page, at)?;
        let (_, at) = varint(page, at)?;
        let payload = self.payload(page, at, length, self.size - 35)?;
        let [sha256, bytes] = columns(&payload)?;
        let [141, kind] = kinds(&payload)? else { return None };
        if kind < 12 || kind % 2 == 1 {
            return None;
        }
        let sha256 = String::from_utf8(sha256.to_vec()).ok()?;
        Some(Record::File { sha256, bytes: bytes.to_vec() })
    }

    /// A `text`: entry, path, salt and words.
    fn text(&self, page: &[u8], at: usize) -> Option<Record> {
        let (length, at) = varint(page, at)?;
        let most = (self.size - 12) * 64 / 255 - 23;
        let payload = self.payload(page, at, length, most)?;
        let [seq, path, salt, text] = columns(&payload)?;
        let [kind, _, 44, words] = kinds(&payload)? else { return None };
        if words < 13 || words % 2 == 0 {
            return None;
        }
        Some(Record::Text(TextRow {
            seq: integer(kind, seq)?,
            path: String::from_utf8(path.to_vec()).ok()?,
            salt: salt.try_into().ok()?,
            text: String::from_utf8(text.to_vec()).ok()?,
        }))
    }

    /// The bytes of a record: what lies in the page, and what overflows into others.
    fn payload(&self, page: &[u8], at: usize, length: usize, most: usize) -> Option<Vec<u8>> {
        let usable = self.size;
        if length > self.file.len() + self.logged.len() * usable {
            return None;
        }
        if length <= most {
            return Some(page.get(at..at.checked_add(length)?)?.to_vec());
        }
        let least = (usable - 12) * 32 / 255 - 23;
        let fitting = least + (length - least) % (usable - 4);
        let local = if fitting <= most { fitting } else { least };
        let mut payload = page.get(at..at + local)?.to_vec();
        let mut next = number(page, at + local, 4)?;
        while payload.len() < length {
            let over = self.page(next)?;
            let part = (length - payload.len()).min(usable - 4);
            payload.extend_from_slice(over.get(4..4 + part)?);
            next = number(over, 0, 4)?;
        }
        Some(payload)
    }
}

/// The latest committed frame of each page in the log (section 4.1), while the checksums hold.
fn logged(log: &[u8], size: usize) -> BTreeMap<usize, Vec<u8>> {
    let mut pages = BTreeMap::new();
    let Some((header, frames)) = log.split_first_chunk::<32>() else { return pages };
    if number(header, 8, 4) != Some(size) {
        return pages;
    }
    let big_endian = header.get(3).is_some_and(|last| last & 1 == 1);
    let mut sum = checksum((0, 0), header.get(..24).unwrap_or_default(), big_endian);
    let mut pending = Vec::new();
    for frame in frames.chunks_exact(24 + size) {
        let (head, page) = frame.split_at(24);
        sum = checksum(sum, head.get(..8).unwrap_or_default(), big_endian);
        sum = checksum(sum, page, big_endian);
        let stated = (number(head, 16, 4), number(head, 20, 4));
        if head.get(8..16) != header.get(16..24)
            || stated != (Some(sum.0 as usize), Some(sum.1 as usize))
        {
            break;
        }
        pending.extend(number(head, 0, 4).map(|at| (at, page.to_vec())));
        if number(head, 4, 4) != Some(0) {
            pages.extend(pending.drain(..));
        }
    }
    pages
}

/// The log's checksum over `bytes`, going on from `sum` (section 4.2).
fn checksum(sum: (u32, u32), bytes: &[u8], big_endian: bool) -> (u32, u32) {
    let word = |bytes: [u8; 4]| {
        if big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
    };
    bytes.as_chunks::<8>().0.iter().fold(sum, |(a, b), [w, x, y, z, p, q, r, s]| {
        let a = a.wrapping_add(word([*w, *x, *y, *z])).wrapping_add(b);
        let b = b.wrapping_add(word([*p, *q, *r, *s])).wrapping_add(a);
        (a, b)
    })
}

/// The kinds of a record's columns (section 2.1); none for a record of another width.
fn kinds<const N: usize>(payload: &[u8]) -> Option<[usize; N]> {
    let (length, mut at) = varint(payload, 0)?;
    let mut kinds = [0; N];
    for kind in &mut kinds {
        (*kind, at) = varint(payload, at)?;
    }
    (at == length).then_some(kinds)
}

/// The bytes of a record's columns.
fn columns<const N: usize>(payload: &[u8]) -> Option<[&[u8]; N]> {
    let kinds = kinds::<N>(payload)?;
    let (mut at, _) = varint(payload, 0)?;
    let mut columns: [&[u8]; N] = [&[]; N];
    for (column, kind) in columns.iter_mut().zip(kinds) {
        let length = match kind {
            0 | 8 | 9 => 0,
            1..=4 => kind,
            5 => 6,
            6 | 7 => 8,
            12.. => (kind - 12) / 2,
            _ => return None,
        };
        *column = payload.get(at..at.checked_add(length)?)?;
        at += length;
    }
    Some(columns)
}

fn integer(kind: usize, bytes: &[u8]) -> Option<u64> {
    match kind {
        8 => Some(0),
        9 => Some(1),
        1..=6 => number(bytes, 0, bytes.len()).map(|number| number as u64),
        _ => None,
    }
}

/// A big-endian number of `length` bytes.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().fold(0, |number, byte| (number << 8) | usize::from(*byte)))
}

/// A variable-length integer (section 1.6), and where what follows it begins.
fn varint(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let mut number = 0_usize;
    for (index, byte) in bytes.get(at..)?.iter().take(9).enumerate() {
        if index == 8 {
            return Some(((number << 8) | usize::from(*byte), at + 9));
        }
        number = (number << 7) | usize::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((number, at + index + 1));
        }
    }
    None
}
