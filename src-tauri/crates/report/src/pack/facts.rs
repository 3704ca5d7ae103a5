//! What a pack is made of.

use crate::frame::{Frame, Head};

/// What README and INDEX say about the pack as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Workspace, period, as-of moment, head, version, label, preparer, demo.
    pub frame: Frame,
    /// The workspace's id, 26 characters; part of the checkpoints' origin.
    pub workspace_id: String,
    /// What the pack covers, in a sentence: "Every workflow of the sales team."
    pub scope: String,
    /// The head the reader already holds, when the pack continues from it.
    pub since: Option<Head>,
    /// Texts left out because they lie outside the scope.
    pub withheld: u64,
    /// Texts erased by a recorded act.
    pub erased: u64,
    /// Checkpoints in the pack.
    pub checkpoints: u64,
    /// Everyone who signed, and the machine.
    pub keys: Vec<Key>,
    /// What was asked for, and the files that answer it.
    pub requests: Vec<Request>,
}

/// A public key named in the README, so that the reader can compare it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Whose it is: "PER-0003 Jonas Lindqvist" or "Workspace".
    pub holder: String,
    /// SHA-256 of the raw public key, 64 lower-case hex digits.
    pub fingerprint: String,
}

/// Something an auditor asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// In the auditor's words.
    pub asked: String,
    /// Paths inside the pack.
    pub files: Vec<String>,
}

/// One file of the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its path inside the pack, with `/`: "reports/register.pdf".
    pub path: String,
    /// What it is, in half a line; stands in INDEX.md.
    pub about: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Part {
    /// A part from text.
    #[must_use]
    pub fn text(path: &str, about: &str, text: String) -> Self {
        Self { path: path.to_owned(), about: about.to_owned(), bytes: text.into_bytes() }
    }
}

/// What binds the pack to the ledger it came from; lies in `seal/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// `seal/entry.json`: the export's own entry, which commits to the manifest.
    pub entry: Vec<u8>,
    /// `seal/proof`: a C2SP tlog-proof of that entry.
    pub proof: Vec<u8>,
    /// `seal/checkpoint`: a signed checkpoint that covers it.
    pub checkpoint: Vec<u8>,
}
