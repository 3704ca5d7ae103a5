//! Verifying an excerpt: entries that left alone, each proven to lie in the tree of one checkpoint.

mod part;
mod votes;

use std::collections::HashSet;

use crate::Head;
use crate::key::Fingerprint;
use crate::primitive::sha256;

use super::faults::Faults;
use super::read::Event;
use super::record::Claims;
use super::verdict::{Counts, FaultCode, KeySeen, Part, RestsOn, Verdict, Verdicts};
use part::Entry;

/// How each part of an excerpt begins (C2SP tlog-proof).
const HEADER: &str = "c2sp.org/tlog-proof@v1\n";

/// Verifies an excerpt of one entry or of several. Completeness is not judged: they say nothing of
/// what surrounds them. It is anchored when the keys of all who signed are on the list given, or
/// when the checkpoint's head is one that somebody kept.
#[must_use]
pub fn excerpt(file: &str, claims: &Claims) -> Verdicts {
    let mut excerpt = Excerpt::default();
    let parts = parts(file);
    let mut entries = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        match excerpt.part(part, claims) {
            Ok(entry) => entries.push(entry),
            Err(why) => {
                let which = match parts.len() {
                    1 => "The excerpt".to_owned(),
                    all => format!("Part {} of {all} of the excerpt", place + 1),
                };
                excerpt.faults.add(FaultCode::ExcerptForm, None, None, format!("{which} {why}."));
            }
        }
    }
    excerpt.together(&entries);
    excerpt.texts(&entries);
    excerpt.votes(&entries);
    excerpt.kept(&entries, claims);
    excerpt.verdicts(claims)
}

/// The parts of a file, each from its header on.
fn parts(file: &str) -> Vec<&str> {
    let inner = file.match_indices(HEADER).map(|(at, _)| at);
    let starts = inner.filter(|at| {
        at.checked_sub(1).is_some_and(|before| file.as_bytes().get(before) == Some(&b'\n'))
    });
    let starts: Vec<usize> = std::iter::once(0).chain(starts).collect();
    let ends = starts.iter().skip(1).copied().chain([file.len()]);
    starts.iter().zip(ends).map(|(from, to)| file.get(*from..to).unwrap_or_default()).collect()
}

#[derive(Default)]
struct Excerpt {
    faults: Faults,
    counts: Counts,
    keys: Vec<KeySeen>,
    /// Who signed entries and statements, in the order found.
    signers: Vec<Fingerprint>,
    workspace: Option<String>,
    head: Option<Head>,
    /// Whether the first entry is among them, and says that the record is a demo.
    demo: bool,
}

impl Excerpt {
    /// Parts belong together: one workspace, one checkpoint, in the order of the record.
    fn together(&mut self, entries: &[Entry<'_>]) {
        let Some(first) = entries.first() else { return };
        self.workspace = Some(first.read.ws.clone());
        self.head = Some(first.head);
        self.demo = entries
            .iter()
            .any(|entry| matches!(&entry.read.event, Ok(Event::Created { demo: true, .. })));
        for (before, entry) in entries.iter().zip(entries.iter().skip(1)) {
            let why = if entry.read.ws != first.read.ws {
                "is of another workspace than the first part"
            } else if entry.checkpoint != first.checkpoint {
                "is proven by another checkpoint than the first part"
            } else if entry.read.seq <= before.read.seq {
                "does not come after the part before it"
            } else {
                continue;
            };
            let sentence = format!("Entry {} {why}.", entry.read.seq);
            self.faults.add(FaultCode::ExcerptForm, Some(entry.read.seq), None, sentence);
        }
    }

    /// Each text there is the one signed; one that is not there was erased by an entry of the
    /// excerpt, or is withheld.
    fn texts(&mut self, entries: &[Entry<'_>]) {
        let erased: HashSet<(u64, &str)> = entries
            .iter()
            .filter_map(|entry| match &entry.read.event {
                Ok(Event::Erased { seq, path }) if *seq < entry.read.seq => {
                    Some((*seq, path.as_str()))
                }
                Ok(_) | Err(_) => None,
            })
            .collect();
        for Entry { read, texts, .. } in entries {
            let mut present = HashSet::new();
            for (path, hash) in texts {
                let (at, place) = (Some(read.seq), Some(path.as_str()));
                let committed = read.gathered.commitments.iter().find(|one| one.path == *path);
                if committed.is_none_or(|one| one.hash != Some(*hash)) {
                    let sentence =
                        format!("The text {path} of entry {} is not the one signed.", read.seq);
                    self.faults.add(FaultCode::TextAltered, at, place, sentence);
                } else if !present.insert(path.as_str()) {
                    let sentence = format!("The text {path} of entry {} stands twice.", read.seq);
                    self.faults.add(FaultCode::TextUncommitted, at, place, sentence);
                } else if erased.contains(&(read.seq, path.as_str())) {
                    let sentence =
                        format!("The text {path} of entry {} was erased and is here.", read.seq);
                    self.faults.add(FaultCode::TextNotErased, at, place, sentence);
                }
            }
            for (path, why) in &read.gathered.malformed {
                let sentence = format!("The text {path} of entry {} {why}.", read.seq);
                self.faults.add(FaultCode::TextForm, Some(read.seq), Some(path), sentence);
            }
            for committed in &read.gathered.commitments {
                let path = committed.path.as_str();
                if present.contains(path) {
                    self.counts.texts += 1;
                } else if erased.contains(&(read.seq, path)) {
                    self.counts.erased += 1;
                } else {
                    self.counts.withheld += 1;
                }
            }
        }
    }

    /// Heads of the same size must agree; others say nothing about these entries. Each key that
    /// signed must be on the list given.
    fn kept(&mut self, entries: &[Entry<'_>], claims: &Claims) {
        let heads: HashSet<Head> = entries.iter().map(|entry| entry.head).collect();
        for kept in claims.seen.iter().chain(claims.memory.as_ref()) {
            if heads.iter().any(|head| kept.size == head.size && kept.root != head.root) {
                let sentence = format!("The head kept for {} entries is another one.", kept.size);
                self.faults.add(FaultCode::SeenDiffers, None, None, sentence);
            }
        }
        let mut told = HashSet::new();
        self.signers.retain(|signer| told.insert(signer.to_string()));
        let Some(keys) = &claims.keys else { return };
        for signer in self.signers.iter().filter(|signer| !keys.contains(signer)) {
            let whose = self.keys.iter().find(|key| key.fingerprint == signer.to_string());
            let whose = whose.map_or_else(String::new, |key| format!(" of {}", key.person));
            let sentence = format!("A signer’s key{whose} is not on the list: {signer}.");
            self.faults.add(FaultCode::KeyNotNamed, None, None, sentence);
        }
    }

    fn verdicts(self, claims: &Claims) -> Verdicts {
        let Self { faults, counts, workspace, head, demo, keys, signers } = self;
        let (faults, notes) = faults.finish();
        let head = head.unwrap_or(Head { size: 0, root: sha256(&[]) });
        let by_keys = claims.keys.as_ref().is_some_and(|keys| {
            !signers.is_empty() && signers.iter().all(|signer| keys.contains(signer))
        });
        let by_heads: Vec<Head> =
            claims.seen.iter().copied().filter(|kept| *kept == head).collect();
        let fails = |part| faults.iter().any(|fault| fault.part == part);
        let holds = !fails(Part::Integrity) && !fails(Part::Anchor) && !fails(Part::Completeness);
        Verdicts {
            integrity: if fails(Part::Integrity) { Verdict::Fails } else { Verdict::Holds },
            completeness: Verdict::NotJudged,
            rests_on: if holds && (by_keys || !by_heads.is_empty()) {
                RestsOn::Anchored { by_keys, by_heads }
            } else {
                RestsOn::NotAnchored
            },
            demo,
            workspace,
            head,
            faults,
            notes,
            gaps: Vec::new(),
            counts,
            keys,
        }
    }
}
