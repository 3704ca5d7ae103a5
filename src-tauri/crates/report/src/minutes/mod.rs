//! The minutes of a review, as PDF and as Markdown.

mod markdown;
mod model;
mod pdf;
pub(crate) mod words;

pub use markdown::markdown;
pub use model::{
    Action, Addendum, Asked, Attendance, CarriedIn, ChairTaken, Closing, Decided, Item, Model,
    Outcome, Presence, Progress, Signature, Tiered, Voted,
};
pub use pdf::pdf;
