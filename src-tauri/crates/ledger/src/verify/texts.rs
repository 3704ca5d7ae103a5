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
    /// The first entry of each number.
    entries: HashMap<u64, &'r Read>,
    /// Rows by place; the first of each place counts.
    rows: HashMap<(u64, &'r str), &'r RawText>,
    erased: &'r HashMap<TextPlace, u64>,
    withheld: HashSet<&'r TextPlace>,
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
    let mut by_number = HashMap::with_capacity(entries.len());
    for entry in entries.iter().flatten() {
        by_number.entry(entry.seq).or_insert(entry);
    }
    let mut rows = HashMap::with_capacity(record.texts.len());
    for row in &record.texts {
        if rows.insert((row.seq, row.path.as_str()), row).is_some() {
            let sentence = format!("There are two texts for {} of entry {}.", row.path, row.seq);
            faults.add(FaultCode::TextUncommitted, Some(row.seq), Some(&row.path), sentence);
        }
    }
    let withheld = record.withheld.iter().flatten().collect();
    let texts = Texts { entries: by_number, rows, erased, withheld };
    texts.commitments(entries, counts, faults);
    texts.strays(record, faults);
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
        let place = TextPlace { seq, path: path.to_owned() };
        let erased = self.erased.get(&place);
        let withheld = self.withheld.contains(&place);
        match (self.rows.get(&(seq, path)), erased) {
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
    fn strays(&self, record: &Record, faults: &mut Faults) {
        for row in &record.texts {
            if !self.committed(row.seq, &row.path) {
                let sentence = format!(
                    "There is a text for {} of entry {}, to which no entry commits.",
                    row.path, row.seq
                );
                faults.add(FaultCode::TextUncommitted, Some(row.seq), Some(&row.path), sentence);
            }
        }
        for (place, by) in self.erased {
            if !self.committed(place.seq, &place.path) {
                let sentence = format!(
                    "Entry {by} erases {} of entry {}, where there never was a text.",
                    place.path, place.seq
                );
                faults.add(FaultCode::TextErasure, Some(*by), Some("/event/path"), sentence);
            }
        }
        for place in record.withheld.iter().flatten() {
            if !self.committed(place.seq, &place.path) {
                let sentence = format!(
                    "{} of entry {} is listed as withheld, but there never was a text.",
                    place.path, place.seq
                );
                faults.add(FaultCode::TextWithheld, Some(place.seq), Some(&place.path), sentence);
            }
        }
    }

    fn committed(&self, seq: u64, path: &str) -> bool {
        self.entries.get(&seq).is_some_and(|entry| {
            entry.gathered.commitments.iter().any(|committed| committed.path == path)
        })
    }
}
