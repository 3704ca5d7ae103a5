//! The names of a pack's files that the ledger speaks of; FORMAT.md says what they hold.

/// SHA-256 and size of every file outside the seal.
pub const MANIFEST: &str = "manifest.json";
/// The head after which an incremental pack goes on.
pub const SINCE: &str = "ledger/since.json";
/// `{"body", "sig"}` a line, every entry that the pack is about.
pub const ENTRIES: &str = "ledger/entries.jsonl";
/// `{"path", "salt", "seq", "text"}` a line.
pub const TEXTS: &str = "ledger/texts.jsonl";
/// `{"path", "seq"}` a line.
pub const WITHHELD: &str = "ledger/withheld.jsonl";
/// Where rows of AI actions lie, a batch a file.
pub const ACTIONS: &str = "actions/";
/// Every key that the pack's entries, and those before them, enrol.
pub const KEYS: &str = "keys/keys.json";
/// Where checkpoints lie, a signed note a file.
pub const CHECKPOINTS: &str = "checkpoints/";
/// What the manifest leaves out.
pub const SEAL: &str = "seal/";
/// `{"body", "sig"}` a line, entries after the pack's last and in front of the export's own.
pub const SEAL_BETWEEN: &str = "seal/between.jsonl";
/// The export's own entry, which commits to the manifest.
pub const SEAL_ENTRY: &str = "seal/entry.json";
/// A C2SP tlog-proof of that entry.
pub const SEAL_PROOF: &str = "seal/proof";
/// A checkpoint that covers it.
pub const SEAL_CHECKPOINT: &str = "seal/checkpoint";

/// Where the rows of a batch lie.
#[must_use]
pub fn rows_file(batch: &str) -> String {
    format!("{ACTIONS}{batch}.jsonl")
}

/// Where a key lies as PEM.
#[must_use]
pub fn key_file(person: &str, key: &str) -> String {
    format!("keys/{person}-{key}.pem")
}
