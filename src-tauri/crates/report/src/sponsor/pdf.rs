//! The sponsor page as PDF, upright.

use super::model::Model;
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
        flow.finish(&format!("Sponsor page, {}", model.frame.period))
    })
}
