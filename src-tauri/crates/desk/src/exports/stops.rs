//! Stops and drills as a table, a line for each system in which one is to be confirmed.

use report::csv::{self, Reader, Table};

use super::leave;
use crate::erased::or_erased;
use crate::files::{Purpose, Written};
use crate::operations::Nothing;
use crate::stops::{ExportStops, StopRow, StopSystem};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_stops(&mut self, request: ExportStops) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        self.preparer()?;
        let as_of = self.open()?.last()?;
        let rows = self.stops(Nothing {})?.stops;
        let bytes = csv::write(&table(&rows), Reader::Spreadsheet)?;
        let export = super::export("stops", "csv", as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}

/// Stops and drills, a line for each system.
pub(super) fn table(rows: &[StopRow]) -> Table {
    let heads = [
        "Stop",
        "At",
        "Drill",
        "Workflow",
        "Name",
        "Stopped by",
        "Signed by the machine",
        "Why",
        "System",
        "Confirmed",
        "Confirmed by",
        "Seconds to stop",
        "How it was seen",
    ];
    let lines = rows.iter().flat_map(|row| row.systems.iter().map(|system| line(row, system)));
    Table { heads: heads.map(str::to_owned).to_vec(), rows: lines.collect() }
}

fn line(row: &StopRow, system: &StopSystem) -> Vec<String> {
    let text = |words: &Option<String>| words.clone().unwrap_or_default();
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    vec![
        row.stop.clone(),
        row.at.clone(),
        yes(row.drill),
        row.workflow.clone(),
        text(&row.workflow_name),
        text(&row.by_name),
        yes(row.by_machine),
        text(&row.why),
        or_erased(system.name.as_ref()),
        text(&system.confirmed_at),
        text(&system.confirmed_by),
        system.seconds.map(|seconds| seconds.to_string()).unwrap_or_default(),
        text(&system.words),
    ]
}
