//! The coverage of frameworks as PDF: what evidence there is for each requirement, gaps first.

mod model;
mod pdf;

pub use model::{Framework, Model, Requirement, Standing, State};
pub use pdf::pdf;
