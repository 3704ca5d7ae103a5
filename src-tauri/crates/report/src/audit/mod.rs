//! The quarterly audit report: cover, contents, statement, sections, and how to verify it.

mod cell;
mod contents;
mod cover;
mod model;
mod pdf;
mod sections;
mod verify;

pub use model::{
    Cell, Column, Event, Fact, Key, Line, Model, Part, Plot, Section, Spot, State, Statement,
    Verify, Wide,
};
pub use pdf::pdf;
