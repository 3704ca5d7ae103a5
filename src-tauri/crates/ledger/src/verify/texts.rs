//! Texts: each commitment has its text, or a reason why not; each text has its commitment.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::primitive::sha256;

use super::faults::Faults;
use super::read::Read;
use super::record::{RawText, Record, TextPlace};
use super::verdict::{Counts, FaultCode};

/// Where texts lie, and what may be missing.
struct Texts<'r> {
    /// By number; the first of each number counts.
    entries: Vec<&'r Read>,
    /// By place; the first of each place counts.
    rows: Vec<&'r RawText>,
    erased: HashMap<(u64, &'r str), u64>,
    withheld: HashSet<(u64, &'r str)>,
}

enum Finding {
    Present,
    Erased,
    Withheld,
    Wrong(FaultCode, String),
}

pub(super) fn check(
    record: &Record,
    entries: &[Result<Read, String>],
    erased: &HashMap<TextPlace, u64>,
    counts: &mut Counts,
    faults: &mut Faults,
) {
    let mut by_number: Vec<&Read> = entries.iter().flatten().collect();
    by_number.par_sort_by_key(|entry| entry.seq);
    by_number.dedup_by_key(|entry| entry.seq);
    let mut rows: Vec<&RawText> = record.texts.iter().collect();
    rows.par_sort_by(|a, b| place(a).cmp(&place(b)));
    rows.dedup_by(|later, first| {
        let again = place(later) == place(first);
        if again {
            let (seq, path) = place(later);
            let sentence = format!("There are two texts for {path} of entry {seq}.");
            faults.add(FaultCode::TextUncommitted, Some(seq), Some(path), sentence);
        }
        again
    });
    let texts = Texts {
        entries: by_number,
        rows,
        erased: erased.iter().map(|(at, by)| ((at.seq, at.path.as_str()), *by)).collect(),
        withheld: record.withheld.iter().flatten().map(|at| (at.seq, at.path.as_str())).collect(),
    };
    texts.commitments(entries, counts, faults);
    texts.strays(faults);
}

fn place(row: &RawText) -> (u64, &str) {
    (row.seq, &row.path)
}

impl Texts<'_> {
    fn commitments(
        &self,
        entries: &[Result<Read, String>],
        counts: &mut Counts,
        faults: &mut Faults,
    ) {
        let findings: Vec<(u64, &str, Finding)> = entries
            .par_iter()
            .with_min_len(64)
            .flatten()
            .flat_map_iter(|entry| {
                entry.gathered.commitments.iter().map(move |committed| {
                    let path = committed.path.as_str();
                    (entry.seq, path, self.judge(entry.seq, path, &committed.hash))
                })
            })
            .collect();
        for (seq, path, finding) in findings {
            match finding {
                Finding::Present => counts.texts += 1,
                Finding::Erased => counts.erased += 1,
                Finding::Withheld => counts.withheld += 1,
                Finding::Wrong(code, sentence) => faults.add(code, Some(seq), Some(path), sentence),
            }
        }
    }

    fn judge(&self, seq: u64, path: &str, committed: &[u8; 32]) -> Finding {
        let row = self.rows.binary_search_by(|row| place(row).cmp(&(seq, path)));
        let row = row.ok().and_then(|index| self.rows.get(index));
        let erased = self.erased.get(&(seq, path));
        let withheld = self.withheld.contains(&(seq, path));
        match (row, erased) {
            (Some(_), Some(by)) => Finding::Wrong(
                FaultCode::TextNotErased,
                format!(
                    "The text {path} of entry {seq} was erased by entry {by} but is still here."
                ),
            ),
            (Some(_), None) if withheld => Finding::Wrong(
                FaultCode::TextWithheld,
                format!("The text {path} of entry {seq} is listed as withheld but is here."),
            ),
            (Some(row), None) => {
                if row.salt.len() == 16 && sha256(&[&row.salt, &row.text]) == *committed {
                    Finding::Present
                } else {
                    Finding::Wrong(
                        FaultCode::TextAltered,
                        format!("The text {path} of entry {seq} is not the one that was signed."),
                    )
                }
            }
            (None, Some(_)) => Finding::Erased,
            (None, None) if withheld => Finding::Withheld,
            (None, None) => Finding::Wrong(
                FaultCode::TextMissing,
                format!("The text {path} of entry {seq} is missing, and nobody erased it."),
            ),
        }
    }

    /// Texts, erasures and withholdings of places where no entry commits to anything.
    fn strays(&self, faults: &mut Faults) {
        let strays: Vec<(u64, &str)> = self
            .rows
            .par_iter()
            .with_min_len(256)
            .map(|row| place(row))
            .filter(|at| !self.committed(*at))
            .collect();
        for (seq, path) in strays {
            let sentence =
                format!("There is a text for {path} of entry {seq}, to which no entry commits.");
            faults.add(FaultCode::TextUncommitted, Some(seq), Some(path), sentence);
        }
        let mut erased: Vec<_> = self.erased.iter().collect();
        erased.sort_unstable();
        for (at, by) in erased {
            if !self.committed(*at) {
                let (seq, path) = at;
                let sentence = format!(
                    "Entry {by} erases {path} of entry {seq}, where there never was a text."
                );
                faults.add(FaultCode::TextErasure, Some(*by), Some("/event/path"), sentence);
            }
        }
        let mut withheld: Vec<_> = self.withheld.iter().collect();
        withheld.sort_unstable();
        for at in withheld {
            if !self.committed(*at) {
                let (seq, path) = *at;
                let sentence = format!(
                    "{path} of entry {seq} is listed as withheld, but there never was a text."
                );
                faults.add(FaultCode::TextWithheld, Some(seq), Some(path), sentence);
            }
        }
    }

    fn committed(&self, (seq, path): (u64, &str)) -> bool {
        let entry = self.entries.binary_search_by_key(&seq, |entry| entry.seq);
        entry.ok().and_then(|index| self.entries.get(index)).is_some_and(|entry| {
            let commitments = &entry.gathered.commitments;
            commitments.binary_search_by(|committed| committed.path.as_str().cmp(path)).is_ok()
        })
    }
}
