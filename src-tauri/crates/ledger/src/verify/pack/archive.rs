//! Reading a zip from a stranger: nothing is written, nothing grows without bound.

use std::collections::{BTreeMap, HashSet};
use std::io::{Read, Seek};

use sha2::{Digest as _, Sha256};
use zip::read::ZipFile;
use zip::{CompressionMethod, ZipArchive};

use crate::pack;
use crate::primitive::Hash;

use super::super::faults::Faults;
use super::super::verdict::FaultCode;
use super::end::end;
use super::list::names;
use super::unpack::{Packing, Said, unpack};

/// Most files a pack may hold.
const MOST_FILES: u64 = 100_000;
/// Longest list of them, in bytes: 32 MiB.
const LONGEST_LIST: u64 = 32 << 20;
/// Largest file, unpacked: 1 GiB.
const LARGEST: u64 = 1 << 30;
/// All files together, unpacked: 8 GiB.
const MOST_BYTES: u64 = 8 << 30;

/// What was found in the archive, by path.
#[derive(Default)]
pub(super) struct Archive {
    pub files: BTreeMap<String, File>,
}

/// A file of the pack.
pub(super) struct File {
    pub sha256: Hash,
    pub size: u64,
    /// The content, where the verifier reads it; empty for reports, data and rows.
    pub bytes: Vec<u8>,
    /// Where it stands in the zip's directory.
    index: usize,
}

impl Archive {
    pub(super) fn get(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    pub(super) fn under<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a File)> {
        self.files
            .iter()
            .map(|(path, file)| (path.as_str(), file))
            .filter(move |(path, _)| path.starts_with(folder))
    }
}

/// Reads every file that `takes` admits; what cannot be read safely is a fault and left out. The
/// zip comes back open, where it is one.
pub(super) fn read<R: Read + Seek>(
    zip: R,
    takes: impl Fn(&str) -> bool,
    faults: &mut Faults,
) -> (Archive, Option<ZipArchive<R>>) {
    let mut archive = Archive::default();
    let refuse = |path: Option<&str>, why: String, faults: &mut Faults| {
        faults.add(FaultCode::PackArchive, None, path, why);
    };
    let mut zip = match open(zip) {
        Ok(zip) => zip,
        Err(why) => {
            refuse(None, why, faults);
            return (archive, None);
        }
    };
    if zip.has_duplicate_names() {
        refuse(None, "The zip holds two files of the same name.".to_owned(), faults);
    }
    let wanted: Vec<bool> =
        zip.file_names_raw().map(|name| takes(&String::from_utf8_lossy(name))).collect();
    let mut room = MOST_BYTES;
    let mut folded = HashSet::new();
    for index in
        wanted.into_iter().enumerate().filter_map(|(index, wanted)| wanted.then_some(index))
    {
        let mut file = match zip.by_index_raw(index) {
            Ok(file) => file,
            Err(error) => {
                let why = format!("File {} of the zip cannot be read: {error}.", index + 1);
                refuse(None, why, faults);
                continue;
            }
        };
        let path = String::from_utf8_lossy(file.name_raw()).into_owned();
        if let Some(why) = unsafe_file(&path, &file) {
            refuse(Some(&path), format!("{path:?} {why}."), faults);
            continue;
        }
        if !folded.insert(path.to_lowercase()) {
            let why =
                format!("{path:?} differs from another file only in capitals, or not at all.");
            refuse(Some(&path), why, faults);
            continue;
        }
        let size = file.size();
        if size > room.min(LARGEST) {
            let why = format!("{path:?} is larger, unpacked, than a pack may hold.");
            refuse(Some(&path), why, faults);
            continue;
        }
        room = room.saturating_sub(size);
        match content(&mut file, &path) {
            Ok((sha256, bytes)) => {
                archive.files.insert(path, File { sha256, size, bytes, index });
            }
            Err(why) => refuse(Some(&path), format!("{path:?} {why}."), faults),
        }
    }
    (archive, Some(zip))
}

/// Reads the list of files, once its end record says that it takes no more memory than a pack needs;
/// the error is a sentence.
fn open<R: Read + Seek>(mut zip: R) -> Result<ZipArchive<R>, String> {
    let no_zip = |why: &str| format!("This is no zip that can be read: {why}.");
    let end = end(&mut zip)
        .ok_or_else(|| no_zip("it does not end as a zip does, or something follows its end"))?;
    if end.files > MOST_FILES {
        return Err(format!("The zip holds {} files, more than {MOST_FILES}.", end.files));
    }
    if end.length > LONGEST_LIST {
        return Err("The zip’s list of files is larger than 32 MiB.".to_owned());
    }
    let names = names(&mut zip, &end).map_err(no_zip)?;
    let zip = ZipArchive::new(zip).map_err(|error| no_zip(&error.to_string()))?;
    // Another list than the one that was judged would be another pack to other readers. Of names that
    // stand twice it holds one, which is refused by itself.
    let is_judged = (zip.central_directory_start(), zip.offset()) == (end.list, end.front)
        && (zip.has_duplicate_names() || zip.file_names_raw().eq(names.iter().map(Vec::as_slice)));
    if is_judged { Ok(zip) } else { Err(no_zip("its list of files is damaged")) }
}

/// Reads a file of the archive once more, piece by piece. The error ends a sentence.
pub(super) fn again<R: Read + Seek>(
    zip: &mut ZipArchive<R>,
    file: &File,
    take: impl FnMut(&[u8]),
) -> Result<(), String> {
    let mut packed =
        zip.by_index_raw(file.index).map_err(|error| format!("cannot be read again: {error}"))?;
    let said = said(&packed)?;
    unpack(&mut packed, &said, take)
}

/// Why a file may not be taken from the archive, as the end of a sentence.
fn unsafe_file<R: Read>(path: &str, file: &ZipFile<'_, R>) -> Option<&'static str> {
    let plain = |step: &str| !step.is_empty() && step != "." && step != "..";
    if file.is_symlink() {
        Some("is a link, not a file")
    } else if file.is_dir() {
        Some("is a folder of its own; a pack holds files only")
    } else if file.encrypted() {
        Some("is encrypted")
    } else if path.contains(['\\', ':', '\0']) || !path.split('/').all(plain) {
        Some("would land outside the pack or has no plain path")
    } else if path.contains('\u{fffd}') || path.chars().any(char::is_control) {
        Some("has a name that is not plain UTF-8")
    } else {
        None
    }
}

/// Reads a file to its end: its hash, and its bytes, where the verifier reads them itself.
fn content<R: Read>(file: &mut ZipFile<'_, R>, path: &str) -> Result<(Hash, Vec<u8>), String> {
    let said = said(file)?;
    let (keep, mut bytes, mut hasher) = (is_read(path), Vec::new(), Sha256::new());
    unpack(file, &said, |piece| {
        hasher.update(piece);
        if keep {
            bytes.extend_from_slice(piece);
        }
    })?;
    Ok((hasher.finalize().into(), bytes))
}

/// What the directory says of a file that is packed in a way any reader knows.
fn said<R: Read>(file: &ZipFile<'_, R>) -> Result<Said, String> {
    let known = [
        (CompressionMethod::Stored, Packing::Stored),
        (CompressionMethod::Deflated, Packing::Deflated),
    ];
    let packing = known.into_iter().find(|(method, _)| *method == file.compression());
    let (_, packing) = packing.ok_or("is packed in a way that no pack uses")?;
    let (packed, size, crc) = (file.compressed_size(), file.size(), file.crc32());
    Ok(Said { packing, packed, size, crc })
}

/// Whether the verifier reads a file itself, and not only its hash.
fn is_read(path: &str) -> bool {
    let folders = ["ledger/", "keys/", pack::CHECKPOINTS, pack::SEAL];
    path == pack::MANIFEST || folders.iter().any(|folder| path.starts_with(folder))
}
