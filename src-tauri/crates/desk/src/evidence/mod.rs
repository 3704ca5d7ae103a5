//! Evidence: captured as a pointer with its hash, attached to anything, looked at again.

mod capture;
mod content;
mod file;
mod list;

use domain::evidence::{Class, Content, Validity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Passphrase;
use crate::files::Grant;

/// Asks for evidence.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct EvidenceQuery {
    /// Only what is attached to this reference, and to any item of it; all of it, when absent.
    pub about: Option<String>,
}

/// Evidence, the newest first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EvidenceView {
    /// Each piece.
    pub rows: Vec<EvidencePiece>,
    /// The largest file that is kept in the workspace, in bytes.
    pub most_bytes: u64,
}

/// A piece of evidence.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EvidencePiece {
    /// Reference.
    pub evidence: String,
    /// What it shows; none once erased.
    pub title: Option<String>,
    /// How firm it is.
    pub class: Class,
    /// The address, where it points at one; none once erased.
    pub url: Option<String>,
    /// The file, where it points at one.
    pub file: Option<EvidenceFile>,
    /// When it was captured, RFC 3339 with the offset of the workspace's zone.
    pub captured: String,
    /// Who captured it, by reference.
    pub captured_by: String,
    /// Who captured it, by name.
    pub captured_by_name: String,
    /// The entry that did.
    pub entry: u64,
    /// The last day on which it counts.
    pub expires: Option<String>,
    /// How it stands with that day.
    pub validity: Validity,
    /// What it is attached to.
    pub attached: Vec<EvidenceAttachment>,
}

/// A file that evidence points at.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EvidenceFile {
    /// What it is called; none once erased.
    pub name: Option<String>,
    /// SHA-256 of its bytes when it was captured, in hex.
    pub sha256: String,
    /// How many bytes it had.
    pub size: u64,
    /// Whether it is kept in the workspace.
    pub content: Content,
    /// Whether this machine remembers where it lies.
    pub here: bool,
    /// What was found when it was last looked at.
    pub checked: Option<EvidenceChecked>,
}

/// What was found when a file was looked at again.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EvidenceChecked {
    /// What.
    pub found: FileFound,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// By whom.
    pub by_name: String,
    /// The entry that says so.
    pub entry: u64,
}

/// What was found where a file should lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FileFound {
    /// The same bytes.
    Matches,
    /// Other bytes.
    Changed,
    /// No file.
    Missing,
}

/// Something that evidence is attached to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EvidenceAttachment {
    /// Its reference, and which item of that review.
    pub to: AttachTo,
    /// Who attached it, by reference.
    pub by: String,
    /// Who attached it, by name.
    pub by_name: String,
    /// The entry that did.
    pub entry: u64,
}

/// What evidence is attached to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachTo {
    /// A reference.
    pub reference: String,
    /// An item of that review.
    pub item: Option<String>,
}

/// Captures evidence, and attaches it where that is said.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CaptureEvidence {
    /// What it shows.
    pub title: String,
    /// How firm it is.
    pub class: Class,
    /// The address it is found at; blank where a file is given.
    pub url: String,
    /// The file it is.
    pub grant: Option<Grant>,
    /// Whether the file is kept in the workspace.
    pub keep: bool,
    /// The last day on which it counts, `2027-05-31`.
    pub expires: Option<String>,
    /// What it bears out.
    pub to: Option<AttachTo>,
}

/// Attaches evidence that was captured before.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AttachEvidence {
    /// Which.
    pub evidence: String,
    /// What it bears out.
    pub to: AttachTo,
}

/// Takes evidence off what it was attached to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DetachEvidence {
    /// Which.
    pub evidence: String,
    /// What it bears out no longer.
    pub from: AttachTo,
    /// Why.
    pub reason: String,
}

/// Looks whether a file is still what it was.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RecheckEvidence {
    /// Which.
    pub evidence: String,
    /// The file; where this machine last saw it, when absent.
    pub grant: Option<Grant>,
}

/// Keeps a file in the workspace.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct KeepEvidence {
    /// Which.
    pub evidence: String,
    /// The file; where this machine last saw it, when absent.
    pub grant: Option<Grant>,
}

/// Saves a file that is kept in the workspace.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveEvidence {
    /// Which.
    pub evidence: String,
    /// Where it goes.
    pub grant: Grant,
}

/// Erases a kept file when the law asks.
#[derive(Deserialize, TS)]
pub struct EraseEvidence {
    /// Which.
    pub evidence: String,
    /// Why.
    pub ground: String,
    /// Opens the key of who erases.
    pub passphrase: Passphrase,
}
