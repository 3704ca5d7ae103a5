//! A sample's workpaper as PDF: what was drawn from, how, what was found, and what that proves.

mod model;
mod pdf;

pub use model::{Found, Item, Model};
pub use pdf::pdf;
