//! The minutes of a review, as PDF and as Markdown.

mod model;

pub use model::{
    Action, Addendum, Attendance, Closing, Decision, Item, Minute, Model, Outcome, Presence,
    Progress, Signature,
};
