//! The sponsor page: a quarter on one page or two, each number with where its rows are.

mod model;
mod pdf;
mod quarter;
mod rows;

pub use model::{
    Ask, Change, Day, DayState, Model, Month, Moved, Narrative, Piece, Proof, Quarter, Rhythm,
    Section, Shift, Tiers, Wrong,
};
pub use pdf::pdf;
pub(crate) use quarter::{section, set};
