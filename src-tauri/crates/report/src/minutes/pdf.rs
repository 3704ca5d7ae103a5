//! The minutes as PDF.

mod attendance;
mod followed;
mod items;
mod signed;

use super::model::Model;
use super::words;
use crate::error::Result;
use crate::frame::Rendered;
use crate::layout::{Density, Flow, Links, Sheet, fitted};
use crate::typeset::Look;
use signed::closing;

/// Room at the right of a column.
const PAD: f32 = 6.0;

/// Sets the minutes: with closer lines where that saves a page, so that a call's signature stands
/// on the page it signs.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let closer = [Density::Compact, Density::Tight];
    fitted(Density::Dense, &closer, |density| Paper { density }.set(model))
}

/// The minutes at one density.
#[derive(Clone, Copy)]
struct Paper {
    density: Density,
}

impl Paper {
    fn set(self, model: &Model) -> Result<Rendered> {
        let mut flow = Flow::new(&model.frame, Sheet::portrait(), links(model))?;
        let below = flow.links.find(&words::when(model), Look::regular(9.0).soft());
        flow.title(&model.name, &below)?;
        self.attendance(&mut flow, model)?;
        self.items(&mut flow, model)?;
        self.retiered(&mut flow, model)?;
        self.carried_in(&mut flow, model)?;
        self.decided(&mut flow, model)?;
        self.actions(&mut flow, model)?;
        self.addenda(&mut flow, model)?;
        self.said(&mut flow, model)?;
        closing(&mut flow, model)?;
        flow.finish(&format!("{}, {}", model.name, model.reference))
    }
}

/// Action items and decisions stand in the minutes; everything else in files beside them.
fn links(model: &Model) -> Links {
    let actions = model.actions.iter().map(|action| action.reference.as_str());
    let decisions = model.decided.iter().map(|decided| decided.reference.as_str());
    Links::new(actions.chain(decisions), &model.frame.records)
}
