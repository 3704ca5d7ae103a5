//! Columns to fields: by guess from the header's words, or as an explicit column map says.

mod column_map;
mod guess;

use serde::Serialize;

pub use column_map::ColumnMap;
pub use guess::match_columns;
pub(crate) use guess::{spelled, split_camel};

/// A field of what is imported, that a column can fill.
pub trait Field: Copy + Eq + Serialize + 'static {
    /// Every field.
    const ALL: &'static [Self];

    /// The stable name, in snake case, as column maps and `--json` write it.
    fn name(self) -> &'static str;

    /// Headers people give it, in plain words (see [`crate::words::plain`]), the surest first.
    fn headers(self) -> &'static [&'static str];
}

/// What became of every column of a file, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mapping<F> {
    /// One for each column of the header.
    pub columns: Vec<Column<F>>,
}

/// A column and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column<F> {
    /// Place in the header, from 1.
    pub position: usize,
    /// The header as it stands in the file.
    pub header: String,
    /// What became of it.
    pub fate: Fate<F>,
}

/// What became of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "fate")]
pub enum Fate<F> {
    /// It fills a field.
    Used {
        /// The field.
        field: F,
        /// Whether the column map said so, rather than a guess.
        told: bool,
    },
    /// It is left out.
    LeftOut {
        /// Why.
        because: LeftOut<F>,
    },
}

/// Why a column is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum LeftOut<F> {
    /// Its header is none of the known words.
    Unknown,
    /// It has no header.
    NoHeader,
    /// The column map says so.
    Unwanted,
    /// An earlier column has the same header.
    SameHeader {
        /// Place of the earlier column, from 1.
        column: usize,
    },
    /// Another column fills the field it would fill.
    FieldTaken {
        /// The field.
        field: F,
        /// Place of the other column, from 1.
        column: usize,
    },
}

impl<F: Field> Mapping<F> {
    /// The column that fills a field.
    pub fn column_of(&self, field: F) -> Option<&Column<F>> {
        self.columns.iter().find(|column| column.field() == Some(field))
    }

    /// The columns that fill nothing.
    pub fn left_out(&self) -> impl Iterator<Item = &Column<F>> {
        self.columns.iter().filter(|column| column.field().is_none())
    }
}

impl<F: Field> Column<F> {
    /// The field it fills, if any.
    pub fn field(&self) -> Option<F> {
        match self.fate {
            Fate::Used { field, .. } => Some(field),
            Fate::LeftOut { .. } => None,
        }
    }
}

impl<F: Field> LeftOut<F> {
    /// The reason as a sentence.
    pub fn sentence(&self) -> String {
        match self {
            LeftOut::Unknown => "Its header is none of the known words.".to_owned(),
            LeftOut::NoHeader => "It has no header.".to_owned(),
            LeftOut::Unwanted => "The column map leaves it out.".to_owned(),
            LeftOut::SameHeader { column } => format!("Column {column} has the same header."),
            LeftOut::FieldTaken { field, column } => {
                format!("Column {column} already fills {}.", field.name())
            }
        }
    }
}
