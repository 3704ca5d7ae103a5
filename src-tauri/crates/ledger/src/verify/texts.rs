//! Texts: each commitment has its text, or a reason why not; each text has its commitment.

mod found;
mod paths;

pub use found::Texts;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rayon::prelude::*;

use super::faults::Faults;
use super::order::Numbers;
use super::read::Read;
use super::record::TextPlace;
use super::verdict::{Counts, FaultCode};

use found::Sorted;

/// The commitments so far, each held against the texts that were found.
///
/// Of the entries and texts themselves nothing stays: a commitment takes 16 bytes, a text 48.
pub(super) struct Commitments {
    texts: Sorted,
    list: Vec<Commitment>,
    /// Entries that could be read; of two of one number the first says what it commits to.
    numbers: Numbers,
    faults: Faults,
}

/// A commitment, and how the text in its place stands to it.
#[derive(Debug, Clone, Copy)]
struct Commitment {
    seq: u64,
    path: u32,
    /// Whether its entry is the first of its number.
    first: bool,
    /// Whether its entry came without texts.
    bare: bool,
    /// Whether its text lies in an earlier pack.
    earlier: bool,
    text: Standing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Matches,
    Differs,
    Lacks,
}

enum Finding {
    Present,
    Erased,
    Withheld,
    Wrong(FaultCode, String),
}

impl Commitments {
    pub(super) fn held_against(texts: Texts) -> Self {
        let mut faults = Faults::default();
        let texts = texts.sorted(&mut faults);
        Self { texts, list: Vec::new(), numbers: Numbers::default(), faults }
    }

    /// Takes what the next entries commit to, those behind the first `before`. The entries at the
    /// places `bare`, from 0, came without texts.
    pub(super) fn take(
        &mut self,
        before: usize,
        entries: &[Result<Read, String>],
        bare: &[Range<usize>],
    ) {
        let found: Vec<Option<(usize, Standing)>> = entries
            .par_iter()
            .with_min_len(64)
            .flatten()
            .flat_map_iter(|entry| {
                entry.gathered.commitments.iter().map(|committed| {
                    let index = self.texts.index(entry.seq, &committed.path)?;
                    let matches = committed
                        .hash
                        .is_some_and(|hash| self.texts.commits_to(index) == Some(hash));
                    Some((index, if matches { Standing::Matches } else { Standing::Differs }))
                })
            })
            .collect();
        let mut found = found.into_iter();
        for (place, entry) in (before..).zip(entries) {
            let Ok(entry) = entry else { continue };
            let first = self.numbers.insert(entry.seq);
            let bare = bare.iter().any(|places| places.contains(&place));
            for (committed, found) in entry.gathered.commitments.iter().zip(&mut found) {
                if let Some((index, _)) = found
                    && first
                {
                    self.texts.commit(index);
                }
                let path = self.texts.paths.id(&committed.path);
                let text = found.map_or(Standing::Lacks, |(_, standing)| standing);
                let earlier = found.is_some_and(|(index, _)| self.texts.is_earlier(index));
                self.list.push(Commitment { seq: entry.seq, path, first, bare, earlier, text });
            }
        }
    }

    /// Every entry was taken: judges, knowing what was erased and by which entry.
    pub(super) fn end(
        mut self,
        erased: &HashMap<TextPlace, u64>,
        withheld: &[TextPlace],
        counts: &mut Counts,
    ) -> Faults {
        let mut faults = std::mem::take(&mut self.faults);
        let paths = &mut self.texts.paths;
        let mut place = |at: &TextPlace| (at.seq, paths.id(&at.path));
        let excuses = Excuses {
            erased: erased.iter().map(|(at, by)| (place(at), *by)).collect(),
            withheld: withheld.iter().map(place).collect(),
        };
        for commitment in &self.list {
            let (seq, path) = (commitment.seq, self.texts.paths.get(commitment.path));
            match excuses.judge(commitment, path) {
                Finding::Present => counts.texts += 1,
                Finding::Erased => counts.erased += 1,
                Finding::Withheld => counts.withheld += 1,
                Finding::Wrong(code, sentence) => faults.add(code, Some(seq), Some(path), sentence),
            }
        }
        self.strays(&excuses, &mut faults);
        faults
    }

    /// Texts, erasures and withholdings of places where no entry commits to anything.
    fn strays(&self, excuses: &Excuses, faults: &mut Faults) {
        for (seq, path) in self.texts.uncommitted() {
            let sentence =
                format!("There is a text for {path} of entry {seq}, to which no entry commits.");
            faults.add(FaultCode::TextUncommitted, Some(seq), Some(path), sentence);
        }
        let wanted =
            |at: &(u64, u32)| excuses.erased.contains_key(at) || excuses.withheld.contains(at);
        let committed: HashSet<(u64, u32)> = self
            .list
            .iter()
            .filter(|commitment| commitment.first)
            .map(|commitment| (commitment.seq, commitment.path))
            .filter(wanted)
            .collect();
        let named = |(seq, path): (u64, u32)| (seq, self.texts.paths.get(path));
        let stray = |at: &(u64, u32)| !committed.contains(at);
        let erased = excuses.erased.iter().filter(|(at, _)| stray(at));
        let mut erased: Vec<_> = erased.map(|(at, by)| (named(*at), *by)).collect();
        erased.sort_unstable();
        for ((seq, path), by) in erased {
            let sentence =
                format!("Entry {by} erases {path} of entry {seq}, where there never was a text.");
            faults.add(FaultCode::TextErasure, Some(by), Some("/event/path"), sentence);
        }
        let withheld = excuses.withheld.iter().filter(|at| stray(at));
        let mut withheld: Vec<_> = withheld.map(|at| named(*at)).collect();
        withheld.sort_unstable();
        for (seq, path) in withheld {
            let sentence =
                format!("{path} of entry {seq} is listed as withheld, but there never was a text.");
            faults.add(FaultCode::TextWithheld, Some(seq), Some(path), sentence);
        }
    }
}

/// Why a text may be missing.
struct Excuses {
    /// The erasing entry.
    erased: HashMap<(u64, u32), u64>,
    withheld: HashSet<(u64, u32)>,
}

impl Excuses {
    fn judge(&self, commitment: &Commitment, path: &str) -> Finding {
        let seq = commitment.seq;
        let at = (seq, commitment.path);
        let withheld = commitment.bare || self.withheld.contains(&at);
        match (commitment.text, self.erased.get(&at)) {
            // It was there when the earlier pack was made.
            (Standing::Matches | Standing::Differs, Some(_)) if commitment.earlier => {
                Finding::Erased
            }
            (Standing::Matches | Standing::Differs, Some(by)) => Finding::Wrong(
                FaultCode::TextNotErased,
                format!(
                    "The text {path} of entry {seq} was erased by entry {by} but is still here."
                ),
            ),
            (Standing::Matches | Standing::Differs, None) if withheld => Finding::Wrong(
                FaultCode::TextWithheld,
                format!("The text {path} of entry {seq} is listed as withheld but is here."),
            ),
            (Standing::Matches, None) => Finding::Present,
            (Standing::Differs, None) => Finding::Wrong(
                FaultCode::TextAltered,
                format!("The text {path} of entry {seq} is not the one that was signed."),
            ),
            (Standing::Lacks, Some(_)) => Finding::Erased,
            (Standing::Lacks, None) if withheld => Finding::Withheld,
            (Standing::Lacks, None) => Finding::Wrong(
                FaultCode::TextMissing,
                format!("The text {path} of entry {seq} is missing, and nobody erased it."),
            ),
        }
    }
}
