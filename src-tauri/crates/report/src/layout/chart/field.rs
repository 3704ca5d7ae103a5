//! The field of a chart: its axes, its levels, and names beside them.

use super::axis::Axis;
use crate::error::Result;
use crate::layout::draw::Side;
use crate::layout::flow::Flow;
use crate::typeset::{Colour, Look, Rich, colour};

pub(super) const AXIS: Look = Look::regular(6.5).soft();
/// How tall a field is.
pub(super) const PLOT: f32 = 74.0;
/// Room for the figures at its left, and for the names at its right.
const LEFT: f32 = 30.0;
const RIGHT: f32 = 62.0;

/// A field's place on the page and how values lie in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub axis: Axis,
    pub left: f32,
    pub right: f32,
    pub top: f32,
}

impl Field {
    /// The field of a chart that is `width` points wide from `x`.
    pub fn new(axis: Axis, x: f32, width: f32, top: f32) -> Self {
        Self { axis, left: x + LEFT, right: x + width - RIGHT, top }
    }

    /// The height of a value on the page.
    pub fn y(&self, value: f64) -> f32 {
        self.top + PLOT * (1.0 - self.axis.share(value) as f32)
    }

    /// Where the names beside it begin.
    pub fn beside(&self) -> f32 {
        self.right + 6.0
    }
}

impl Flow<'_> {
    /// Hairlines with their figures, and the line at the foot.
    pub(super) fn field(&mut self, field: &Field) -> Result<()> {
        for tick in field.axis.ticks() {
            let y = field.y(tick);
            self.pen().page.canvas.rule(field.left, field.right, y - 0.15, 0.3, colour::HAIR);
            self.label(&field.axis.says(tick), AXIS, field.left - 5.0 - 40.0, y, Side::Right)?;
        }
        let foot = field.top + PLOT;
        self.pen().page.canvas.rule(field.left, field.right, foot - 0.25, 0.5, colour::INK);
        Ok(())
    }

    /// A notch at the foot, with what it is called below it.
    pub(super) fn notch(
        &mut self,
        field: &Field,
        x: f32,
        named: Option<(&str, Look)>,
    ) -> Result<()> {
        let foot = field.top + PLOT;
        self.pen().page.canvas.fill_rect(x - 0.25, foot, 0.5, 2.2, colour::INK);
        let Some((name, look)) = named else { return Ok(()) };
        let block = self.block(&Rich::new(name, look), 40.0, look, 9.0)?;
        let wide = block.lines.first().map_or(0.0, |line| line.width);
        self.pen().block(&block, 0..1, x - wide / 2.0, foot + 2.6, Side::Left)
    }

    /// A broken line at a height: so long strokes, and so much between them.
    pub(super) fn broken(
        &mut self,
        from: f32,
        to: f32,
        y: f32,
        (on, off): (f32, f32),
        ink: Colour,
    ) {
        let mut x = from;
        while x < to {
            let end = (x + on).min(to);
            self.pen().page.canvas.rule(x, end, y - 0.35, 0.7, ink);
            x += on + off;
        }
    }

    /// The level that must not be passed.
    pub(super) fn limit_line(&mut self, field: &Field, limit: f64) {
        self.broken(field.left, field.right, field.y(limit), (4.0, 1.6), colour::BAD);
    }

    /// A label whose middle stands at a height.
    pub(super) fn label(
        &mut self,
        says: &str,
        look: Look,
        x: f32,
        middle: f32,
        side: Side,
    ) -> Result<()> {
        let width = if side == Side::Left { RIGHT } else { 40.0 };
        let block = self.block(&Rich::new(says, look), width, look, 9.0)?;
        self.pen().block(&block, 0..1, x, middle - 4.5, side)
    }
}

/// A name's height, moved away from what stands there where both would stand on one another.
pub(super) fn clear_of(y: f32, taken: Option<f32>) -> f32 {
    const ROOM: f32 = 8.5;
    match taken {
        Some(taken) if (y - taken).abs() < ROOM && y >= taken => taken + ROOM,
        Some(taken) if (y - taken).abs() < ROOM => taken - ROOM,
        Some(_) | None => y,
    }
}
