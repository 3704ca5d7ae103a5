//! The seal: the export's entry, its proof, and the checkpoint that covers it.

use serde::Deserialize;

use crate::Head;
use crate::pack;
use crate::primitive::Hash;

use super::super::bytes::base64_any;
use super::super::faults::Faults;
use super::super::keyring::MACHINE;
use super::super::merkle::root_from_inclusion;
use super::super::note;
use super::super::object::Object;
use super::super::ordinary;
use super::super::read::Export;
use super::super::record::{RawEntry, RawText};
use super::super::verdict::FaultCode;
use super::super::walk::Walk;
use super::archive::Archive;
use super::files::raw;
use super::manifest::missing;

/// What may lie in the seal.
const FILES: [&str; 4] =
    [pack::SEAL_ENTRY, pack::SEAL_PROOF, pack::SEAL_CHECKPOINT, pack::SEAL_BETWEEN];

/// The export's own entry as it lies in the pack.
pub(super) struct Sealed {
    pub entry: RawEntry,
    pub texts: Vec<SealText>,
    /// Pointers of its texts that are withheld.
    pub withheld: Vec<String>,
}

#[derive(Deserialize)]
struct SealFile {
    body: String,
    sig: String,
    /// The entry's own texts, where it has some.
    #[serde(default)]
    texts: Vec<Object<SealText>>,
    #[serde(default)]
    withheld: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct SealText {
    path: String,
    salt: String,
    text: String,
}

impl SealText {
    pub(super) fn raw(self, seq: u64) -> RawText {
        let Self { path, salt, text } = self;
        let salt = base64_any(&salt).unwrap_or_default();
        RawText { seq, path, salt, text: text.into_bytes() }
    }
}

/// Reads the export's entry, and looks whether the seal is there and nothing lies beside it.
pub(super) fn read(archive: &Archive, faults: &mut Faults) -> Option<Sealed> {
    for path in [pack::SEAL_PROOF, pack::SEAL_CHECKPOINT] {
        if archive.get(path).is_none() {
            missing(path, faults);
        }
    }
    for (path, _) in archive.under(pack::SEAL) {
        if !FILES.contains(&path) {
            let sentence = format!("{path} does not belong to the seal.");
            faults.add(FaultCode::PackFileUnlisted, None, Some(path), sentence);
        }
    }
    let Some(file) = archive.get(pack::SEAL_ENTRY) else {
        missing(pack::SEAL_ENTRY, faults);
        return None;
    };
    match ordinary::read(&file.bytes) {
        Ok(Object(SealFile { body, sig, texts, withheld })) => {
            let texts = texts.into_iter().map(|Object(text)| text).collect();
            Some(Sealed { entry: raw(body, &sig), texts, withheld })
        }
        Err(error) => {
            let sentence = format!("{} cannot be read: {error}.", pack::SEAL_ENTRY);
            faults.add(FaultCode::PackForm, None, Some(pack::SEAL_ENTRY), sentence);
            None
        }
    }
}

/// The export's entry, as a leaf of the tree.
pub(super) struct Seal {
    pub leaf: Hash,
    /// Its index from 0: how many entries stand in front of it.
    pub index: u64,
    /// The last entry that the pack is about.
    pub upto: u64,
    /// The head after which the pack goes on.
    pub since: Option<Head>,
}

impl Seal {
    /// The export commits to the manifest and says where the pack begins and ends; proof and
    /// checkpoint cover the export.
    pub(super) fn check(&self, archive: &Archive, walk: &mut Walk) {
        let export = walk.last_export.take();
        let manifest = archive.get(pack::MANIFEST).map(|file| file.sha256);
        let committed = export.as_ref().and_then(|export| export.manifest);
        let mut refuse = |why: String| {
            walk.faults.add(FaultCode::PackSeal, None, Some(pack::SEAL_ENTRY), why);
        };
        if committed.is_none() || committed != manifest {
            refuse(
                "The export's entry does not commit to this manifest.json: the pack is not the \
                 one that was exported."
                    .to_owned(),
            );
        }
        if let Some(Export { as_of, since, .. }) = export {
            if as_of != Some(self.upto) {
                refuse(format!(
                    "The export’s entry does not say that the pack ends with entry {}, as it does.",
                    self.upto
                ));
            }
            if since != self.since.map(|head| head.to_string()) {
                refuse(format!(
                    "The export’s entry and {} do not say the same of where the pack begins.",
                    pack::SINCE
                ));
            }
        }
        self.covered(archive, walk);
    }

    /// The proof leads from the export's entry to the checkpoint's root, and an enrolled machine
    /// signed that.
    fn covered(&self, archive: &Archive, walk: &mut Walk) {
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
                "does not prove the export’s entry".to_owned(),
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
                "is not of just the entries up to the export’s".to_owned(),
            ),
        ]
        .into_iter()
        .filter(|(holds, ..)| !holds)
        .map(|(_, path, why)| (path, why))
        .collect()
    }
}
