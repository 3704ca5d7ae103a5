//! Exceptions as a table, as a list shows them.

use std::collections::BTreeMap;

use report::Clock;
use report::csv::{self, Reader, Table};

use super::leave;
use crate::erased::or_erased;
use crate::exceptions::{ExceptionRow, ExportExceptions, TimeState};
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
        let all = view.open.iter().chain(&view.over);
        let known: BTreeMap<&str, &ExceptionRow> =
            all.map(|row| (row.exception.as_str(), row)).collect();
        let rows: Vec<&ExceptionRow> =
            request.exceptions.iter().filter_map(|one| known.get(one.as_str()).copied()).collect();
        let bytes = csv::write(&table(&rows), Reader::Spreadsheet)?;
        let export = super::export("exceptions", "csv", as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}

/// How an exception's clock stands, as reports mark it.
pub(super) const fn clock(state: TimeState) -> Clock {
    match state {
        TimeState::Running | TimeState::Near | TimeState::Waiting => Clock::Running,
        TimeState::InTime => Clock::Kept,
        TimeState::Late | TimeState::WasLate => Clock::Broken,
    }
}

/// How far an exception is and how its time stands, as reports say it: "Resolved, 26 h late".
pub(super) fn stands(row: &ExceptionRow) -> String {
    format!("{}, {}", row.stage.words(), row.time.says)
}

/// Exceptions, a line each.
pub(super) fn table(rows: &[&ExceptionRow]) -> Table {
    let heads = [
        "Exception",
        "Raised",
        "Kind",
        "Severity",
        "State",
        "Workflow",
        "Name",
        "What",
        "Where",
        "For",
        "Person",
        "Due",
        "Time",
        "Escalated",
        "Raised by",
        "Review",
        "Stop",
        "Overrides",
        "Metric",
        "Decisions",
        "Action items",
        "Resolved",
        "Resolved by",
        "Words",
        "Postmortem",
    ];
    Table {
        heads: heads.map(str::to_owned).to_vec(),
        rows: rows.iter().map(|row| line(row)).collect(),
    }
}

fn line(row: &ExceptionRow) -> Vec<String> {
    let text = |words: &Option<String>| words.clone().unwrap_or_default();
    vec![
        row.exception.clone(),
        row.raised_at.clone(),
        row.kind.words().to_owned(),
        row.severity.words().to_owned(),
        row.stage.words().to_owned(),
        text(&row.workflow),
        text(&row.workflow_name),
        or_erased(row.what.as_ref()),
        text(&row.pointer),
        row.routed_name.clone(),
        text(&row.person_name),
        text(&row.time.due),
        row.time.says.clone(),
        row.time.steps.last().map(|step| step.to.clone()).unwrap_or_default(),
        row.raised_by.clone(),
        text(&row.review),
        text(&row.stop),
        row.overrides.join(" "),
        text(&row.metric),
        row.decisions.join(" "),
        row.actions.join(" "),
        text(&row.ended_at),
        text(&row.ended_by),
        text(&row.words),
        row.postmortem.as_ref().map(|written| written.at.clone()).unwrap_or_default(),
    ]
}
