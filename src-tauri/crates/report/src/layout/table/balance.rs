//! Columns of a small table give and take until its rows need the fewest lines.
//!
//! The widths a report asks for stay unless a change saves a line. Widths move in steps;
//! the best move of all is taken, again and again, until none saves anything.

use super::{Column, MOST_LINES, Row};
use crate::error::Result;
use crate::typeset::{Paragraph, Typesetter};

/// Larger tables run over pages anyway, and their widths should not hang on one row.
const MOST_ROWS: usize = 60;
/// Points a width moves by at least.
const STEP: f32 = 6.0;
/// Steps a width moves by at most in one move.
const LEAP: i32 = 10;
/// Moves at most; each saves a line, so this is never the reason to stop.
const MOST_MOVES: usize = 200;

pub(super) fn balance(
    typesetter: &mut Typesetter,
    columns: &[Column],
    rows: impl Iterator<Item = Row>,
    widths: &mut [f32],
    needs: &[f32],
) -> Result<()> {
    if columns.iter().any(|column| column.gutter) {
        return Ok(());
    }
    let mut cells = Vec::new();
    for row in rows {
        let Row::Cells { cells: row, .. } = row else { continue };
        if cells.len() == MOST_ROWS {
            return Ok(());
        }
        cells.push(row.iter().map(|cell| typesetter.set(cell)).collect::<Result<Vec<_>>>()?);
    }
    let mut table = Counts { cells, columns, widths: widths.to_vec(), needs, counts: Vec::new() };
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
    /// Lines of each row, by column.
    counts: Vec<Vec<usize>>,
}

impl Counts<'_> {
    /// Lines of each row in a column that is so many points wider.
    fn lines_of(&self, column: usize, wider: f32) -> Vec<usize> {
        let pad = self.columns.get(column).map_or(0.0, |column| column.pad);
        let width = self.widths.get(column).copied().unwrap_or_default() + wider - pad;
        let cell = |row: &Vec<Paragraph>| match row.get(column) {
            // Beyond its sixth line a cell continues below, at full width.
            Some(paragraph) => paragraph.clone().lines(width.max(1.0)).len().min(MOST_LINES),
            None => 1,
        };
        self.cells.iter().map(cell).collect()
    }

    /// Lines of the whole table when two columns have other counts.
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
            .map(|row| (0..self.columns.len()).map(|column| lines(column, row)).max().unwrap_or(1))
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
