//! RACI matrices: pages to print, and a table that can be taken in again.

mod csv;
mod model;
mod pdf;

pub use csv::csv;
pub use model::{Mark, Matrix, Model, Role, Row};
pub use pdf::pdf;
