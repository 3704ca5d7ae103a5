//! Exceptions as a table, as a list shows them.

use domain::exception::Stage;
use report::csv::{self, Reader, Table};

use super::leave;
use crate::exceptions::{ExceptionRow, ExportExceptions};
use crate::files::{Purpose, Written};
use crate::operations::Nothing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_exceptions(&mut self, request: ExportExceptions) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        self.preparer()?;
        let as_of = self.open()?.last()?;
        let view = self.exceptions(Nothing {})?;
        let rows = match request.stage {
            Stage::Open => view.open,
            Stage::Resolved => view.over,
        };
        let bytes = csv::write(&table(&rows), Reader::Spreadsheet)?;
        let export = super::export("exceptions", "csv", as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}

fn table(rows: &[ExceptionRow]) -> Table {
    let heads = [
        "Exception",
        "Raised",
        "Kind",
        "Severity",
        "Workflow",
        "Name",
        "What",
        "For",
        "Raised by",
        "Stop",
        "Overrides",
        "Resolved",
        "Resolved by",
        "Words",
    ];
    let line = |row: &ExceptionRow| {
        let text = |words: &Option<String>| words.clone().unwrap_or_default();
        vec![
            row.exception.clone(),
            row.raised_at.clone(),
            row.kind.words().to_owned(),
            row.severity.words().to_owned(),
            text(&row.workflow),
            text(&row.workflow_name),
            row.what.clone().unwrap_or_else(|| "(erased)".to_owned()),
            row.routed_name.clone(),
            row.raised_by.clone(),
            text(&row.stop),
            row.overrides.join(" "),
            text(&row.ended_at),
            text(&row.ended_by),
            text(&row.words),
        ]
    };
    Table { heads: heads.map(str::to_owned).to_vec(), rows: rows.iter().map(line).collect() }
}
