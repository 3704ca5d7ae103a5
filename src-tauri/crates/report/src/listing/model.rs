//! What a listing holds.

use crate::frame::Frame;

/// A table that is the whole report.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// "Change log".
    pub title: String,
    /// A sentence under the title; may be empty.
    pub about: String,
    /// True for A4 on its side.
    pub landscape: bool,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, a field for each column; empty fields print nothing.
    pub rows: Vec<Vec<String>>,
    /// Printed when there are no rows, as a sentence.
    pub empty: String,
}

/// A column of a listing.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Column {
    /// Its head, with the unit where there is one.
    pub head: String,
    /// Its share of the width, in any unit.
    pub share: u32,
    /// What stands in it.
    pub kind: Kind,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The record's reference: links to it lead to its row.
    Reference,
    /// What the row is about, in Medium.
    Key,
    /// Words.
    Words,
    /// Figures, their decimal points below one another.
    Figures,
    /// Dates and days, at the right.
    Days,
}
