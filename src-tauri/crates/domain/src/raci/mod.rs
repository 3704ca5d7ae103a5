//! Who is responsible, accountable, consulted and informed: matrices with activities down and roles
//! across.
//!
//! A matrix is in force from the entry that applied it. What somebody works on meanwhile is its
//! draft: one per matrix, kept whole, so that anybody may go on with it. Applying puts a whole
//! matrix in force and ends its draft.

mod apply;
mod draft;
pub mod lint;
mod matrix;
mod terms;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use apply::{applicable, unmarked};
pub use draft::{discard, keep};
pub use matrix::{Letters, NotLetters, fresh};
pub use terms::{ACTIVITIES_AT_MOST, ROLES_AT_MOST, Terms, TermsRow};

use crate::{PersonRef, RaciId, RaciRowId, RoleId, Text};

/// How many activities one person may be accountable for in a matrix that says nothing else.
pub const ACCOUNTABLE_AT_MOST: u32 = 4;

/// A whole matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    /// Its identifier, such as `decisions`.
    pub matrix: RaciId,
    /// What it is called.
    pub name: Text,
    /// The roles across, in order.
    pub roles: Vec<RoleId>,
    /// The activities down, in order.
    pub rows: Vec<Row>,
    /// For how many of its activities one person may be accountable before lint says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accountable_at_most: Option<u32>,
}

impl Matrix {
    /// The matrix with a dash where words were erased: a commitment nobody can open must not be
    /// signed anew.
    pub fn without_gone(&self) -> Self {
        let here = |text: &Text| match text.words() {
            Some(_) => text.clone(),
            None => Text::new("–"),
        };
        let rows = self.rows.iter().map(|row| Row { activity: here(&row.activity), ..row.clone() });
        Self { name: here(&self.name), rows: rows.collect(), ..self.clone() }
    }
}

/// An activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its identifier, the same over all versions of the matrix: a workflow names it.
    pub row: RaciRowId,
    /// What is done.
    pub activity: Text,
    /// The letters of each role that has any.
    #[serde(with = "matrix::cells")]
    pub cells: BTreeMap<RoleId, Letters>,
    /// Who is accountable, where several hold the role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accountable: Option<PersonRef>,
}

/// Work on a matrix was kept, to go on with; it is not in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaciDrafted {
    /// The matrix as it would be.
    pub terms: Matrix,
}

/// A draft was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaciDiscarded {
    /// Whose draft.
    pub matrix: RaciId,
}

/// A matrix is in force from now on, whole; its draft ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaciApplied {
    /// The matrix.
    pub terms: Matrix,
}

/// A matrix as it stands in the workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// As it is in force.
    pub in_force: Option<Version>,
    /// As somebody would have it.
    pub draft: Option<Version>,
    /// The highest number among the rows it ever had.
    pub highest_row: u32,
}

/// A matrix, and the entry it stands since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The matrix.
    pub terms: Matrix,
    /// The entry.
    pub since: u64,
}

impl Held {
    /// The entry of whatever was last done to it; 0 for a matrix that is not there yet.
    pub fn last_entry(&self) -> u64 {
        self.in_force.iter().chain(&self.draft).map(|version| version.since).max().unwrap_or(0)
    }
}
