//! The record that ends a zip: how many files the zip lists, and how long the list is, known before
//! anything of the list is read.

use std::io::{Read, Seek, SeekFrom};

/// What the end record says of the list of files (PKWARE's APPNOTE, 4.3.14 to 4.3.16).
#[derive(Debug, PartialEq, Eq)]
pub(super) struct End {
    pub files: u64,
    /// Bytes of the list.
    pub length: u64,
    /// Where the list begins in the file, whatever stands in front of the zip.
    pub list: u64,
    /// Bytes that stand in front of the zip, which counts from its own beginning.
    pub front: u64,
}

const RECORD: u64 = 22;
/// The record in the wide form, without what may follow in it, and its locator.
const WIDE: u64 = 56 + 20;

/// Reads it from the zip's last bytes; none where the zip ends otherwise, as with a comment.
pub(super) fn end(zip: &mut (impl Read + Seek)) -> Option<End> {
    let at = zip.seek(SeekFrom::End(0)).ok()?.checked_sub(RECORD)?;
    let record = bytes::<22>(zip, at)?;
    if !record.starts_with(b"PK\x05\x06") || !record.ends_with(&[0, 0]) {
        return None;
    }
    let (files, length, start) =
        (number(&record, 10, 2)?, number(&record, 12, 4)?, number(&record, 16, 4)?);
    if files != 0xffff && length != 0xffff_ffff && start != 0xffff_ffff {
        return found(at, files, length, start);
    }
    let at = at.checked_sub(WIDE)?;
    let record = bytes::<76>(zip, at)?;
    if !record.starts_with(b"PK\x06\x06") || record.get(56..60) != Some(b"PK\x06\x07") {
        return None;
    }
    let (files, length, start) =
        (number(&record, 32, 8)?, number(&record, 40, 8)?, number(&record, 48, 8)?);
    found(at, files, length, start)
}

/// A record that stands at `at`, by which the list begins at `start`.
fn found(at: u64, files: u64, length: u64, start: u64) -> Option<End> {
    let list = at.checked_sub(length)?;
    Some(End { files, length, list, front: list.checked_sub(start)? })
}

fn bytes<const N: usize>(zip: &mut (impl Read + Seek), at: u64) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    zip.seek(SeekFrom::Start(at)).ok()?;
    zip.read_exact(&mut bytes).ok()?;
    Some(bytes)
}

/// A number of so many bytes, least significant first; none where they are not there.
pub(super) fn number(record: &[u8], at: usize, long: usize) -> Option<u64> {
    let bytes = record.get(at..at + long)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}
