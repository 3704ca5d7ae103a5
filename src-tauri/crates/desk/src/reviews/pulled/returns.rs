//! What live workflows cost and bring, as their owners state it.

use domain::workflow::Status;

use super::PulledMark;
use super::table::{Row, Table};
use crate::checks::money;
use crate::erased::or_erased;
use crate::register::{CostBenefitShown, RegisterQuery, RegisterRow};
use crate::{Desk, Problem};

pub(super) fn table(desk: &mut Desk) -> Result<Table, Problem> {
    let mut live = desk.register(RegisterQuery::default())?.workflows;
    live.retain(|row| row.status == Status::Live);
    let stated = live.iter().filter(|row| row.cost_benefit.is_some()).count();
    Ok(Table {
        columns: &["Workflow", "Return a year", "Pays back in", "How it was measured"],
        rows: live.iter().map(row).collect(),
        counts: vec![
            ("pulled.returns-stated", stated as u64),
            ("pulled.returns-missing", (live.len() - stated) as u64),
        ],
        empty: "No workflow is live.",
    })
}

fn row(one: &RegisterRow) -> Row {
    let name = or_erased(one.name.as_ref());
    let Some(stated) = &one.cost_benefit else {
        let cells = vec![name, String::new(), String::new(), String::new()];
        return Row::of(&one.workflow, cells, PulledMark::Attention, "No figures stated");
    };
    let basis = stated.basis.clone().unwrap_or_default();
    let payback = stated.payback_months.as_ref().map(|months| match months.as_str() {
        "0" => "at once".to_owned(),
        "1" => "1 month".to_owned(),
        months => format!("{months} months"),
    });
    let cells = vec![name, a_year(stated), payback.unwrap_or_default(), basis.clone()];
    let loses = stated.return_a_year.as_ref().is_some_and(|value| value.starts_with('-'));
    match (loses, basis.is_empty()) {
        (true, _) => Row::of(&one.workflow, cells, PulledMark::Attention, "Costs more"),
        (false, true) => Row::of(&one.workflow, cells, PulledMark::Attention, "No basis"),
        (false, false) => Row::of(&one.workflow, cells, PulledMark::Fine, "Stated"),
    }
}

fn a_year(stated: &CostBenefitShown) -> String {
    match &stated.return_a_year {
        Some(value) => money(value, &stated.currency),
        None => "cost or benefit is missing".to_owned(),
    }
}
