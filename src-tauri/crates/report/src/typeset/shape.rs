//! Rich text in, shaped paragraphs out.

use std::collections::BTreeSet;

use rustybuzz::{BufferClusterLevel, Direction, Feature, UnicodeBuffer, ttf_parser::Tag};
use unicode_bidi::BidiInfo;

use super::breaks::openings;
use super::look::Look;
use super::paragraph::{Glyph, Kind, Paragraph, Piece, Span};
use super::rich::{Inline, Rich};
use super::simple;
use super::tidy::tidy;
use super::units::{Unit, UnitKind, cut, plain_text};
use crate::error::Result;
use crate::layout::{MARK_ADVANCE, TIER_ADVANCE, code_box_width};
use crate::typeface::{Cover, FaceId, MEDIUM, REGULAR, SEMIBOLD, SERIF, face, is_unseen};

/// Sets text; remembers which faces cover what, and what none covers. One per document.
#[derive(Default)]
pub(crate) struct Typesetter {
    cover: Cover,
    uncovered: BTreeSet<char>,
    buffer: Option<UnicodeBuffer>,
}

impl Typesetter {
    /// Every character met so far that no face at hand covers.
    pub fn uncovered(&self) -> Vec<char> {
        self.uncovered.iter().copied().collect()
    }

    /// Shapes and measures a rich text.
    pub fn set(&mut self, rich: &Rich) -> Result<Paragraph> {
        let mut paragraph = Paragraph {
            text: plain_text(rich),
            spans: rich.0.iter().map(span_of).collect(),
            ..Paragraph::default()
        };
        if !set_simply(rich, &mut paragraph)? {
            paragraph.pieces.clear();
            paragraph.glyphs.clear();
            self.set_fully(rich, &mut paragraph)?;
        }
        Ok(paragraph)
    }

    /// Every step of UAX 9, and the shaper for each run.
    fn set_fully(&mut self, rich: &Rich, paragraph: &mut Paragraph) -> Result<()> {
        let text = paragraph.text.clone();
        let bidi = BidiInfo::new(&text, None);
        paragraph.base_level = bidi.paragraphs.first().map_or(0, |first| first.level.number());
        let opens = openings(&text);
        for unit in cut(rich, &text, &bidi, &opens, &mut self.cover) {
            let Some(inline) = rich.0.get(usize::from(unit.span)) else { continue };
            match unit.kind {
                UnitKind::Object => push_object(paragraph, inline, &unit),
                UnitKind::LineEnd => push(paragraph, &unit, Kind::LineEnd, REGULAR, 0.0),
                UnitKind::Word(id) => {
                    self.shape(paragraph, &unit, Kind::Word, id, look_of(inline))?
                }
                UnitKind::Space(id) => {
                    self.shape(paragraph, &unit, Kind::Space, id, look_of(inline))?;
                }
                UnitKind::Uncovered => self.push_uncovered(paragraph, &unit, look_of(inline)),
            }
        }
        Ok(())
    }

    fn shape(
        &mut self,
        paragraph: &mut Paragraph,
        unit: &Unit,
        kind: Kind,
        id: FaceId,
        look: Look,
    ) -> Result<()> {
        let face = face(id)?;
        let text = paragraph.text.get(unit.at.clone()).unwrap_or_default().to_owned();
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.set_cluster_level(BufferClusterLevel::MonotoneGraphemes);
        for (place, letter) in text.char_indices().filter(|(_, letter)| !steers_order(*letter)) {
            buffer.add(letter, (unit.at.start + place) as u32);
        }
        let right_to_left = unit.level % 2 == 1;
        buffer.guess_segment_properties();
        buffer.set_direction(if right_to_left {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        let shaped = rustybuzz::shape(&face.shaper, features(id), buffer);

        let first = paragraph.glyphs.len();
        let clusters: Vec<u32> = shaped.glyph_infos().iter().map(|info| info.cluster).collect();
        let ends = cluster_ends(&clusters, unit.at.end as u32);
        let mut width = 0.0;
        let mut previous = None;
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let em = |value: i32| value as f32 / face.units();
            let starts_cluster = previous != Some(info.cluster);
            previous = Some(info.cluster);
            let from = info.cluster;
            let to = if starts_cluster { end_of(&ends, from) } else { from };
            let figure =
                text.get(from as usize - unit.at.start..).and_then(|rest| rest.bytes().next());
            let tabular = figure
                .filter(|figure| look.tabular && figure.is_ascii_digit() && id == look.face)
                .and_then(|figure| face.tabular(figure));
            let (id, advance) = tabular.unwrap_or((info.glyph_id as u16, em(position.x_advance)));
            let advance = advance + look.tracking / look.size;
            paragraph.glyphs.push(Glyph {
                id,
                advance,
                dx: em(position.x_offset),
                dy: em(position.y_offset),
                text: (from, to),
            });
            width += advance * look.size;
        }
        let glyphs = first as u32..paragraph.glyphs.len() as u32;
        paragraph.pieces.push(Piece {
            kind,
            span: unit.span,
            face: id,
            level: unit.level,
            glyphs,
            text: unit.at.start as u32..unit.at.end as u32,
            width,
            opens: unit.opens,
        });
        self.buffer = Some(shaped.clear());
        Ok(())
    }

    fn push_uncovered(&mut self, paragraph: &mut Paragraph, unit: &Unit, look: Look) {
        let letter = paragraph.text.get(unit.at.clone()).and_then(|text| text.chars().next());
        if let Some(letter) = letter.filter(|letter| !is_unseen(*letter)) {
            self.uncovered.insert(letter);
            let width = code_box_width(letter) * look.size;
            push(paragraph, unit, Kind::Uncovered(letter), look.face, width);
        }
    }
}

fn span_of(inline: &Inline) -> Span {
    match inline {
        Inline::Words { look, to, .. } => Span { look: *look, to: to.clone() },
        Inline::Mark(_, look) | Inline::Tier(_, look) | Inline::Drawing(_, look) => {
            Span { look: *look, to: None }
        }
    }
}

fn look_of(inline: &Inline) -> Look {
    match inline {
        Inline::Words { look, .. }
        | Inline::Mark(_, look)
        | Inline::Tier(_, look)
        | Inline::Drawing(_, look) => *look,
    }
}

/// The short way, or false when the text wants the long one.
fn set_simply(rich: &Rich, paragraph: &mut Paragraph) -> Result<bool> {
    let is_simple = rich.0.iter().all(|inline| match inline {
        Inline::Words { text, .. } => simple::is_simple(&tidy(text)),
        Inline::Mark(..) | Inline::Tier(..) | Inline::Drawing(..) => true,
    });
    if !is_simple {
        return Ok(false);
    }
    let mut at = 0;
    for (span, inline) in rich.0.iter().enumerate() {
        let span = span as u16;
        match inline {
            Inline::Words { text, look, .. } => {
                let text = tidy(text);
                if !simple::set(paragraph, span, *look, at as u32, &text)? {
                    return Ok(false);
                }
                at += text.len();
            }
            Inline::Mark(..) | Inline::Tier(..) | Inline::Drawing(..) => {
                let unit = Unit::object(at, span, ends_with_space(paragraph));
                push_object(paragraph, inline, &unit);
                at = unit.at.end;
            }
        }
    }
    Ok(true)
}

fn ends_with_space(paragraph: &Paragraph) -> bool {
    paragraph.pieces.last().is_some_and(|last| last.kind == Kind::Space)
}

fn push_object(paragraph: &mut Paragraph, inline: &Inline, unit: &Unit) {
    match inline {
        Inline::Mark(mark, _) => {
            push(paragraph, unit, Kind::Mark(*mark), REGULAR, MARK_ADVANCE);
        }
        Inline::Tier(filled, _) => {
            push(paragraph, unit, Kind::Tier(*filled), REGULAR, TIER_ADVANCE);
        }
        Inline::Drawing(drawing, _) => {
            push(paragraph, unit, Kind::Drawing(*drawing), REGULAR, drawing.width());
        }
        Inline::Words { .. } => {}
    }
}

fn push(paragraph: &mut Paragraph, unit: &Unit, kind: Kind, face: FaceId, width: f32) {
    let glyph = paragraph.glyphs.len() as u32;
    paragraph.pieces.push(Piece {
        kind,
        span: unit.span,
        face,
        level: unit.level,
        glyphs: glyph..glyph,
        text: unit.at.start as u32..unit.at.end as u32,
        width,
        opens: unit.opens,
    });
}

/// No kerning or ligatures in the faces that carry the words; every other face shapes as
/// its script asks.
fn features(id: FaceId) -> &'static [Feature] {
    const fn off(tag: &[u8; 4]) -> Feature {
        Feature { tag: Tag::from_bytes(tag), value: 0, start: 0, end: u32::MAX }
    }
    const PLAIN: [Feature; 4] = [off(b"kern"), off(b"liga"), off(b"clig"), off(b"calt")];
    if [REGULAR, MEDIUM, SEMIBOLD, SERIF].contains(&id) { &PLAIN } else { &[] }
}

/// Characters that have done their work once order and breaks are known; the shaper would
/// print them as empty glyphs. Joiners and selectors are its own business.
fn steers_order(letter: char) -> bool {
    let shapes =
        matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..);
    is_unseen(letter) && !shapes
}

/// The starts of all clusters and the end of the text, in order.
fn cluster_ends(clusters: &[u32], end: u32) -> Vec<u32> {
    let mut ends = clusters.to_vec();
    ends.push(end);
    ends.sort_unstable();
    ends.dedup();
    ends
}

fn end_of(ends: &[u32], start: u32) -> u32 {
    let next = ends.partition_point(|end| *end <= start);
    ends.get(next).copied().unwrap_or(start)
}
