//! Rows that were not taken in, as a table to mend them by.

use std::path::Path;

use domain::{Text, workspace};
use report::csv::{self, Reader, Table};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::files::{Written, file_name};

/// A row that is not taken in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RejectedRow {
    /// The line it starts on, from 1.
    pub line: u64,
    /// The column at fault, where one is.
    pub column: Option<String>,
    /// Stable code.
    pub code: String,
    /// Why, in a sentence.
    pub says: String,
    /// The row's name or first cell, to recognise it by.
    pub row: String,
}

impl RejectedRow {
    /// As the entry of the import keeps it.
    pub(crate) fn recorded(&self) -> workspace::RejectedRow {
        let (code, reason) = (self.code.clone(), Text::new(&self.says));
        workspace::RejectedRow { line: self.line, code, reason }
    }
}

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
