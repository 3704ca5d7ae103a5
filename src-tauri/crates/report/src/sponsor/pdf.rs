//! The sponsor page as PDF, upright.

use super::model::{Model, Narrative};
use super::quarter::set;
use crate::error::Result;
use crate::frame::Rendered;
use crate::layout::{Density, Flow, Links, Sheet, fitted};
use crate::typeset::{Look, Rich};

/// Sets the sponsor page: with closer lines where that brings it to one page.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let closer = [Density::Dense, Density::Compact, Density::Tight];
    fitted(Density::Standard, &closer, |density| {
        let links = Links::new(std::iter::empty::<&str>(), &model.frame.records);
        let mut flow = Flow::new(&model.frame, Sheet::portrait(), links)?;
        let about = Rich::new(&model.about, Look::regular(9.0).soft());
        flow.title("The quarter on one page", &about)?;
        set(&mut flow, &model.quarter, density)?;
        if let Some(narrative) = &model.narrative {
            told(&mut flow, narrative)?;
        }
        flow.finish(&format!("Sponsor page, {}", model.frame.period))
    })
}

/// What the board is told, after the figures that it stands on.
fn told(flow: &mut Flow<'_>, narrative: &Narrative) -> Result<()> {
    let look = Look::serif(9.5);
    flow.section("To the board", &narrative.signed)?;
    let paragraphs = narrative.words.split("\n\n").map(str::trim).filter(|words| !words.is_empty());
    for (place, words) in paragraphs.enumerate() {
        flow.gap(if place == 0 { 0.0 } else { 6.5 });
        flow.prose(&flow.links.find(words, look), look, 13.0)?;
    }
    if !narrative.rest.is_empty() {
        flow.gap(6.0);
        flow.note(&flow.links.find(&narrative.rest, Look::regular(7.0).soft()))?;
    }
    Ok(())
}
