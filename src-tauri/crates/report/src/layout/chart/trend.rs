//! Values over periods: a line with its levels, and what is missing.

use super::axis::Axis;
use super::field::{AXIS, Field, PLOT, clear_of};
use super::letters::Lettered;
use crate::error::Result;
use crate::layout::draw::Side;
use crate::layout::drawing::{crossed, diamond, disc};
use crate::layout::flow::Flow;
use crate::pdf::{Paint, Step};
use crate::typeset::{Look, colour};

/// Values over periods.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Trend {
    pub spots: Vec<Spot>,
    /// The last value as people read it.
    pub last: String,
    /// The level that must not be passed, and what people call it.
    pub limit: Option<(f64, String)>,
    /// The last baseline, in words.
    pub base: String,
}

/// A period.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spot {
    /// Its short name.
    pub period: String,
    /// Nothing where it has none: the line breaks there.
    pub value: Option<f64>,
    /// Whether one was expected: that is marked on the axis.
    pub missing: bool,
    pub baseline: Option<f64>,
    /// Beyond its limit, or worse than its baseline.
    pub outside: bool,
    /// What happened in it, by the letters that the key explains.
    pub letters: Vec<String>,
}

/// Every so many periods are named.
const NAMED: usize = 4;
/// From the middle of a name to that of the next, so that they do not touch.
const ROOM: f32 = 26.0;

/// A trend in its field.
pub(super) struct Plot<'c> {
    pub trend: &'c Trend,
    pub field: Field,
}

impl Flow<'_> {
    /// Draws a trend; who hears it hears `says`.
    pub(super) fn trend(
        &mut self,
        plot: &Plot<'_>,
        letters: &[Lettered],
        says: String,
    ) -> Result<()> {
        self.field(&plot.field)?;
        for (place, spot) in plot.trend.spots.iter().enumerate() {
            let named = plot.names(place).then_some((spot.period.as_str(), AXIS));
            self.notch(&plot.field, plot.x(place), named)?;
        }
        self.levels(plot)?;
        self.events(plot, letters)?;
        // Who hears it hears the sentence; grid and levels are there for the eye.
        let figure = self.figure(says);
        self.pen().page.canvas.belongs_to(Some(figure));
        self.values(plot);
        self.pen().page.canvas.belongs_to(None);
        self.last(plot)
    }

    /// The baseline, dotted and stepping with its versions, and the limit, dashed.
    fn levels(&mut self, plot: &Plot<'_>) -> Result<()> {
        let half = plot.step() / 2.0;
        for (place, spot) in plot.trend.spots.iter().enumerate() {
            let Some(baseline) = spot.baseline else { continue };
            let (from, to) = (plot.x(place) - half, plot.x(place) + half);
            let (from, to) = (from.max(plot.field.left), to.min(plot.field.right));
            self.broken(from, to, plot.field.y(baseline), (1.0, 1.8), colour::SOFT);
        }
        let name = plot.field.beside();
        let taken = plot.trend.spots.iter().rev().find_map(|spot| spot.value);
        let taken = taken.map(|value| plot.field.y(value));
        let base = plot.trend.spots.iter().rev().find_map(|spot| spot.baseline);
        let mut named = None;
        if let Some(base) = base.filter(|_| !plot.trend.base.is_empty()) {
            let y = clear_of(plot.field.y(base), taken);
            self.label(&plot.trend.base, AXIS, name, y, Side::Left)?;
            named = Some(y);
        }
        if let Some((limit, says)) = &plot.trend.limit {
            self.limit_line(&plot.field, *limit);
            let y = clear_of(clear_of(plot.field.y(*limit), taken), named);
            self.label(says, AXIS.coloured(colour::BAD), name, y, Side::Left)?;
        }
        Ok(())
    }

    /// The line, broken where a value is missing; a missing one is marked on the axis.
    fn values(&mut self, plot: &Plot<'_>) {
        let spots = &plot.trend.spots;
        let points: Vec<Option<(f32, f32)>> = spots
            .iter()
            .enumerate()
            .map(|(place, spot)| Some((plot.x(place), plot.field.y(spot.value?))))
            .collect();
        let canvas = &mut self.pen().page.canvas;
        for pair in points.windows(2) {
            if let [Some((ax, ay)), Some((bx, by))] = *pair {
                let line = [Step::Move(ax, ay), Step::Line(bx, by)];
                canvas.path(&line, 0.0, 0.0, 1.0, Paint::Stroke(colour::INK, 1.2));
            }
        }
        let last = points.iter().rposition(Option::is_some);
        for (place, (point, spot)) in points.iter().zip(spots).enumerate() {
            match *point {
                Some((x, y)) if spot.outside => diamond(canvas, x, y),
                Some((x, y)) => {
                    let radius = if last == Some(place) { 2.3 } else { 1.3 };
                    disc(canvas, x, y, radius, colour::INK);
                }
                None if spot.missing => crossed(canvas, plot.x(place), plot.field.top + PLOT),
                None => {}
            }
        }
    }

    /// The last value beside its point.
    fn last(&mut self, plot: &Plot<'_>) -> Result<()> {
        let Some(value) = plot.trend.spots.iter().rev().find_map(|spot| spot.value) else {
            return Ok(());
        };
        let look = Look::semibold(8.0).tabular();
        self.label(&plot.trend.last, look, plot.field.beside(), plot.field.y(value), Side::Left)
    }
}

impl<'c> Plot<'c> {
    pub fn of(trend: &'c Trend, x: f32, width: f32, top: f32) -> Self {
        Self { trend, field: Field::new(Axis::round(trend.shown()), x, width, top) }
    }

    /// From one period to the next.
    pub fn step(&self) -> f32 {
        let steps = self.trend.spots.len().saturating_sub(1).max(1);
        (self.field.right - self.field.left - 8.0) / steps as f32
    }

    /// Whether a period is named below its notch: the last is where the one before leaves it room.
    fn names(&self, place: usize) -> bool {
        let last = place + 1 == self.trend.spots.len();
        place.is_multiple_of(NAMED) || last && (place % NAMED) as f32 * self.step() >= ROOM
    }

    pub fn x(&self, place: usize) -> f32 {
        self.field.left + 4.0 + place as f32 * self.step()
    }
}

impl Trend {
    /// Every value that its field has to hold.
    fn shown(&self) -> impl Iterator<Item = f64> {
        let spots = self.spots.iter().flat_map(|spot| [spot.value, spot.baseline]);
        spots.chain([self.limit.as_ref().map(|(limit, _)| *limit)]).flatten()
    }

    /// What it shows in half a sentence: nothing that its line shows is left out but the values between.
    pub fn says(&self) -> String {
        let Self { spots, last, limit, base } = self;
        let periods = |wanted: fn(&Spot) -> bool| {
            let found = spots.iter().filter(|spot| wanted(spot)).map(|spot| spot.period.as_str());
            found.collect::<Vec<_>>().join(", ")
        };
        let named = |words: &str, periods: String| {
            if periods.is_empty() { None } else { Some(format!("{words} {periods}")) }
        };
        let marked = spots.iter().filter(|spot| !spot.letters.is_empty());
        let marked =
            marked.map(|spot| format!("{} in {}", spot.letters.join(" and "), spot.period));
        let happened = marked.collect::<Vec<_>>().join(", ");
        let ends = spots.first().zip(spots.last());
        let said = [
            ends.map(|(first, last)| format!("{} to {}", first.period, last.period)),
            named("last value", last.clone()),
            (!base.is_empty()).then(|| base.clone()),
            limit.as_ref().map(|(_, limit)| limit.clone()),
            named("outside in", periods(|spot| spot.outside)),
            named("no value in", periods(|spot| spot.missing)),
            named("happened:", happened),
        ];
        said.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}
