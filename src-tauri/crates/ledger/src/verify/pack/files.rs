//! The record as a pack carries it: one JSON object a line.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::pack;

use super::super::bytes::base64_any;
use super::super::faults::Faults;
use super::super::object::Object;
use super::super::ordinary::{self, Seq};
use super::super::record::{RawEntry, RawText, TextPlace};
use super::super::verdict::FaultCode;
use super::archive::Archive;
use super::manifest::missing;

#[derive(Deserialize)]
pub(super) struct EntryLine {
    pub body: String,
    pub sig: String,
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

impl EntryLine {
    pub(super) fn raw(self) -> RawEntry {
        // A signature that is no base64 fails as a signature.
        let signature = base64_any(&self.sig).unwrap_or_default();
        RawEntry { body: self.body.into_bytes(), signature }
    }
}

pub(super) fn entries(archive: &Archive, faults: &mut Faults) -> Vec<RawEntry> {
    lines(archive, pack::ENTRIES, faults).into_iter().map(EntryLine::raw).collect()
}

pub(super) fn texts(archive: &Archive, faults: &mut Faults) -> Vec<RawText> {
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

pub(super) fn withheld(archive: &Archive, faults: &mut Faults) -> Vec<TextPlace> {
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
