//! Collecting what is wrong, readable even where everything is.

use std::collections::HashMap;

use super::verdict::{Fault, FaultCode, Note, NoteCode};

/// Faults of one code listed one by one; more are counted with the last of them.
const LISTED: usize = 500;

#[derive(Debug, Default)]
pub(super) struct Faults {
    list: Vec<Fault>,
    of_code: HashMap<FaultCode, (usize, usize)>,
    pub notes: Vec<Note>,
}

impl Faults {
    pub(super) fn add(
        &mut self,
        code: FaultCode,
        seq: Option<u64>,
        path: Option<&str>,
        sentence: impl Into<String>,
    ) {
        self.add_many(code, seq, path, 0, sentence);
    }

    /// A fault that `also` further places show.
    pub(super) fn add_many(
        &mut self,
        code: FaultCode,
        seq: Option<u64>,
        path: Option<&str>,
        also: u64,
        sentence: impl Into<String>,
    ) {
        let (count, last) = self.of_code.entry(code).or_default();
        *count += 1;
        if *count > LISTED {
            if let Some(fault) = self.list.get_mut(*last) {
                fault.also += 1 + also;
            }
            return;
        }
        *last = self.list.len();
        self.list.push(Fault {
            code,
            part: code.part(),
            seq,
            path: path.map(str::to_owned),
            also,
            sentence: sentence.into(),
        });
    }

    pub(super) fn note(&mut self, code: NoteCode, seq: Option<u64>, sentence: impl Into<String>) {
        self.notes.push(Note { code, seq, sentence: sentence.into() });
    }

    /// Whether nothing was found wrong.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Takes what was collected elsewhere as if it were found after this.
    pub(super) fn append(&mut self, later: Self) {
        for Fault { code, seq, path, also, sentence, .. } in later.list {
            self.add_many(code, seq, path.as_deref(), also, sentence);
        }
        self.notes.extend(later.notes);
    }

    /// Everything collected: faults by entry, those of no single entry last.
    pub(super) fn finish(self) -> (Vec<Fault>, Vec<Note>) {
        let mut list = self.list;
        list.sort_by_key(|fault| fault.seq.unwrap_or(u64::MAX));
        (list, self.notes)
    }
}
