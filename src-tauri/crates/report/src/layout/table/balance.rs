//! Columns of a small table give and take until its rows need the fewest lines.
//!
//! The widths a report asks for stay unless a change saves a line. Widths move in steps;
//! the best move of all is taken, again and again, until none saves anything. A line of a row
//! weighs far more than a line of a cell, but a tall cell that needs fewer lines opens the way to
//! the next move where several cells hold a row open.

use super::{Column, MOST_LINES, Row};
use crate::error::Result;
use crate::typeset::{Paragraph, Rich, Typesetter};

/// Rows that are looked at: of a larger table, which runs over pages anyway, so many of all.
const MOST_ROWS: usize = 60;
/// Points a width moves by at least.
const STEP: f32 = 6.0;
/// Steps a width moves by at most in one move.
const LEAP: i32 = 10;
/// What a line of a row weighs, where a cell weighs the third power of its lines: the last line of
/// a tall cell is worth more than one that leaves a short cell.
const WEIGHT_OF_A_ROW: usize = 1_000;
/// Moves at most; each saves a line, so this is never the reason to stop.
const MOST_MOVES: usize = 200;

/// Whether a table of so many rows runs over pages.
pub(super) const fn is_long(count: usize) -> bool {
    count > MOST_ROWS
}

pub(super) fn balance(
    typesetter: &mut Typesetter,
    columns: &[Column],
    rows: impl Iterator<Item = Row>,
    count: usize,
    widths: &mut [f32],
    needs: &[f32],
) -> Result<()> {
    if columns.iter().any(|column| column.gutter) {
        return Ok(());
    }
    // A head counts as a row: a column whose cells are empty still has to be named.
    let heads = columns.iter().map(|column| match column.turned {
        true => typesetter.set(&Rich::empty()),
        false => typesetter.set(&column.head),
    });
    let mut cells = vec![heads.collect::<Result<Vec<_>>>()?];
    let every = count.div_ceil(MOST_ROWS).max(1);
    for row in rows.filter(|row| matches!(row, Row::Cells { .. })).step_by(every) {
        let Row::Cells { cells: row, .. } = row else { continue };
        cells.push(row.iter().map(|cell| typesetter.set(cell)).collect::<Result<Vec<_>>>()?);
    }
    let measure = widths.iter().sum();
    let widths_now = widths.to_vec();
    let mut table =
        Counts { cells, columns, widths: widths_now, needs, measure, counts: Vec::new() };
    table.counts = (0..columns.len()).map(|column| table.lines_of(column, 0.0)).collect();
    for _ in 0..MOST_MOVES {
        let Some((giver, taker, points)) = table.best_move() else { break };
        table.apply(giver, taker, points);
    }
    widths.copy_from_slice(&table.widths);
    Ok(())
}

struct Counts<'a> {
    cells: Vec<Vec<Paragraph>>,
    columns: &'a [Column],
    widths: Vec<f32>,
    needs: &'a [f32],
    /// Width of the whole table.
    measure: f32,
    /// Lines of each row, by column.
    counts: Vec<Vec<usize>>,
}

impl Counts<'_> {
    /// Lines of each row in a column that is so many points wider.
    fn lines_of(&self, column: usize, wider: f32) -> Vec<usize> {
        let pad = self.columns.get(column).map_or(0.0, |column| column.pad);
        let width = self.widths.get(column).copied().unwrap_or_default() + wider - pad;
        let cell = |row: &Vec<Paragraph>| match row.get(column) {
            Some(paragraph) => self.cost(paragraph.clone().lines(width.max(1.0)).len(), width),
            None => 1,
        };
        self.cells.iter().map(cell).collect()
    }

    /// Lines that a cell of so many costs its row: beyond its sixth it continues below, at full
    /// width, and a reader looks for it there.
    fn cost(&self, lines: usize, width: f32) -> usize {
        let beyond = lines.saturating_sub(MOST_LINES);
        if beyond == 0 {
            return lines;
        }
        let below = (beyond as f32 * width / self.measure.max(1.0)).ceil() as usize;
        MOST_LINES + 1 + below
    }

    /// Lines of the whole table, weighed, when two columns have other counts.
    fn total(&self, other: [(usize, &[usize]); 2]) -> usize {
        let lines = |column: usize, row: usize| {
            let changed = other.iter().find(|(changed, _)| *changed == column);
            let counts = changed.map_or_else(
                || self.counts.get(column).map(Vec::as_slice),
                |(_, counts)| Some(*counts),
            );
            counts.and_then(|counts| counts.get(row)).copied().unwrap_or(1)
        };
        (0..self.cells.len())
            .map(|row| {
                let cells = (0..self.columns.len()).map(|column| lines(column, row));
                let tallest = cells.clone().max().unwrap_or(1);
                tallest * WEIGHT_OF_A_ROW + cells.map(|lines| lines.pow(3)).sum::<usize>()
            })
            .sum()
    }

    /// Giver, taker and points of the move that saves most, the smallest of those.
    fn best_move(&self) -> Option<(usize, usize, f32)> {
        let mut fewest = self.total([(usize::MAX, &[]), (usize::MAX, &[])]);
        let mut best = None;
        for steps in 1..=LEAP {
            let points = STEP * steps as f32;
            let wider: Vec<Vec<usize>> =
                (0..self.columns.len()).map(|column| self.lines_of(column, points)).collect();
            for giver in (0..self.columns.len()).filter(|giver| self.spares(*giver, points)) {
                let narrower = self.lines_of(giver, -points);
                for (taker, wider) in wider.iter().enumerate().filter(|(taker, _)| *taker != giver)
                {
                    let total = self.total([(giver, &narrower), (taker, wider)]);
                    if total < fewest {
                        (fewest, best) = (total, Some((giver, taker, points)));
                    }
                }
            }
        }
        best
    }

    /// A column that could be so much narrower without breaking a word.
    fn spares(&self, column: usize, points: f32) -> bool {
        let width = self.widths.get(column).copied().unwrap_or_default();
        width - points >= self.needs.get(column).copied().unwrap_or(f32::MAX)
    }

    fn apply(&mut self, giver: usize, taker: usize, points: f32) {
        for (column, wider) in [(giver, -points), (taker, points)] {
            let counts = self.lines_of(column, wider);
            if let (Some(width), Some(old)) =
                (self.widths.get_mut(column), self.counts.get_mut(column))
            {
                *width += wider;
                *old = counts;
            }
        }
    }
}
