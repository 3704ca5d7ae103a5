//! The change log: what was entered, found by words and filters, and what each entry changed.

mod altered;
mod carries;
mod compare;
mod entry;
mod erase;
mod export;
mod fields;
mod phrases;
mod says;
mod things;
mod view;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Passphrase;
use crate::files::Grant;
use crate::workspace::Past;

pub use phrases::outcome;
pub use says::{Said, say};
pub use things::LogKind;

/// Asks for entries, newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct LogQuery {
    /// Only entries before this one.
    pub before: Option<u64>,
    /// At most this many; 200 when absent.
    pub limit: Option<u32>,
    /// Only entries about this reference.
    pub about: Option<String>,
    /// Only entries that this person signed, or `machine`.
    pub by: Option<String>,
    /// Only entries of this kind.
    pub kind: Option<LogKind>,
    /// Not before this day in the workspace's zone, `2026-10-01`.
    pub since: Option<String>,
    /// Not after this day.
    pub until: Option<String>,
    /// Only entries in which each of these words stands: in a text, a reference, what happened, or
    /// who signed.
    pub words: Option<String>,
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
    /// Who may have signed, to choose from.
    pub signers: Vec<LogSigner>,
}

/// Somebody who signs entries.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LogSigner {
    /// Who, by reference, or `machine`.
    pub by: String,
    /// Who, by name.
    pub name: String,
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

/// Asks for one entry in full.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct EntryQuery {
    /// Which.
    pub entry: u64,
}

/// One entry in full.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EntryView {
    /// The entry as the log lists it.
    pub row: LogRow,
    /// What it changed, field by field.
    pub changed: Vec<ThingChanged>,
    /// The statements that it carries.
    pub statements: Vec<StatementCarried>,
    /// In whose place its signer stood on that day, in sentences.
    pub stood_in: Vec<String>,
}

/// A statement that an entry carries.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StatementCarried {
    /// What for, such as `key-replacement`.
    pub kind: String,
    /// Who signed it, by reference.
    pub by: String,
    /// Who signed it, by name.
    pub by_name: String,
    /// What they said, such as `approve`.
    pub verdict: String,
    /// Why; none where nothing was said, or once erased.
    pub reason: Option<String>,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: Option<String>,
    /// In whose place they stood on that day, in sentences.
    pub stood_in: Vec<String>,
}

/// Something that is not the same at two moments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThingChanged {
    /// What sort of thing, such as “Workflow”.
    pub thing: String,
    /// Its reference, where it has one.
    pub reference: Option<String>,
    /// What it is called.
    pub name: String,
    /// What became of it.
    pub how: HowChanged,
    /// The fields that differ.
    pub fields: Vec<FieldChanged>,
}

/// What became of something between two moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum HowChanged {
    /// It is new.
    Added,
    /// Some of its fields differ.
    Changed,
    /// It is there no longer.
    Gone,
}

/// A field before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldChanged {
    /// Which.
    pub field: String,
    /// What it was; none where it was nothing.
    pub before: Option<String>,
    /// What it is; none where it is nothing.
    pub after: Option<String>,
}

/// Asks what differs between two moments, each named as for opening the desk as of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct CompareQuery {
    /// The earlier moment.
    pub from: String,
    /// The later one; the moment the desk shows, when absent.
    pub to: Option<String>,
}

/// What differs between two moments.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CompareView {
    /// The earlier moment.
    pub from: Past,
    /// The later one.
    pub to: Past,
    /// What differs, by sort of thing.
    pub groups: Vec<ThingsChanged>,
    /// How many things differ beyond those that are shown.
    pub more: u64,
}

/// Things of one sort that differ.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ThingsChanged {
    /// What sort, such as “Workflow”.
    pub thing: String,
    /// The things.
    pub things: Vec<ThingChanged>,
}

/// Saves the change log as CSV, as it is filtered.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportLog {
    /// What is seen of it; where its page ends makes no difference.
    pub query: LogQuery,
    /// Where it goes.
    pub grant: Grant,
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
