//! Requirements of frameworks that nothing of the period shows, gaps first.

use domain::Period;
use domain::framework::Coverage;

use super::PulledMark;
use super::table::{Row, Table};
use crate::frameworks::{CoverageQuery, FrameworkCoverage, RequirementRow};
use crate::{Desk, Problem};

const COLUMNS: [&str; 3] = ["Requirement", "What it is about", "What would show it"];

pub(super) fn table(desk: &mut Desk, period: Period) -> Result<Table, Problem> {
    let within = CoverageQuery { period: Some(period.to_string()), ..CoverageQuery::default() };
    let frameworks = desk.frameworks(within)?.frameworks;
    let stands = |wanted: Coverage| {
        let rows = frameworks.iter().flat_map(|one| &one.requirements);
        rows.filter(|row| row.coverage == wanted).count() as u64
    };
    let counts = vec![
        ("pulled.coverage-none", stands(Coverage::None)),
        ("pulled.coverage-earlier", stands(Coverage::Earlier)),
        ("pulled.coverage-inside", stands(Coverage::InPeriod)),
    ];
    let rows = frameworks
        .iter()
        .flat_map(|one| one.requirements.iter().filter_map(|requirement| row(one, requirement)));
    Ok(Table {
        columns: &COLUMNS,
        rows: rows.collect(),
        counts,
        empty: "Every requirement that is asked has evidence of the period.",
    })
}

/// What is pulled of a period that was over before the workspace began.
pub(super) fn nothing() -> Table {
    Table {
        columns: &COLUMNS,
        rows: Vec::new(),
        counts: Vec::new(),
        empty: "The workspace began after this period was over: nothing of it is on record.",
    }
}

/// A gap; none where the period has evidence, or nothing is asked.
fn row(framework: &FrameworkCoverage, one: &RequirementRow) -> Option<Row> {
    let (mark, word) = match one.coverage {
        Coverage::None => (PulledMark::Attention, "No evidence"),
        Coverage::Earlier => (PulledMark::Waiting, "Earlier only"),
        Coverage::InPeriod | Coverage::OutOfScope => return None,
    };
    let called = format!("{} {}", framework.name, one.called);
    let cells = vec![called, one.title.clone(), one.sources.join("; ")];
    Some(Row::of(&one.reference, cells, mark, word))
}
