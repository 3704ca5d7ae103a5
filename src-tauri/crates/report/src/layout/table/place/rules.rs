//! The lines of a table: between rows, under heads, down columns.

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

    /// Hairlines stand between rows; a total has its own rule above it.
    pub(super) fn rule_after(&mut self, next: Option<&Measured>) {
        match next.map(|next| &next.kind) {
            Some(Kind::Total(_)) => self.rule(0.5, colour::INK, 0.3),
            Some(Kind::Cells { .. } | Kind::Group { .. }) => self.rule(0.3, colour::HAIR, 0.3),
            None if self.table.closed => self.rule(0.3, colour::HAIR, 0.3),
            None => {}
        }
    }

    /// A rule across the table whose upper edge lies `above` over the pen, leaving out the
    /// gutters.
    pub(super) fn rule(&mut self, weight: f32, ink: Colour, above: f32) {
        let y = self.flow.y - above;
        let right = self.flow.sheet.right;
        let mut from = self.flow.sheet.left;
        let gutters: Vec<(f32, f32)> = self
            .table
            .columns
            .iter()
            .zip(&self.fitted.columns)
            .filter(|(column, _)| column.gutter)
            .map(|(_, (x, width))| (*x, x + width))
            .collect();
        let canvas = &mut self.flow.pen().page.canvas;
        for (start, end) in gutters {
            canvas.rule(from, start, y, weight, ink);
            from = end;
        }
        canvas.rule(from, right, y, weight, ink);
    }
}
