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
mod ordinary;
mod pack;
mod read;
mod record;
mod signatures;
mod stop_list;
mod texts;
mod verdict;
mod verifier;
mod walk;
mod watched;

pub use excerpt::excerpt;
pub use keys_file::{KeysFileError, keys_file};
pub use pack::{pack, pack_after};
pub use record::{Claims, RawEntry, RawText, Record, TextPlace};
pub use stop_list::stop_list;
pub use texts::Texts;
pub use verdict::{
    Counts, Fault, FaultCode, Gap, KeySeen, Note, NoteCode, Part, RestsOn, Verdict, Verdicts,
};
pub use verifier::Verifier;

use crate::Head;
use crate::key::Fingerprint;
use crate::primitive::Hash;

use keyring::Holder;

/// Hears, on any thread, how many entries are judged, and answers whether to go on.
pub type Watch<'w> = &'w (dyn Fn(u64) -> bool + Sync);

/// Verifies a record against itself and against what somebody outside kept. One that need not lie
/// in memory whole goes through a [`Verifier`].
#[must_use]
pub fn record(record: &Record, claims: &Claims) -> Verdicts {
    Verifier::of(record, &|_| true).judge(claims, faults::Faults::default(), |_| {})
}

/// Whether a consistency proof (RFC 6962 section 2.1.2) shows that the record of `new` begins
/// with the record of `old`.
#[must_use]
pub fn consistent(old: Head, new: Head, proof: &[Hash]) -> bool {
    merkle::consistent((old.size, old.root), (new.size, new.root), proof)
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
