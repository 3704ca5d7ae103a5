//! The workspace itself: its beginning, its clock, what came in and left, and what was lost.

mod clock;
mod create;
mod erase;
pub mod startup;
mod take_in;

use serde::{Deserialize, Serialize};

pub use clock::{JUMP_DAYS, acknowledge, check_clock, check_not_behind};
pub use create::{Founding, StartUpSet, create, zone};
pub use erase::{erase, may_erase};
pub use take_in::{ImportRecorded, RejectedRow, record_import};

use crate::{DecisionRef, ExceptionRef, Moment, PersonRef, PolicyRef, ReviewRef, Text};

/// A key as it enters the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MachineKey {
    /// Its id, eight hex digits.
    pub key: String,
    /// The public key's 32 bytes in base64.
    pub public: String,
}

/// The first person, who enrols himself or herself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founder {
    /// Always `PER-0001`.
    pub person: PersonRef,
    /// Their name.
    pub name: Text,
    /// Their key's id, eight hex digits.
    pub key: String,
    /// The public key's 32 bytes in base64.
    pub public: String,
}

/// The first entry of every workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceCreated {
    /// What the workspace is called.
    pub name: Text,
    /// IANA time zone in which its days are counted.
    pub zone: String,
    /// Month, 1 to 12, in which its fiscal year starts.
    pub fiscal_start: u32,
    /// Whether it is a demo, marked so on every page.
    pub demo: bool,
    /// The machine that signs its checkpoints.
    pub machine: MachineKey,
    /// Who made it.
    pub founder: Founder,
}

/// A checkpoint of the tree, kept in the ledger that it covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckpointRecorded {
    /// The signed note, its signature lines included.
    pub note: String,
    /// The people whose cosignatures the note carries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cosigned_by: Vec<PersonRef>,
    /// The review whose closing it covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewRef>,
}

/// Something left the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportMade {
    /// What: `register`, `minutes`, `decision`, `pack`.
    pub what: String,
    /// In which form: `pdf`, `csv`, `md`, `excerpt`, `zip`.
    pub form: String,
    /// The last entry it shows.
    pub as_of: u64,
    /// The period it covers, such as `2026-Q3`, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The review it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewRef>,
    /// The decision it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionRef>,
    /// The exception it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<ExceptionRef>,
    /// The policy it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyRef>,
    /// SHA-256 of the file in hex; a pack has its manifest's instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// SHA-256 of a pack's manifest in hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manifest: Option<String>,
    /// The head a pack continues from, `4812:` and its root in hex, where it leaves out the entries
    /// before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

/// Words were erased; their commitment stays in the signed bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextErased {
    /// The entry that committed to the words.
    pub seq: u64,
    /// Where in that entry, as a JSON pointer.
    pub path: String,
    /// Why.
    pub ground: Text,
}

/// A large jump of the clock was acknowledged as right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockAcknowledged {
    /// When the entry before was made.
    pub before: Moment,
    /// What the clock says now.
    pub after: Moment,
}

/// A head of the ledger: how many entries, and the root of their tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadSeen {
    /// Number of entries.
    pub size: u64,
    /// Base64 of the root.
    pub root: String,
}

/// An older copy of the file was put back; what came after it is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestoreDeclared {
    /// The head that was seen before and is not in this file.
    pub lost: HeadSeen,
    /// What happened.
    pub ground: Text,
}
