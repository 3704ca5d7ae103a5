//! The minutes of a review, as PDF and as Markdown.

mod markdown;
mod model;
mod pdf;
mod words;

pub use markdown::markdown;
pub use model::{
    Action, Addendum, Asked, Attendance, CarriedIn, ChairTaken, Closing, Decided, Item, Minute,
    Model, Outcome, Presence, Progress, Signature, Tiered, Voted,
};
pub use pdf::pdf;
