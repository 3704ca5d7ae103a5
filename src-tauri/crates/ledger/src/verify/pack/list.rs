//! The list of files in a zip: as many as its end record counts, each under one name for every reader.

use std::io::{Read, Seek, SeekFrom};

use super::end::{End, number};

/// What the list tells of a file, but for its name, its extra fields and a comment (PKWARE's APPNOTE,
/// 4.3.12).
const HEADER: usize = 46;
/// Info-ZIP's Unicode path (APPNOTE, 4.6.9): some readers take a file's name from it, others do not.
const SECOND_NAME: u64 = 0x7075;

const DAMAGED: &str = "its list of files is damaged";

/// The names of all files, as they stand in the list, which is to be no longer than a pack needs. The
/// error ends a sentence.
pub(super) fn names(zip: &mut (impl Read + Seek), end: &End) -> Result<Vec<Vec<u8>>, &'static str> {
    let mut list = Vec::new();
    zip.seek(SeekFrom::Start(end.list)).map_err(|_| DAMAGED)?;
    zip.by_ref().take(end.length).read_to_end(&mut list).map_err(|_| DAMAGED)?;
    let (mut rest, mut names) = (list.as_slice(), Vec::new());
    for _ in 0..end.files {
        let (file, behind) = first(rest).ok_or(DAMAGED)?;
        if has_second_name(file.extra) {
            return Err("its list gives a file a second name");
        }
        names.push(file.name.to_vec());
        rest = behind;
    }
    if rest.is_empty() { Ok(names) } else { Err(DAMAGED) }
}

/// What the list tells of one file.
struct Listed<'l> {
    name: &'l [u8],
    extra: &'l [u8],
}

/// The first file of a list, and the list behind it.
fn first(list: &[u8]) -> Option<(Listed<'_>, &[u8])> {
    let (header, rest) = list.split_at_checked(HEADER)?;
    if !header.starts_with(b"PK\x01\x02") {
        return None;
    }
    let long = |at| usize::try_from(number(header, at, 2)?).ok();
    let (name, rest) = rest.split_at_checked(long(28)?)?;
    let (extra, rest) = rest.split_at_checked(long(30)?)?;
    let (_comment, rest) = rest.split_at_checked(long(32)?)?;
    Some((Listed { name, extra }, rest))
}

fn has_second_name(mut extra: &[u8]) -> bool {
    while let (Some(field), Some(long)) = (number(extra, 0, 2), number(extra, 2, 2)) {
        if field == SECOND_NAME {
            return true;
        }
        let behind = usize::try_from(long).ok().and_then(|long| extra.get(4 + long..));
        extra = behind.unwrap_or_default();
    }
    false
}
