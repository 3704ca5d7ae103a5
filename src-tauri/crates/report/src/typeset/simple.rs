//! The short way for text that needs neither shaping nor reordering: nearly all of it.

use super::breaks::binds;
use super::look::Look;
use super::paragraph::{Glyph, Kind, Paragraph, Piece};
use crate::error::Result;
use crate::typeface::{FaceId, face};

/// True when every character is drawn as its own glyph, left to right, in order.
pub(crate) fn is_simple(text: &str) -> bool {
    text.chars().all(|letter| {
        matches!(letter,
            '\n' | ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}'
            | '\u{48a}'..='\u{52f}' | '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{205e}'
            | '\u{20a0}'..='\u{20bf}' | '\u{2190}'..='\u{22ff}')
    })
}

/// Sets `text` as span number `span` of the paragraph, or gives false and changes nothing
/// when the look's own face lacks a character.
pub(super) fn set(
    paragraph: &mut Paragraph,
    span: u16,
    look: Look,
    at: u32,
    text: &str,
) -> Result<bool> {
    let face_of = face(look.face)?;
    let undo = (paragraph.pieces.len(), paragraph.glyphs.len());
    let mut maker = Maker { paragraph, span, id: look.face, look, from: None };
    let mut previous = '\0';
    for (place, letter) in text.char_indices() {
        let here = at + place as u32;
        if letter == '\n' {
            maker.close(here);
            maker.line_end(here);
            previous = letter;
            continue;
        }
        let tabular = look.tabular && letter.is_ascii_digit();
        let found = if tabular { face_of.tabular(letter as u8) } else { None };
        let Some((id, advance)) = found.or_else(|| face_of.glyph(letter)) else {
            paragraph.pieces.truncate(undo.0);
            paragraph.glyphs.truncate(undo.1);
            return Ok(false);
        };
        let (is_space, was_space) = (letter == ' ', previous == ' ');
        if is_space != was_space {
            maker.close(here);
        }
        let opens = was_space && !is_space && {
            let (before, after) = text.split_at(place);
            !binds(before, after)
        };
        maker.open(here, is_space, opens);
        let width = advance + look.tracking / look.size;
        let end = here + letter.len_utf8() as u32;
        maker.push(Glyph { id, advance: width, dx: 0.0, dy: 0.0, text: (here, end) });
        previous = letter;
    }
    maker.close(at + text.len() as u32);
    Ok(true)
}

/// Builds pieces letter by letter.
struct Maker<'a> {
    paragraph: &'a mut Paragraph,
    span: u16,
    id: FaceId,
    look: Look,
    from: Option<Piece>,
}

impl Maker<'_> {
    fn open(&mut self, at: u32, is_space: bool, opens: bool) {
        if self.from.is_none() {
            let glyph = self.paragraph.glyphs.len() as u32;
            self.from = Some(Piece {
                kind: if is_space { Kind::Space } else { Kind::Word },
                span: self.span,
                face: self.id,
                level: 0,
                glyphs: glyph..glyph,
                text: at..at,
                width: 0.0,
                opens: opens || self.follows_space() && !is_space,
            });
        }
    }

    /// A span that starts right after another one's space may start a line too.
    fn follows_space(&self) -> bool {
        self.paragraph
            .pieces
            .last()
            .is_some_and(|last| last.kind == Kind::Space && last.span != self.span)
    }

    fn push(&mut self, glyph: Glyph) {
        self.paragraph.glyphs.push(glyph);
        if let Some(piece) = &mut self.from {
            piece.width += glyph.advance * self.look.size;
        }
    }

    fn close(&mut self, at: u32) {
        if let Some(mut piece) = self.from.take() {
            piece.glyphs.end = self.paragraph.glyphs.len() as u32;
            piece.text.end = at;
            self.paragraph.pieces.push(piece);
        }
    }

    fn line_end(&mut self, at: u32) {
        let glyph = self.paragraph.glyphs.len() as u32;
        self.paragraph.pieces.push(Piece {
            kind: Kind::LineEnd,
            span: self.span,
            face: self.id,
            level: 0,
            glyphs: glyph..glyph,
            text: at..at + 1,
            width: 0.0,
            opens: false,
        });
    }
}
