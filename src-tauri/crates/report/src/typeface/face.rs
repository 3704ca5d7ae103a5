//! One typeface, read once.

use rustybuzz::ttf_parser;

use crate::error::{Error, Result};

/// Which face: shipped with us, or found on the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum FaceId {
    /// By its place in the shipped list.
    Shipped(u16),
    /// By its place in the list of system faces.
    System(u16),
}

/// A face's figures, in em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Metrics {
    pub ascent: f32,
    pub descent: f32,
    pub cap_height: f32,
    /// x min, y min, x max, y max.
    pub bounds: [f32; 4],
}

/// A face ready to measure, shape and embed.
pub(crate) struct Face {
    pub family: String,
    pub data: &'static [u8],
    pub index: u32,
    pub metrics: Metrics,
    pub shaper: rustybuzz::Face<'static>,
    /// PostScript outlines instead of TrueType's.
    pub is_cff: bool,
    /// Glyph and advance of the characters nearly all text is made of.
    common: Vec<Option<(u16, f32)>>,
    tabular: [Option<(u16, f32)>; 10],
    units: f32,
}

/// Latin, with room for its accents and general punctuation: U+0000 to U+024F.
const COMMON: u32 = 0x250;

const FIGURES: [&str; 10] = [
    "zero.tf", "one.tf", "two.tf", "three.tf", "four.tf", "five.tf", "six.tf", "seven.tf",
    "eight.tf", "nine.tf",
];

impl Face {
    pub fn read(family: &str, data: &'static [u8], index: u32) -> Result<Self> {
        let unread = |reason: &str| Error::Face { face: family.into(), reason: reason.into() };
        let parsed = ttf_parser::Face::parse(data, index).map_err(|e| unread(&e.to_string()))?;
        let units = f32::from(parsed.units_per_em());
        let em = |value: i16| f32::from(value) / units;
        let bounds = parsed.global_bounding_box();
        let metrics = Metrics {
            ascent: em(parsed.ascender()),
            descent: -em(parsed.descender()),
            cap_height: parsed.capital_height().map_or(0.7, em),
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(em),
        };
        let glyph = |id: ttf_parser::GlyphId| {
            (id.0, f32::from(parsed.glyph_hor_advance(id).unwrap_or(0)) / units)
        };
        let common = (0..COMMON)
            .map(|code| {
                let found = char::from_u32(code).and_then(|letter| parsed.glyph_index(letter));
                found.filter(|id| id.0 != 0).map(glyph)
            })
            .collect();
        let tabular = FIGURES.map(|name| parsed.glyph_index_by_name(name).map(glyph));
        let is_cff = parsed.tables().cff.is_some();
        let shaper = rustybuzz::Face::from_face(parsed);
        Ok(Self {
            family: family.into(),
            data,
            index,
            metrics,
            shaper,
            is_cff,
            common,
            tabular,
            units,
        })
    }

    /// The glyph of a character and its advance in em, before any shaping.
    pub fn glyph(&self, letter: char) -> Option<(u16, f32)> {
        let code = letter as u32;
        if code < COMMON {
            return self.common.get(code as usize).copied().flatten();
        }
        // Glyph 0 is the face's own "missing".
        let id = self.shaper.glyph_index(letter).filter(|id| id.0 != 0)?;
        Some((id.0, self.advance(id.0)))
    }

    /// The figure of fixed width, where the face has one.
    pub fn tabular(&self, figure: u8) -> Option<(u16, f32)> {
        let place = usize::from(figure.checked_sub(b'0')?);
        self.tabular.get(place).copied().flatten()
    }

    /// A glyph's own advance in em, as its font file states it.
    pub fn advance(&self, glyph: u16) -> f32 {
        let advance = self.shaper.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or(0);
        f32::from(advance) / self.units
    }

    pub fn units(&self) -> f32 {
        self.units
    }
}
