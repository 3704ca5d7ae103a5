//! The sections of the report, each a sentence and its parts.

use super::cell::{line, table};
use super::contents::{FIRST, Pages};
use super::cover::statement;
use super::model::{Model, Part, Plot};
use crate::error::Result;
use crate::layout::{Bookmarks, Chart, Density, Flow, Spot, Table, Trend};
use crate::sponsor::{section, set};
use crate::typeset::{Look, Rich};

const SOFT: Look = Look::regular(9.0).soft();
const NOTE: Look = Look::regular(7.0).soft();

/// The statement, and the quarter in short.
pub(super) fn first(flow: &mut Flow<'_>, model: &Model, pages: &mut Pages) -> Result<()> {
    flow.turn()?;
    let written = flow.links.find(&model.statement.written, SOFT);
    chapter(flow, pages, 1, "Sponsor’s statement", &written)?;
    flow.gap(10.0);
    statement(flow, model)?;
    if let Some(narrative) = &model.statement.narrative {
        let look = Look::serif(9.5);
        flow.section("To the board", "as the same audit puts it")?;
        let narrative = flow.links.find(narrative, look);
        flow.prose(&narrative, look, 13.0)?;
    }
    flow.turn()?;
    let about = flow.links.find(&model.about, SOFT);
    chapter(flow, pages, 2, "The quarter on one page", &about)?;
    set(flow, &model.quarter, Density::Dense)
}

/// What the record holds, section by section.
pub(super) fn rest(flow: &mut Flow<'_>, model: &Model, pages: &mut Pages) -> Result<()> {
    flow.turn()?;
    for (number, one) in model.sections.iter().enumerate() {
        let number = number + FIRST;
        let lead = flow.links.find(&one.lead, SOFT);
        chapter(flow, pages, number, &one.title, &lead)?;
        let several = one.parts.len() > 1;
        for (part, place) in one.parts.iter().zip(1..) {
            let numbered = format!("{number}.{place}");
            let head =
                if several { format!("{numbered} {}", part.title) } else { part.title.clone() };
            let page = flow.subsection(&section(&numbered), &head, &part.holds)?;
            pages.insert(numbered, page);
            self::part(flow, part)?;
        }
    }
    flow.end_section();
    Ok(())
}

/// Begins a section and remembers its page.
pub(super) fn chapter(
    flow: &mut Flow<'_>,
    pages: &mut Pages,
    number: usize,
    title: &str,
    below: &Rich,
) -> Result<()> {
    let number = number.to_string();
    flow.chapter(&section(&number), &number, title, below)?;
    pages.insert(number, flow.page_number());
    Ok(())
}

fn part(flow: &mut Flow<'_>, part: &Part) -> Result<()> {
    let links = flow.links.clone();
    if !part.plots.is_empty() {
        let charts: Vec<Chart> = part.plots.iter().map(|plot| chart(plot, flow)).collect();
        flow.charts(&charts)?;
    }
    if !part.columns.is_empty() {
        let table = Table { bookmarks: Bookmarks::None, ..table(&part.columns, &part.empty) };
        flow.table(&table, part.lines.iter().map(|one| line(one, &links)))?;
    }
    if !part.note.is_empty() {
        flow.gap(6.0);
        flow.note(&links.find(&part.note, NOTE))?;
    }
    Ok(())
}

fn chart(plot: &Plot, flow: &Flow<'_>) -> Chart {
    let spots = plot.spots.iter().map(|spot| Spot {
        period: spot.period.clone(),
        value: spot.value,
        baseline: spot.baseline,
        outside: spot.outside,
    });
    Chart {
        title: plot.title.clone(),
        note: flow.links.find(&plot.note, NOTE),
        trend: Trend {
            spots: spots.collect(),
            last: plot.last.clone(),
            limit: plot.limit.clone(),
            base: plot.base.clone(),
        },
    }
}
