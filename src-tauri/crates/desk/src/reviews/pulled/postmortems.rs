//! Severe exceptions of the period and those open since before it, and what was learnt from them.

use std::collections::BTreeSet;

use domain::action::Stage;
use domain::metric::derived::Stretch;

use super::PulledMark;
use super::table::{Row, Table};
use crate::erased::or_erased;
use crate::exceptions::ExceptionRow;
use crate::exports::quarter::{carried_exceptions, exceptions};
use crate::{Desk, Problem};

pub(super) fn table(desk: &mut Desk, stretch: Stretch) -> Result<Table, Problem> {
    let mut raised = exceptions(desk, stretch)?;
    raised.retain(|row| row.severe);
    let mut severe = carried_exceptions(desk, stretch)?;
    severe.retain(|row| row.severe);
    let before = severe.len();
    severe.append(&mut raised);
    let actions = desk.open()?.view().actions()?.into_iter();
    let open: BTreeSet<String> = actions
        .filter(|item| item.stage == Stage::Open)
        .map(|item| item.action.to_string())
        .collect();
    let left = |row: &ExceptionRow| row.actions.iter().filter(|one| open.contains(*one)).count();
    Ok(Table {
        columns: &["What happened", "Raised", "Postmortem", "Action items"],
        counts: vec![
            ("pulled.severe", (severe.len() - before) as u64),
            ("pulled.severe-before", before as u64),
            (
                "pulled.severe-unwritten",
                severe.iter().filter(|row| row.postmortem.is_none()).count() as u64,
            ),
            ("pulled.severe-actions", severe.iter().map(|row| left(row) as u64).sum()),
        ],
        rows: severe.iter().map(|one| row(one, left(one))).collect(),
        empty: "No severe exception was raised in the period, and none was open when it began.",
    })
}

fn row(one: &ExceptionRow, left: usize) -> Row {
    let what = or_erased(one.what.as_ref());
    let written = one
        .postmortem
        .as_ref()
        .map(|written| format!("by {}, {}", written.by, written.at.get(..10).unwrap_or_default()));
    let (mark, word) = match (&written, one.stage.is_open(), left) {
        (None, ..) => (PulledMark::Breach, "No postmortem".to_owned()),
        (Some(_), true, _) => (PulledMark::Attention, one.stage.words().to_owned()),
        (Some(_), false, 0) => (PulledMark::Fine, one.stage.words().to_owned()),
        (Some(_), false, _) => (PulledMark::Attention, "Action items open".to_owned()),
    };
    let actions = match one.actions.len() {
        0 => "none".to_owned(),
        all => format!("{left} of {all} open"),
    };
    let raised = one.raised_at.get(..10).unwrap_or_default().to_owned();
    let written = written.unwrap_or_else(|| "not written".to_owned());
    Row::of(&one.exception, vec![what, raised, written, actions], mark, word)
}
