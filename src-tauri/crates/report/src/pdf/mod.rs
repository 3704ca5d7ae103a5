//! PDF as a file: page contents, embedded faces, what each part is, outline, links, metadata.
//!
//! Pages are written and compressed as they are finished, with glyph ids that are already
//! the subset's: what stays in memory for a page is its compressed content.

mod canvas;
mod deflate;
mod document;
mod fonts;
mod metadata;
mod navigation;
mod number;
mod structure;
mod unicode;

pub(crate) use canvas::{Canvas, Ink, Paint, Step};
pub(crate) use document::{Document, Page};
pub(crate) use fonts::Fonts;
pub(crate) use navigation::{Bookmark, Target};
pub(crate) use structure::{Part, Structure, Tag};
