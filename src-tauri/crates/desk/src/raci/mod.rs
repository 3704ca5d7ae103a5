//! RACI matrices: in force, drafted, marked by lint.

mod edit;
mod import;
mod mark;
pub mod view;

pub(crate) use edit::{stated, which};
pub(crate) use mark::Sayer;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::files::Grant;
use crate::imports::RejectedRow;

/// Asks for the matrices.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct RaciQuery {
    /// As they stood after this entry; now, when absent.
    pub as_of: Option<u64>,
}

/// The matrices.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RaciView {
    /// Every matrix in force or drafted, in the order they came.
    pub matrices: Vec<RaciMatrix>,
    /// The roles there are, with who holds them.
    pub roles: Vec<RaciRole>,
    /// Whether whoever is at the desk may draft and apply.
    pub may_edit: bool,
    /// The entry it stands after.
    pub as_of: u64,
}

/// A matrix.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RaciMatrix {
    /// Identifier.
    pub matrix: String,
    /// As it is in force; none while there is only a draft.
    pub in_force: Option<RaciTerms>,
    /// The entry it is in force since.
    pub since_entry: Option<u64>,
    /// As somebody would have it.
    pub draft: Option<RaciTerms>,
    /// Who kept the draft.
    pub draft_by: Option<String>,
    /// When the draft was kept.
    pub draft_at: Option<String>,
    /// The entry of whatever was last done to it, to hand back with a change.
    pub seen: u64,
    /// What lint finds in the draft, or where there is none in what is in force.
    pub marks: Vec<RaciMark>,
    /// The workflows each row governs; rows that govern none are left out.
    pub governs: Vec<RaciGoverns>,
}

/// A matrix as a person states it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RaciTerms {
    /// What it is called; blank once erased.
    pub name: String,
    /// The roles across, in order, by identifier.
    pub roles: Vec<String>,
    /// The activities down, in order.
    pub rows: Vec<RaciRow>,
    /// For how many activities one person may be accountable; the usual number, when absent.
    pub accountable_at_most: Option<u32>,
}

/// An activity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RaciRow {
    /// Identifier; none for a row that is not kept yet.
    pub row: Option<String>,
    /// What is done; blank once erased.
    pub activity: String,
    /// Role to letters, such as `RA`.
    #[ts(type = "Record<string, string>")]
    pub cells: BTreeMap<String, String>,
    /// Who is accountable, where several hold the role.
    pub accountable: Option<String>,
}

/// A role across, with who holds it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RaciRole {
    /// Identifier.
    pub role: String,
    /// Name.
    pub name: String,
    /// Who holds it today; nobody when it is vacant.
    pub people: Vec<RaciPerson>,
}

/// Somebody who holds a role.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RaciPerson {
    /// Reference.
    pub person: String,
    /// Name.
    pub name: String,
}

/// What a row governs.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RaciGoverns {
    /// The row.
    pub row: String,
    /// The workflows that name it.
    pub workflows: Vec<RaciWorkflow>,
}

/// A workflow that a row governs.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RaciWorkflow {
    /// Reference.
    pub workflow: String,
    /// Name; none once erased.
    pub name: Option<String>,
}

/// Something lint found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RaciMark {
    /// The rule's identifier.
    pub rule: String,
    /// Whether it keeps the matrix from being applied.
    pub blocks: bool,
    /// Whether it is a finding that blocks: a workflow that runs is approved by its owner alone.
    pub breaks: bool,
    /// What it is, in a few words.
    pub title: String,
    /// What it is, in a sentence.
    pub says: String,
    /// Why the rule exists.
    pub why: String,
    /// How to mend it.
    pub mend: String,
    /// The rows at fault, by their place from 0.
    pub rows: Vec<u32>,
    /// The roles at fault; with the rows, the cells.
    pub roles: Vec<String>,
    /// The workflows it is about.
    pub workflows: Vec<String>,
}

/// Asks what lint finds in a matrix while somebody types.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LintRaci {
    /// Which matrix; none for a new one.
    pub matrix: Option<String>,
    /// The matrix as typed so far.
    pub terms: RaciTerms,
}

/// What lint found.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RaciMarks {
    /// What blocks first.
    pub marks: Vec<RaciMark>,
}

/// Keeps work on a matrix as its draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct KeepRaciDraft {
    /// Which matrix; none for a new one.
    pub matrix: Option<String>,
    /// The entry whose state was worked on; 0 for a new one.
    pub seen: u64,
    /// The matrix as it would be.
    pub terms: RaciTerms,
}

/// Gives a draft up.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DiscardRaciDraft {
    /// Which matrix.
    pub matrix: String,
    /// The entry whose state was looked at.
    pub seen: u64,
}

/// Reads a matrix from a file without writing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PreviewRaciImport {
    /// The file.
    pub grant: Grant,
    /// What the matrix is called; the file's name without its ending, when absent.
    pub name: Option<String>,
}

/// What a file holds.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RaciImportPreview {
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// The matrix of that name, whose draft it would become; none where it would be a new one.
    pub matrix: Option<String>,
    /// The matrix as it would be drafted. A row of the same activity keeps its identifier.
    pub terms: RaciTerms,
    /// Heads that name no role; their columns are left out.
    pub unknown_roles: Vec<String>,
    /// People named accountable whom nobody here is called.
    pub unknown_people: Vec<String>,
    /// Rows that would not be taken in.
    pub rejected: Vec<RejectedRow>,
    /// What lint would find.
    pub marks: Vec<RaciMark>,
}

/// Takes a matrix in from a file, as a draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportRaci {
    /// The file.
    pub grant: Grant,
    /// What the matrix is called; the file's name without its ending, when absent.
    pub name: Option<String>,
    /// SHA-256 of the file that was previewed; refused when the file has changed since.
    pub sha256: Option<String>,
}

/// A matrix was kept as a draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RaciDone {
    /// Which.
    pub matrix: String,
    /// All matrices after.
    pub view: RaciView,
}
