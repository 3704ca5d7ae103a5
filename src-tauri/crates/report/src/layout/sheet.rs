//! The measures of a page, in points from its top left.

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

/// A page's measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sheet {
    pub width: f32,
    pub height: f32,
    pub left: f32,
    pub right: f32,
    /// Where content begins and ends.
    pub top: f32,
    pub bottom: f32,
    pub header_baseline: f32,
    pub header_rule: f32,
    pub footer_rule: f32,
    pub footer_baseline: f32,
    /// Width of one of the six columns, and of the gutter between them.
    pub column: f32,
    pub gutter: f32,
}

impl Sheet {
    /// A4 upright.
    pub fn portrait() -> Self {
        Self {
            width: 210.0 * MM,
            height: 297.0 * MM,
            left: 18.0 * MM,
            right: 192.0 * MM,
            top: 22.0 * MM,
            bottom: 276.0 * MM,
            header_baseline: 12.4 * MM,
            header_rule: 16.0 * MM,
            footer_rule: 280.0 * MM,
            footer_baseline: 283.8 * MM,
            column: 24.0 * MM,
            gutter: 6.0 * MM,
        }
    }

    /// A4 on its side.
    pub fn landscape() -> Self {
        Self {
            width: 297.0 * MM,
            height: 210.0 * MM,
            left: 15.0 * MM,
            right: 282.0 * MM,
            top: 21.0 * MM,
            bottom: 189.0 * MM,
            header_baseline: 12.4 * MM,
            header_rule: 16.0 * MM,
            footer_rule: 194.0 * MM,
            footer_baseline: 197.8 * MM,
            column: 39.5 * MM,
            gutter: 6.0 * MM,
        }
    }

    /// Width of the content.
    pub fn measure(&self) -> f32 {
        self.right - self.left
    }

    /// Left edge of the column with this number, from 0.
    pub fn column_left(&self, number: u8) -> f32 {
        self.left + f32::from(number) * (self.column + self.gutter)
    }

    /// Width of so many columns with the gutters between them.
    pub fn span(&self, columns: u8) -> f32 {
        f32::from(columns) * (self.column + self.gutter) - self.gutter
    }
}
