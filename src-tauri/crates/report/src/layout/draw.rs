//! Paragraphs onto the page.

use super::links::Links;
use super::{drawing, mark};
use crate::error::Result;
use crate::pdf::{Fonts, Ink, Page, Paint, Part, Step, Structure, Tag};
use crate::typeface::{FaceId, Metrics, REGULAR, face};
use crate::typeset::{Glyph, Kind, Line, Look, Paragraph, Piece, Rich, Typesetter};

/// Where lines stand in their width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Centre,
    Right,
}

/// A paragraph broken into lines of one width.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    pub paragraph: Paragraph,
    pub lines: Vec<Line>,
    pub width: f32,
    pub leading: f32,
    /// From the top of a line to its baseline.
    pub drop: f32,
}

impl Block {
    /// Sets `rich` in `width` points with lines `leading` points apart, each baseline `drop`
    /// points below its line's top.
    pub fn set(
        typesetter: &mut Typesetter,
        rich: &Rich,
        width: f32,
        drop: f32,
        leading: f32,
    ) -> Result<Self> {
        let mut paragraph = typesetter.set(rich)?;
        let lines = paragraph.lines(width);
        Ok(Self { paragraph, lines, width, leading, drop })
    }

    pub fn height(&self) -> f32 {
        self.lines.len() as f32 * self.leading
    }
}

/// From the top of a line to its baseline: the face's ascent and descent centred in the
/// leading, as a browser does it.
pub(crate) fn drop_of(look: Look, leading: f32) -> Result<f32> {
    let Metrics { ascent, descent, .. } = face(look.face)?.metrics;
    Ok((leading - (ascent + descent) * look.size) / 2.0 + ascent * look.size)
}

/// What drawing needs besides the page.
pub(crate) struct Pen<'a> {
    pub fonts: &'a mut Fonts,
    pub page: &'a mut Page,
    pub links: &'a Links,
    pub structure: &'a mut Structure,
    /// What the words drawn belong to; to no part, they are an artifact.
    pub part: Option<Part>,
}

impl Pen<'_> {
    /// The same pen, for the words of a part.
    pub fn of(self, part: Option<Part>) -> Self {
        Self { part, ..self }
    }

    /// Draws some of a block's lines, the first with its top at `top`.
    pub fn block(
        &mut self,
        block: &Block,
        lines: std::ops::Range<usize>,
        x: f32,
        top: f32,
        side: Side,
    ) -> Result<()> {
        let chosen = block.lines.get(lines).unwrap_or_default();
        self.page.canvas.belongs_to(self.part);
        for (number, line) in chosen.iter().enumerate() {
            let left = match side {
                Side::Left => x + line.indent,
                Side::Centre => x + (block.width - line.width) / 2.0,
                Side::Right => x + block.width - line.width,
            };
            let baseline = top + number as f32 * block.leading + block.drop;
            self.line(&block.paragraph, line, left, baseline)?;
            if number + 1 < chosen.len() {
                self.apart(block, left + line.width, baseline)?;
            }
        }
        self.page.canvas.belongs_to(None);
        Ok(())
    }

    /// A space after the words of a part: who hears them, hears no two lines as one word.
    fn apart(&mut self, block: &Block, x: f32, baseline: f32) -> Result<()> {
        let (Some(_), Some(span)) = (self.part, block.paragraph.spans.first()) else {
            return Ok(());
        };
        let Some((id, advance)) = face(REGULAR)?.glyph(' ') else { return Ok(()) };
        let Look { size, colour, .. } = span.look;
        let ink = Ink { face: REGULAR, size, colour, thicken: 0.0 };
        let space = [Glyph { id, advance, dx: 0.0, dy: 0.0, text: (0, 1) }];
        self.page.canvas.show(self.fonts, ink, (x, baseline), &space, |_| " ")
    }

    /// Draws one of several blocks that are read together, with a space after it.
    pub fn block_of_many(&mut self, block: &Block, x: f32, top: f32) -> Result<()> {
        self.block(block, 0..block.lines.len(), x, top, Side::Left)?;
        let Some(last) = block.lines.last() else { return Ok(()) };
        self.page.canvas.belongs_to(self.part);
        let below = block.height() - block.leading;
        self.apart(block, x + last.indent + last.width, top + below + block.drop)?;
        self.page.canvas.belongs_to(None);
        Ok(())
    }

    /// Draws a block turned to the left: its lines run upwards from `foot`, the first at `x`.
    pub fn upright(&mut self, block: &Block, x: f32, foot: f32) -> Result<()> {
        self.page.canvas.belongs_to(self.part);
        self.page.canvas.turn_left(x, foot);
        let top = self.page.canvas.height();
        self.block(block, 0..block.lines.len(), 0.0, top, Side::Left)?;
        self.page.canvas.turn_back();
        Ok(())
    }

    /// Draws one line from `x` on a baseline.
    fn line(&mut self, paragraph: &Paragraph, line: &Line, x: f32, baseline: f32) -> Result<()> {
        let pieces = paragraph.in_visual_order(line);
        let mut x = x;
        for run in pieces.chunk_by(|a, b| flows_on(a, b)) {
            let Some(first) = run.first() else { continue };
            let width: f32 = run.iter().map(|piece| piece.width).sum();
            self.link(paragraph, first, x, width, baseline);
            match first.kind {
                Kind::Word | Kind::Space => self.words(paragraph, run, x, baseline)?,
                Kind::Mark(mark) => mark::draw(&mut self.page.canvas, mark, x, baseline),
                Kind::Tier(filled) => mark::draw_tier(&mut self.page.canvas, filled, x, baseline),
                Kind::Drawing(drawing) => {
                    let figure =
                        self.part.map(|part| self.structure.figure(Some(part), drawing.says()));
                    self.page.canvas.belongs_to(figure);
                    drawing::draw(&mut self.page.canvas, drawing, x, baseline);
                }
                Kind::Uncovered(letter) => {
                    self.code_box(paragraph, first, letter, x, baseline)?;
                }
                Kind::LineEnd => {}
            }
            self.page.canvas.belongs_to(self.part);
            x += width;
        }
        Ok(())
    }

    fn words(
        &mut self,
        paragraph: &Paragraph,
        run: &[&Piece],
        x: f32,
        baseline: f32,
    ) -> Result<()> {
        let Some(first) = run.first() else { return Ok(()) };
        let Some(span) = paragraph.spans.get(usize::from(first.span)) else { return Ok(()) };
        let ink = Ink {
            face: first.face,
            size: span.look.size,
            colour: span.look.colour,
            thicken: span.look.thickening(first.face),
        };
        let spelled = |glyph: &Glyph| -> &str {
            match paragraph.text_of(&(glyph.text.0..glyph.text.1)) {
                // The thin space before a percent sign is found as a space.
                "\u{202f}" | "\u{a0}" => " ",
                other => other,
            }
        };
        let joined;
        let glyphs = match run {
            [only] => paragraph.glyphs_of(only),
            many => {
                joined = many
                    .iter()
                    .flat_map(|piece| paragraph.glyphs_of(piece).iter().copied())
                    .collect::<Vec<_>>();
                &joined
            }
        };
        let at = (x, baseline - span.look.rise);
        self.page.canvas.show(self.fonts, ink, at, glyphs, spelled)
    }

    /// The code point in a box, in two rows of digits, found as the character it stands for.
    fn code_box(
        &mut self,
        paragraph: &Paragraph,
        piece: &Piece,
        letter: char,
        x: f32,
        baseline: f32,
    ) -> Result<()> {
        let Some(span) = paragraph.spans.get(usize::from(piece.span)) else { return Ok(()) };
        let (size, colour) = (span.look.size, span.look.colour);
        let digits = code_digits(letter);
        let (wide, high, top) = (piece.width - 0.12 * size, 0.94 * size, baseline - 0.8 * size);
        let outline = [
            Step::Move(0.0, 0.0),
            Step::Line(wide, 0.0),
            Step::Line(wide, high),
            Step::Line(0.0, high),
            Step::Close,
        ];
        self.page.canvas.begin_actual_text(letter.encode_utf8(&mut [0; 4]));
        let left = x + 0.06 * size;
        self.page.canvas.path(&outline, left, top, 1.0, Paint::Stroke(colour, 0.35));
        let ink = Ink { face: REGULAR, size: size * CODE_SIZE, colour, thicken: 0.0 };
        let half = digits.len() / 2;
        for (row, part) in
            [digits.get(..half), digits.get(half..)].into_iter().flatten().enumerate()
        {
            let glyphs = code_glyphs(part)?;
            let at = (left + 0.08 * size, top + (0.42 + 0.43 * row as f32) * size);
            self.page.canvas.show(self.fonts, ink, at, &glyphs, |glyph| {
                part.get(glyph.text.0 as usize..glyph.text.1 as usize).unwrap_or_default()
            })?;
        }
        self.page.canvas.end_actual_text();
        Ok(())
    }

    /// Lays a link over a piece that has one; what is drawn next is then the link's.
    fn link(&mut self, paragraph: &Paragraph, piece: &Piece, x: f32, width: f32, baseline: f32) {
        let Some(part) = self.part else { return };
        let Some(span) = paragraph.spans.get(usize::from(piece.span)) else { return };
        let target = span.to.as_deref().and_then(|to| self.links.target(to));
        if let Some(target) = target {
            let size = span.look.size;
            let part = self.structure.within(part, Tag::Link);
            self.page.canvas.belongs_to(Some(part));
            self.page.link([x, baseline - size, x + width, baseline + 0.3 * size], target, part);
        }
    }
}

/// Two pieces that can be shown in one go.
fn flows_on(a: &Piece, b: &Piece) -> bool {
    let glyphs = |piece: &Piece| matches!(piece.kind, Kind::Word | Kind::Space);
    glyphs(a) && glyphs(b) && a.span == b.span && a.face == b.face && a.level == b.level
}

/// Size of the digits in a code box, in em of the text around it.
const CODE_SIZE: f32 = 0.4;

/// The code point in hex, an even number of digits, four at least.
fn code_digits(letter: char) -> String {
    let digits = format!("{:04X}", letter as u32);
    if digits.len().is_multiple_of(2) { digits } else { format!("0{digits}") }
}

/// Width of a code box in em, with the room round it.
pub(crate) fn code_box_width(letter: char) -> f32 {
    let in_a_row = code_digits(letter).len() / 2;
    in_a_row as f32 * DIGIT_WIDTH * CODE_SIZE + 0.28
}

/// Width of a digit set on its own grid, in em: Inter's widest capital of the sixteen.
const DIGIT_WIDTH: f32 = 0.72;

fn code_glyphs(digits: &str) -> Result<Vec<Glyph>> {
    let face_of: FaceId = REGULAR;
    let face = face(face_of)?;
    Ok(digits
        .char_indices()
        .filter_map(|(at, digit)| {
            let (id, _) = face.glyph(digit)?;
            let text = (at as u32, at as u32 + 1);
            Some(Glyph { id, advance: DIGIT_WIDTH, dx: 0.0, dy: 0.0, text })
        })
        .collect())
}
