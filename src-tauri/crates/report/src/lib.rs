//! Files out: PDF, CSV, Markdown, packs.
//!
//! Nothing here asks for anything: each report gets a model and renders it. The same
//! model gives the same bytes.

mod atomic_write;
mod error;
mod escape;
mod figure;
mod frame;
mod layout;
mod pdf;
mod typeface;
mod typeset;

pub mod csv;
pub mod listing;
pub mod minutes;
pub mod pack;
pub mod register;

pub use atomic_write::atomic_write;
pub use error::{Error, Result};
pub use figure::grouped;
pub use frame::{Frame, Head, Rendered};
pub use typeset::isolate;
