//! The lines of a table: between rows, under heads, down columns.

use std::ops::Range;

use super::{Kind, Measured, Placed, Placer};
use crate::typeset::{Colour, colour};

impl Placer<'_, '_> {
    /// The hairlines of columns that a cell spans, behind it.
    pub(super) fn lines_under(&mut self, cells: &[Placed], top: f32, height: f32) {
        for cell in cells.iter().filter(|cell| cell.across > 1) {
            let spanned = cell.column..cell.column + cell.across;
            let columns = self.table.columns.iter().zip(&self.fitted.columns).enumerate();
            let lined =
                columns.filter(|(place, (column, _))| column.lined && spanned.contains(place));
            for (_, (_, (x, width))) in lined {
                let canvas = &mut self.flow.pen().page.canvas;
                canvas.fill_rect(x + width / 2.0 - 0.15, top, 0.3, height, colour::HAIR);
            }
        }
    }

    /// Hairlines stand between rows, in each half of a table that has a row below; a total has its
    /// own rule above it.
    pub(super) fn rule_after(&mut self, next: Option<&Measured>) {
        match next.map(|next| &next.kind) {
            Some(Kind::Total(_)) => self.rule(0.5, colour::INK, 0.3),
            Some(Kind::Cells { cells, .. }) => self.rule_over(cells),
            Some(Kind::Group { .. }) => self.rule(0.3, colour::HAIR, 0.3),
            None if self.table.closed => self.rule(0.3, colour::HAIR, 0.3),
            None => {}
        }
    }

    fn rule_over(&mut self, cells: &[Placed]) {
        let y = self.flow.y - 0.3;
        let halves = self.halves();
        let whole = halves.len() == 1;
        for (columns, from, to) in halves {
            if whole || cells.iter().any(|cell| columns.contains(&cell.column)) {
                self.flow.pen().page.canvas.rule(from, to, y, 0.3, colour::HAIR);
            }
        }
    }

    /// A rule across the table whose upper edge lies `above` over the pen, leaving out the
    /// gutters.
    pub(super) fn rule(&mut self, weight: f32, ink: Colour, above: f32) {
        let y = self.flow.y - above;
        for (_, from, to) in self.halves() {
            self.flow.pen().page.canvas.rule(from, to, y, weight, ink);
        }
    }

    /// What gutters part: the columns of each half, and from where to where it stands.
    fn halves(&self) -> Vec<(Range<usize>, f32, f32)> {
        let sheet = &self.flow.sheet;
        let columns = self.table.columns.iter().zip(&self.fitted.columns).enumerate();
        let gutters = columns.filter(|(_, (column, _))| column.gutter);
        let (mut halves, mut first, mut from) = (Vec::new(), 0, sheet.left);
        for (place, (_, (x, width))) in gutters {
            halves.push((first..place, from, *x));
            (first, from) = (place + 1, x + width);
        }
        halves.push((first..self.table.columns.len(), from, sheet.right));
        halves
    }
}
