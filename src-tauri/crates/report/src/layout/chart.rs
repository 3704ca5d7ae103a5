//! Small charts, two side by side: values over time, and what more of something brings.

mod axis;
mod curve;
mod field;
mod letters;
mod trend;

use super::draw::{Block, Side};
use super::flow::{Flow, HEAD_HEIGHT};
use super::table::{Row, Table};
use crate::error::Result;
use crate::pdf::Tag;
use crate::typeset::{Look, Rich};
pub(crate) use curve::{Curve, Reached};
use field::PLOT;
use letters::Lettered;
use trend::Plot;
pub(crate) use trend::{Spot, Trend};

/// A chart: what it shows in a few words, what it is of, and what it draws.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chart {
    pub title: String,
    pub note: Rich,
    pub drawn: Drawn,
}

/// What a chart draws.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Drawn {
    /// Values over periods.
    Trend(Trend),
    /// A level that falls as more is done.
    Curve(Curve),
}

/// What the letters in charts stand for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Key {
    pub head: Rich,
    pub table: Table,
    pub rows: Vec<Row>,
}

const TITLE: Look = Look::semibold(8.0);
const NOTE: Look = Look::regular(7.0).soft();
/// Between a chart's note and its field or letters, and what stands below the field.
const ABOVE: f32 = 8.0;
const BELOW: f32 = 12.0;
/// The head over what letters stand for, and the room below it.
const KEY_HEAD: f32 = 14.0;
/// Between a row of charts and the next.
const APART: f32 = 12.0;
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
        let letters = match &chart.drawn {
            Drawn::Trend(trend) => self.letters(trend, Plot::of(trend, 0.0, width, 0.0).step())?,
            Drawn::Curve(_) => Vec::new(),
        };
        Ok(Set {
            chart,
            title: self.block(&Rich::new(&chart.title, TITLE), width, TITLE, 10.0)?,
            note: self.block(&chart.note, width, NOTE, 9.5)?,
            letters,
        })
    }

    /// Draws a chart whose field begins `above` points below its title's top.
    fn chart(&mut self, set: &Set<'_>, x: f32, above: f32) -> Result<()> {
        let Set { chart, title, note, letters } = set;
        let (y, width) = (self.y, self.sheet.span(3));
        for (block, top) in [(title, y), (note, y + title.height())] {
            let part = self.leaf(Tag::Paragraph);
            self.pen().of(Some(part)).block(block, 0..block.lines.len(), x, top, Side::Left)?;
        }
        match &chart.drawn {
            Drawn::Trend(trend) => {
                let plot = Plot::of(trend, x, width, y + above);
                self.trend(&plot, letters, chart.says(&trend.says()))
            }
            Drawn::Curve(curve) => {
                self.curve(curve, [x, width, y + above], chart.says(&curve.says()))
            }
        }
    }
}

impl Chart {
    /// What it shows in a sentence, for those who hear it.
    fn says(&self, drawn: &str) -> String {
        format!("{}: {drawn}.", self.title.trim_end_matches('.'))
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
