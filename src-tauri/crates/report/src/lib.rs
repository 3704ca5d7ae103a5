//! Files out: PDF, CSV, Markdown, packs.
//!
//! Nothing here asks for anything: each report gets a model and renders it. The same
//! model gives the same bytes.
//!
//! [`minutes`], [`register`], [`decision`], [`postmortem`], [`policy`], [`sample`] and [`listing`] hold models and what
//! renders them; [`pack`] the evidence pack; [`csv`] the guard against formulas. Below them, in this order:
//! `layout` (pages, tables, marks), `typeset` (words to lines), `typeface` (faces, and
//! which covers what), `pdf` (content streams, fonts, what each part is, navigation, metadata).
//!
//! `pdf` writes content streams itself and saves through lopdf. printpdf was tried for it,
//! by glyph id: it keeps every glyph of every page as an operation until the file is
//! written, 417 KiB for a page of the 500-page table before anything is laid out, where the
//! goal is 200 and this crate takes under 30; and it gives a glyph one text only, so that Arabic
//! set from letters and dots cannot be copied as it was written.

mod clock;
mod draft;
mod entries;
mod error;
mod escape;
mod figure;
mod frame;
mod layout;
mod markdown;
mod pdf;
mod reworded;
mod typeface;
mod typeset;

pub mod audit;
pub mod calendar;
pub mod coverage;
pub mod csv;
pub mod decision;
pub mod listing;
pub mod minutes;
pub mod operating_model;
pub mod pack;
pub mod policy;
pub mod postmortem;
pub mod raci;
pub mod register;
pub mod sample;
pub mod sponsor;
pub mod summary;

pub use clock::Clock;
pub use draft::{Draft, Readers, atomic_write};
pub use entries::Entry;
pub use error::{Error, Result};
pub use figure::{counted, grouped, in_fours};
pub use frame::{Frame, Head, Rendered, Version};
pub use reworded::reworded;
pub use typeset::isolate;
