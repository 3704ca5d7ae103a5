//! Rows down the pages.

mod rules;

use std::collections::VecDeque;

use super::fit::{Fitted, fit};
use super::measure::{Kind, Measure, Measured, Placed, Stands};
use super::{Bookmarks, Row, Table};
use crate::error::Result;
use crate::layout::draw::{Block, Side, drop_of};
use crate::layout::flow::Flow;
use crate::layout::legend::LEGEND_ROOM;
use crate::pdf::{Part, Tag};
use crate::typeset::{Look, Rich, colour};

/// How far the table looks ahead: a head keeps two rows, and so does a total.
const AHEAD: usize = 4;

impl Flow<'_> {
    /// Sets a table. `rows` is gone through twice: once for the widths, once to draw.
    pub fn table(&mut self, table: &Table, rows: impl Iterator<Item = Row> + Clone) -> Result<()> {
        if rows.clone().next().is_none() {
            let look = Look::regular(table.density.look().size);
            return self.prose(&Rich::new(&table.empty, look.soft()), look, 10.0);
        }
        let (left, measure) = (self.sheet.left, self.sheet.measure());
        let fitted = fit(&mut self.typesetter, table, rows.clone(), left, measure)?;
        let heads = self.heads(table, &fitted)?;
        if heads.is_empty() {
            // Rows stand closer to a section's head than a table's heads do.
            self.gap(-4.0);
        }
        self.begin(Tag::Table);
        let mut placer = Placer { flow: self, table, fitted, heads, group: None, fresh: true };
        placer.place_all(rows)?;
        self.end();
        Ok(())
    }

    fn heads(&mut self, table: &Table, fitted: &Fitted) -> Result<Vec<Placed>> {
        let (look, leading) = (table.density.head(), table.density.head_leading());
        let drop = drop_of(look, leading)?;
        let columns = table.columns.iter().zip(&fitted.columns).enumerate();
        columns
            .filter(|(_, (column, _))| !column.head.is_empty())
            .map(|(place, (column, (x, width)))| {
                let along =
                    if column.turned { TURNED_LENGTH } else { (width - column.pad).max(1.0) };
                let block = Block::set(&mut self.typesetter, &column.head, along, drop, leading)?;
                let stands = match (column.turned, column.align) {
                    (true, _) => Stands::Upright,
                    (false, align) => align.into(),
                };
                Ok(Placed { block, column: place, across: 1, x: *x, stands })
            })
            .collect()
    }

    /// How much room the beginning of a table takes: what stays on one page with its head.
    pub fn opening(
        &mut self,
        table: &Table,
        mut rows: impl Iterator<Item = Row> + Clone,
    ) -> Result<f32> {
        let (left, measure) = (self.sheet.left, self.sheet.measure());
        let fitted = fit(&mut self.typesetter, table, rows.clone(), left, measure)?;
        let heads = self.heads(table, &fitted)?;
        let mut placer = Placer { flow: self, table, fitted, heads, group: None, fresh: true };
        let mut ahead = VecDeque::with_capacity(AHEAD);
        placer.look_ahead(&mut ahead, &mut rows)?;
        Ok(placer.head_height() + placer.keeps_with(&ahead))
    }

    /// How much room a table takes where no page ends within it.
    pub(in crate::layout) fn table_height(
        &mut self,
        table: &Table,
        rows: impl Iterator<Item = Row> + Clone,
    ) -> Result<f32> {
        if rows.clone().next().is_none() {
            let look = Look::regular(table.density.look().size).soft();
            let measure = self.sheet.measure();
            return Ok(self.block(&Rich::new(&table.empty, look), measure, look, 10.0)?.height());
        }
        let (left, measure) = (self.sheet.left, self.sheet.measure());
        let fitted = fit(&mut self.typesetter, table, rows.clone(), left, measure)?;
        let heads = self.heads(table, &fitted)?;
        let mut height = if heads.is_empty() { -4.0 } else { head_height(&heads) };
        let typesetter = &mut self.typesetter;
        let mut measurer = Measure { typesetter, table, fitted: &fitted, measure };
        for row in rows {
            height += measurer.row(row)?.whole(table.density);
        }
        Ok(height)
    }
}

/// How long a line of an upright head gets.
const TURNED_LENGTH: f32 = 104.0;

/// Height of a table's heads and the room below them.
fn head_height(heads: &[Placed]) -> f32 {
    let tall = |head: &Placed| match head.stands {
        Stands::Upright => head.block.lines.iter().map(|line| line.width).fold(0.0, f32::max),
        Stands::Left | Stands::Centre | Stands::Right => head.block.height(),
    };
    let tallest = heads.iter().map(tall).fold(0.0, f32::max);
    if heads.is_empty() { 0.0 } else { tallest + 3.5 }
}

struct Placer<'p, 'f> {
    flow: &'p mut Flow<'f>,
    table: &'p Table,
    fitted: Fitted,
    heads: Vec<Placed>,
    /// The group whose rows are being placed.
    group: Option<(String, String)>,
    /// Nothing stands under the head yet.
    fresh: bool,
}

impl Placer<'_, '_> {
    fn place_all(&mut self, mut rows: impl Iterator<Item = Row>) -> Result<()> {
        let mut ahead = VecDeque::with_capacity(AHEAD);
        self.look_ahead(&mut ahead, &mut rows)?;
        let first = self.head_height() + self.keeps_with(&ahead);
        if self.flow.y + first > self.flow.sheet.bottom {
            self.flow.turn_in_section()?;
        }
        self.head(Reading::First)?;
        while !ahead.is_empty() {
            if self.flow.y + self.keeps_with(&ahead) > self.flow.sheet.bottom && !self.fresh {
                self.turn(ahead.front())?;
            }
            let Some(row) = ahead.pop_front() else { break };
            self.look_ahead(&mut ahead, &mut rows)?;
            self.place(row, ahead.front())?;
        }
        Ok(())
    }

    fn look_ahead(
        &mut self,
        ahead: &mut VecDeque<Measured>,
        rows: &mut impl Iterator<Item = Row>,
    ) -> Result<()> {
        while ahead.len() < AHEAD {
            let Some(row) = rows.next() else { break };
            let measure = self.flow.sheet.measure();
            let mut measurer = Measure {
                typesetter: &mut self.flow.typesetter,
                table: self.table,
                fitted: &self.fitted,
                measure,
            };
            ahead.push_back(measurer.row(row)?);
        }
        Ok(())
    }

    /// What must stay on one page with the first of `ahead`, itself included.
    fn keeps_with(&self, ahead: &VecDeque<Measured>) -> f32 {
        let mut kept = 1;
        for (place, row) in ahead.iter().enumerate() {
            match row.kind {
                Kind::Group { .. } if place == 0 => kept = 3,
                Kind::Group { .. } => {
                    kept = kept.min(place);
                    break;
                }
                Kind::Cells { .. } => {}
                Kind::Total(_) if place <= 2 => {
                    kept = kept.max(place + 1);
                    break;
                }
                Kind::Total(_) => break,
            }
        }
        // Two rows stay with a head: with this page's, and with the next one's.
        let ends_alone = match (ahead.get(1), ahead.get(2)) {
            (Some(_), None) => true,
            // The last two of a group, whose head would stand over one alone.
            (Some(next), Some(after)) => {
                matches!(next.kind, Kind::Cells { .. }) && matches!(after.kind, Kind::Group { .. })
            }
            (None, _) => false,
        };
        if kept == 1 && (self.fresh || ends_alone) {
            kept = 2;
        }
        let last = kept == ahead.len() && ahead.len() < AHEAD;
        let totals = if self.table.closed && last { LEGEND_ROOM } else { 0.0 };
        ahead.iter().take(kept).map(|row| row.height).sum::<f32>() + totals
    }

    fn turn(&mut self, next: Option<&Measured>) -> Result<()> {
        self.flow.turn_in_section()?;
        self.head(Reading::Again)?;
        let starts_group = next.is_some_and(|next| matches!(next.kind, Kind::Group { .. }));
        if let Some((title, _)) = self.group.clone().filter(|_| !starts_group) {
            let measure = self.flow.sheet.measure();
            let block = Measure {
                typesetter: &mut self.flow.typesetter,
                table: self.table,
                fitted: &self.fitted,
                measure,
            }
            .group_block(&title, "continued")?;
            self.group_head(&block, None)?;
        }
        Ok(())
    }

    fn head_height(&self) -> f32 {
        head_height(&self.heads)
    }

    fn head(&mut self, reading: Reading) -> Result<()> {
        self.fresh = true;
        let height = self.head_height();
        if height == 0.0 {
            return Ok(());
        }
        let foot = self.flow.y + height - 3.5;
        let heads = std::mem::take(&mut self.heads);
        match reading {
            Reading::First => self.row(&heads, Tag::HeadCell, |flow, head, part| {
                draw_head(flow, head, Some(part), foot)
            })?,
            Reading::Again => {
                heads.iter().try_for_each(|head| draw_head(self.flow, head, None, foot))?;
            }
        }
        self.heads = heads;
        self.flow.y += height;
        self.rule(0.5, colour::INK, 0.5);
        Ok(())
    }

    fn place(&mut self, row: Measured, next: Option<&Measured>) -> Result<()> {
        let (above, _) = self.table.density.room();
        let top = self.flow.y;
        self.fresh = false;
        match row.kind {
            Kind::Cells { cells, band, record, rest } => {
                if let Some(record) = record {
                    self.flow.record(&record);
                    if self.table.bookmarks == Bookmarks::Records {
                        self.flow.bookmark(2, &record);
                    }
                }
                if band {
                    let sheet = self.flow.sheet;
                    let canvas = &mut self.flow.pen().page.canvas;
                    canvas.fill_rect(
                        sheet.left,
                        top,
                        sheet.measure(),
                        row.height - 0.3,
                        colour::BAND,
                    );
                }
                self.lines_under(&cells, top, row.height);
                self.row(&cells, Tag::Cell, |flow, cell, part| {
                    draw(flow, cell, Some(part), top + above)
                })?;
                self.flow.y = top + row.height;
                self.rest(&rest)?;
                self.rule_after(next);
            }
            Kind::Group { title, count, block } => {
                if self.table.bookmarks == Bookmarks::Groups {
                    self.flow.bookmark(1, &title);
                }
                self.flow.begin(Tag::Row);
                let part = self.flow.across(Tag::HeadCell, self.table.columns.len());
                self.flow.end();
                self.group_head(&block, Some(part))?;
                self.group = Some((title, count));
                self.fresh = true;
            }
            Kind::Total(cells) => {
                self.row(&cells, Tag::Cell, |flow, cell, part| {
                    draw(flow, cell, Some(part), top + above)
                })?;
                self.flow.y = top + row.height;
            }
        }
        Ok(())
    }

    /// Draws the cells of a row, each as a part of its own. A column without one has an empty cell,
    /// so that rows are read as wide as the table.
    fn row(
        &mut self,
        cells: &[Placed],
        tag: Tag,
        draw: impl Fn(&mut Flow<'_>, &Placed, Part) -> Result<()>,
    ) -> Result<()> {
        self.flow.begin(Tag::Row);
        let mut place = 0;
        while place < self.table.columns.len() {
            match cells.iter().find(|cell| cell.column == place) {
                Some(cell) => {
                    let part = self.flow.across(tag, cell.across);
                    draw(self.flow, cell, part)?;
                    place += cell.across.max(1);
                }
                None => {
                    self.flow.leaf(Tag::Cell);
                    place += 1;
                }
            }
        }
        self.flow.end();
        Ok(())
    }

    /// What cells had beyond their sixth line, over the full width.
    fn rest(&mut self, rest: &[Block]) -> Result<()> {
        let left = self.flow.sheet.left;
        for block in rest {
            self.flow.begin(Tag::Row);
            let part = self.flow.across(Tag::Cell, self.table.columns.len());
            self.flow.end();
            let mut at = 0;
            while at < block.lines.len() {
                let room = (self.flow.sheet.bottom - self.flow.y) / block.leading;
                let left_over = block.lines.len() - at;
                if room < 2.0_f32.min(left_over as f32) {
                    self.turn(None)?;
                    self.fresh = false;
                    continue;
                }
                let lines = (room.floor() as usize).min(left_over);
                let lines = if left_over - lines == 1 && lines > 2 { lines - 1 } else { lines };
                let y = self.flow.y;
                let mut pen = self.flow.pen().of(Some(part));
                pen.block(block, at..at + lines, left, y, Side::Left)?;
                self.flow.y += lines as f32 * block.leading;
                at += lines;
            }
            self.flow.y += self.table.density.room().1;
        }
        Ok(())
    }

    fn group_head(&mut self, block: &Block, part: Option<Part>) -> Result<()> {
        let (above, below) = self.table.density.group_room();
        let (x, y) = (self.flow.sheet.left, self.flow.y + above);
        self.flow.pen().of(part).block(block, 0..block.lines.len(), x, y, Side::Left)?;
        self.flow.y = y + block.height() + below;
        self.rule(0.5, colour::INK, 0.5);
        Ok(())
    }
}

/// Whether a table's heads are read here, or stand again at the top of a page for the eye alone.
#[derive(Clone, Copy)]
enum Reading {
    First,
    Again,
}

fn draw_head(flow: &mut Flow<'_>, head: &Placed, part: Option<Part>, foot: f32) -> Result<()> {
    match head.stands {
        Stands::Upright => flow.pen().of(part).upright(&head.block, head.x, foot),
        Stands::Left | Stands::Centre | Stands::Right => {
            draw(flow, head, part, foot - head.block.height())
        }
    }
}

fn draw(flow: &mut Flow<'_>, placed: &Placed, part: Option<Part>, top: f32) -> Result<()> {
    let side = match placed.stands {
        Stands::Centre => Side::Centre,
        Stands::Right => Side::Right,
        Stands::Left | Stands::Upright => Side::Left,
    };
    let mut pen = flow.pen().of(part);
    pen.block(&placed.block, 0..placed.block.lines.len(), placed.x, top, side)
}
