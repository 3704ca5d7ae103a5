//! The register of AI workflows: one landscape page and its CSV.

mod csv;
mod model;
mod pdf;
mod words;

pub use csv::csv;
pub use model::{Model, Row, Status, Tier};
pub use pdf::pdf;
