//! From words to lines: looks, shaping, bidirectional order, breaks.

mod breaks;
mod line;
mod look;
mod paragraph;
mod rich;
mod shape;
mod simple;
mod tidy;
mod units;

pub(crate) use line::Line;
pub(crate) use look::{Colour, Look, colour};
pub(crate) use paragraph::{Glyph, Kind, Paragraph, Piece};
pub(crate) use rich::{Inline, Rich};
pub(crate) use shape::Typesetter;
pub(crate) use simple::is_simple;
pub use tidy::isolate;

#[cfg(test)]
mod tests;
