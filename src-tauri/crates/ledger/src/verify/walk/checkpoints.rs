//! Checkpoints recorded in entries: a note of this record's tree, by its machine.

use super::super::keyring::{Holder, MACHINE};
use super::super::note;
use super::super::verdict::{FaultCode, NoteCode};
use super::Walk;

impl Walk {
    pub(super) fn checkpoint(
        &mut self,
        position: usize,
        seq: u64,
        file: &str,
        cosigned_by: &[String],
    ) {
        self.counts.checkpoints += 1;
        let place = format!("The checkpoint in entry {seq}");
        let most = position as u64;
        let place = Place { seq: Some(seq), path: "/event/note", name: &place };
        let admits = |holder: &Holder| holder.until.is_none();
        let cosigners = self.vouch(&place, file, most, admits);
        for index in &cosigners {
            if let Some(holder) = self.keyring.holders.get_mut(*index) {
                holder.cosignatures += 1;
            }
        }
        self.counts.cosignatures += cosigners.len() as u64;
        let people: Vec<&str> = cosigners
            .iter()
            .filter_map(|index| Some(self.keyring.get(*index)?.facts.person.as_str()))
            .collect();
        let place = place.name;
        for person in cosigned_by {
            if !people.contains(&person.as_str()) {
                let sentence = format!("{place} carries no valid cosignature of {person}.");
                self.faults.add(
                    FaultCode::CheckpointCosignature,
                    Some(seq),
                    Some("/event/cosigned_by"),
                    sentence,
                );
            }
        }
    }

    /// A checkpoint that lies beside the record, in a file of a pack: any key the record ever
    /// enrolled may have signed it.
    pub(in super::super) fn vouch_file(&mut self, path: &str, file: &str, most: u64) {
        self.vouch(&Place { seq: None, path, name: path }, file, most, |_| true);
    }

    /// Judges a checkpoint of at most `most` entries against the keys of now that `admits` lets
    /// count. Gives back the people's keys that cosigned it.
    fn vouch(
        &mut self,
        place: &Place<'_>,
        file: &str,
        most: u64,
        admits: fn(&Holder) -> bool,
    ) -> Vec<usize> {
        let read = note::read(file).and_then(|note| Ok((note::checkpoint(&note)?, note)));
        let ((origin, head), note) = match read {
            Ok(read) => read,
            Err(why) => {
                self.refuse(FaultCode::CheckpointForm, place, &why);
                return Vec::new();
            }
        };
        if origin != self.keyring.name_of(MACHINE) {
            let why = format!("is of {origin}, not of this workspace");
            self.refuse(FaultCode::CheckpointForm, place, &why);
        }
        if head.size > most || self.root(head.size) != Some(head.root) {
            let size = head.size;
            let why =
                format!("vouches for {head}, which is not the tree of the first {size} entries");
            self.refuse(FaultCode::CheckpointRoot, place, &why);
        }
        let signers = note::signers(&note, &self.keyring, admits);
        if signers.machines.is_empty() {
            let why = "is not signed by an enrolled machine in use";
            self.refuse(FaultCode::CheckpointSignature, place, why);
        }
        for name in &signers.false_lines {
            let why = format!("carries a signature of {name} that does not hold");
            self.refuse(FaultCode::CheckpointCosignature, place, &why);
        }
        if signers.unknown > 0 {
            let sentence = format!(
                "{} carries {} signatures of keys unknown here.",
                place.name, signers.unknown
            );
            self.faults.note(NoteCode::SignatureUnknown, place.seq, sentence);
        }
        signers.people
    }

    fn refuse(&mut self, code: FaultCode, place: &Place<'_>, why: &str) {
        let sentence = format!("{} {why}.", place.name);
        self.faults.add(code, place.seq, Some(place.path), sentence);
    }
}

/// Where a checkpoint lies, and how a sentence calls it.
struct Place<'p> {
    seq: Option<u64>,
    path: &'p str,
    name: &'p str,
}
