//! A decision's record, as PDF.

mod model;
mod pdf;
pub(crate) mod words;

pub use model::{Check, Difference, Entry, Evidence, Key, Model, Said, State, Vote};
pub use pdf::pdf;
