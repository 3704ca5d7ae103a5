//! The contents: every section and part with what it holds and its page.

use std::collections::BTreeMap;

use super::model::Model;
use crate::error::Result;
use crate::layout::{Density, Flow, Links, Mark, Part, Row, Table, Width};
use crate::sponsor::section;
use crate::typeset::{Look, Rich};

/// On which page each section begins, by its number.
pub(super) type Pages = BTreeMap<String, usize>;

/// Sections without rows of the record's own: the statement and the quarter in short, which stand
/// first, and how to verify, which stands last.
pub(super) const FIRST: usize = 3;

/// What the sponsor page is called in here, where it need not begin a page.
pub(super) const IN_SHORT: &str = "The quarter in short";

/// A line of the contents.
pub(super) struct Entry {
    pub number: String,
    pub title: String,
    pub holds: String,
}

/// Every section with its parts, in order.
pub(super) fn entries(model: &Model) -> Vec<Entry> {
    let entry = |number: String, title: &str, holds: &str| Entry {
        number,
        title: title.to_owned(),
        holds: holds.to_owned(),
    };
    let mut all =
        vec![entry("1".to_owned(), "Sponsor’s statement", ""), entry("2".to_owned(), IN_SHORT, "")];
    for (number, one) in model.sections.iter().enumerate() {
        let number = number + FIRST;
        all.push(entry(number.to_string(), &one.title, &one.holds));
        if one.parts.len() > 1 {
            let parts = one.parts.iter().zip(1..);
            all.extend(
                parts.map(|(part, place)| {
                    entry(format!("{number}.{place}"), &part.title, &part.holds)
                }),
            );
        }
    }
    all.push(entry((model.sections.len() + FIRST).to_string(), "How to verify this report", ""));
    all
}

pub(super) fn contents(flow: &mut Flow<'_>, model: &Model, pages: &Pages) -> Result<()> {
    flow.turn()?;
    flow.chapter("contents", "Contents", &Rich::empty(), 0.0)?;
    flow.gap(6.0);
    let columns = [
        ("Section", Width::Points(30.0)),
        ("", Width::Share(1.0)),
        ("Holds", Width::Points(150.0)),
        ("Page", Width::Points(32.0)),
    ];
    let table = Table::of(COMPACT, &columns, "").figures(3, 0.0);
    let links = flow.links.clone();
    let rows: Vec<Row> = entries(model).iter().map(|one| row(one, pages, &links)).collect();
    flow.table(&table, rows.into_iter())?;
    flow.end_section();
    flow.beside(&[marks()], &[tiers(), absent()])
}

fn row(entry: &Entry, pages: &Pages, links: &Links) -> Row {
    let is_part = entry.number.contains('.');
    let look = if is_part { COMPACT.look() } else { Look::semibold(7.0).tabular() };
    let record = section(&entry.number);
    let page = pages.get(&entry.number).map(ToString::to_string).unwrap_or_default();
    let led = |words: &str| match links.target(&record) {
        Some(_) => Rich::empty().link(words, &record, look),
        None => Rich::new(words, look),
    };
    Row::cells(vec![
        Rich::new(&entry.number, look),
        led(&entry.title),
        Rich::new(&entry.holds, COMPACT.look().soft()),
        Rich::new(page, look),
    ])
}

const COMPACT: Density = Density::Compact;

fn marks() -> Part {
    let words = [
        (Mark::Tick, "Fine"),
        (Mark::Triangle, "Attention"),
        (Mark::Diamond, "Breach, late or failed"),
        (Mark::Dash, "Not applicable"),
        (Mark::HalfDisc, "Waiting"),
        (Mark::CrossedRing, "Missed"),
        (Mark::Disc, "Live, held"),
        (Mark::Bars, "Paused"),
        (Mark::Square, "Stopped"),
        (Mark::Ring, "New, draft"),
    ];
    let pairs = words.chunks(2).map(|pair| {
        Row::cells(pair.iter().map(|(mark, word)| COMPACT.marked(*mark, word)).collect())
    });
    part("Reading the marks", &[("", Width::Share(1.0)), ("", Width::Share(1.0))], pairs.collect())
}

fn tiers() -> Part {
    let tier = |(tier, word): (u8, &str)| {
        Rich::empty().tier(tier, COMPACT.look()).words(format!("{tier} {word}"), COMPACT.look())
    };
    let cells = [[(1, "Suggest"), (2, "Draft")], [(3, "Approval"), (4, "Autonomous")]];
    let rows = cells.into_iter().map(|pair| Row::cells(pair.map(tier).to_vec()));
    part("Autonomy tiers", &[("", Width::Share(1.0)), ("", Width::Share(1.0))], rows.collect())
}

fn absent() -> Part {
    let says = "The content of messages and records: the desk keeps pointers, not copies. Any \
                percentage of compliance: the report names the evidence for each requirement and \
                leaves the judgement to the reader.";
    let row = Row::cells(vec![Rich::new(says, COMPACT.look().soft())]);
    part("Not in this report", &[("", Width::Share(1.0))], vec![row])
}

fn part(head: &str, columns: &[(&str, Width)], rows: Vec<Row>) -> Part {
    let table = Table::of(COMPACT, columns, "");
    Part { head: head.to_owned(), count: String::new(), table, rows }
}
