//! Any table as PDF: a log, a list, a population test's rows.

mod model;
mod pdf;

pub use model::{Column, Kind, Model};
pub use pdf::pdf;
