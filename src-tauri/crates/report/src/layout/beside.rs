//! Sections side by side, three columns each: "Decision rights" and "Who to call".

use super::flow::{BETWEEN, Flow, HEAD_HEIGHT};
use super::sheet::Sheet;
use super::table::{Row, Table};
use crate::error::Result;

/// A section that is one table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    pub head: String,
    pub count: String,
    pub table: Table,
    pub rows: Vec<Row>,
}

/// Heights are sums in another order when drawn; so much they may differ by.
const ROUNDING: f32 = 0.5;

impl Flow<'_> {
    /// Parts in two columns where both fit on what is left of the page or on a new one; one below
    /// the other where they don't.
    pub fn beside(&mut self, left: &[Part], right: &[Part]) -> Result<()> {
        let height = self.column_height(left, 0)?.max(self.column_height(right, 3)?) + ROUNDING;
        if height > self.sheet.bottom - self.sheet.top {
            return left.iter().chain(right).try_for_each(|part| self.part(part));
        }
        self.ensure(height)?;
        let top = self.y;
        let left_end = self.column(left, 0, top)?;
        let right_end = self.column(right, 3, top)?;
        self.y = left_end.max(right_end);
        self.end_section();
        Ok(())
    }

    fn part(&mut self, part: &Part) -> Result<()> {
        self.section(&part.head, &part.count)?;
        self.table(&part.table, part.rows.iter().cloned())
    }

    /// Draws parts into the half that begins with a column, and gives where they end.
    fn column(&mut self, parts: &[Part], number: u8, top: f32) -> Result<f32> {
        let whole = self.sheet;
        self.sheet = half(whole, number);
        self.y = top;
        for part in parts {
            if self.y > self.sheet.top {
                self.gap(BETWEEN);
            }
            self.open_section(&part.head, &part.count)?;
            self.table(&part.table, part.rows.iter().cloned())?;
        }
        self.sheet = whole;
        Ok(self.y)
    }

    fn column_height(&mut self, parts: &[Part], number: u8) -> Result<f32> {
        let whole = self.sheet;
        self.sheet = half(whole, number);
        let mut height = 0.0;
        for part in parts {
            let table = self.table_height(&part.table, part.rows.iter().cloned())?;
            height += BETWEEN + HEAD_HEIGHT + table;
        }
        self.sheet = whole;
        Ok(height)
    }
}

fn half(sheet: Sheet, number: u8) -> Sheet {
    let left = sheet.column_left(number);
    Sheet { left, right: left + sheet.span(3), ..sheet }
}
