//! The coverage report as PDF, upright.

use super::model::{Framework, Model, Requirement, State};
use crate::error::Result;
use crate::figure::{dash, grouped};
use crate::frame::Rendered;
use crate::layout::{Bookmarks, Density, Flow, Links, Mark, Row, Sheet, Table, Width};
use crate::typeset::{Look, Rich};

const DENSE: Density = Density::Dense;

/// Sets the coverage report.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let links = Links::new([], &model.frame.records);
    let mut flow = Flow::new(&model.frame, Sheet::portrait(), links)?;
    let about = flow.links.find(&model.about, Look::regular(9.0).soft());
    flow.title("Framework coverage", &about)?;
    in_short(&mut flow, model)?;
    for framework in &model.frameworks {
        requirements(&mut flow, framework)?;
    }
    flow.end_section();
    flow.gap(8.0);
    flow.note(&Rich::new(&model.note, Look::regular(7.0).soft()))?;
    flow.finish(&format!("Framework coverage, {}", model.frame.period))
}

/// A row for each framework with how many of its requirements stand how.
fn in_short(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    flow.section("In short", "requirements by what the record holds")?;
    let columns = [
        ("Framework", Width::Share(1.0)),
        ("No evidence", Width::Points(64.0)),
        ("Only earlier", Width::Points(64.0)),
        ("In the period", Width::Points(64.0)),
        ("Not in scope", Width::Points(64.0)),
    ];
    let mut table = Table::of(Density::Standard, &columns, "No framework is known.");
    for place in 1..columns.len() {
        table = table.figures(place, if place + 1 == columns.len() { 0.0 } else { 6.0 });
    }
    let look = Density::Standard.look();
    let states = [State::None, State::Earlier, State::InPeriod, State::OutOfScope];
    let rows = model.frameworks.iter().map(|framework| {
        let count = |state| {
            let standing = framework.states.iter().find(|standing| standing.state == state);
            let count = standing.map_or(0, |standing| standing.requirements.len());
            Rich::new(grouped(count as u64), look)
        };
        let name = Rich::new(&framework.name, Density::Standard.key());
        Row::cells(std::iter::once(name).chain(states.map(count)).collect())
    });
    flow.table(&table, rows)
}

fn requirements(flow: &mut Flow<'_>, framework: &Framework) -> Result<()> {
    let all: usize = framework.states.iter().map(|standing| standing.requirements.len()).sum();
    flow.section(&framework.name, &format!("{} requirements, gaps first", grouped(all as u64)))?;
    flow.note(&Rich::new(&framework.says, Look::regular(7.0).soft()))?;
    flow.gap(4.0);
    let columns = [
        ("Requirement", Width::Points(76.0)),
        ("What is asked", Width::Share(1.15)),
        ("Evidence", Width::Share(1.0)),
    ];
    let table = Table {
        bookmarks: Bookmarks::Groups,
        ..Table::of(DENSE, &columns, "It has no requirement here.")
    };
    let links = flow.links.clone();
    let rows = framework.states.iter().flat_map(|standing| {
        let group = Row::Group {
            title: standing.words.clone(),
            count: grouped(standing.requirements.len() as u64),
        };
        let links = links.clone();
        let row = move |one| requirement(one, standing.state, &links);
        std::iter::once(group).chain(standing.requirements.iter().map(row))
    });
    flow.table(&table, rows)
}

fn requirement(one: &Requirement, state: State, links: &Links) -> Row {
    let (look, soft) = (DENSE.look(), DENSE.look().soft());
    let mark = match state {
        State::None => Mark::Ring,
        State::Earlier => Mark::Triangle,
        State::InPeriod => Mark::Tick,
        State::OutOfScope => Mark::Dash,
    };
    let mut asked = Rich::new(format!("{}\n", one.title), DENSE.key()).words(&one.asks, look);
    if !one.applies.is_empty() {
        asked = asked.words(format!(" {}.", one.applies), soft);
    }
    let shown = links.find(dash(&one.evidence), look);
    Row::cells(vec![
        // "MEASURE 2.1" is one name, and never two lines.
        Rich::new(one.id.replace(' ', "\u{a0}"), DENSE.key()),
        asked,
        Rich::empty().mark(mark, look).then(shown),
    ])
}
