//! The first bytes of a file, read without SQLite so that a refused file stays untouched.
//!
//! Source: SQLite's "Database File Format", section 1.3.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::schema;
use crate::error::{Foreign, StoreError};

const LENGTH: usize = 100;
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Refuses what is no workspace file, or one that a newer program wrote.
pub(super) fn check(path: &Path) -> Result<(), StoreError> {
    let foreign = |what| StoreError::Foreign { path: path.to_owned(), what };
    if std::fs::metadata(path)?.is_dir() {
        return Err(foreign(Foreign::Folder));
    }
    let mut bytes = Vec::with_capacity(LENGTH);
    File::open(path)?.take(LENGTH as u64).read_to_end(&mut bytes)?;
    if bytes.is_empty() {
        return Err(foreign(Foreign::Empty));
    }
    let header: &[u8; LENGTH] = match bytes.as_slice().try_into() {
        Ok(header) => header,
        Err(_) => return Err(short(path, &bytes)),
    };
    if !header.starts_with(MAGIC) {
        return Err(foreign(Foreign::Kind));
    }
    if number(header, 68) != schema::APPLICATION_ID {
        return Err(foreign(Foreign::Program));
    }
    known(path, number(header, 60))?;
    complete(path, header)
}

/// Refuses a version this program does not know.
pub(super) fn known(path: &Path, version: u32) -> Result<(), StoreError> {
    if version > schema::VERSION {
        let path = path.to_owned();
        return Err(StoreError::Newer { path, version, known: schema::VERSION });
    }
    Ok(())
}

/// A file that ends inside its header: cut off when it begins like SQLite, foreign when not.
fn short(path: &Path, bytes: &[u8]) -> StoreError {
    let path = path.to_owned();
    if MAGIC.starts_with(bytes.get(..16).unwrap_or(bytes)) {
        StoreError::Damaged { path, what: "it ends within its first 100 bytes".into() }
    } else {
        StoreError::Foreign { path, what: Foreign::Kind }
    }
}

/// Refuses a file shorter than its header says, unless the log beside it may hold the rest.
fn complete(path: &Path, header: &[u8; LENGTH]) -> Result<(), StoreError> {
    let counted = number(header, 24) == number(header, 92);
    let page = match number(header, 16) >> 16 {
        1 => 65_536,
        size => u64::from(size),
    };
    let promised = u64::from(number(header, 28)) * page;
    let length = std::fs::metadata(path)?.len();
    let log = std::fs::metadata(beside(path, "-wal")).map_or(0, |log| log.len());
    if counted && log == 0 && length < promised {
        let what = format!("it is cut off at {length} of {promised} bytes");
        return Err(StoreError::Damaged { path: path.to_owned(), what });
    }
    Ok(())
}

/// The file that SQLite keeps beside the one at `path`, such as its write-ahead log.
pub(super) fn beside(path: &Path, suffix: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn number(header: &[u8; LENGTH], at: usize) -> u32 {
    header.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_be_bytes)
}
