//! A decision's record, as PDF.

mod model;
mod pdf;
pub(crate) mod words;

pub use crate::entries::Entry;
pub use model::{Check, Difference, Evidence, Key, Model, Said, State, Vote};
pub use pdf::pdf;
