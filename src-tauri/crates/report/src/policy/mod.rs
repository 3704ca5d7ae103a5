//! A version of a policy as a document: what it says, what it says otherwise than the version before,
//! and who has put their name to it.

mod model;
mod pdf;

pub use model::{Difference, Model, Person, Section, State};
pub use pdf::pdf;
