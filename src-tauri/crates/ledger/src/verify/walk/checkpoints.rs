//! Checkpoints recorded in entries: a note of this record's tree, by its machine.

use super::super::note;
use super::super::verdict::{FaultCode, NoteCode};
use super::Walk;

impl Walk<'_> {
    pub(super) fn checkpoint(
        &mut self,
        position: usize,
        seq: u64,
        file: &str,
        cosigned_by: &[String],
    ) {
        self.counts.checkpoints += 1;
        let place = format!("The checkpoint in entry {seq}");
        let cosigners = self.vouch(Some(seq), &place, file, position as u64);
        for person in cosigned_by {
            if !cosigners.contains(person) {
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

    /// Judges a checkpoint of at most `most` entries, wherever it lies, against the keys of now.
    /// Gives back the people who cosigned it.
    pub(in super::super) fn vouch(
        &mut self,
        seq: Option<u64>,
        place: &str,
        file: &str,
        most: u64,
    ) -> Vec<String> {
        let path = seq.map(|_| "/event/note");
        let form = |why: String| format!("{place} {why}.");
        let read = note::read(file).and_then(|note| Ok((note::checkpoint(&note)?, note)));
        let ((origin, head), note) = match read {
            Ok(read) => read,
            Err(why) => {
                self.faults.add(FaultCode::CheckpointForm, seq, path, form(why));
                return Vec::new();
            }
        };
        if origin != self.keyring.name_of(super::MACHINE) {
            let why = format!("is of {origin}, not of this workspace");
            self.faults.add(FaultCode::CheckpointForm, seq, path, form(why));
        }
        let root = usize::try_from(head.size).ok().and_then(|size| self.forest.root(size));
        if head.size > most || root != Some(head.root) {
            let why = format!(
                "vouches for {head}, which is not the tree of the first {} entries",
                head.size
            );
            self.faults.add(FaultCode::CheckpointRoot, seq, path, form(why));
        }
        let signers = note::signers(&note, &self.keyring, |holder| holder.until.is_none());
        self.signed(seq, place, &signers);
        let people: Vec<String> = signers
            .people
            .iter()
            .filter_map(|index| {
                let holder = self.keyring.holders.get_mut(*index)?;
                holder.cosignatures += 1;
                Some(holder.facts.person.clone())
            })
            .collect();
        self.counts.cosignatures += people.len() as u64;
        people
    }

    fn signed(&mut self, seq: Option<u64>, place: &str, signers: &note::Signers) {
        let path = seq.map(|_| "/event/note");
        if signers.machines.is_empty() {
            let sentence = format!("{place} is not signed by an enrolled machine in use.");
            self.faults.add(FaultCode::CheckpointSignature, seq, path, sentence);
        }
        for name in &signers.false_lines {
            let sentence = format!("{place} carries a signature of {name} that does not hold.");
            self.faults.add(FaultCode::CheckpointCosignature, seq, path, sentence);
        }
        if signers.unknown > 0 {
            let sentence =
                format!("{place} carries {} signatures of keys unknown here.", signers.unknown);
            self.faults.note(NoteCode::SignatureUnknown, seq, sentence);
        }
    }
}
