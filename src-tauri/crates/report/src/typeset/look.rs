//! How words look.

use crate::typeface::{EMOJI, FaceId, MEDIUM, REGULAR, SEMIBOLD, SERIF};

/// A colour in RGB, eight bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub u8, pub u8, pub u8);

/// The reports' palette.
pub(crate) mod colour {
    use super::Colour;

    pub(crate) const INK: Colour = Colour(20, 24, 31);
    pub(crate) const SOFT: Colour = Colour(84, 92, 104);
    pub(crate) const MID: Colour = Colour(134, 142, 152);
    pub(crate) const HAIR: Colour = Colour(196, 201, 208);
    pub(crate) const BAND: Colour = Colour(242, 244, 246);
    pub(crate) const PAPER: Colour = Colour(255, 255, 255);
    pub(crate) const LINK: Colour = Colour(20, 84, 140);
    pub(crate) const FINE: Colour = Colour(28, 104, 80);
    pub(crate) const WARN: Colour = Colour(140, 90, 0);
    pub(crate) const BAD: Colour = Colour(158, 36, 38);
}

/// Face, size in points, colour, and whether figures have one width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Look {
    pub face: FaceId,
    pub size: f32,
    pub colour: Colour,
    pub tabular: bool,
    /// Added after each character, in points.
    pub tracking: f32,
    /// How far above the baseline, in points.
    pub rise: f32,
}

impl Look {
    pub const fn regular(size: f32) -> Self {
        Self { face: REGULAR, size, colour: colour::INK, tabular: false, tracking: 0.0, rise: 0.0 }
    }

    pub const fn medium(size: f32) -> Self {
        Self { face: MEDIUM, ..Self::regular(size) }
    }

    pub const fn semibold(size: f32) -> Self {
        Self { face: SEMIBOLD, ..Self::regular(size) }
    }

    /// For words a person wrote and signed.
    pub const fn serif(size: f32) -> Self {
        Self { face: SERIF, ..Self::regular(size) }
    }

    pub const fn soft(self) -> Self {
        self.coloured(colour::SOFT)
    }

    pub const fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    pub const fn tabular(self) -> Self {
        Self { tabular: true, ..self }
    }

    pub const fn tracked(self, tracking: f32) -> Self {
        Self { tracking, ..self }
    }

    pub const fn raised(self, rise: f32) -> Self {
        Self { rise, ..self }
    }

    /// How much a face without weights of its own is thickened to stand for this one, in em.
    /// Emoji are drawings; they keep their lines.
    pub fn thickening(&self, set_in: FaceId) -> f32 {
        if set_in == self.face || set_in == EMOJI {
            0.0
        } else if self.face == MEDIUM {
            0.018
        } else if self.face == SEMIBOLD {
            0.032
        } else {
            0.0
        }
    }
}
