//! Rows that were not taken in, as a table to mend them by.

use std::path::Path;

use report::csv::{self, Reader, Table};

use super::RejectedRow;
use crate::Problem;
use crate::files::{Written, file_name};

/// Writes rejected rows to `path` as CSV: line, column where any has one, why, and the row.
pub(crate) fn save_rejected_rows(path: &Path, rows: Vec<RejectedRow>) -> Result<Written, Problem> {
    let columns = rows.iter().any(|bad| bad.column.is_some());
    let line = |line: String, column: String, reason: String, row: String| {
        if columns { vec![line, column, reason, row] } else { vec![line, reason, row] }
    };
    let table = Table {
        heads: line("Line".into(), "Column".into(), "Reason".into(), "Row".into()),
        rows: rows
            .into_iter()
            .map(|bad| {
                line(bad.line.to_string(), bad.column.unwrap_or_default(), bad.says, bad.row)
            })
            .collect(),
    };
    let bytes = csv::write(&table, Reader::Spreadsheet)?;
    report::atomic_write(path, &bytes)?;
    Ok(Written::of(file_name(path), &bytes, None))
}
