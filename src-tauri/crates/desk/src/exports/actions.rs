//! Action items as a table, as a list shows them.

use report::csv::{self, Reader, Table};

use super::leave;
use crate::actions::{ActionRow, ActionState, ActionsShown, ActionsView, ExportActions};
use crate::erased::or_erased;
use crate::files::{Purpose, Written};
use crate::operations::Nothing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_actions(&mut self, request: ExportActions) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        self.preparer()?;
        let me = self.open()?.at_desk.person().map(|person| person.to_string());
        let as_of = self.open()?.last()?;
        let rows = shown(self.actions(Nothing {})?, request.shown, me.as_deref());
        let bytes = csv::write(&table(&rows), Reader::Spreadsheet)?;
        let export = super::export("actions", "csv", as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}

fn shown(view: ActionsView, shown: ActionsShown, me: Option<&str>) -> Vec<ActionRow> {
    let open = |wanted: &dyn Fn(&ActionRow) -> bool| {
        view.open.iter().filter(|row| wanted(row)).cloned().collect()
    };
    match shown {
        ActionsShown::Mine => open(&|row| Some(row.who.as_str()) == me),
        ActionsShown::Open => open(&|_| true),
        ActionsShown::Late => open(&|row| row.state == ActionState::Late),
        ActionsShown::Over => view.over,
    }
}

/// Action items, a line each.
pub(super) fn table(rows: &[ActionRow]) -> Table {
    let heads = [
        "Action",
        "What",
        "Who",
        "Due",
        "State",
        "Review",
        "Item",
        "Raised by",
        "Raised",
        "Ended",
        "Words",
    ];
    let line = |row: &ActionRow| {
        let text = |words: &Option<String>| words.clone().unwrap_or_default();
        vec![
            row.action.clone(),
            or_erased(row.what.as_ref()),
            row.who_name.clone(),
            row.due.clone(),
            state(row.state).to_owned(),
            text(&row.review),
            text(&row.item),
            row.raised_by.clone(),
            row.raised_at.clone(),
            text(&row.ended_at),
            text(&row.words),
        ]
    };
    Table { heads: heads.map(str::to_owned).to_vec(), rows: rows.iter().map(line).collect() }
}

fn state(state: ActionState) -> &'static str {
    match state {
        ActionState::Open => "open",
        ActionState::Late => "late",
        ActionState::Done => "done",
        ActionState::Dropped => "dropped",
    }
}
