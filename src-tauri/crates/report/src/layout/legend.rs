//! A line of small items under a table: counts beside their marks.

use super::draw::Side;
use super::flow::Flow;
use crate::error::Result;
use crate::pdf::Tag;
use crate::typeset::{Look, Rich};

const LOOK: Look = Look::regular(7.0);
const LEADING: f32 = 9.0;
const APART: f32 = 16.0;
/// Room above the line, and the least of it at a page's foot.
const ABOVE: f32 = 7.0;
const CLOSE: f32 = 4.0;
/// How far below the content it may stand.
const BELOW_CONTENT: f32 = 6.0;

/// What a legend takes of a page's content at the least.
pub(super) const LEGEND_ROOM: f32 = CLOSE + LEADING - BELOW_CONTENT;

impl Flow<'_> {
    /// Items from the left, others flush at the right; what does not fit on a line goes on
    /// the next.
    pub fn legend(&mut self, left: &[Rich], right: &[Rich]) -> Result<()> {
        // A closing line may stand a little below the content rather than alone on a page.
        let room = self.sheet.bottom + BELOW_CONTENT - LEADING - self.y;
        if room < CLOSE {
            self.ensure(f32::MAX)?;
        }
        self.gap(room.clamp(CLOSE, ABOVE));
        let end = self.legend_items(left, self.sheet.left)?;
        let widths = self.legend_width(right)?;
        let mut start = self.sheet.right - widths;
        if start < end + APART {
            self.gap(LEADING + 3.0);
            start = self.sheet.left;
        }
        self.legend_items(right, start)?;
        self.gap(LEADING);
        Ok(())
    }

    /// Draws items from `x` on and gives where the last one ends.
    fn legend_items(&mut self, items: &[Rich], x: f32) -> Result<f32> {
        let (mut x, mut end) = (x, x);
        for item in items {
            let block = self.block(item, self.sheet.measure(), LOOK, LEADING)?;
            let width = block.lines.first().map_or(0.0, |line| line.width);
            if x + width > self.sheet.right && x > self.sheet.left {
                self.gap(LEADING + 3.0);
                self.ensure(LEADING)?;
                x = self.sheet.left;
            }
            let y = self.y;
            let part = self.leaf(Tag::Paragraph);
            self.pen().of(Some(part)).block(&block, 0..1, x, y, Side::Left)?;
            end = x + width;
            x = end + APART;
        }
        Ok(end)
    }

    fn legend_width(&mut self, items: &[Rich]) -> Result<f32> {
        let mut width = 0.0;
        for (place, item) in items.iter().enumerate() {
            let block = self.block(item, self.sheet.measure(), LOOK, LEADING)?;
            let apart = if place > 0 { APART } else { 0.0 };
            width += apart + block.lines.first().map_or(0.0, |line| line.width);
        }
        Ok(width)
    }
}
