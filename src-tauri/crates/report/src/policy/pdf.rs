//! A version of a policy as PDF, upright.

use super::model::{Difference, Model, Person, Section, State};
use crate::error::Result;
use crate::figure::{dash, grouped, in_fours};
use crate::frame::Rendered;
use crate::layout::{Density, Flow, Links, Mark, Passage, Row, Sheet, Table, Width};
use crate::reworded;
use crate::typeset::{Look, Rich};

const DENSE: Density = Density::Dense;
/// The room between what it is and where it stands.
const ABOVE_FACTS: f32 = 12.0;
/// Facts stand on the columns of the page, however few they are.
const COLUMNS: usize = 6;
/// Words that a person wrote, as a text has them.
const WRITTEN: Look = Look::serif(9.5);

/// Sets the document.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let links = Links::new([model.reference.as_str()], &model.frame.records);
    let mut flow = Flow::new(&model.frame, Sheet::portrait(), links)?;
    let below = flow.links.find(&model.about, Look::regular(9.0).soft());
    flow.title(&model.title, &below)?;
    facts(&mut flow, model)?;
    let of = model.sections.len();
    for (number, section) in (1..).zip(&model.sections) {
        let passages = passages(section, &flow.links);
        flow.article(&section.heading, &format!("{number}\u{a0}of\u{a0}{of}"), &passages)?;
    }
    differences(&mut flow, model)?;
    people(&mut flow, model)?;
    flow.finish(&format!("{}, {}", model.title, model.reference))
}

/// Where it stands, in a row under the title.
fn facts(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    let look = Look::regular(8.0);
    let (mark, word) = match model.state {
        State::Draft => (Mark::Ring, "Draft"),
        State::Proposed => (Mark::HalfDisc, "Proposed"),
        State::InForce => (Mark::Disc, "In force"),
        State::Replaced => (Mark::Dash, "Replaced"),
        State::Retired => (Mark::Dash, "Retired"),
    };
    let state = Rich::new("State\n", look.soft()).mark(mark, look).words(word, look);
    let links = flow.links.clone();
    let fact = |(name, fact): &(String, String)| {
        Rich::new(format!("{name}\n"), look.soft()).then(links.find(fact, look))
    };
    let cells: Vec<Rich> = std::iter::once(state).chain(model.facts.iter().map(fact)).collect();
    flow.gap(ABOVE_FACTS);
    let columns = vec![("", Width::Share(1.0)); cells.len().max(COLUMNS)];
    let table = Table::of(Density::Standard, &columns, "");
    flow.table(&table, [Row::of_record(&model.reference, cells)].into_iter())
}

/// What a section says, paragraph by paragraph and item by item.
fn passages(section: &Section, links: &Links) -> Vec<Passage> {
    let mut all: Vec<(bool, String)> = Vec::new();
    let mut open = false;
    for line in section.body.lines() {
        let (item, words) = match line.strip_prefix("- ") {
            Some(words) => (true, words),
            None => (false, line),
        };
        match all.last_mut().filter(|(listed, _)| open && !item && !listed) {
            _ if words.trim().is_empty() => open = false,
            Some((_, before)) => {
                before.push('\n');
                before.push_str(words);
            }
            None => {
                all.push((item, words.to_owned()));
                open = true;
            }
        }
    }
    let passage =
        |(item, words): (bool, String)| Passage { words: links.find(&words, WRITTEN), item };
    all.into_iter().map(passage).collect()
}

/// What it says otherwise than the version before, without what both say.
fn differences(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    let Some(against) = &model.against else { return Ok(()) };
    flow.section("Difference", against)?;
    let columns = [
        ("What", Width::Points(112.0)),
        ("Before", Width::Share(1.0)),
        ("", Width::Points(12.0)),
        ("After", Width::Share(1.1)),
    ];
    let table = Table::of(DENSE, &columns, "Nothing is said otherwise.");
    let (links, look) = (flow.links.clone(), DENSE.look());
    let side = |text: Option<&String>, look: Look| match text {
        Some(text) => links.find(text, look),
        None => Rich::new("Nothing", look.soft()),
    };
    let shortened = |one: &Difference| reworded(one.before.as_deref()?, one.after.as_deref()?);
    let rows = model.differences.iter().map(|one| {
        let (before, after) = match shortened(one) {
            Some((before, after)) => (Some(before), Some(after)),
            None => (one.before.clone(), one.after.clone()),
        };
        Row::cells(vec![
            Rich::new(&one.field, DENSE.key()),
            side(before.as_ref(), look),
            Rich::new("→", Look::semibold(look.size)),
            side(after.as_ref(), DENSE.key()),
        ])
    });
    flow.table(&table, rows)?;
    if model.differences.iter().any(|one| shortened(one).is_some()) {
        flow.gap(6.0);
        let note = "… stands for words that stay as they were.";
        flow.note(&Rich::new(note, Look::regular(7.0).soft()))?;
    }
    Ok(())
}

fn people(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    flow.section("Attestations", &model.attested)?;
    flow.note(&Rich::new(&model.asks, Look::regular(7.0).soft()))?;
    flow.gap(5.0);
    let columns = [
        ("Person", Width::Share(1.0)),
        ("Roles", Width::Share(1.6)),
        ("State", Width::Points(66.0)),
        ("Day", Width::Points(88.0)),
        ("Entry", Width::Points(36.0)),
    ];
    let nobody = match model.state {
        State::Draft | State::Proposed => "It has asked nobody yet.",
        State::InForce => "It asks nobody.",
        State::Replaced | State::Retired => "Nobody attested it while it was in force.",
    };
    let table = Table::of(DENSE, &columns, nobody).figures(4, 0.0);
    let look = DENSE.look();
    let rows = model.people.iter().map(|one: &Person| {
        let (mark, word) = match (one.attested, one.late) {
            (true, _) => (Mark::Tick, "Attested"),
            (false, true) => (Mark::Diamond, "Late"),
            (false, false) => (Mark::HalfDisc, "Asked"),
        };
        Row::cells(vec![
            Rich::new(&one.name, DENSE.key()),
            Rich::new(dash(&one.roles), look),
            DENSE.marked(mark, word),
            Rich::new(dash(&one.when), look),
            Rich::new(one.entry.map_or_else(|| "–".to_owned(), grouped), look),
        ])
    });
    flow.table(&table, rows)?;
    flow.end_section();
    flow.gap(6.0);
    let digits = in_fours(&model.subject, usize::MAX);
    let signs = format!("What an attestation signs, SHA-256 of the version as entered:\n{digits}");
    flow.note(&Rich::new(signs, Look::regular(7.0).soft()))
}
