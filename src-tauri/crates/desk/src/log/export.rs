//! The change log as a table, filtered as it is seen.

use report::csv::{self, Reader as Reads, Table};

use super::view::{Reader, filter};
use super::{ExportLog, LogQuery, LogRow};
use crate::exports;
use crate::files::{Purpose, Written};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_log(&mut self, request: ExportLog) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let work = self.begin("export_log");
        let open = self.open()?;
        let reader = Reader::of(open)?;
        let query = LogQuery { before: None, limit: None, ..request.query };
        let changes = open.view().changes(&filter(&reader, &query, None)?)?;
        let (total, mut rows) = (changes.len() as u64, Vec::with_capacity(changes.len()));
        for (done, change) in (0..).zip(changes) {
            work.step(done, total)?;
            rows.push(line(reader.row(change)?));
        }
        let heads =
            ["Entry", "Time", "Who", "Name", "Event", "About", "What changed", "Why", "Leaf"];
        let table = Table { heads: heads.map(str::to_owned).to_vec(), rows };
        let bytes = csv::write(&table, Reads::Spreadsheet)?;
        let export = exports::export("log", "csv", open.last()?, None, &bytes);
        exports::leave(self, &path, &bytes, export)
    }
}

fn line(row: LogRow) -> Vec<String> {
    vec![
        row.entry.to_string(),
        row.at,
        row.by,
        row.by_name,
        row.event,
        row.about.unwrap_or_default(),
        row.says,
        row.why.unwrap_or_default(),
        row.hash,
    ]
}
