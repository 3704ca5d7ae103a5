//! Small charts of values over time, two side by side.

mod axis;
mod letters;

use super::draw::{Block, Side};
use super::drawing::{crossed, diamond, disc};
use super::flow::{Flow, HEAD_HEIGHT};
use super::table::{Row, Table};
use crate::error::Result;
use crate::pdf::{Paint, Step, Tag};
use crate::typeset::{Look, Rich, colour};
use axis::Axis;
use letters::Lettered;

/// A chart: what it shows in a few words, what it is of, and its values.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chart {
    pub title: String,
    pub note: Rich,
    pub trend: Trend,
}

/// What the letters in charts stand for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Key {
    pub head: Rich,
    pub table: Table,
    pub rows: Vec<Row>,
}

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

const TITLE: Look = Look::semibold(8.0);
const NOTE: Look = Look::regular(7.0).soft();
const AXIS: Look = Look::regular(6.5).soft();
/// Between a chart's note and its plot or letters, the plot, and what stands below it.
const ABOVE: f32 = 8.0;
const PLOT: f32 = 74.0;
const BELOW: f32 = 12.0;
/// The head over what letters stand for, and the room below it.
const KEY_HEAD: f32 = 14.0;
/// Between a row of charts and the next.
const APART: f32 = 12.0;
/// Room for the figures at the left of the plot, and for the names at its right.
const LEFT: f32 = 30.0;
const RIGHT: f32 = 62.0;
/// Every so many periods are named.
const NAMED: usize = 4;

/// A plot's place on the page and how values lie in it.
struct Plot<'c> {
    trend: &'c Trend,
    axis: Axis,
    left: f32,
    right: f32,
    top: f32,
}

/// A chart set, not yet drawn.
struct Set<'c> {
    chart: &'c Chart,
    title: Block,
    note: Block,
    letters: Vec<Lettered>,
}

impl Flow<'_> {
    /// Draws charts two by two, and what their letters stand for below them. A pair never splits over a
    /// page; all of them stand on one with their key, where a page holds them.
    pub fn charts(&mut self, charts: &[Chart], key: Option<&Key>) -> Result<()> {
        let set = charts.iter().map(|chart| self.set_chart(chart)).collect::<Result<Vec<_>>>()?;
        if let Some(key) = key {
            let pairs = set.chunks(2).map(height).sum::<f32>();
            let table = self.table_height(&key.table, key.rows.iter().cloned())?;
            let whole = pairs + KEY_HEAD + table;
            let page = self.sheet.bottom - self.sheet.top - HEAD_HEIGHT;
            if self.y + whole > self.sheet.bottom && whole <= page {
                self.turn_in_section()?;
            }
        }
        for pair in set.chunks(2) {
            let height = height(pair);
            if self.y + height > self.sheet.bottom {
                self.turn_in_section()?;
            }
            for (number, chart) in pair.iter().enumerate() {
                let x = self.sheet.column_left(number as u8 * 3);
                self.chart(chart, x, above(pair))?;
            }
            self.gap(height);
        }
        let Some(key) = key else { return Ok(()) };
        self.set(&key.head, NOTE, 9.5, Some(Tag::Paragraph))?;
        self.gap(KEY_HEAD - 9.5);
        self.table(&key.table, key.rows.iter().cloned())?;
        self.gap(APART);
        Ok(())
    }

    fn set_chart<'c>(&mut self, chart: &'c Chart) -> Result<Set<'c>> {
        let width = self.sheet.span(3);
        let plot = Plot::of(&chart.trend, 0.0, width, 0.0);
        Ok(Set {
            chart,
            title: self.block(&Rich::new(&chart.title, TITLE), width, TITLE, 10.0)?,
            note: self.block(&chart.note, width, NOTE, 9.5)?,
            letters: self.letters(&chart.trend, plot.step())?,
        })
    }

    /// Draws a chart whose plot begins `above` points below its title's top.
    fn chart(&mut self, set: &Set<'_>, x: f32, above: f32) -> Result<()> {
        let Set { chart, title, note, letters } = set;
        let (y, width) = (self.y, self.sheet.span(3));
        for (block, top) in [(title, y), (note, y + title.height())] {
            let part = self.leaf(Tag::Paragraph);
            self.pen().of(Some(part)).block(block, 0..block.lines.len(), x, top, Side::Left)?;
        }
        let plot = Plot::of(&chart.trend, x, width, y + above);
        self.grid(&plot)?;
        self.levels(&plot)?;
        self.events(&plot, letters)?;
        // Who hears it hears the sentence; grid and levels are there for the eye.
        let figure = self.figure(chart.says());
        self.pen().page.canvas.belongs_to(Some(figure));
        self.values(&plot);
        self.pen().page.canvas.belongs_to(None);
        self.last(&plot)
    }

    /// Hairlines with their figures, and the periods below them.
    fn grid(&mut self, plot: &Plot<'_>) -> Result<()> {
        for tick in plot.axis.ticks() {
            let y = plot.y(tick);
            self.pen().page.canvas.rule(plot.left, plot.right, y - 0.15, 0.3, colour::HAIR);
            self.label(&plot.axis.says(tick), AXIS, plot.left - 5.0 - 40.0, y, Side::Right)?;
        }
        let foot = plot.top + PLOT;
        self.pen().page.canvas.rule(plot.left, plot.right, foot - 0.25, 0.5, colour::INK);
        for (place, spot) in plot.trend.spots.iter().enumerate() {
            let x = plot.x(place);
            self.pen().page.canvas.fill_rect(x - 0.25, foot, 0.5, 2.2, colour::INK);
            if place % NAMED == 0 {
                let block = self.block(&Rich::new(&spot.period, AXIS), 40.0, AXIS, 9.0)?;
                let wide = block.lines.first().map_or(0.0, |line| line.width);
                self.pen().block(&block, 0..1, x - wide / 2.0, foot + 2.6, Side::Left)?;
            }
        }
        Ok(())
    }

    /// The baseline, dotted and stepping with its versions, and the limit, dashed.
    fn levels(&mut self, plot: &Plot<'_>) -> Result<()> {
        let half = plot.step() / 2.0;
        for (place, spot) in plot.trend.spots.iter().enumerate() {
            let Some(baseline) = spot.baseline else { continue };
            let (from, to) = (plot.x(place) - half, plot.x(place) + half);
            let (from, to) = (from.max(plot.left), to.min(plot.right));
            self.broken(from, to, plot.y(baseline), (1.0, 1.8), colour::SOFT);
        }
        let name = plot.right + 6.0;
        let taken = plot.trend.spots.iter().rev().find_map(|spot| spot.value);
        let taken = taken.map(|value| plot.y(value));
        let base = plot.trend.spots.iter().rev().find_map(|spot| spot.baseline);
        let mut named = None;
        if let Some(base) = base.filter(|_| !plot.trend.base.is_empty()) {
            let y = clear_of(plot.y(base), taken);
            self.label(&plot.trend.base, AXIS, name, y, Side::Left)?;
            named = Some(y);
        }
        if let Some((limit, says)) = &plot.trend.limit {
            self.broken(plot.left, plot.right, plot.y(*limit), (4.0, 1.6), colour::BAD);
            let y = clear_of(clear_of(plot.y(*limit), taken), named);
            self.label(says, AXIS.coloured(colour::BAD), name, y, Side::Left)?;
        }
        Ok(())
    }

    fn broken(
        &mut self,
        from: f32,
        to: f32,
        y: f32,
        (on, off): (f32, f32),
        ink: crate::typeset::Colour,
    ) {
        let mut x = from;
        while x < to {
            let end = (x + on).min(to);
            self.pen().page.canvas.rule(x, end, y - 0.35, 0.7, ink);
            x += on + off;
        }
    }

    /// The line, broken where a value is missing; a missing one is marked on the axis.
    fn values(&mut self, plot: &Plot<'_>) {
        let spots = &plot.trend.spots;
        let points: Vec<Option<(f32, f32)>> = spots
            .iter()
            .enumerate()
            .map(|(place, spot)| Some((plot.x(place), plot.y(spot.value?))))
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
                None if spot.missing => crossed(canvas, plot.x(place), plot.top + PLOT),
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
        self.label(&plot.trend.last, look, plot.right + 6.0, plot.y(value), Side::Left)
    }

    /// A label whose middle stands at a height.
    fn label(&mut self, says: &str, look: Look, x: f32, middle: f32, side: Side) -> Result<()> {
        let width = if side == Side::Left { RIGHT } else { 40.0 };
        let block = self.block(&Rich::new(says, look), width, look, 9.0)?;
        self.pen().block(&block, 0..1, x, middle - 4.5, side)
    }
}

/// A name's height, moved away from the last value's where both would stand on one another.
fn clear_of(y: f32, taken: Option<f32>) -> f32 {
    const ROOM: f32 = 8.5;
    match taken {
        Some(taken) if (y - taken).abs() < ROOM && y >= taken => taken + ROOM,
        Some(taken) if (y - taken).abs() < ROOM => taken - ROOM,
        Some(_) | None => y,
    }
}

impl Chart {
    /// What it shows in a sentence, for those who hear it: nothing that its line shows is left out
    /// but the values between.
    fn says(&self) -> String {
        let Trend { spots, last, limit, base } = &self.trend;
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
        let said: Vec<String> = said.into_iter().flatten().collect();
        format!("{}: {}.", self.title.trim_end_matches('.'), said.join("; "))
    }
}

/// What stands above the plots of charts side by side.
fn above(pair: &[Set<'_>]) -> f32 {
    let one = |set: &Set<'_>| {
        set.title.height() + set.note.height() + ABOVE + letters::height(&set.letters)
    };
    pair.iter().map(one).fold(0.0, f32::max)
}

/// How tall charts side by side are, with the room below them.
fn height(pair: &[Set<'_>]) -> f32 {
    above(pair) + PLOT + BELOW + APART
}

impl<'c> Plot<'c> {
    fn of(trend: &'c Trend, x: f32, width: f32, top: f32) -> Self {
        let axis = Axis::of(trend);
        Self { trend, axis, left: x + LEFT, right: x + width - RIGHT, top }
    }

    /// From one period to the next.
    fn step(&self) -> f32 {
        let steps = self.trend.spots.len().saturating_sub(1).max(1);
        (self.right - self.left - 8.0) / steps as f32
    }

    fn x(&self, place: usize) -> f32 {
        self.left + 4.0 + place as f32 * self.step()
    }

    fn y(&self, value: f64) -> f32 {
        self.top + PLOT * (1.0 - self.axis.share(value) as f32)
    }
}
