//! The seal: the export's entry, its proof, and the checkpoint that covers it.

use serde::Deserialize;

use crate::pack;
use crate::primitive::Hash;

use super::super::bytes::base64_any;
use super::super::faults::Faults;
use super::super::keyring::MACHINE;
use super::super::merkle::{leaf, root_from_inclusion};
use super::super::note;
use super::super::object::Object;
use super::super::ordinary;
use super::super::record::{RawText, Record, TextPlace};
use super::super::verdict::FaultCode;
use super::super::walk::Walk;
use super::archive::Archive;
use super::files::EntryLine;
use super::manifest::missing;

/// The export's entry, as a leaf of the tree.
pub(super) struct Seal {
    leaf: Hash,
    /// Its index from 0: the number of entries in the pack.
    index: u64,
}

#[derive(Deserialize)]
struct SealFile {
    body: String,
    sig: String,
    /// The entry's own texts, where it has some.
    #[serde(default)]
    texts: Vec<Object<SealText>>,
    /// Pointers of its texts that are withheld.
    #[serde(default)]
    withheld: Vec<String>,
}

#[derive(Deserialize)]
struct SealText {
    path: String,
    salt: String,
    text: String,
}

/// Reads the export's entry and adds it to the record.
pub(super) fn read(archive: &Archive, record: &mut Record, faults: &mut Faults) -> Option<Seal> {
    for path in [pack::SEAL_PROOF, pack::SEAL_CHECKPOINT] {
        if archive.get(path).is_none() {
            missing(path, faults);
        }
    }
    for (path, _) in archive.under(pack::SEAL) {
        if ![pack::SEAL_ENTRY, pack::SEAL_PROOF, pack::SEAL_CHECKPOINT].contains(&path) {
            let sentence = format!("{path} does not belong to the seal.");
            faults.add(FaultCode::PackFileUnlisted, None, Some(path), sentence);
        }
    }
    let Some(file) = archive.get(pack::SEAL_ENTRY) else {
        missing(pack::SEAL_ENTRY, faults);
        return None;
    };
    let Object(seal): Object<SealFile> = match ordinary::read(&file.bytes) {
        Ok(seal) => seal,
        Err(error) => {
            let sentence = format!("{} cannot be read: {error}.", pack::SEAL_ENTRY);
            faults.add(FaultCode::PackForm, None, Some(pack::SEAL_ENTRY), sentence);
            return None;
        }
    };
    let index = record.entries.len() as u64;
    let raw = EntryLine { body: seal.body, sig: seal.sig }.raw();
    let leaf = leaf(&raw.body, &raw.signature);
    record.entries.push(raw);
    record.texts.extend(seal.texts.into_iter().map(|Object(text)| RawText {
        seq: index + 1,
        path: text.path,
        salt: base64_any(&text.salt).unwrap_or_default(),
        text: text.text.into_bytes(),
    }));
    if let Some(withheld) = &mut record.withheld {
        withheld.extend(seal.withheld.into_iter().map(|path| TextPlace { seq: index + 1, path }));
    }
    Some(Seal { leaf, index })
}

impl Seal {
    /// The proof leads from the export's entry to the checkpoint's root, and an enrolled machine
    /// signed that.
    pub(super) fn covered(&self, archive: &Archive, walk: &mut Walk) {
        // A file that is not there has its own fault; one that is no text proves nothing either.
        let mut text = |path: &'static str| {
            let read = std::str::from_utf8(&archive.get(path)?.bytes);
            if read.is_err() {
                let says = format!("{path} is not text.");
                walk.faults.add(FaultCode::PackProof, None, Some(path), says);
            }
            read.ok()
        };
        let (proof, checkpoint) = (text(pack::SEAL_PROOF), text(pack::SEAL_CHECKPOINT));
        let (Some(proof), Some(checkpoint)) = (proof, checkpoint) else { return };
        for (path, why) in self.doubts(proof, checkpoint, walk) {
            walk.faults.add(FaultCode::PackProof, None, Some(path), format!("{path} {why}."));
        }
    }

    /// What is wrong with proof and checkpoint: the file, and the end of a sentence.
    fn doubts(&self, proof: &str, checkpoint: &str, walk: &Walk) -> Vec<(&'static str, String)> {
        let proof = match note::proof(proof) {
            Ok(proof) => proof,
            Err(why) => return vec![(pack::SEAL_PROOF, why)],
        };
        let read = note::read(checkpoint).and_then(|note| Ok((note::checkpoint(&note)?, note)));
        let ((origin, head), note) = match read {
            Ok(read) => read,
            Err(why) => return vec![(pack::SEAL_CHECKPOINT, why)],
        };
        let root = root_from_inclusion(self.leaf, self.index, head.size, &proof.hashes);
        let signers = note::signers(&note, &walk.keyring, |holder| holder.until.is_none());
        // Nothing lies under it that is not here, so its root can be made again.
        let rebuilt = head.size == self.index + 1 && walk.root(head.size) == Some(head.root);
        [
            (
                proof.checkpoint == checkpoint,
                pack::SEAL_PROOF,
                format!("carries another checkpoint than {}", pack::SEAL_CHECKPOINT),
            ),
            (
                proof.index == self.index && root == Some(head.root),
                pack::SEAL_PROOF,
                "does not prove the export's entry".to_owned(),
            ),
            (
                origin == walk.keyring.name_of(MACHINE),
                pack::SEAL_CHECKPOINT,
                format!("is of {origin}, not of this workspace"),
            ),
            (
                !signers.machines.is_empty() && signers.false_lines.is_empty(),
                pack::SEAL_CHECKPOINT,
                "is not signed by an enrolled machine in use".to_owned(),
            ),
            (
                rebuilt,
                pack::SEAL_CHECKPOINT,
                "is not of just the entries in this pack and the export's".to_owned(),
            ),
        ]
        .into_iter()
        .filter(|(holds, ..)| !holds)
        .map(|(_, path, why)| (path, why))
        .collect()
    }
}
