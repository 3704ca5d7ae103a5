//! Tables: heads that repeat, rows that stay whole, groups, totals.

mod balance;
mod fit;
mod measure;
mod place;

use super::mark::Mark;
use crate::typeset::{Inline, Look, Rich};

/// A table's make, apart from its rows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    pub density: Density,
    pub columns: Vec<Column>,
    /// Printed when there are no rows: "No decision was taken in this review."
    pub empty: String,
    /// A hairline after the last row, and room below it, where totals follow outside the table.
    pub closed: bool,
    /// What of it a reader jumps to.
    pub bookmarks: Bookmarks,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    /// Its head; when all are empty no head is printed.
    pub head: Rich,
    pub width: Width,
    pub align: Align,
    /// Room left free at its right, in points.
    pub pad: f32,
    /// A gutter between two halves of a table: no rule crosses it.
    pub gutter: bool,
    /// Its head stands upright along the column, read from below.
    pub turned: bool,
    /// It gives no other column what would leave it fewer points than this.
    pub least: f32,
    /// A hairline runs down its middle where a cell spans it with others.
    pub lined: bool,
}

/// What gets a bookmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bookmarks {
    None,
    Groups,
    /// Each row that a record stands in.
    Records,
}

/// How a column gets its width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Width {
    /// So many points, more when a word needs them.
    Points(f32),
    /// What is left, shared by weight.
    Share(f32),
}

/// Where a column's words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Centre,
    Right,
    /// Figures with their points below one another.
    Decimal,
}

/// Size, leading and room of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Density {
    Standard,
    Dense,
    Compact,
    /// As compact with less room between lines, for what then fits on a page.
    Tight,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Row {
    Cells {
        cells: Vec<Rich>,
        /// Marks the one row in question.
        band: bool,
        /// The record that stands here; links to it lead to this row.
        record: Option<String>,
    },
    /// A row of cells with the number of columns each spans; no width is chosen for their sake.
    Spanning(Vec<(Rich, usize)>),
    /// A head over the rows that follow, with their count.
    Group { title: String, count: String },
    /// The same under a rule, after all others.
    Total(Vec<(Rich, usize)>),
}

/// Room at the right of a column.
const PAD: f32 = 6.0;
/// Words that a person wrote, in a cell, and between their lines.
pub(crate) const WRITTEN: Look = Look::serif(8.5);
const WRITTEN_LEADING: f32 = 10.5;
/// A cell beyond so many lines continues below its row.
pub(super) const MOST_LINES: usize = 6;

impl Row {
    /// A plain row.
    pub fn cells(cells: Vec<Rich>) -> Self {
        Self::Cells { cells, band: false, record: None }
    }

    /// A row that a record stands in.
    pub fn of_record(record: &str, cells: Vec<Rich>) -> Self {
        Self::Cells { cells, band: false, record: Some(record.to_owned()) }
    }
}

impl Table {
    /// A table whose columns hold words, under these heads.
    pub fn of(density: Density, columns: &[(&str, Width)], empty: &str) -> Self {
        let last = columns.len().saturating_sub(1);
        let column = |(place, (head, width)): (usize, &(&str, Width))| {
            let pad = if place == last { 0.0 } else { PAD };
            Column::left(Rich::new(*head, density.head()), *width, pad)
        };
        Self {
            density,
            columns: columns.iter().enumerate().map(column).collect(),
            empty: empty.to_owned(),
            closed: false,
            bookmarks: Bookmarks::None,
        }
    }

    /// The same with figures in the column at `place`, and so much room at its right.
    pub fn figures(mut self, place: usize, pad: f32) -> Self {
        if let Some(column) = self.columns.get_mut(place) {
            *column = Column::right(column.head.clone(), column.width, pad);
        }
        self
    }
}

impl Column {
    /// A column of words.
    pub fn left(head: Rich, width: Width, pad: f32) -> Self {
        let align = Align::Left;
        Self { head, width, align, pad, gutter: false, turned: false, least: 0.0, lined: false }
    }

    /// A column of figures.
    pub fn right(head: Rich, width: Width, pad: f32) -> Self {
        Self { align: Align::Right, ..Self::left(head, width, pad) }
    }

    /// The same that keeps so many points, however many lines others would save with them.
    pub fn at_least(self, points: f32) -> Self {
        Self { least: points, ..self }
    }

    /// Nothing but room between two halves.
    pub fn gutter(width: f32) -> Self {
        Self { gutter: true, ..Self::left(Rich::empty(), Width::Points(width), 0.0) }
    }
}

impl Density {
    /// Look of an ordinary cell.
    pub const fn look(self) -> Look {
        Look::regular(match self {
            Self::Standard => 8.0,
            Self::Dense => 7.5,
            Self::Compact | Self::Tight => 7.0,
        })
        .tabular()
    }

    /// Look of a key column's cells.
    pub const fn key(self) -> Look {
        Look { face: Look::medium(8.0).face, ..self.look() }
    }

    /// Look of a head.
    pub const fn head(self) -> Look {
        Look::medium(match self {
            Self::Standard | Self::Dense => 7.0,
            Self::Compact | Self::Tight => 6.5,
        })
        .soft()
    }

    /// A mark and the word it repeats.
    pub fn marked(self, mark: Mark, word: &str) -> Rich {
        Rich::empty().mark(mark, self.look()).words(word, self.look())
    }

    const fn leading(self) -> f32 {
        match self {
            Self::Standard => 10.0,
            Self::Dense => 9.5,
            Self::Compact => 8.5,
            Self::Tight => 7.8,
        }
    }

    /// Between the lines of a cell: words that a person wrote have the room of their face.
    fn leading_of(self, cell: &Rich) -> f32 {
        let written = cell.0.iter().filter_map(|inline| match inline {
            Inline::Words { look, .. } => (look.face == WRITTEN.face).then_some(look.size),
            Inline::Mark(..) | Inline::Tier(..) | Inline::Drawing(..) => None,
        });
        written.map(|size| size * WRITTEN_LEADING / WRITTEN.size).fold(self.leading(), f32::max)
    }

    /// Room above a row's first line and below its last; the hairline is in the second.
    const fn room(self) -> (f32, f32) {
        match self {
            Self::Standard => (3.0, 3.0),
            Self::Dense => (2.3, 2.2),
            Self::Compact => (1.6, 1.9),
            Self::Tight => (0.8, 1.1),
        }
    }

    /// From the middle of a row's first line to the hairlines over and below it, where it has one line.
    pub const fn half_row(self) -> f32 {
        self.room().0 + self.leading() / 2.0 - 0.5
    }

    const fn head_leading(self) -> f32 {
        match self {
            Self::Standard | Self::Dense => 9.0,
            Self::Compact | Self::Tight => 8.0,
        }
    }

    /// Room above and below a group's head; its rule is in the second.
    const fn group_room(self) -> (f32, f32) {
        match self {
            Self::Standard | Self::Dense => (6.0, 2.5),
            Self::Compact => (4.5, 2.1),
            Self::Tight => (2.0, 1.3),
        }
    }
}

#[cfg(test)]
mod tests;
