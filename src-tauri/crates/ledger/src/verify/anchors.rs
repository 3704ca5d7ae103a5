//! What somebody outside kept, held against the record.

use std::collections::HashSet;

use crate::Head;

use super::faults::Faults;
use super::keyring::Keyring;
use super::merkle::Forest;
use super::record::Claims;
use super::verdict::{FaultCode, Gap, NoteCode, RestsOn};

/// How a head somebody kept relates to the record.
enum Kept {
    /// The record begins with exactly those entries.
    Continued,
    /// The record ends before it.
    Cut,
    /// The record has other entries there.
    Differs,
}

/// Holds the claims against the record and says what the verdicts rest on.
pub(super) fn check(
    claims: &Claims,
    keyring: &Keyring,
    forest: &Forest,
    gaps: &[Gap],
    faults: &mut Faults,
) -> RestsOn {
    memory(claims.memory, forest, gaps, faults);
    let by_heads = seen(&claims.seen, forest, gaps, faults);
    let by_keys = claims.keys.as_ref().is_some_and(|keys| {
        let keys = keys.iter().map(|key| key.0).collect();
        named(&keys, keyring, faults)
    });
    let refused = by_heads.len() < claims.seen.len() || (claims.keys.is_some() && !by_keys);
    if refused || (by_heads.is_empty() && !by_keys) {
        return RestsOn::NotAnchored;
    }
    if !by_keys && let Some(last) = by_heads.iter().map(|head| head.size).max() {
        let after = forest.size() as u64 - last;
        if after > 0 {
            let sentence = format!(
                "{after} entries came after the last head kept; they rest on the keys enrolled \
                 before it."
            );
            faults.note(NoteCode::AfterAnchor, Some(last + 1), sentence);
        }
    }
    RestsOn::Anchored { by_keys, by_heads }
}

fn compare(head: &Head, forest: &Forest) -> Kept {
    match usize::try_from(head.size).ok().and_then(|size| forest.root(size)) {
        None => Kept::Cut,
        Some(root) if root == head.root => Kept::Continued,
        Some(_) => Kept::Differs,
    }
}

/// A loss that somebody declared is a gap, told apart from one that nobody did.
fn declared(head: &Head, gaps: &[Gap]) -> bool {
    gaps.iter().any(|gap| gap.lost == *head)
}

fn memory(memory: Option<Head>, forest: &Forest, gaps: &[Gap], faults: &mut Faults) {
    let Some(head) = memory.filter(|head| !declared(head, gaps)) else { return };
    let size = forest.size();
    match compare(&head, forest) {
        Kept::Continued => {}
        Kept::Cut => {
            let sentence = format!(
                "This machine last saw {} entries; the file holds {size}. It went back in time.",
                head.size
            );
            faults.add(FaultCode::MemoryCut, None, None, sentence);
        }
        Kept::Differs => {
            let sentence =
                format!("The first {} entries are not those this machine last saw.", head.size);
            faults.add(FaultCode::MemoryDiffers, None, None, sentence);
        }
    }
}

/// The heads that the record continues.
fn seen(seen: &[Head], forest: &Forest, gaps: &[Gap], faults: &mut Faults) -> Vec<Head> {
    let mut continued = Vec::new();
    for head in seen {
        let gap =
            gaps.iter().find(|gap| gap.lost.size >= head.size && gap.declared_in <= head.size);
        let lost = gap.map_or(String::new(), |gap| {
            format!(" Entry {} declares that entries were lost there.", gap.declared_in)
        });
        match compare(head, forest) {
            Kept::Continued => continued.push(*head),
            Kept::Cut => {
                let sentence = format!(
                    "The head {} {} was kept, but the record ends after {} entries.{lost}",
                    head.size,
                    head.short(),
                    forest.size()
                );
                faults.add(FaultCode::SeenCut, None, None, sentence);
            }
            Kept::Differs => {
                let sentence = format!(
                    "The head {} {} was kept, but the record’s first {} entries are others.{lost}",
                    head.size,
                    head.short(),
                    head.size
                );
                faults.add(FaultCode::SeenDiffers, None, None, sentence);
            }
        }
    }
    continued
}

/// Whether every person who signed anything did so with a key on the list.
fn named(keys: &HashSet<[u8; 32]>, keyring: &Keyring, faults: &mut Faults) -> bool {
    let mut all = true;
    let mut signed = false;
    let mut unused: HashSet<_> = keys.clone();
    for holder in &keyring.holders {
        let fingerprint = holder.fingerprint();
        unused.remove(&fingerprint);
        if holder.is_machine() || holder.entries + holder.cosignatures == 0 {
            continue;
        }
        signed = true;
        if !keys.contains(&fingerprint) {
            all = false;
            let sentence = format!(
                "{} signed {} entries with key {}, whose fingerprint is not on the list: {}.",
                holder.facts.person,
                holder.entries,
                super::bytes::to_hex(&holder.facts.id),
                super::bytes::to_hex(&fingerprint)
            );
            faults.add(FaultCode::KeyNotNamed, Some(holder.from), None, sentence);
        }
    }
    let mut unused: Vec<_> = unused.into_iter().collect();
    unused.sort_unstable();
    for fingerprint in unused {
        let sentence = format!(
            "The list names {}, a key this record does not know.",
            super::bytes::to_hex(&fingerprint)
        );
        faults.note(NoteCode::KeyUnused, None, sentence);
    }
    all && signed
}
