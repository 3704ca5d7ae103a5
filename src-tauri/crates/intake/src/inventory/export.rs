//! Rejected rows out as CSV, to be mended and imported again.

use super::{Inventory, Rejected};
use crate::Error;

impl Inventory {
    /// The rejected rows as CSV in UTF-8 with byte-order mark, commas and CR LF: line, reason, and
    /// the original cells under their original headers. Cells a spreadsheet program would take
    /// for formulas get an apostrophe in front, which reading takes away again; that aside, the
    /// mended file can be imported as it is, and the two added columns are left out.
    ///
    /// # Errors
    /// [`Error::NotWritten`], which memory alone can cause.
    pub fn rejected_as_csv(&self) -> Result<Vec<u8>, Error> {
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{FEFF}".as_bytes().to_vec());
        let headers = self.report.mapping.columns.iter().map(|column| safe(&column.header));
        let added = ["Line".to_owned(), "Reason".to_owned()];
        writer.write_record(added.into_iter().chain(headers)).map_err(not_written)?;
        for row in &self.rejected {
            let added = [row.line.to_string(), row.reason()];
            let cells = row.cells.iter().map(|cell| safe(cell));
            writer.write_record(added.into_iter().chain(cells)).map_err(not_written)?;
        }
        writer.into_inner().map_err(not_written)
    }
}

impl Rejected {
    /// Everything wrong with the row, in one text.
    pub fn reason(&self) -> String {
        let reasons: Vec<&str> = self.problems.iter().map(|p| p.reason.as_str()).collect();
        reasons.join(" ")
    }
}

/// Whether a spreadsheet program would take a cell for a formula.
pub(super) fn starts_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// A cell as it was before it was made safe: without the one apostrophe that a writer puts before
/// whatever could become a formula, at the cell's start and after each `;`, tab and line end.
pub(super) fn unguarded(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut at_start = true;
    for (place, letter) in cell.char_indices() {
        let rest = cell.get(place + letter.len_utf8()..).unwrap_or_default();
        if !(at_start && letter == '\'' && was_guarded(rest)) {
            out.push(letter);
        }
        at_start = matches!(letter, ';' | '\t' | '\r' | '\n');
    }
    out
}

/// Whether a writer guards a text that begins so; an apostrophe of its own is guarded too.
fn was_guarded(rest: &str) -> bool {
    let blank = |c: char| c.is_whitespace() && !matches!(c, '\t' | '\r' | '\n');
    let bare = rest.trim_start_matches(blank);
    starts_formula(bare) || bare.starts_with(['\n', '\'', '\u{2212}'])
}

fn safe(cell: &str) -> String {
    if starts_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn not_written(error: impl std::fmt::Display) -> Error {
    Error::NotWritten { detail: error.to_string() }
}
