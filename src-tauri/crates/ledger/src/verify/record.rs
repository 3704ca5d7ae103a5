//! What is to be verified, and what somebody outside holds against it.

use crate::Head;
use crate::key::Fingerprint;

/// A record as it was found: nothing in it is believed yet.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// The entries, in the order in which they were found.
    pub entries: Vec<RawEntry>,
    /// The texts that are there.
    pub texts: Vec<RawText>,
    /// What a pack says it withholds; `None` for a workspace, which may withhold nothing.
    pub withheld: Option<Vec<TextPlace>>,
}

/// An entry as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawEntry {
    /// The body's bytes.
    pub body: Vec<u8>,
    /// The signature's bytes; 64, if all is well.
    pub signature: Vec<u8>,
}

/// A text as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawText {
    /// The entry that should commit to it.
    pub seq: u64,
    /// JSON pointer into that entry's body.
    pub path: String,
    /// The salt's bytes; 16, if all is well.
    pub salt: Vec<u8>,
    /// The text's bytes.
    pub text: Vec<u8>,
}

/// A text's place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextPlace {
    /// The entry.
    pub seq: u64,
    /// JSON pointer into its body.
    pub path: String,
}

/// What is known from outside the record.
#[derive(Debug, Clone, Default)]
pub struct Claims {
    /// Heads somebody kept: from a page, a pack, a mail.
    pub seen: Vec<Head>,
    /// Fingerprints of the people's keys, kept by somebody; `None` when no list was given.
    pub keys: Option<Vec<Fingerprint>>,
    /// The last head this machine remembers.
    pub memory: Option<Head>,
}
