//! The operating model: owners, rhythm, decision rights, who to call, how to stop. One page for a
//! usual team.

mod model;
mod pdf;

pub use model::{Away, Call, Model, Owner, Rhythm, Right};
pub use pdf::pdf;
