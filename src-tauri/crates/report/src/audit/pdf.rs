//! The audit report as PDF, upright. It is set twice: the contents name pages that only the first
//! setting knows.

use super::contents::{FIRST, Pages, contents, entries};
use super::cover::cover;
use super::model::{Line, Model};
use super::sections::{chapter, first, rest};
use super::verify::verify;
use crate::error::Result;
use crate::frame::Rendered;
use crate::layout::{Flow, Links, Sheet};
use crate::sponsor::section;
use crate::typeset::{Look, Rich};

/// Sets the report.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let links = links(model);
    let known = entries(model).into_iter().map(|entry| (entry.number, 0)).collect();
    let (_, pages) = set(model, &known, &links)?;
    let (flow, _) = set(model, &pages, &links)?;
    flow.finish(&format!("Quarterly audit report, {}", model.period))
}

/// Sets it with the pages that the contents are to name, and gives those that sections begin on.
fn set<'m>(model: &'m Model, named: &Pages, links: &Links) -> Result<(Flow<'m>, Pages)> {
    let mut flow = Flow::new(&model.frame, Sheet::portrait(), links.clone())?;
    let mut pages = Pages::new();
    cover(&mut flow, model)?;
    contents(&mut flow, model, named)?;
    first(&mut flow, model, &mut pages)?;
    rest(&mut flow, model, &mut pages)?;
    flow.turn()?;
    let below = "All you need is the file or its evidence pack: no network, and no trust in whoever \
                 made this report.";
    let number = model.sections.len() + FIRST;
    let below = Rich::new(below, Look::regular(9.0).soft());
    chapter(&mut flow, &mut pages, number, "How to verify this report", &below, 0.0)?;
    verify(&mut flow, model)?;
    Ok((flow, pages))
}

/// Every record that stands in it, and every section.
fn links(model: &Model) -> Links {
    let parts = model.sections.iter().flat_map(|one| &one.parts);
    let records = parts.flat_map(|part| &part.lines).filter_map(|line| match line {
        Line::Row { record, .. } => record.as_deref(),
        Line::Group { .. } => None,
    });
    let mut sections: Vec<String> =
        entries(model).iter().map(|entry| section(&entry.number)).collect();
    for (one, number) in model.sections.iter().zip(FIRST..) {
        sections.extend((1..=one.parts.len()).map(|place| section(&format!("{number}.{place}"))));
    }
    let all = records.chain(sections.iter().map(String::as_str));
    Links::new(all, &model.frame.records)
}
