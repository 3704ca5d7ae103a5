//! The record as a pack carries it: one JSON object a line.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Head;
use crate::pack;

use super::super::bytes::{base64_any, hex};
use super::super::faults::Faults;
use super::super::object::Object;
use super::super::ordinary::{self, Natural, Seq};
use super::super::record::{RawEntry, RawText, TextPlace};
use super::super::verdict::FaultCode;
use super::archive::Archive;
use super::manifest::missing;
use super::seal::{self, Sealed};

/// What a pack itself holds of the record, as it lies in its files.
#[derive(Default)]
pub(super) struct Held {
    /// After which head it goes on; none where it holds all of the record up to its last entry.
    pub since: Option<Head>,
    pub entries: Vec<RawEntry>,
    /// Entries behind those and in front of the export's own, which come without texts.
    pub between: Vec<RawEntry>,
    pub texts: Vec<RawText>,
    pub withheld: Vec<TextPlace>,
    /// The export's own entry.
    pub sealed: Option<Sealed>,
}

/// Whether it is read from the file of that name.
pub(super) fn is_held(path: &str) -> bool {
    ["ledger/", pack::SEAL].iter().any(|folder| path.starts_with(folder))
}

/// Reads it. What cannot be read, and what is missing, is a fault and left out.
pub(super) fn held(archive: &Archive, faults: &mut Faults) -> Held {
    Held {
        since: since(archive, faults),
        entries: entries(archive, pack::ENTRIES, faults),
        between: between(archive, faults),
        texts: texts(archive, faults),
        withheld: withheld(archive, faults),
        sealed: seal::read(archive, faults),
    }
}

#[derive(Deserialize)]
struct EntryLine {
    body: String,
    sig: String,
}

#[derive(Deserialize)]
struct SinceFile {
    root: String,
    size: Seq,
    v: Natural,
}

#[derive(Deserialize)]
struct TextLine {
    seq: Seq,
    path: String,
    salt: String,
    text: String,
}

#[derive(Deserialize)]
struct PlaceLine {
    seq: Seq,
    path: String,
}

fn since(archive: &Archive, faults: &mut Faults) -> Option<Head> {
    let read = ordinary::read(&archive.get(pack::SINCE)?.bytes).and_then(|file| {
        let Object(SinceFile { root, size, v }) = file;
        match (hex(&root), v.0) {
            (Some(root), 1) => Ok(Head { size: size.0, root }),
            (None, _) => Err("its root is not 64 lower-case hex digits".to_owned()),
            (_, v) => Err(format!("it is of version {v}, not 1")),
        }
    });
    read.inspect_err(|error| {
        let sentence = format!("{} cannot be read: {error}.", pack::SINCE);
        faults.add(FaultCode::PackForm, None, Some(pack::SINCE), sentence);
    })
    .ok()
}

fn between(archive: &Archive, faults: &mut Faults) -> Vec<RawEntry> {
    if archive.get(pack::SEAL_BETWEEN).is_none() {
        return Vec::new();
    }
    let between = entries(archive, pack::SEAL_BETWEEN, faults);
    if between.is_empty() {
        let sentence = format!("{} holds no entry that can be read.", pack::SEAL_BETWEEN);
        faults.add(FaultCode::PackForm, None, Some(pack::SEAL_BETWEEN), sentence);
    }
    between
}

fn entries(archive: &Archive, path: &str, faults: &mut Faults) -> Vec<RawEntry> {
    let lines: Vec<EntryLine> = lines(archive, path, faults);
    lines.into_iter().map(|line| raw(line.body, &line.sig)).collect()
}

/// An entry as it is written; a signature that is no base64 fails as a signature.
pub(super) fn raw(body: String, sig: &str) -> RawEntry {
    RawEntry { body: body.into_bytes(), signature: base64_any(sig).unwrap_or_default() }
}

fn texts(archive: &Archive, faults: &mut Faults) -> Vec<RawText> {
    lines(archive, pack::TEXTS, faults)
        .into_iter()
        .map(|line: TextLine| RawText {
            seq: line.seq.0,
            path: line.path,
            salt: base64_any(&line.salt).unwrap_or_default(),
            text: line.text.into_bytes(),
        })
        .collect()
}

fn withheld(archive: &Archive, faults: &mut Faults) -> Vec<TextPlace> {
    lines(archive, pack::WITHHELD, faults)
        .into_iter()
        .map(|line: PlaceLine| TextPlace { seq: line.seq.0, path: line.path })
        .collect()
}

/// Reads a file of JSON lines; a line that is none is a fault and passed over.
fn lines<T: DeserializeOwned>(archive: &Archive, path: &str, faults: &mut Faults) -> Vec<T> {
    let Some(file) = archive.get(path) else {
        missing(path, faults);
        return Vec::new();
    };
    file.bytes
        .split(|byte| *byte == b'\n')
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
        .filter_map(|(index, line)| match ordinary::read(line) {
            Ok(Object(line)) => Some(line),
            Err(error) => {
                let sentence = format!("Line {} of {path} cannot be read: {error}.", index + 1);
                faults.add(FaultCode::PackForm, None, Some(path), sentence);
                None
            }
        })
        .collect()
}
