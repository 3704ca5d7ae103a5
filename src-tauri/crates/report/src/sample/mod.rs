//! A sample's workpaper as PDF: what was drawn from, how, what was found, and what that proves.

mod charts;
mod model;
mod pdf;

pub use model::{Found, Item, Limit, Model, Proves, Together, Week};
pub use pdf::pdf;
