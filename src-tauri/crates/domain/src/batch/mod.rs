//! Batches of AI actions: what another system's log says the AI did, taken in from a file.
//!
//! An AI action is a row of such a log. Its rows lie beside the ledger; the entry that takes a batch
//! in binds them by the root of the tree over them, so none can be changed, added or left out since.

mod completeness;
mod field;
mod preset;
mod purge;
mod take_in;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use completeness::{Completeness, Gap, MOST_GAPS};
pub use field::Field;
pub use preset::Preset;
pub use purge::{may_purge, purge};
pub use take_in::{Known, may_take_in, overlaps, take_in};

use crate::workflow::ActionKind;
use crate::{BatchRef, Moment, Text, WorkflowRef};

/// What becomes of a column at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Treatment {
    /// Its cells are kept as they are written.
    Keep,
    /// Only the first letter of each cell is kept.
    Mask,
    /// A keyed hash takes the place of each cell: the same cell has the same hash within the batch.
    Hash,
    /// It is left out.
    Drop,
}

impl Treatment {
    /// Every treatment, the most open first.
    pub const ALL: [Self; 4] = [Self::Keep, Self::Mask, Self::Hash, Self::Drop];

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Keep => "Keep",
            Self::Mask => "Mask",
            Self::Hash => "Hash",
            Self::Drop => "Drop",
        }
    }
}

/// A column of a batch, in the order in which its rows hold their cells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What it says of an action.
    pub field: Field,
    /// Its head in the file.
    pub head: Text,
    /// What became of its cells.
    pub treatment: Treatment,
}

/// A word of the log in whose place the rows hold the kind of action that it was read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadAs {
    /// As the log has it.
    pub word: Text,
    /// The kind that it was read as; its id stands in the rows.
    pub kind: ActionKind,
}

/// Where the rows of a batch come from, as whoever takes it in states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The system that wrote the log.
    pub source: Text,
    /// How it was asked for the rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<Text>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pulled_at: Option<Moment>,
    /// By whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pulled_by: Option<Text>,
    /// The workflow that all rows are of, where no column says which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workflow: Option<WorkflowRef>,
}

/// The file a batch came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// What it is called.
    pub name: Text,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// How they were read, such as `UTF-8`.
    pub encoding: String,
}

/// What binds rows that lie beside the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bound {
    /// How many there are.
    pub count: u64,
    /// Base64 of the root of the tree over their hashes.
    pub root: String,
}

/// A batch of AI actions was taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchImported {
    /// The new reference.
    pub batch: BatchRef,
    /// Where its rows come from.
    pub origin: Origin,
    /// The file.
    pub file: File,
    /// The columns that were taken in.
    pub columns: Vec<Column>,
    /// The words of its actions that were read as kinds on the register, where they are not such a
    /// kind as they stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<ReadAs>,
    /// Its rows.
    pub rows: Bound,
    /// The rows of the file that were not taken in, each with its line and the reason.
    pub rejected: Bound,
    /// How many of those came a second time.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub duplicates: u64,
    /// What time its rows cover, and where they leave it out.
    pub completeness: Completeness,
    /// 32 hex digits that go into the hash of every row, so that none can be guessed from it.
    pub salt: Text,
    /// 64 hex digits: the key of its keyed hashes.
    pub key: Text,
}

/// The rows of a batch were deleted once they need not be kept any longer. What bound them stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchPurged {
    /// Which.
    pub batch: BatchRef,
    /// Why.
    pub why: Text,
}

/// Where the entry of a batch keeps its salt. It shows on no screen, and leaves only together with the
/// rows: with it, a row could be guessed from its hash.
pub const SALT: &str = "/event/salt";

/// Where the entry of a batch keeps its salt and key. They show on no screen, and the key leaves in no
/// file: with it, cells could be guessed from what stands in their place.
pub const SECRETS: [&str; 2] = [SALT, "/event/key"];

fn is_zero(number: &u64) -> bool {
    *number == 0
}
