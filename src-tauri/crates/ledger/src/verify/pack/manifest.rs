//! The manifest: every file outside the seal, and nothing else.

use std::collections::HashSet;

use serde::Deserialize;

use crate::pack;

use super::super::bytes::hex;
use super::super::faults::Faults;
use super::super::object::Object;
use super::super::ordinary::{self, Natural};
use super::super::verdict::FaultCode;
use super::archive::Archive;

#[derive(Deserialize)]
struct Manifest {
    v: Natural,
    files: Vec<Object<Listed>>,
}

#[derive(Deserialize)]
struct Listed {
    path: String,
    sha256: String,
    size: Natural,
}

pub(super) fn check(archive: &Archive, faults: &mut Faults) {
    let Some(file) = archive.get(pack::MANIFEST) else {
        missing(pack::MANIFEST, faults);
        return;
    };
    let Object(manifest): Object<Manifest> = match ordinary::read(&file.bytes) {
        Ok(manifest) => manifest,
        Err(error) => {
            let sentence = format!("manifest.json cannot be read: {error}.");
            faults.add(FaultCode::PackForm, None, Some(pack::MANIFEST), sentence);
            return;
        }
    };
    if manifest.v.0 != 1 {
        let sentence = format!("manifest.json is of version {}, not 1.", manifest.v.0);
        faults.add(FaultCode::PackForm, None, Some(pack::MANIFEST), sentence);
    }
    let mut listed = HashSet::new();
    for Object(file) in &manifest.files {
        if !listed.insert(file.path.as_str()) {
            let sentence = format!("manifest.json lists {} twice.", file.path);
            faults.add(FaultCode::PackForm, None, Some(&file.path), sentence);
        }
        match archive.get(&file.path) {
            None => missing(&file.path, faults),
            Some(found) if hex(&file.sha256) == Some(found.sha256) && file.size.0 == found.size => {
            }
            Some(_) => {
                let sentence = format!("{} is not the file the manifest lists.", file.path);
                faults.add(FaultCode::PackFileAltered, None, Some(&file.path), sentence);
            }
        }
    }
    for path in archive.files.keys() {
        let outside = path != pack::MANIFEST && !path.starts_with(pack::SEAL);
        if outside && !listed.contains(path.as_str()) {
            let sentence = format!("{path} lies in the pack, but the manifest does not list it.");
            faults.add(FaultCode::PackFileUnlisted, None, Some(path), sentence);
        }
    }
}

pub(super) fn missing(path: &str, faults: &mut Faults) {
    let sentence = format!("{path} is missing from the pack.");
    faults.add(FaultCode::PackFileMissing, None, Some(path), sentence);
}
