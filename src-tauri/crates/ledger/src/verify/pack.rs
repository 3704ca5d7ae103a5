//! Verifying an evidence pack: the archive, the manifest, the record, and the seal that binds
//! them.

mod archive;
mod files;
mod keys;
mod manifest;
mod seal;
mod unpack;

use std::io::{Read as IoRead, Seek};
use std::sync::atomic::{AtomicBool, Ordering};

use super::faults::Faults;
use super::record::{Claims, Record};
use super::verdict::{FaultCode, Verdicts};
use super::walk::Walk;
use super::{Verifier, Watch};
use crate::pack;

use archive::Archive;
use seal::Seal;

/// Verifies an evidence pack as it lies in a zip, offline. The archive is read, never unpacked.
#[must_use]
pub fn pack(zip: impl IoRead + Seek, claims: &Claims) -> Verdicts {
    judge_pack(zip, claims, &|_| true)
}

/// Like [`pack`], unless `watch` stops it; then [`None`] comes back.
#[must_use]
pub fn pack_watched(
    zip: impl IoRead + Seek,
    claims: &Claims,
    watch: Watch<'_>,
) -> Option<Verdicts> {
    let stopped = AtomicBool::new(false);
    let goes_on = |judged| {
        let goes_on = watch(judged);
        stopped.fetch_or(!goes_on, Ordering::Relaxed);
        goes_on
    };
    let verdicts = judge_pack(zip, claims, &goes_on);
    (!stopped.into_inner()).then_some(verdicts)
}

fn judge_pack(zip: impl IoRead + Seek, claims: &Claims, watch: Watch<'_>) -> Verdicts {
    let mut found = Faults::default();
    let archive = archive::read(zip, &mut found);
    manifest::check(&archive, &mut found);
    let mut record = Record {
        entries: files::entries(&archive, &mut found),
        texts: files::texts(&archive, &mut found),
        withheld: Some(files::withheld(&archive, &mut found)),
    };
    // The export's entry comes right after the entries in the pack: judged with them as one more.
    let seal = seal::read(&archive, &mut record, &mut found);
    // It alone is no record. Where not even it is there, the verifier says so.
    if seal.is_some() && record.entries.len() == 1 {
        let sentence = format!("{} holds no entry at all.", pack::ENTRIES);
        found.add(FaultCode::RecordEmpty, None, Some(pack::ENTRIES), sentence);
    }
    let mut verdicts = Verifier::of(&record, watch).judge(claims, found, |walk| {
        if let Some(seal) = &seal {
            seal.check(&archive, walk);
        }
        checkpoints(&archive, walk);
        keys::check(&archive, walk);
    });
    verdicts.counts.files = archive.files.len() as u64;
    verdicts
}

fn checkpoints(archive: &Archive, walk: &mut Walk) {
    let most = walk.size();
    for (path, file) in archive.under(pack::CHECKPOINTS) {
        match std::str::from_utf8(&file.bytes) {
            Ok(note) => walk.vouch_file(path, note, most),
            Err(_) => {
                let sentence = format!("{path} is not UTF-8.");
                walk.faults.add(FaultCode::CheckpointForm, None, Some(path), sentence);
            }
        }
    }
}

impl Seal {
    /// The export commits to the manifest; proof and checkpoint cover the export.
    fn check(&self, archive: &Archive, walk: &mut Walk) {
        let manifest = archive.get(pack::MANIFEST).map(|file| file.sha256);
        if walk.last_manifest.is_none() || walk.last_manifest != manifest {
            walk.faults.add(
                FaultCode::PackSeal,
                None,
                Some(pack::SEAL_ENTRY),
                "The export's entry does not commit to this manifest.json: the pack is not the \
                 one that was exported.",
            );
        }
        self.covered(archive, walk);
    }
}
