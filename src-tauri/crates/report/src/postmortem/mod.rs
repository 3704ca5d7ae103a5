//! What was learnt from an exception, as PDF.

mod model;
mod pdf;

pub use model::{Followed, Model, Stands, Step};
pub use pdf::pdf;
