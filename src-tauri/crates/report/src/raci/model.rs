//! What a RACI report holds.

use crate::frame::Frame;

/// The matrices in force at a moment.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// The matrices, in order.
    pub matrices: Vec<Matrix>,
}

/// A matrix.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Matrix {
    /// What it is called.
    pub name: String,
    /// Since when it is in force, in words.
    pub since: String,
    /// The roles across.
    pub roles: Vec<Role>,
    /// The activities down.
    pub rows: Vec<Row>,
    /// What lint marks.
    pub marks: Vec<Mark>,
}

/// A role across.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Role {
    /// Its name.
    pub name: String,
    /// Who holds it; nobody when it is vacant.
    pub people: Vec<String>,
}

/// An activity.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Row {
    /// What is done.
    pub activity: String,
    /// The letters under each role, as many as there are roles; empty for no part.
    pub letters: Vec<String>,
    /// The one person who is accountable; none while that is not clear.
    pub accountable: Option<String>,
    /// The person the row itself names accountable, where several hold the role.
    pub named: Option<String>,
}

/// Something lint marks.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Mark {
    /// Whether it blocks.
    pub blocks: bool,
    /// In a few words.
    pub title: String,
    /// In a sentence.
    pub says: String,
}
