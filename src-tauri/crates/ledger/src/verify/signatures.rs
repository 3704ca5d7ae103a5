//! Signatures and the past each of them vouches for, on all cores.

use rayon::prelude::*;

use super::faults::Faults;
use super::keyring::Keyring;
use super::merkle::Forest;
use super::read::Read;
use super::record::RawEntry;
use super::verdict::FaultCode;
use super::watched::Watched;

/// What an entry's own signature and `prev` say.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// `None` where no key is known to judge it by.
    signed: Option<bool>,
    /// Whether `prev` is the root of everything before.
    past: bool,
}

/// Judges every entry's signature by the key the walk found for it, and its `prev` by the tree.
pub(super) fn check(
    raw: &[RawEntry],
    entries: &[Result<Read, String>],
    judges: &[Option<usize>],
    keyring: &Keyring,
    forest: &Forest,
    watched: &Watched<'_>,
    faults: &mut Faults,
) {
    let words: Vec<Option<Word>> = raw
        .par_iter()
        .zip(entries)
        .zip(judges)
        .enumerate()
        .with_min_len(64)
        .map(|(position, ((raw, entry), judge))| {
            // Whoever stopped it gets no verdict, so what is passed over here is never read.
            let entry = entry.as_ref().ok().filter(|_| watched.goes_on())?;
            let past = forest.root(position) == Some(entry.prev);
            let judge = judge.and_then(|index| keyring.get(index)).map(|holder| &holder.judge);
            let signed = judge.map(|judge| {
                let message = [b"countersign/entry/v1\n".as_slice(), &raw.body].concat();
                let signature = raw.signature.as_slice().try_into();
                signature.is_ok_and(|signature| judge.accepts(&message, signature))
            });
            Some(Word { signed, past })
        })
        .collect();
    for (entry, word) in entries.iter().zip(&words) {
        if let (Ok(entry), Some(Word { signed: Some(false), .. })) = (entry, word) {
            let sentence = format!(
                "Entry {} is not what {} signed: its signature does not hold.",
                entry.seq, entry.by
            );
            faults.add(FaultCode::EntrySignature, Some(entry.seq), None, sentence);
        }
    }
    past(entries, &words, faults);
}

/// One altered entry breaks the `prev` of every later one: name the origin once, count the rest.
fn past(entries: &[Result<Read, String>], words: &[Option<Word>], faults: &mut Faults) {
    let broken: Vec<usize> = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.is_some_and(|word| !word.past))
        .map(|(position, _)| position)
        .collect();
    // An entry whose own signature fails may have had its `prev` altered; the first one that is
    // as it was signed tells where the past changed.
    let honest = broken.iter().find(|position| {
        words.get(**position).copied().flatten().is_some_and(|word| word.signed == Some(true))
    });
    let Some(witness) = honest.or(broken.first()) else { return };
    let Some(Ok(entry)) = entries.get(*witness) else { return };
    let also = broken.len() as u64 - 1;
    let more = match also {
        0 => String::new(),
        1 => " One other entry says the same.".to_owned(),
        more => format!(" {more} other entries say the same."),
    };
    let sentence = match origin(*witness, entries) {
        // What is missing, repeated or out of place breaks the past by itself, and is named as
        // that: no entry in front of it is to blame.
        _ if out_of_place(*witness, entries) => format!(
            "Entry {} names the past it was signed over; entries in front of it are missing, \
             repeated or out of their places.{more}",
            entry.seq
        ),
        Some(origin) if honest.is_some() => format!(
            "The entries before entry {} are not those {} signed over: entry {origin} was changed \
             after entry {} was signed, or something was put in, taken out or moved there.{more}",
            entry.seq, entry.by, entry.seq
        ),
        _ => format!("Entry {} names another past than the entries before it.{more}", entry.seq),
    };
    faults.add_many(FaultCode::EntryPrev, Some(entry.seq), Some("/prev"), also, sentence);
}

/// Whether the entries up to the witness are not simply those of their places.
fn out_of_place(witness: usize, entries: &[Result<Read, String>]) -> bool {
    let mut upto = entries.iter().take(witness + 1).zip(1..);
    upto.any(|(entry, place)| entry.as_ref().is_ok_and(|entry| entry.seq != place))
}

/// The entry in front of the witness: whatever changed, changed there, since the witness is the
/// first to disagree.
fn origin(witness: usize, entries: &[Result<Read, String>]) -> Option<u64> {
    let before = witness.checked_sub(1)?;
    entries.get(before).map(|entry| entry.as_ref().map_or(before as u64 + 1, |entry| entry.seq))
}
