//! The change log.

mod erase;
mod says;
mod view;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Passphrase;

pub use says::{Said, outcome, say};

/// Asks for entries, newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct LogQuery {
    /// Only entries before this one.
    pub before: Option<u64>,
    /// At most this many; 200 when absent.
    pub limit: Option<u32>,
    /// Only entries about this reference.
    pub about: Option<String>,
}

/// Entries, newest first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LogView {
    /// The entries.
    pub rows: Vec<LogRow>,
    /// How many there are in all.
    pub entries: u64,
    /// Whether older ones follow.
    pub more: bool,
}

/// One entry.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LogRow {
    /// Number.
    pub entry: u64,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// Who, by reference.
    pub by: String,
    /// Who, by name.
    pub by_name: String,
    /// The event's name in the ledger.
    pub event: String,
    /// What happened, in a sentence.
    pub says: String,
    /// What it is about, where that has a reference.
    pub about: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// The texts it committed to, in order of path.
    pub texts: Vec<TextAt>,
    /// The leaf's hash in short.
    pub hash: String,
}

/// A text an entry committed to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TextAt {
    /// Where, as a JSON pointer.
    pub path: String,
    /// The words; none once erased.
    pub text: Option<String>,
}

/// Erases words when the law asks.
#[derive(Deserialize, TS)]
pub struct EraseText {
    /// The entry that committed to them.
    pub entry: u64,
    /// Where in it.
    pub path: String,
    /// Why.
    pub ground: String,
    /// Opens the key of who erases.
    pub passphrase: Passphrase,
}
