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
pub(super) struct Word {
    /// `None` where no key is known to judge it by.
    signed: Option<bool>,
    /// Whether `prev` is the root of everything before.
    past: bool,
}

/// Judges each signature by the key the walk found for it, and each `prev` by the tree. The
/// entries are those behind the first `before`; `None` stands for one that cannot be read.
pub(super) fn judge(
    before: usize,
    raw: &[RawEntry],
    entries: &[Result<Read, String>],
    judges: &[Option<usize>],
    keyring: &Keyring,
    forest: &Forest,
    watched: &Watched<'_>,
) -> Vec<Option<Word>> {
    raw.par_iter()
        .zip(entries)
        .zip(judges)
        .enumerate()
        .with_min_len(64)
        .map(|(index, ((raw, entry), judge))| {
            // Whoever stopped it gets no verdict, so what is passed over here is never read.
            let entry = entry.as_ref().ok().filter(|_| watched.goes_on())?;
            let past = forest.root(before + index) == Some(entry.prev);
            let judge = judge.and_then(|index| keyring.get(index)).map(|holder| &holder.judge);
            let signed = judge.map(|judge| {
                let message = [b"countersign/entry/v1\n".as_slice(), &raw.body].concat();
                let signature = raw.signature.as_slice().try_into();
                signature.is_ok_and(|signature| judge.accepts(&message, signature))
            });
            Some(Word { signed, past })
        })
        .collect()
}

/// The words of the entries so far, and what is wrong with them.
///
/// One altered entry breaks the `prev` of every later one: the origin is named once, the rest are
/// counted.
#[derive(Debug, Default)]
pub(super) struct Words {
    faults: Faults,
    place: u64,
    /// The number of the entry before; its place where it cannot be read.
    last: Option<u64>,
    /// Whether any entry so far stands at another place than its number's.
    displaced: bool,
    /// Entries that name another past.
    broken: u64,
    first: Option<Witness>,
    /// An entry whose own signature fails may have had its `prev` altered; the first one that is
    /// as it was signed tells where the past changed.
    honest: Option<Witness>,
}

/// An entry that names another past than the entries before it.
#[derive(Debug, Clone)]
struct Witness {
    seq: u64,
    by: String,
    /// The entry in front of it: whatever changed, changed there, since the witness is the first
    /// to disagree.
    origin: Option<u64>,
    /// What is missing, repeated or out of place breaks the past by itself, and is named as that:
    /// no entry in front is to blame.
    displaced: bool,
}

impl Words {
    /// Takes the next entry with its word.
    pub(super) fn take(&mut self, entry: &Result<Read, String>, word: Option<Word>) {
        self.place += 1;
        let Ok(entry) = entry else {
            self.last = Some(self.place);
            return;
        };
        self.displaced |= entry.seq != self.place;
        if let Some(Word { signed, past }) = word {
            if signed == Some(false) {
                self.unsigned(entry);
            }
            if !past {
                self.breaks(entry, signed);
            }
        }
        self.last = Some(entry.seq);
    }

    fn unsigned(&mut self, entry: &Read) {
        let sentence = format!(
            "Entry {} is not what {} signed: its signature does not hold.",
            entry.seq, entry.by
        );
        self.faults.add(FaultCode::EntrySignature, Some(entry.seq), None, sentence);
    }

    fn breaks(&mut self, entry: &Read, signed: Option<bool>) {
        self.broken += 1;
        let witness = || Witness {
            seq: entry.seq,
            by: entry.by.clone(),
            origin: self.last,
            displaced: self.displaced,
        };
        if self.first.is_none() {
            self.first = Some(witness());
        }
        if self.honest.is_none() && signed == Some(true) {
            self.honest = Some(witness());
        }
    }

    /// No more entries come: says of those that name another past where it changed.
    pub(super) fn end(mut self) -> Faults {
        let honest = self.honest.is_some();
        let Some(witness) = self.honest.or(self.first) else { return self.faults };
        let also = self.broken - 1;
        let more = match also {
            0 => String::new(),
            1 => " One other entry says the same.".to_owned(),
            more => format!(" {more} other entries say the same."),
        };
        let Witness { seq, by, .. } = &witness;
        let sentence = match witness.origin {
            _ if witness.displaced => format!(
                "Entry {seq} names the past it was signed over; entries in front of it are \
                 missing, repeated or out of their places.{more}"
            ),
            Some(origin) if honest => format!(
                "The entries before entry {seq} are not those {by} signed over: entry {origin} was \
                 changed after entry {seq} was signed, or something was put in, taken out or moved \
                 there.{more}"
            ),
            _ => format!("Entry {seq} names another past than the entries before it.{more}"),
        };
        self.faults.add_many(FaultCode::EntryPrev, Some(*seq), Some("/prev"), also, sentence);
        self.faults
    }
}
