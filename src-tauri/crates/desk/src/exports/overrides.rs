//! Overrides as a table. Who recorded each stands in the change log and not here: overrides are
//! counted by team and workflow, never by person.

use report::csv::{self, Reader, Table};

use super::leave;
use crate::erased::or_erased;
use crate::files::{Purpose, Written};
use crate::operations::Nothing;
use crate::overrides::{ExportOverrides, OverrideRow};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_overrides(&mut self, request: ExportOverrides) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        self.preparer()?;
        let as_of = self.open()?.last()?;
        let mut rows = self.overrides(Nothing {})?.rows;
        rows.retain(|row| request.workflow.as_ref().is_none_or(|only| row.workflow == *only));
        let bytes = csv::write(&table(&rows), Reader::Spreadsheet)?;
        let export = super::export("overrides", "csv", as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}

/// Overrides, a line each.
pub(super) fn table(rows: &[OverrideRow]) -> Table {
    let heads = [
        "Override",
        "Recorded",
        "Kind",
        "Workflow",
        "Name",
        "Team",
        "Record",
        "AI said",
        "Human chose",
        "Reason",
        "Reason proposed by AI",
        "Note",
    ];
    let line = |row: &OverrideRow| {
        let text = |words: &Option<String>| words.clone().unwrap_or_default();
        let kept = |words: &Option<String>| or_erased(words.as_ref());
        vec![
            row.reference.clone(),
            row.at.clone(),
            row.kind.words().to_owned(),
            row.workflow.clone(),
            kept(&row.workflow_name),
            row.team_name.clone().unwrap_or_else(|| text(&row.team)),
            kept(&row.pointer),
            kept(&row.ai_said),
            kept(&row.chose),
            row.reason.words().to_owned(),
            if row.generated { "yes" } else { "no" }.to_owned(),
            text(&row.note),
        ]
    };
    Table { heads: heads.map(str::to_owned).to_vec(), rows: rows.iter().map(line).collect() }
}
