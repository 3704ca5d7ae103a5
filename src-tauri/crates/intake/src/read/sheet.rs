//! A table: its header, and the rows under it held against the header.

use super::{Delimiter, Limits, Row, RowFault, Rows};
use crate::Error;

/// The header of a table and, as an iterator, the rows under it, blank ones included. Rows that
/// do not fit the header carry a fault.
#[derive(Debug, Clone)]
pub struct Sheet<'t> {
    header: Row<'t>,
    rows: Source<'t>,
    delimiter: Option<Delimiter>,
}

#[derive(Debug, Clone)]
enum Source<'t> {
    Text(Rows<'t>),
    Book(std::vec::IntoIter<Row<'t>>),
}

impl<'t> Iterator for Source<'t> {
    type Item = Row<'t>;

    fn next(&mut self) -> Option<Row<'t>> {
        match self {
            Self::Text(rows) => rows.next(),
            Self::Book(rows) => rows.next(),
        }
    }
}

impl<'t> Sheet<'t> {
    /// Cuts a text into header and rows. The first row that is not blank is the header.
    ///
    /// # Errors
    /// [`Error::Empty`] without any row, [`Error::BrokenHeader`] when the header has a fault.
    pub fn of(text: &'t str, delimiter: Delimiter, limits: Limits) -> Result<Self, Error> {
        Self::under(Source::Text(Rows::of(text, delimiter, limits)), Some(delimiter))
    }

    /// The rows of a workbook's sheet, the first of them the header.
    pub(super) fn of_rows(rows: Vec<Row<'t>>) -> Result<Self, Error> {
        Self::under(Source::Book(rows.into_iter()), None)
    }

    fn under(mut rows: Source<'t>, delimiter: Option<Delimiter>) -> Result<Self, Error> {
        let mut header = rows.find(|row| !row.is_blank()).ok_or(Error::Empty)?;
        if let Some(fault) = header.fault {
            return Err(Error::BrokenHeader { line: header.first_line, fault });
        }
        drop_empty_end(&mut header, 1);
        Ok(Sheet { header, rows, delimiter })
    }

    /// The header.
    pub fn header(&self) -> &Row<'t> {
        &self.header
    }

    /// The delimiter the table was cut by; none in a workbook.
    pub fn delimiter(&self) -> Option<Delimiter> {
        self.delimiter
    }
}

impl<'t> Iterator for Sheet<'t> {
    type Item = Row<'t>;

    fn next(&mut self) -> Option<Row<'t>> {
        let expected = self.header.cells.len();
        self.rows.next().map(|row| fitted(row, expected))
    }
}

/// The row held against a header of `expected` cells.
pub(super) fn fitted(mut row: Row<'_>, expected: usize) -> Row<'_> {
    if row.fault.is_none() && !row.is_blank() {
        drop_empty_end(&mut row, expected);
        row.fault = misfit(row.cells.len(), expected);
    }
    row
}

/// Spreadsheets pad rows with empty cells: those beyond `kept` say nothing.
pub(super) fn drop_empty_end(row: &mut Row<'_>, kept: usize) {
    while row.cells.len() > kept && row.cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        row.cells.pop();
    }
}

fn misfit(found: usize, expected: usize) -> Option<RowFault> {
    match found.cmp(&expected) {
        std::cmp::Ordering::Less => Some(RowFault::TooFewCells { found, expected }),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(RowFault::TooManyCells { found, expected }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_held_against_the_header() {
        let text = "\n;;\nName;Tier;Owner;;\nA;1;x\nB;2;y;;;\nC;3\nD;4;z;more\n;;\n";
        let sheet = Sheet::of(text, Delimiter::Semicolon, Limits::default()).unwrap();
        assert_eq!(
            sheet.header().cells,
            ["Name", "Tier", "Owner"],
            "blank lines and ends are no header"
        );
        assert_eq!(sheet.header().first_line, 3, "the header knows its line");
        let faults: Vec<_> =
            sheet.map(|row| (row.first_line, row.fault.map(|f| f.code()))).collect();
        let expected = [
            (4, None),
            (5, None),
            (6, Some("too-few-cells")),
            (7, Some("too-many-cells")),
            (8, None),
        ];
        assert_eq!(faults, expected, "only rows that lose or gain text are at fault");
    }

    #[test]
    fn a_header_with_an_open_quote_is_an_error_with_its_line() {
        let error = Sheet::of("Name;\"Tier\nA;1\n", Delimiter::Semicolon, Limits::default()).err();
        let fault = RowFault::QuoteNeverClosed { column: 2, line: 1 };
        assert_eq!(error, Some(Error::BrokenHeader { line: 1, fault }), "rows need a sound header");
    }
}
