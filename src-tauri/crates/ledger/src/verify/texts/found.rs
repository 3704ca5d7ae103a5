//! The texts that are there.

use rayon::prelude::*;

use crate::primitive::{Hash, sha256};

use super::super::faults::Faults;
use super::super::record::RawText;
use super::super::verdict::FaultCode;
use super::paths::Paths;

/// Texts hashed at a time, on all cores.
const RUN: usize = 4096;

/// The texts of a record, in whatever order they come. Of each only its place stays, and the hash
/// that somebody who signed it committed to.
#[derive(Debug, Default)]
pub struct Texts {
    rows: Vec<Row>,
    paths: Paths,
    waiting: Vec<RawText>,
}

#[derive(Debug, Clone, Copy)]
struct Row {
    seq: u64,
    path: u32,
    /// Whether it lies in an earlier pack.
    earlier: bool,
    /// Whether the entry of its number commits to its place.
    committed: bool,
    /// None where the salt has not the length of one: nobody commits to such a text.
    commits_to: Option<Hash>,
}

impl Texts {
    /// Takes the next text.
    pub fn take(&mut self, text: RawText) {
        self.waiting.push(text);
        if self.waiting.len() == RUN {
            self.hash_waiting();
        }
    }

    /// Takes texts that lie in memory.
    pub(in super::super) fn take_all(&mut self, texts: &[RawText]) {
        self.hash(texts, false);
    }

    /// Takes texts of earlier packs, which may have been erased since.
    pub(in super::super) fn take_earlier(&mut self, texts: &[RawText]) {
        self.hash(texts, true);
    }

    fn hash(&mut self, texts: &[RawText], earlier: bool) {
        let hashes: Vec<Option<Hash>> = texts
            .par_iter()
            .with_min_len(256)
            .map(|text| (text.salt.len() == 16).then(|| sha256(&[&text.salt, &text.text])))
            .collect();
        for (text, commits_to) in texts.iter().zip(hashes) {
            let path = self.paths.id(&text.path);
            self.rows.push(Row { seq: text.seq, path, earlier, committed: false, commits_to });
        }
    }

    fn hash_waiting(&mut self) {
        let mut waiting = std::mem::take(&mut self.waiting);
        self.take_all(&waiting);
        waiting.clear();
        self.waiting = waiting;
    }

    /// By place. Of two in one place the first counts, and the other is a fault.
    pub(super) fn sorted(mut self, faults: &mut Faults) -> Sorted {
        self.hash_waiting();
        let Self { mut rows, paths, .. } = self;
        rows.par_sort_by_key(place);
        let mut again = Vec::new();
        rows.dedup_by(|later, first| {
            let same = place(later) == place(first);
            if same {
                again.push((later.seq, paths.get(later.path)));
            }
            same
        });
        again.sort_unstable();
        for (seq, path) in again {
            let sentence = format!("There are two texts for {path} of entry {seq}.");
            faults.add(FaultCode::TextUncommitted, Some(seq), Some(path), sentence);
        }
        Sorted { rows, paths }
    }
}

/// The texts by place, one in each.
pub(super) struct Sorted {
    rows: Vec<Row>,
    pub paths: Paths,
}

fn place(row: &Row) -> (u64, u32) {
    (row.seq, row.path)
}

impl Sorted {
    /// Where the text of this place stands, if there is one.
    pub(super) fn index(&self, seq: u64, path: &str) -> Option<usize> {
        let path = self.paths.find(path)?;
        self.rows.binary_search_by_key(&(seq, path), place).ok()
    }

    /// Whether the text lies in an earlier pack.
    pub(super) fn is_earlier(&self, index: usize) -> bool {
        self.rows.get(index).is_some_and(|row| row.earlier)
    }

    /// The hash that the text and its salt make.
    pub(super) fn commits_to(&self, index: usize) -> Option<Hash> {
        self.rows.get(index)?.commits_to
    }

    /// The entry of that number commits to the text's place.
    pub(super) fn commit(&mut self, index: usize) {
        if let Some(row) = self.rows.get_mut(index) {
            row.committed = true;
        }
    }

    /// The places of texts to which no entry commits, in their order.
    pub(super) fn uncommitted(&self) -> Vec<(u64, &str)> {
        let strays = self.rows.iter().filter(|row| !row.committed);
        let mut places: Vec<_> = strays.map(|row| (row.seq, self.paths.get(row.path))).collect();
        places.sort_unstable();
        places
    }
}
