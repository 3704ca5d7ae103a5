//! The verifier: reads a record as an outsider would and says what holds.
//!
//! It shares nothing with the writer but SHA-256, strict Ed25519 and the plain types of heads and
//! fingerprints: its own reader of canonical JSON, its own tree, its own notes. Nothing it is
//! given makes it panic, and it goes on after a fault to find the others.

mod anchors;
mod bytes;
mod excerpt;
mod faults;
mod json;
mod keyring;
mod keys_file;
mod merkle;
mod note;
mod object;
mod order;
mod pack;
mod read;
mod record;
mod signatures;
mod texts;
mod verdict;
mod walk;
mod watched;

pub use excerpt::excerpt;
pub use keys_file::{KeysFileError, keys_file};
pub use pack::{pack, pack_watched};
pub use record::{Claims, RawEntry, RawText, Record, TextPlace};
pub use verdict::{
    Counts, Fault, FaultCode, Gap, KeySeen, Note, NoteCode, Part, RestsOn, Verdict, Verdicts,
};

use rayon::prelude::*;

use crate::Head;
use crate::key::Fingerprint;
use crate::primitive::Hash;

use faults::Faults;
use keyring::Holder;
use merkle::Forest;
use read::Read;
use walk::Walk;
use watched::Watched;

/// Hears, on any thread, how many entries are judged, and answers whether to go on.
pub type Watch<'w> = &'w (dyn Fn(u64) -> bool + Sync);

/// Verifies a record against itself and against what somebody outside kept.
#[must_use]
pub fn record(record: &Record, claims: &Claims) -> Verdicts {
    judge_record(record, claims, &Watched::by(&|_| true))
}

/// Like [`record`], unless `watch` stops it; then [`None`] comes back.
#[must_use]
pub fn record_watched(record: &Record, claims: &Claims, watch: Watch<'_>) -> Option<Verdicts> {
    let watched = Watched::by(watch);
    let verdicts = judge_record(record, claims, &watched);
    (!watched.stopped()).then_some(verdicts)
}

fn judge_record(record: &Record, claims: &Claims, watched: &Watched<'_>) -> Verdicts {
    let entries = read_all(record);
    let forest = Forest::grow(leaves(record));
    judge(record, &entries, &forest, claims, Faults::default(), watched, |_| {})
}

/// Whether a consistency proof (RFC 6962 section 2.1.2) shows that the record of `new` begins
/// with the record of `old`.
#[must_use]
pub fn consistent(old: Head, new: Head, proof: &[Hash]) -> bool {
    merkle::consistent((old.size, old.root), (new.size, new.root), proof)
}

fn read_all(record: &Record) -> Vec<Result<Read, String>> {
    record.entries.par_iter().with_min_len(64).map(|entry| read::body(&entry.body)).collect()
}

fn leaves(record: &Record) -> Vec<Hash> {
    record
        .entries
        .par_iter()
        .with_min_len(64)
        .map(|entry| merkle::leaf(&entry.body, &entry.signature))
        .collect()
}

/// The whole judgement, added to the faults found so far. `beyond` looks at what lies around the
/// entries, with the record's final state in hand: a pack's checkpoints, keys and seal.
fn judge(
    record: &Record,
    entries: &[Result<Read, String>],
    forest: &Forest,
    claims: &Claims,
    mut faults: Faults,
    watched: &Watched<'_>,
    beyond: impl FnOnce(&mut Walk<'_>),
) -> Verdicts {
    order::check(entries, &mut faults);
    let workspace = entries.iter().flatten().map(|entry| entry.ws.clone()).next();
    let mut walk = Walk::new(workspace.clone().unwrap_or_default(), forest, faults);
    for (position, entry) in entries.iter().enumerate() {
        match entry {
            Ok(entry) => walk.step(position, entry),
            Err(why) => walk.skip(position, why),
        }
    }
    walk.end();
    beyond(&mut walk);
    let Walk { keyring, mut faults, mut counts, gaps, demo, erased, judges, .. } = walk;
    signatures::check(&record.entries, entries, &judges, &keyring, forest, watched, &mut faults);
    texts::check(record, entries, &erased, &mut counts, &mut faults);
    let rests_on = anchors::check(claims, &keyring, forest, &gaps, &mut faults);
    counts.entries = record.entries.len() as u64;
    let head =
        Head { size: forest.size() as u64, root: forest.root(forest.size()).unwrap_or_default() };
    let keys = keyring.holders.iter().map(|holder| key_seen(holder, claims)).collect();
    let (faults, notes) = faults.finish();
    let verdict = |part| match faults.iter().any(|fault| fault.part == part) {
        true => Verdict::Fails,
        false => Verdict::Holds,
    };
    Verdicts {
        integrity: verdict(Part::Integrity),
        completeness: verdict(Part::Completeness),
        rests_on,
        demo,
        workspace,
        head,
        faults,
        notes,
        gaps,
        counts,
        keys,
    }
}

fn key_seen(holder: &Holder, claims: &Claims) -> KeySeen {
    let fingerprint = Fingerprint(holder.fingerprint());
    KeySeen {
        person: holder.facts.person.clone(),
        key: bytes::to_hex(&holder.facts.id),
        fingerprint: fingerprint.to_string(),
        from: holder.from,
        until: holder.until,
        entries: holder.entries,
        named: claims.keys.as_ref().map(|keys| keys.contains(&fingerprint)),
    }
}
