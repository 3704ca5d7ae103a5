//! One row of a table, and what can be wrong with its form.

use std::borrow::Cow;
use std::fmt;

/// A row of text cells with the lines it stands on. A row with a fault is kept, so that it can be
/// reported; its cells are then as close to the original as could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'t> {
    /// Physical line on which the row starts, from 1. For a spreadsheet, its row number.
    pub first_line: u64,
    /// Physical line on which the row ends.
    pub last_line: u64,
    /// The cells, without their quotes.
    pub cells: Vec<Cow<'t, str>>,
    /// The first thing that is wrong with the form of the row.
    pub fault: Option<RowFault>,
}

impl Row<'_> {
    /// The row with cells of its own.
    pub(crate) fn into_owned(self) -> Row<'static> {
        let cells = self.cells.into_iter().map(|cell| Cow::Owned(cell.into_owned())).collect();
        Row { first_line: self.first_line, last_line: self.last_line, cells, fault: self.fault }
    }

    /// Whether the row is well formed and has nothing but white space in it.
    pub fn is_blank(&self) -> bool {
        self.fault.is_none() && self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// What is wrong with the form of a row. Columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFault {
    /// A quote opens and the file ends before it closes.
    QuoteNeverClosed {
        /// Column of the cell that opens with the quote.
        column: usize,
        /// Physical line of the quote.
        line: u64,
    },
    /// A quote opens, and the next quote, lines later, stands in the middle of text.
    QuoteClosedInText {
        /// Column of the cell that opens with the quote.
        column: usize,
        /// Physical line of the opening quote.
        line: u64,
        /// Physical line of the quote that does not close it.
        closed: u64,
    },
    /// Text follows the closing quote of a cell.
    TextAfterQuote {
        /// Column of the cell.
        column: usize,
        /// Physical line of the quote.
        line: u64,
    },
    /// A cell above the size limit.
    CellTooLong {
        /// Column of the cell.
        column: usize,
        /// Physical line on which the cell starts.
        line: u64,
        /// Its size in bytes of UTF-8.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// A formula of a workbook that was never calculated.
    FormulaWithoutValue {
        /// Column of the cell.
        column: usize,
        /// Row of the sheet.
        line: u64,
    },
    /// A formula of a workbook that came to an error.
    CellError {
        /// Column of the cell.
        column: usize,
        /// Row of the sheet.
        line: u64,
        /// The error, such as `#REF!`.
        error: String,
    },
    /// A line of a file of JSON values that is none.
    NotJson {
        /// The line.
        line: u64,
    },
    /// Fewer cells than the header.
    TooFewCells {
        /// Cells found.
        found: usize,
        /// Cells of the header.
        expected: usize,
    },
    /// More cells than the header, and not only empty ones.
    TooManyCells {
        /// Cells found.
        found: usize,
        /// Cells of the header, or the limit if that is smaller.
        expected: usize,
    },
}

impl RowFault {
    /// The stable code of this fault.
    pub fn code(&self) -> &'static str {
        match self {
            RowFault::QuoteNeverClosed { .. } => "quote-never-closed",
            RowFault::QuoteClosedInText { .. } => "quote-closed-in-text",
            RowFault::TextAfterQuote { .. } => "text-after-quote",
            RowFault::CellTooLong { .. } => "cell-too-long",
            RowFault::FormulaWithoutValue { .. } => "formula-without-value",
            RowFault::CellError { .. } => "cell-error",
            RowFault::NotJson { .. } => "not-json",
            RowFault::TooFewCells { .. } => "too-few-cells",
            RowFault::TooManyCells { .. } => "too-many-cells",
        }
    }

    /// The column at fault, from 1, where one cell is.
    pub fn column(&self) -> Option<usize> {
        match self {
            RowFault::QuoteNeverClosed { column, .. }
            | RowFault::QuoteClosedInText { column, .. }
            | RowFault::TextAfterQuote { column, .. }
            | RowFault::CellTooLong { column, .. }
            | RowFault::FormulaWithoutValue { column, .. }
            | RowFault::CellError { column, .. } => Some(*column),
            RowFault::NotJson { .. }
            | RowFault::TooFewCells { .. }
            | RowFault::TooManyCells { .. } => None,
        }
    }
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RowFault::QuoteNeverClosed { column, line } => write!(
                f,
                "The quote that opens column {column} on line {line} is never closed. Close it, or double it if it is part of the text."
            ),
            RowFault::QuoteClosedInText { column, line, closed } => write!(
                f,
                "The quote that opens column {column} on line {line} is not closed: the next quote, on line {closed}, stands in the middle of text. Close it, or double it if it is part of the text."
            ),
            RowFault::TextAfterQuote { column, line } => write!(
                f,
                "Text follows the closing quote of column {column} on line {line}. Double the quotes that are part of the text."
            ),
            RowFault::CellTooLong { column, line, bytes, limit } => write!(
                f,
                "The cell in column {column} that starts on line {line} has {bytes} bytes; the limit is {limit}."
            ),
            RowFault::FormulaWithoutValue { column, line } => write!(
                f,
                "The formula in column {column} of row {line} was never calculated. Open the file in the spreadsheet program and save it."
            ),
            RowFault::CellError { column, line, error } => write!(
                f,
                "The formula in column {column} of row {line} comes to {error}. Mend it, or write the value."
            ),
            RowFault::NotJson { line } => write!(
                f,
                "Line {line} is no JSON object. Export the log again; each line holds one."
            ),
            RowFault::TooFewCells { found, expected } => write!(
                f,
                "The row has {found} cells where the header has {expected}. A line break or a delimiter may be missing its quotes."
            ),
            RowFault::TooManyCells { found, expected } => write!(
                f,
                "The row has {found} cells where {expected} are expected. A delimiter inside a cell may be missing its quotes."
            ),
        }
    }
}
