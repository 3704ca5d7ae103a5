//! What verification answers.

mod code;

pub use code::{FaultCode, NoteCode, Part};

use serde::Serialize;

use crate::Head;

/// The answer of a verification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdicts {
    /// Nothing was altered.
    pub integrity: Verdict,
    /// Nothing is missing, nothing was cut off.
    pub completeness: Verdict,
    /// What both rest on.
    pub rests_on: RestsOn,
    /// Whether the first entry says that this is a demo.
    pub demo: bool,
    /// The workspace id, as far as the first readable entry tells.
    pub workspace: Option<String>,
    /// The head of what was found.
    pub head: Head,
    /// Everything that is wrong, in the order of the record.
    pub faults: Vec<Fault>,
    /// Everything worth knowing that is not wrong.
    pub notes: Vec<Note>,
    /// Parts of the record that were lost and declared lost.
    pub gaps: Vec<Gap>,
    /// How much was checked.
    pub counts: Counts,
    /// Every key the record enrols.
    pub keys: Vec<KeySeen>,
}

impl Verdicts {
    /// Whether nothing is wrong. A record that holds but is not anchored is accepted, and says
    /// that it is not anchored; one that fails what somebody kept of it is not accepted.
    #[must_use]
    pub fn accepted(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Whether a promise holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It holds.
    Holds,
    /// It does not; the faults say where.
    Fails,
    /// It was not judged: an excerpt says nothing about what surrounds it.
    NotJudged,
}

impl Verdict {
    /// Whether that promise holds, for all these faults.
    pub(super) fn of(promise: Part, faults: &[Fault]) -> Self {
        match faults.iter().any(|fault| fault.part.breaks(promise)) {
            true => Self::Fails,
            false => Self::Holds,
        }
    }
}

/// What the verdicts rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "basis", rename_all = "snake_case")]
pub enum RestsOn {
    /// On something that somebody outside kept.
    Anchored {
        /// Every person who signed did so with a key on the list given.
        by_keys: bool,
        /// The heads kept that this record continues.
        by_heads: Vec<Head>,
    },
    /// On itself alone: whoever enrolled everybody could have written it all.
    NotAnchored,
}

impl RestsOn {
    /// The words for it, as screens, pages and the command line print them.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match self {
            Self::Anchored { .. } => "anchored",
            Self::NotAnchored => "consistent with itself, not anchored",
        }
    }
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// What kind of wrong, stable.
    pub code: FaultCode,
    /// Which verdict it fails.
    pub part: Part,
    /// The entry, where there is one.
    pub seq: Option<u64>,
    /// Where in it, or which file of a pack.
    pub path: Option<String>,
    /// How many further places show the same and are not listed.
    pub also: u64,
    /// What is wrong and where, for people.
    pub sentence: String,
}

/// Something worth knowing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// What kind, stable.
    pub code: NoteCode,
    /// The entry, where there is one.
    pub seq: Option<u64>,
    /// For people.
    pub sentence: String,
}

/// Entries that were lost when an older copy was put back, as an entry declares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The declaring entry.
    pub declared_in: u64,
    /// The head that was lost.
    pub lost: Head,
}

/// How much was checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Entries found.
    pub entries: u64,
    /// Texts that are there and match.
    pub texts: u64,
    /// Texts erased by a recorded act.
    pub erased: u64,
    /// Texts a pack withholds.
    pub withheld: u64,
    /// Checkpoints recorded.
    pub checkpoints: u64,
    /// Cosignatures on them by enrolled people.
    pub cosignatures: u64,
    /// Signed statements.
    pub statements: u64,
    /// Files of a pack.
    pub files: u64,
}

/// A key the record enrols.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeySeen {
    /// The person's reference, or `machine`.
    pub person: String,
    /// Its id.
    pub key: String,
    /// SHA-256 of the raw public key.
    pub fingerprint: String,
    /// Enrolled by this entry.
    pub from: u64,
    /// Replaced or retired by this entry.
    pub until: Option<u64>,
    /// Entries it signed.
    pub entries: u64,
    /// Whether it is on the list given; `None` when none was given.
    pub named: Option<bool>,
}
