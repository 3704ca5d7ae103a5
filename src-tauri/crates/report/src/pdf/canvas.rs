//! The content of one page. Points, measured from the top left.

use super::fonts::Fonts;
use super::structure::Part;
use super::{number, unicode};
use crate::error::Result;
use crate::typeface::FaceId;
use crate::typeset::{Colour, Glyph};

/// A page's content stream in the making.
pub(crate) struct Canvas {
    out: Vec<u8>,
    height: f32,
    fill: Option<Colour>,
    stroke: Option<Colour>,
    /// What is drawn next belongs to this part, or to none.
    part: Option<Part>,
    /// Whose sequence of marks is open, if any is.
    open: Option<Option<Part>>,
    /// The part of each numbered sequence so far.
    parts: Vec<Part>,
}

/// A step of a path, in the path's own units, y downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Step {
    Move(f32, f32),
    Line(f32, f32),
    Curve(f32, f32, f32, f32, f32, f32),
    Close,
}

/// How a path is painted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Paint {
    Fill(Colour),
    /// With a width in the path's units.
    Stroke(Colour, f32),
}

/// How a run of glyphs is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ink {
    pub face: FaceId,
    pub size: f32,
    pub colour: Colour,
    /// Stroke added round the glyphs, in em; stands in for a weight the face lacks.
    pub thicken: f32,
}

/// A row of glyphs being shown. Lengths in em.
struct Row {
    face: FaceId,
    size: f32,
    /// Where the layout stands.
    origin: f32,
    /// Where the reader's pen stands, by the widths of the embedded font.
    pen: f32,
    rise: f32,
}

impl Canvas {
    pub fn new(height: f32) -> Self {
        Self {
            out: Vec::with_capacity(16 * 1024),
            height,
            fill: None,
            stroke: None,
            part: None,
            open: None,
            parts: Vec::new(),
        }
    }

    /// The content, and the part of each of its numbered sequences.
    pub fn finish(mut self) -> (Vec<u8>, Vec<Part>) {
        self.close();
        (self.out, self.parts)
    }

    /// What is drawn from here on belongs to `part`; to none, it is an artifact.
    pub fn belongs_to(&mut self, part: Option<Part>) {
        self.part = part;
    }

    /// Opens the sequence that what is drawn next belongs to.
    fn mark(&mut self) {
        if self.open == Some(self.part) {
            return;
        }
        self.close();
        match self.part {
            None => self.op("/Artifact BMC"),
            Some(part) => {
                let number = self.parts.len();
                self.op(&format!("/{} <</MCID {number}>> BDC", part.name()));
                self.parts.push(part);
            }
        }
        self.open = Some(self.part);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.op("EMC");
        }
    }

    /// The page's height.
    pub fn height(&self) -> f32 {
        self.height
    }

    /// From here to [`Self::turn_back`] the page lies on its right side, with the end of its left
    /// edge at `x` and `foot` of the page as it stands.
    pub fn turn_left(&mut self, x: f32, foot: f32) {
        self.mark();
        self.out.extend_from_slice(b"q 0 1 -1 0 ");
        self.numbers(&[x, self.height - foot]);
        self.op("cm");
        (self.fill, self.stroke) = (None, None);
    }

    /// Turns the page back.
    pub fn turn_back(&mut self) {
        self.op("Q");
        (self.fill, self.stroke) = (None, None);
    }

    /// A filled rectangle.
    pub fn fill_rect(&mut self, x: f32, top: f32, width: f32, height: f32, colour: Colour) {
        self.mark();
        self.fill_with(colour);
        self.numbers(&[x, self.height - top - height, width, height]);
        self.op("re f");
    }

    /// A horizontal rule whose upper edge is at `top`.
    pub fn rule(&mut self, from: f32, to: f32, top: f32, weight: f32, colour: Colour) {
        self.fill_rect(from, top, to - from, weight, colour);
    }

    /// A path: its units scaled by `scale`, its origin at `x`, `top`.
    pub fn path(&mut self, steps: &[Step], x: f32, top: f32, scale: f32, paint: Paint) {
        self.mark();
        match paint {
            Paint::Fill(colour) => self.fill_with(colour),
            Paint::Stroke(colour, width) => {
                self.stroke_with(colour);
                self.numbers(&[width * scale]);
                self.op("w");
            }
        }
        let height = self.height;
        let place = |px: f32, py: f32| [x + px * scale, height - top - py * scale];
        for step in steps {
            match *step {
                Step::Move(px, py) => {
                    self.numbers(&place(px, py));
                    self.op("m");
                }
                Step::Line(px, py) => {
                    self.numbers(&place(px, py));
                    self.op("l");
                }
                Step::Curve(ax, ay, bx, by, px, py) => {
                    for point in [place(ax, ay), place(bx, by), place(px, py)] {
                        self.numbers(&point);
                    }
                    self.op("c");
                }
                Step::Close => self.op("h"),
            }
        }
        self.op(match paint {
            Paint::Fill(_) => "f",
            Paint::Stroke(..) => "S",
        });
    }

    /// Glyphs of one face on a baseline; `of` gives the text each stands for. Where a
    /// cluster takes several glyphs, the first stands for all of it.
    pub fn show<'a>(
        &mut self,
        fonts: &mut Fonts,
        ink: Ink,
        at: (f32, f32),
        glyphs: &[Glyph],
        of: impl Fn(&Glyph) -> &'a str,
    ) -> Result<()> {
        if glyphs.is_empty() {
            return Ok(());
        }
        self.mark();
        self.fill_with(ink.colour);
        self.out.extend_from_slice(b"BT ");
        if ink.thicken > 0.0 {
            self.stroke_with(ink.colour);
            self.numbers(&[ink.thicken * ink.size]);
            self.out.extend_from_slice(b"w 2 Tr ");
        }
        self.out.push(b'/');
        self.out.extend_from_slice(fonts.name(ink.face).as_bytes());
        self.out.push(b' ');
        self.numbers(&[ink.size]);
        self.out.extend_from_slice(b"Tf ");
        self.numbers(&[at.0, self.height - at.1]);
        self.out.extend_from_slice(b"Td ");
        self.glyphs(fonts, ink.face, ink.size, glyphs, of)?;
        if ink.thicken > 0.0 {
            self.out.extend_from_slice(b"0 Tr ");
        }
        self.op("ET");
        Ok(())
    }

    /// One TJ for all glyphs, cut where one is raised and round clusters that several
    /// glyphs spell together.
    fn glyphs<'a>(
        &mut self,
        fonts: &mut Fonts,
        face: FaceId,
        size: f32,
        glyphs: &[Glyph],
        of: impl Fn(&Glyph) -> &'a str,
    ) -> Result<()> {
        let mut row = Row { face, size, origin: 0.0, pen: 0.0, rise: 0.0 };
        self.out.extend_from_slice(b"[<");
        for cluster in glyphs.chunk_by(|_, next| of(next).is_empty()) {
            match cluster {
                [only] => self.glyph(fonts, &mut row, only, 0.0, of(only))?,
                several => self.cluster(fonts, &mut row, several, &of)?,
            }
            row.origin += cluster.iter().map(|glyph| glyph.advance).sum::<f32>();
        }
        self.out.extend_from_slice(b">]TJ ");
        if row.rise != 0.0 {
            self.out.extend_from_slice(b"0 Ts ");
        }
        Ok(())
    }

    /// A cluster of several glyphs. Its text stands with the one that has a width of its
    /// own, or with all that have in an ActualText; marks over and under them come after
    /// and stand for nothing, so that a reader measures no gap. Readers reorder
    /// right-to-left text themselves: no stretch goes beyond one cluster.
    fn cluster<'a>(
        &mut self,
        fonts: &mut Fonts,
        row: &mut Row,
        cluster: &[Glyph],
        of: impl Fn(&Glyph) -> &'a str,
    ) -> Result<()> {
        let text = cluster.first().map_or("", &of);
        let offsets = cluster.iter().scan(0.0, |x, glyph| {
            let here = *x;
            *x += glyph.advance;
            Some(here)
        });
        let (wide, marks): (Vec<_>, Vec<_>) =
            cluster.iter().zip(offsets).partition(|(glyph, _)| glyph.advance > 0.001);
        let spelled_together = wide.len() != 1;
        if spelled_together {
            self.out.extend_from_slice(b">]TJ ");
            self.begin_actual_text(text);
            self.out.extend_from_slice(b"[<");
        }
        for (place, (glyph, offset)) in wide.into_iter().enumerate() {
            self.glyph(fonts, row, glyph, offset, if place == 0 { text } else { "" })?;
        }
        if spelled_together {
            self.out.extend_from_slice(b">]TJ ");
            self.end_actual_text();
            self.out.extend_from_slice(b"[<");
        }
        for (glyph, offset) in marks {
            self.glyph(fonts, row, glyph, offset, "")?;
        }
        Ok(())
    }

    /// One glyph, `offset` em after the start of its cluster.
    fn glyph(
        &mut self,
        fonts: &mut Fonts,
        row: &mut Row,
        glyph: &Glyph,
        offset: f32,
        text: &str,
    ) -> Result<()> {
        if (glyph.dy - row.rise).abs() > 0.000_5 {
            row.rise = glyph.dy;
            self.out.extend_from_slice(b">]TJ ");
            self.numbers(&[row.rise * row.size]);
            self.out.extend_from_slice(b"Ts [<");
        }
        let shown = fonts.show(row.face, glyph.id, text)?;
        let x = row.origin + offset + glyph.dx;
        self.adjust((x - row.pen) * 1000.0);
        self.hex(shown.code);
        row.pen = x + shown.advance;
        Ok(())
    }

    /// Moves the pen right by so many thousandths of an em, inside a TJ.
    fn adjust(&mut self, thousandths: f32) {
        if thousandths.abs() >= 0.05 {
            self.out.push(b'>');
            number::write(&mut self.out, -thousandths);
            self.out.push(b'<');
        }
    }

    fn hex(&mut self, code: u16) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        for shift in [12, 8, 4, 0] {
            let digit = usize::from((code >> shift) & 15);
            self.out.push(DIGITS.get(digit).copied().unwrap_or(b'0'));
        }
    }

    /// Says what the marks up to [`Self::end_actual_text`] stand for.
    pub fn begin_actual_text(&mut self, text: &str) {
        self.mark();
        self.out.extend_from_slice(b"/Span <</ActualText ");
        unicode::write_hex(&mut self.out, text);
        self.op(">> BDC");
    }

    pub fn end_actual_text(&mut self) {
        self.op("EMC");
    }

    fn fill_with(&mut self, colour: Colour) {
        if self.fill.replace(colour) != Some(colour) {
            self.colour(colour);
            self.op("rg");
        }
    }

    fn stroke_with(&mut self, colour: Colour) {
        if self.stroke.replace(colour) != Some(colour) {
            self.colour(colour);
            self.op("RG");
        }
    }

    fn colour(&mut self, Colour(red, green, blue): Colour) {
        self.numbers(&[red, green, blue].map(|part| f32::from(part) / 255.0));
    }

    fn numbers(&mut self, values: &[f32]) {
        for value in values {
            number::write(&mut self.out, *value);
            self.out.push(b' ');
        }
    }

    fn op(&mut self, operator: &str) {
        self.out.extend_from_slice(operator.as_bytes());
        self.out.push(b'\n');
    }
}
