//! What README and INDEX say of a pack.

use crate::frame::{Frame, Head};

/// What README and INDEX say about the pack as a whole. All of it follows from the record up to the
/// frame's head, so that the same pack has the same bytes whenever it is made.
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
    /// The batches of AI actions that meet the period, those with their rows in the pack first.
    pub batches: Vec<Batch>,
    /// Everyone who signed, and the machine.
    pub keys: Vec<Key>,
    /// What was asked for, and the files that answer it.
    pub requests: Vec<Request>,
}

/// A batch of AI actions that meets the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its reference: "BAT-0003".
    pub batch: String,
    /// How many rows it has.
    pub rows: u64,
    /// Why its rows are not in the pack, in half a line; none, where they are.
    pub out: Option<String>,
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
    /// Paths inside the pack; a folder ends with `/`.
    pub files: Vec<String>,
}

/// What binds the pack to the ledger it came from; lies in `seal/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// `seal/between.jsonl`: the entries after the pack's last and before the export's own; empty,
    /// where there are none.
    pub between: Vec<u8>,
    /// `seal/entry.json`: the export's own entry, which commits to the manifest.
    pub entry: Vec<u8>,
    /// `seal/proof`: a C2SP tlog-proof of that entry.
    pub proof: Vec<u8>,
    /// `seal/checkpoint`: a signed checkpoint that covers it.
    pub checkpoint: Vec<u8>,
}
