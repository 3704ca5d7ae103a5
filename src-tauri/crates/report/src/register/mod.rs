//! The register of AI workflows: one landscape page and its CSV.

mod model;

pub use model::{Model, Row, Status, Tier};
