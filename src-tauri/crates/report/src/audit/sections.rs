//! The sections of the report, each a sentence and its parts.

use std::collections::BTreeSet;

use super::cell::{DENSE, line, table};
use super::contents::{FIRST, IN_SHORT, Pages};
use super::cover::statement;
use super::model::{Event, Model, Part, Plot};
use crate::error::Result;
use crate::layout::{
    Bookmarks, Chart, Column, Density, Drawn, Flow, Key, Links, Row, Spot, Table, Trend, Width,
};
use crate::sponsor::{section, set};
use crate::typeset::{Look, Rich};

const SOFT: Look = Look::regular(9.0).soft();
const NOTE: Look = Look::regular(7.0).soft();
/// Charts that stand on a page with what their letters stand for.
const ON_A_PAGE: usize = 6;

/// The statement, and the quarter in short.
pub(super) fn first(flow: &mut Flow<'_>, model: &Model, pages: &mut Pages) -> Result<()> {
    flow.turn()?;
    let written = flow.links.find(&model.statement.written, SOFT);
    chapter(flow, pages, 1, "Sponsor’s statement", &written, 0.0)?;
    flow.gap(10.0);
    statement(flow, model)?;
    if let Some(narrative) = &model.statement.narrative {
        let look = Look::serif(9.5);
        flow.section("To the board", "as the same audit puts it")?;
        let narrative = flow.links.find(narrative, look);
        flow.prose(&narrative, look, 13.0)?;
    }
    let about = flow.links.find(&model.about, SOFT);
    chapter(flow, pages, 2, IN_SHORT, &about, 0.0)?;
    set(flow, &model.quarter, Density::Dense)
}

/// What the record holds, section by section.
pub(super) fn rest(flow: &mut Flow<'_>, model: &Model, pages: &mut Pages) -> Result<()> {
    for (number, one) in model.sections.iter().enumerate() {
        let number = number + FIRST;
        let lead = flow.links.find(&one.lead, SOFT);
        if one.parts.iter().any(|part| !part.plots.is_empty()) {
            flow.turn_unless_fresh()?;
        }
        let opens = one.parts.first().map_or(Ok(0.0), |part| opening(flow, part))?;
        chapter(flow, pages, number, &one.title, &lead, opens)?;
        let several = one.parts.len() > 1;
        for (part, place) in one.parts.iter().zip(1..) {
            let numbered = format!("{number}.{place}");
            let head =
                if several { format!("{numbered} {}", part.title) } else { part.title.clone() };
            let needs = opening(flow, part)?;
            let page = flow.subsection(&section(&numbered), &head, &part.holds, needs)?;
            pages.insert(numbered, page);
            self::part(flow, part)?;
        }
    }
    flow.end_section();
    Ok(())
}

/// What stays on one page with a part's head.
fn opening(flow: &mut Flow<'_>, part: &Part) -> Result<f32> {
    if part.columns.is_empty() || !part.plots.is_empty() {
        return Ok(0.0);
    }
    let links = flow.links.clone();
    let table = table(&part.columns, &part.empty);
    flow.opening(&table, part.lines.iter().map(|one| line(one, &links)))
}

/// Begins a section with the `needs` points that its first part takes at least, and remembers its page.
pub(super) fn chapter(
    flow: &mut Flow<'_>,
    pages: &mut Pages,
    number: usize,
    title: &str,
    below: &Rich,
    needs: f32,
) -> Result<()> {
    let number = number.to_string();
    flow.chapter(&section(&number), &format!("{number} {title}"), below, needs)?;
    pages.insert(number, flow.page_number());
    Ok(())
}

fn part(flow: &mut Flow<'_>, part: &Part) -> Result<()> {
    let links = flow.links.clone();
    for plots in part.plots.chunks(ON_A_PAGE) {
        let charts: Vec<Chart> = plots.iter().map(|plot| chart(plot, flow)).collect();
        flow.charts(&charts, key(part, plots, &links).as_ref())?;
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

/// What the letters in these charts stand for, in two halves; nothing where no letter is in them.
fn key(part: &Part, plots: &[Plot], links: &Links) -> Option<Key> {
    let letters: BTreeSet<&String> =
        plots.iter().flat_map(|plot| &plot.spots).flat_map(|spot| &spot.letters).collect();
    let events: Vec<&Event> =
        part.events.iter().filter(|one| letters.contains(&one.letter)).collect();
    let (left, right) = events.split_at(events.len().div_ceil(2));
    let cells = |event: Option<&&Event>| match event {
        Some(event) => [
            Rich::new(&event.letter, Look::semibold(7.5)),
            Rich::new(&event.day, DENSE.look().soft()),
            links.find(&event.what, DENSE.look()),
        ],
        None => [Rich::empty(), Rich::empty(), Rich::empty()],
    };
    let rows = left.iter().enumerate().map(|(place, one)| {
        let other = cells(right.get(place));
        Row::cells(cells(Some(one)).into_iter().chain([Rich::empty()]).chain(other).collect())
    });
    let half = [("", Width::Points(18.0)), ("", Width::Points(38.0)), ("", Width::Share(1.0))];
    let mut table = Table::of(DENSE, &half, "");
    let other = table.columns.clone();
    table.columns.push(Column::gutter(18.0));
    table.columns.extend(other);
    let head = Rich::new("What happened in the quarter", Look::semibold(8.0))
        .words(" letters as in the charts", NOTE);
    (!events.is_empty()).then(|| Key { head, table, rows: rows.collect() })
}

fn chart(plot: &Plot, flow: &Flow<'_>) -> Chart {
    let spots = plot.spots.iter().map(|spot| Spot {
        period: spot.period.clone(),
        value: spot.value,
        missing: spot.missing,
        baseline: spot.baseline,
        outside: spot.outside,
        letters: spot.letters.clone(),
    });
    Chart {
        title: plot.title.clone(),
        note: flow.links.find(&plot.note, NOTE),
        drawn: Drawn::Trend(Trend {
            spots: spots.collect(),
            last: plot.last.clone(),
            limit: plot.limit.clone(),
            base: plot.base.clone(),
        }),
    }
}
