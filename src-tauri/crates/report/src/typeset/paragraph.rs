//! A text shaped and measured, not yet broken into lines.

use std::ops::Range;

use super::look::Look;
use crate::layout::{Drawing, Mark};
use crate::typeface::FaceId;

/// A glyph where shaping put it. Lengths in em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub id: u16,
    pub advance: f32,
    pub dx: f32,
    pub dy: f32,
    /// The bytes of the paragraph's text it stands for; empty for all but the first glyph
    /// of a cluster.
    pub text: (u32, u32),
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// Glyphs of one face.
    Word,
    /// Spaces, which vanish at the end of a line.
    Space,
    /// The end of a line, wanted by the text.
    LineEnd,
    /// A mark before its word.
    Mark(Mark),
    /// The boxes of a tier.
    Tier(u8),
    /// A drawing among words.
    Drawing(Drawing),
    /// A character no face covers, printed as its code point.
    Uncovered(char),
}

/// The smallest thing a line is made of: one face, one look, one direction.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    pub kind: Kind,
    pub span: u16,
    pub face: FaceId,
    /// Bidirectional level; odd runs right to left.
    pub level: u8,
    pub glyphs: Range<u32>,
    pub text: Range<u32>,
    /// In points.
    pub width: f32,
    /// A line may begin here.
    pub opens: bool,
}

/// The look of a span and where it leads.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Span {
    pub look: Look,
    pub to: Option<String>,
}

/// A shaped text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Paragraph {
    pub text: String,
    pub glyphs: Vec<Glyph>,
    pub pieces: Vec<Piece>,
    pub spans: Vec<Span>,
    /// Level of the paragraph itself: 1 when its first strong letter runs right to left.
    pub base_level: u8,
}

impl Paragraph {
    pub fn glyphs_of(&self, piece: &Piece) -> &[Glyph] {
        self.glyphs.get(piece.glyphs.start as usize..piece.glyphs.end as usize).unwrap_or_default()
    }

    pub fn text_of(&self, range: &Range<u32>) -> &str {
        self.text.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// The widest stretch no line may break, in points: what a column must hold.
    pub fn widest_word(&self) -> f32 {
        let hang = self.hang();
        let (mut widest, mut width, mut trailing) = (0.0_f32, 0.0_f32, 0.0_f32);
        for piece in &self.pieces {
            if piece.opens || piece.kind == Kind::LineEnd {
                (width, trailing) = (hang, 0.0);
            }
            if piece.kind == Kind::Space {
                trailing += piece.width;
            } else {
                width += trailing + piece.width;
                trailing = 0.0;
            }
            widest = widest.max(width);
        }
        widest
    }
}
