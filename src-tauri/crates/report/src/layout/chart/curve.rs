//! A level that falls as more is done: where it stands, and what more would bring.

use super::axis::Axis;
use super::field::{AXIS, Field, PLOT};
use crate::error::Result;
use crate::figure::grouped;
use crate::layout::draw::Side;
use crate::layout::drawing::disc;
use crate::layout::flow::Flow;
use crate::pdf::{Paint, Step};
use crate::typeset::{Look, Rich, colour};

/// A level by how much was done.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Curve {
    /// How much, and the level then, in order.
    pub line: Vec<(u64, f64)>,
    /// What it would be otherwise, to compare; drawn thinner.
    pub beside: Vec<(u64, f64)>,
    /// Where it stands.
    pub now: Reached,
    /// What more would bring; none where it brings no more that is wanted.
    pub ahead: Option<Reached>,
    /// The level that is wanted, and what people call it.
    pub wanted: (f64, String),
}

/// A place on the line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reached {
    pub at: u64,
    pub level: f64,
    pub says: String,
}

/// Figures below two places closer than this would touch.
const APART: f32 = 22.0;
/// How far to the right of its place and above it a name stands.
const AWAY: (f32, f32) = (8.0, 11.0);
/// Names closer than this, one over the other, would touch.
const CLOSE: f32 = 8.5;
const NAME: Look = Look::semibold(6.5);
const NAME_AHEAD: Look = Look::regular(6.5);

/// A curve in its field.
struct Plot<'c> {
    curve: &'c Curve,
    field: Field,
    last: f32,
}

impl Flow<'_> {
    /// Draws a curve in a chart of a left, a width and a top; who hears it hears `says`.
    pub(super) fn curve(
        &mut self,
        curve: &Curve,
        [x, width, top]: [f32; 3],
        says: String,
    ) -> Result<()> {
        let plot = Plot::of(curve, x, width, top);
        self.field(&plot.field)?;
        self.amounts(&plot)?;
        let (wanted, name) = &curve.wanted;
        self.limit_line(&plot.field, *wanted);
        let look = AXIS.coloured(colour::BAD);
        self.label(name, look, plot.field.beside(), plot.field.y(*wanted), Side::Left)?;
        let figure = self.figure(says);
        let canvas = &mut self.pen().page.canvas;
        canvas.belongs_to(Some(figure));
        for (line, ink, weight) in
            [(&curve.beside, colour::MID, 0.9), (&curve.line, colour::INK, 1.2)]
        {
            let steps = plot.path(line);
            if !steps.is_empty() {
                canvas.path(&steps, 0.0, 0.0, 1.0, Paint::Stroke(ink, weight));
            }
        }
        for (place, inside) in
            [(Some(&curve.now), colour::INK), (curve.ahead.as_ref(), colour::PAPER)]
        {
            let Some(place) = place else { continue };
            let (x, y) = plot.point(place);
            canvas.fill_rect(x - 0.25, y, 0.5, plot.field.top + PLOT - y, colour::INK);
            disc(canvas, x, y, 2.3, colour::INK);
            disc(canvas, x, y, 1.4, inside);
        }
        canvas.belongs_to(None);
        self.names(&plot)
    }

    /// What is reached and what is ahead, each beside its place.
    fn names(&mut self, plot: &Plot<'_>) -> Result<()> {
        let (x, y) = plot.point(&plot.curve.now);
        let ahead = plot.curve.ahead.as_ref().map(|ahead| (ahead, plot.point(ahead)));
        let taken = ahead.map(|(_, (_, y))| y - AWAY.1);
        // Both keep to the height of their places, the one that stands higher above the other.
        let above = match taken {
            Some(taken) if (y - AWAY.1 - taken).abs() < CLOSE => taken - CLOSE,
            Some(_) | None => y - AWAY.1,
        };
        self.name(&plot.curve.now.says, NAME, (x, y), above.max(plot.field.top + 2.0), plot)?;
        if let Some((ahead, (x, y))) = ahead {
            self.name(&ahead.says, NAME_AHEAD, (x, y), y - AWAY.1, plot)?;
        }
        Ok(())
    }

    /// A name with a stroke to its place: to the right of it, or where that has no room, as far left as
    /// it takes.
    fn name(
        &mut self,
        says: &str,
        look: Look,
        (x, y): (f32, f32),
        middle: f32,
        plot: &Plot<'_>,
    ) -> Result<()> {
        let words = Rich::new(says, look);
        let wide = self.width_of(&words)?;
        let left = (x + AWAY.0).min(plot.field.right - wide).max(plot.field.left);
        let block = self.block(&words, wide + 1.0, look, 9.0)?;
        let canvas = &mut self.pen().page.canvas;
        let stroke = [Step::Move(x, y), Step::Line(left.max(x), middle + 3.0)];
        canvas.path(&stroke, 0.0, 0.0, 1.0, Paint::Stroke(colour::INK, 0.4));
        canvas.fill_rect(left - 1.0, middle - 4.0, wide + 2.0, 8.0, colour::PAPER);
        self.pen().block(&block, 0..1, left, middle - 4.5, Side::Left)
    }

    /// Nought, the last amount, and those of the places between them.
    fn amounts(&mut self, plot: &Plot<'_>) -> Result<()> {
        let Plot { curve, .. } = plot;
        let bold = AXIS.coloured(colour::INK);
        let places = [
            Some((curve.now.at, bold)),
            curve.ahead.as_ref().map(|ahead| (ahead.at, bold)),
            Some((0, AXIS)),
            curve.line.last().map(|(amount, _)| (*amount, AXIS)),
        ];
        let mut taken: Vec<f32> = Vec::new();
        for (amount, look) in places.into_iter().flatten() {
            let x = plot.x(amount);
            let free = taken.iter().all(|other| (other - x).abs() >= APART);
            let name = grouped(amount);
            self.notch(&plot.field, x, free.then_some((name.as_str(), look)))?;
            if free {
                taken.push(x);
            }
        }
        Ok(())
    }
}

impl<'c> Plot<'c> {
    fn of(curve: &'c Curve, x: f32, width: f32, top: f32) -> Self {
        // What lies far above where it stands is left out, so that what matters has the room.
        let high = (curve.now.level.max(curve.wanted.0) * 2.0).min(100.0);
        let field = Field::new(Axis::round([0.0, high].into_iter()), x, width, top);
        let last = curve.line.last().map_or(1, |(amount, _)| *amount).max(1);
        Self { curve, field, last: last as f32 }
    }

    fn x(&self, amount: u64) -> f32 {
        self.field.left + (self.field.right - self.field.left) * (amount as f32 / self.last)
    }

    fn point(&self, place: &Reached) -> (f32, f32) {
        (self.x(place.at), self.field.y(place.level))
    }

    /// A line's steps, from where it comes into the field.
    fn path(&self, line: &[(u64, f64)]) -> Vec<Step> {
        let top = self.field.axis.top();
        let inside = line.iter().position(|(_, level)| *level <= top).unwrap_or(line.len());
        let entry =
            inside.checked_sub(1).and_then(|before| Some((line.get(before)?, line.get(inside)?)));
        let entry = entry.map(|((from, above), (to, level))| {
            let share = (above - top) / (above - level);
            (self.x(*from) + (self.x(*to) - self.x(*from)) * share as f32, self.field.top)
        });
        let points =
            line.iter().skip(inside).map(|(amount, level)| (self.x(*amount), self.field.y(*level)));
        let steps = entry.into_iter().chain(points).enumerate();
        steps
            .map(|(place, (x, y))| if place == 0 { Step::Move(x, y) } else { Step::Line(x, y) })
            .collect()
    }
}

impl Curve {
    /// What it shows in half a sentence.
    pub fn says(&self) -> String {
        let mut said = vec![self.now.says.clone()];
        said.extend(self.ahead.as_ref().map(|ahead| ahead.says.clone()));
        said.push(format!("wanted: below {}", self.wanted.1));
        said.join("; ")
    }
}
