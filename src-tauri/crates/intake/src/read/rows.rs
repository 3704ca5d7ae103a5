//! Text to rows: RFC 4180's grammar, with any line end, and forgiving where nothing is lost.
//!
//! The csv crate accepts every input, which is what a record must not do: it joins the rest of
//! the file into one cell when a quote stays open, drops the sign of text after a closing quote,
//! and does not count lone carriage returns as lines. So the rows are read here, and the csv
//! crate serves as the oracle of the tests and writes what goes out.

use std::borrow::Cow;

use super::{Delimiter, Limits, Row, RowFault};
use crate::words::excerpt;

/// Kept of a cell that is over the limit, in characters.
const KEPT_OF_LONG_CELL: usize = 2_000;

/// The rows of a text, in order. Every physical line belongs to exactly one row.
///
/// A quote that is not closed costs the line it opens on, not the rest of the file: reading goes
/// on with the line after it. Each byte is looked at no more than a few times whatever the input,
/// because past a quote that stays open no other can open before the place where it failed.
#[derive(Debug, Clone)]
pub struct Rows<'t> {
    text: &'t str,
    at: usize,
    line: u64,
    delimiter: u8,
    limits: Limits,
    /// Cells of the row before: most rows of a table have as many.
    wide: usize,
}

impl<'t> Rows<'t> {
    /// The rows of `text`, whose first physical line is line 1.
    pub fn of(text: &'t str, delimiter: Delimiter, limits: Limits) -> Self {
        Rows { text, at: 0, line: 1, delimiter: delimiter.byte(), limits, wide: 0 }
    }

    /// The same for a text whose first line has another number.
    pub(super) fn from_line(
        text: &'t str,
        line: u64,
        delimiter: Delimiter,
        limits: Limits,
    ) -> Self {
        Rows { line, ..Self::of(text, delimiter, limits) }
    }

    /// Where the next row begins.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The number of the line on which the next row begins.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    fn read_cell(&mut self, row: &mut Cells<'t>) -> bool {
        let start = self.at;
        let quote = self.past_blanks(start);
        if self.byte(quote) == Some(b'"') {
            self.read_quoted(row, quote)
        } else {
            let end = self.end_of_bare(start);
            self.keep(row, start, end, false);
            self.pass_separator(end)
        }
    }

    fn read_quoted(&mut self, row: &mut Cells<'t>, open: usize) -> bool {
        let (column, line) = (row.found + 1, self.line);
        let Some((close, doubled)) = self.closing_quote(open + 1) else {
            row.fail(RowFault::QuoteNeverClosed { column, line });
            return self.give_up_line(row, open);
        };
        let breaks = line_breaks(self.slice(open + 1, close));
        let after = self.past_blanks(close + 1);
        if self.is_separator(after) {
            self.keep(row, open + 1, close, doubled);
            self.line += breaks;
            return self.pass_separator(after);
        }
        if breaks > 0 {
            row.fail(RowFault::QuoteClosedInText { column, line, closed: line + breaks });
            return self.give_up_line(row, open);
        }
        row.fail(RowFault::TextAfterQuote { column, line });
        let end = self.end_of_bare(after);
        self.keep(row, open, end, false);
        self.pass_separator(end)
    }

    /// Ends the row with the line it stands on, quotes or not.
    fn give_up_line(&mut self, row: &mut Cells<'t>, from: usize) -> bool {
        let end = self.seek(from, is_line_end);
        self.keep(row, from, end, false);
        self.pass_separator(end)
    }

    fn keep(&self, row: &mut Cells<'t>, start: usize, end: usize, doubled: bool) {
        let text = self.slice(start, end);
        row.found += 1;
        if row.found > self.limits.columns {
            return;
        }
        let (bytes, limit) = (text.len(), self.limits.cell_bytes);
        let cell = if bytes > limit {
            let column = row.found;
            row.fail(RowFault::CellTooLong { column, line: self.line, bytes, limit });
            Cow::Owned(excerpt(text, KEPT_OF_LONG_CELL))
        } else if doubled {
            Cow::Owned(text.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(text)
        };
        row.cells.push(cell);
    }

    /// Steps over a delimiter (the row goes on) or over a line end or the end (it does not).
    fn pass_separator(&mut self, at: usize) -> bool {
        let line_end = match self.byte(at) {
            Some(b'\r') if self.byte(at + 1) == Some(b'\n') => 2,
            Some(b'\r' | b'\n') => 1,
            Some(_) => {
                self.at = at + 1;
                return true;
            }
            None => 0,
        };
        self.at = at + line_end;
        self.line += u64::from(line_end > 0);
        false
    }

    fn closing_quote(&self, from: usize) -> Option<(usize, bool)> {
        let (mut at, mut doubled) = (from, false);
        loop {
            at = self.seek(at, |b| b == b'"');
            self.byte(at)?;
            if self.byte(at + 1) != Some(b'"') {
                return Some((at, doubled));
            }
            doubled = true;
            at += 2;
        }
    }

    fn end_of_bare(&self, from: usize) -> usize {
        let delimiter = self.delimiter;
        self.seek(from, |b| b == delimiter || is_line_end(b))
    }

    fn past_blanks(&self, from: usize) -> usize {
        let delimiter = self.delimiter;
        self.seek(from, |b| !(b == b' ' || b == b'\t' && delimiter != b'\t'))
    }

    fn seek(&self, from: usize, wanted: impl Fn(u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        rest.iter().position(|b| wanted(*b)).map_or(self.text.len(), |offset| from + offset)
    }

    fn is_separator(&self, at: usize) -> bool {
        self.byte(at).is_none_or(|b| b == self.delimiter || is_line_end(b))
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }
}

impl<'t> Iterator for Rows<'t> {
    type Item = Row<'t>;

    fn next(&mut self) -> Option<Row<'t>> {
        if self.at >= self.text.len() {
            return None;
        }
        let first_line = self.line;
        let mut cells = Cells { cells: Vec::with_capacity(self.wide), ..Cells::default() };
        while self.read_cell(&mut cells) {}
        self.wide = cells.cells.len();
        // The line end that closed the row already counts for the next one.
        let closed_by_line_end =
            self.at.checked_sub(1).and_then(|before| self.byte(before)).is_some_and(is_line_end);
        let last_line = if closed_by_line_end { self.line - 1 } else { self.line };
        if cells.found > self.limits.columns {
            cells
                .fail(RowFault::TooManyCells { found: cells.found, expected: self.limits.columns });
        }
        Some(Row { first_line, last_line, cells: cells.cells, fault: cells.fault })
    }
}

/// The row under way; `found` counts also the cells beyond the limit, which are not kept.
#[derive(Default)]
struct Cells<'t> {
    cells: Vec<Cow<'t, str>>,
    found: usize,
    fault: Option<RowFault>,
}

impl Cells<'_> {
    fn fail(&mut self, fault: RowFault) {
        self.fault.get_or_insert(fault);
    }
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

/// Line ends in a text: LF, CR LF or a lone CR, each once.
pub(super) fn line_breaks(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let feeds = bytes.iter().filter(|b| **b == b'\n').count();
    let returns = bytes.iter().filter(|b| **b == b'\r').count();
    let pairs = bytes.windows(2).filter(|pair| *pair == b"\r\n").count();
    (feeds + returns - pairs) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads with commas and draws each row as `first-last: a|b|c !fault`.
    fn drawn(text: &str) -> Vec<String> {
        let limits = Limits { cell_bytes: 20, columns: 5, ..Limits::default() };
        Rows::of(text, Delimiter::Comma, limits)
            .map(|row| {
                let fault =
                    row.fault.as_ref().map(|f| format!(" !{}", f.code())).unwrap_or_default();
                format!("{}-{}: {}{fault}", row.first_line, row.last_line, row.cells.join("|"))
            })
            .collect()
    }

    #[test]
    fn rows_know_their_lines_and_bad_ones_cost_no_good_ones() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("empty text has no rows", "", &[]),
            ("last line without an end", "a,b\nc,d", &["1-1: a|b", "2-2: c|d"]),
            ("mixed line ends", "a\r\nb\rc\nd", &["1-1: a", "2-2: b", "3-3: c", "4-4: d"]),
            ("blank lines count as lines", "a\n\n\nb\n", &["1-1: a", "2-2: ", "3-3: ", "4-4: b"]),
            ("a trailing delimiter is an empty cell", "a,\n,", &["1-1: a|", "2-2: |"]),
            ("quotes hold delimiters", "\"a,b\",c\n", &["1-1: a,b|c"]),
            ("doubled quotes are one", "\"a \"\"b\"\"\",\"\"\n", &["1-1: a \"b\"|"]),
            (
                "quotes hold line ends",
                "\"a\r\nb\rc\nd\",e\nf\n",
                &["1-4: a\r\nb\rc\nd|e", "5-5: f"],
            ),
            ("a row may end in a quoted line end", "\"a\n\"\nb", &["1-2: a\n", "3-3: b"]),
            ("blanks around quotes are no text", "a, \"b,c\" ,d\n", &["1-1: a|b,c|d"]),
            (
                "a quote inside bare text is text",
                "5\" pipe,b \"c\"\nd\n",
                &["1-1: 5\" pipe|b \"c\"", "2-2: d"],
            ),
            (
                "text after a quote",
                "\"a\" b,c\nd\n",
                &["1-1: \"a\" b|c !text-after-quote", "2-2: d"],
            ),
            (
                "a quote that swallows the rest",
                "a,b\nc,\"d\ne,f\n",
                &["1-1: a|b", "2-2: c|\"d !quote-never-closed", "3-3: e|f"],
            ),
            (
                "a quote that runs into another",
                "a,\"b\nc\n\"d\",e\n",
                &["1-1: a|\"b !quote-closed-in-text", "2-2: c", "3-3: d|e"],
            ),
            (
                "a quote opened after a cell of two lines",
                "\"a\nb\",\"c\nd\n",
                &["1-2: a\nb|\"c !quote-never-closed", "3-3: d"],
            ),
            ("a quote alone at the end", "a\n\"", &["1-1: a", "2-2: \" !quote-never-closed"]),
            (
                "a cell over the limit",
                "aaaaaaaaaaaaaaaaaaaaaaaaa,b\nc\n",
                &["1-1: aaaaaaaaaaaaaaaaaaaaaaaaa|b !cell-too-long", "2-2: c"],
            ),
            (
                "more cells than the limit",
                "1,2,3,4,5,6,7\n8\n",
                &["1-1: 1|2|3|4|5 !too-many-cells", "2-2: 8"],
            ),
        ];
        for (name, text, expected) in cases {
            assert_eq!(drawn(text), *expected, "{name}");
        }
    }
}
