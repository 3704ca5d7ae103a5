//! Evidence: what a judgement rests on, kept as a pointer with its hash, attached to whatever it
//! bears out. Its content is kept in the workspace only where somebody asks for that.

mod attach;
mod capture;
mod content;
mod recheck;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use attach::{attach, detach};
pub use capture::{Captured, Place, capture};
pub use content::{MOST_BYTES, embed, erase};
pub use recheck::recheck;

use crate::{EvidenceRef, ItemId, PersonRef, Refusal, Text};

/// How firm a piece of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "EvidenceClass")]
pub enum Class {
    /// Something that anybody can look up again.
    ObservedFact,
    /// What somebody reads out of facts.
    InterpretedSignal,
    /// What somebody promised.
    Commitment,
}

/// Where a piece of evidence is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "at")]
pub enum Pointer {
    /// An address.
    Url {
        /// The address.
        url: Text,
    },
    /// A file, as it was when it was captured.
    File {
        /// What it is called.
        name: Text,
        /// SHA-256 of its bytes, in hex.
        sha256: String,
        /// How many bytes it has.
        size: u64,
    },
}

/// What a piece of evidence is attached to: anything on the record, or one item of a review.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Target {
    /// Its reference.
    pub reference: String,
    /// Which item of that review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
}

/// A piece of evidence is on the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceCaptured {
    /// The new reference.
    pub evidence: EvidenceRef,
    /// What it shows.
    pub title: Text,
    /// How firm it is.
    pub class: Class,
    /// Where it is found.
    pub pointer: Pointer,
    /// The last day on which it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<NaiveDate>,
}

/// A piece of evidence bears something out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceAttached {
    /// Which.
    pub evidence: EvidenceRef,
    /// What it bears out.
    pub to: Target,
}

/// A piece of evidence was attached to the wrong thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceDetached {
    /// Which.
    pub evidence: EvidenceRef,
    /// What it bears out no longer.
    pub from: Target,
    /// Why.
    pub reason: Text,
}

/// Somebody looked whether a file is still what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceRechecked {
    /// Which.
    pub evidence: EvidenceRef,
    /// What was found.
    pub found: Found,
}

/// The file itself is kept beside the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceEmbedded {
    /// Which.
    pub evidence: EvidenceRef,
    /// SHA-256 of what is kept, in hex: the file's own.
    pub sha256: String,
}

/// The kept file is gone for good; its hash stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceErased {
    /// Which.
    pub evidence: EvidenceRef,
    /// SHA-256 of what was kept, in hex.
    pub sha256: String,
    /// Why.
    pub ground: Text,
}

/// What was found where a file should lie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "it")]
pub enum Found {
    /// The same bytes.
    Matches,
    /// Other bytes.
    Changed {
        /// Their SHA-256, in hex.
        sha256: String,
        /// How many there are.
        size: u64,
    },
    /// No file.
    Missing,
}

/// Whether the file is kept beside the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "EvidenceContent")]
pub enum Content {
    /// Only its pointer is.
    Pointer,
    /// It is.
    Kept,
    /// It was, and was erased.
    Erased,
}

/// A piece of evidence as the rules need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Which.
    pub evidence: EvidenceRef,
    /// SHA-256 and size of its file; none where it is an address.
    pub file: Option<(String, u64)>,
    /// Who captured it.
    pub captured_by: PersonRef,
    /// Whether its file is kept.
    pub content: Content,
    /// What it is attached to, and by whom.
    pub attached: Vec<(Target, PersonRef)>,
}

impl Evidence {
    fn must_be_a_file(&self) -> Result<(&str, u64), Refusal> {
        let file = self.file.as_ref().map(|(sha256, size)| (sha256.as_str(), *size));
        file.ok_or(Refusal::NoFile { evidence: self.evidence })
    }
}

/// How a piece of evidence stands with its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "EvidenceValidity")]
pub enum Validity {
    /// It counts no longer.
    Expired,
    /// It counts for thirty days more at most.
    Expiring,
    /// It counts.
    Valid,
    /// It has no last day.
    Lasting,
}

/// Days before its last one that a piece of evidence is said to expire.
const AHEAD: Days = Days::new(30);

/// How evidence that counts until `expires` stands on the day `today`.
pub fn validity(expires: Option<NaiveDate>, today: NaiveDate) -> Validity {
    match expires {
        None => Validity::Lasting,
        Some(last) if last < today => Validity::Expired,
        Some(last) if today.checked_add_days(AHEAD).is_some_and(|soon| last <= soon) => {
            Validity::Expiring
        }
        Some(_) => Validity::Valid,
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.item {
            Some(item) => write!(f, "{}, {item}", self.reference),
            None => f.write_str(&self.reference),
        }
    }
}
