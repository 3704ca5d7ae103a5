//! Rows set and measured, not yet placed.

use super::fit::{Fitted, fraction_width};
use super::{Align, Density, MOST_LINES, Row, Table};
use crate::error::Result;
use crate::layout::draw::{Block, drop_of};
use crate::typeset::{Look, Rich, Typesetter};

/// A row ready to be placed.
pub(super) struct Measured {
    pub kind: Kind,
    /// Of what never splits.
    pub height: f32,
}

pub(super) enum Kind {
    Cells { cells: Vec<Placed>, band: bool, record: Option<String>, rest: Vec<Block> },
    Group { title: String, count: String, block: Block },
    Total(Vec<Placed>),
}

/// A cell's block, its column, its left edge, and how it stands in its width.
pub(super) struct Placed {
    pub block: Block,
    pub column: usize,
    /// Columns it spans.
    pub across: usize,
    pub x: f32,
    pub stands: Stands,
}

/// How a block stands in its column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    Left,
    Centre,
    Right,
    /// Along the column, read from below.
    Upright,
}

impl From<Align> for Stands {
    fn from(align: Align) -> Self {
        match align {
            Align::Left => Self::Left,
            Align::Centre => Self::Centre,
            Align::Right | Align::Decimal => Self::Right,
        }
    }
}

impl Measured {
    /// Its height with what its cells have beyond their sixth line.
    pub fn whole(&self, density: Density) -> f32 {
        match &self.kind {
            Kind::Cells { rest, .. } => {
                let below = |block: &Block| block.height() + density.room().1;
                self.height + rest.iter().map(below).sum::<f32>()
            }
            Kind::Group { .. } | Kind::Total(_) => self.height,
        }
    }
}

pub(super) struct Measure<'a> {
    pub typesetter: &'a mut Typesetter,
    pub table: &'a Table,
    pub fitted: &'a Fitted,
    pub measure: f32,
}

impl Measure<'_> {
    pub fn row(&mut self, row: Row) -> Result<Measured> {
        match row {
            Row::Cells { cells, band, record } => self.cells(&cells, band, record),
            Row::Group { title, count } => self.group(title, count),
            Row::Spanning(cells) => {
                let (cells, height) = self.spanning(&cells)?;
                let kind = Kind::Cells { cells, band: false, record: None, rest: Vec::new() };
                Ok(Measured { kind, height })
            }
            Row::Total(cells) => {
                let (cells, height) = self.spanning(&cells)?;
                Ok(Measured { kind: Kind::Total(cells), height })
            }
        }
    }

    fn cells(&mut self, cells: &[Rich], band: bool, record: Option<String>) -> Result<Measured> {
        let density = self.table.density;
        let drop = drop_of(density.look(), density.leading())?;
        let mut placed = Vec::with_capacity(cells.len());
        let mut rest = Vec::new();
        let mut tallest = density.leading();
        for (place, cell) in cells.iter().enumerate() {
            let (Some(column), Some((x, width))) =
                (self.table.columns.get(place), self.fitted.columns.get(place).copied())
            else {
                continue;
            };
            if cell.0.is_empty() {
                continue;
            }
            let leading = density.leading_of(cell);
            let mut width = width - column.pad;
            if column.align == Align::Decimal {
                width -= self.fitted.fractions.get(place).copied().unwrap_or(0.0);
            }
            let mut block = Block::set(self.typesetter, cell, width.max(1.0), drop, leading)?;
            if block.lines.len() > MOST_LINES {
                rest.push(self.rest_of(cell, &mut block, &column.head, drop, leading)?);
            }
            if column.align == Align::Decimal {
                block.width += fraction_width(&block.paragraph);
            }
            tallest = tallest.max(block.height());
            let stands = column.align.into();
            placed.push(Placed { block, column: place, across: 1, x, stands });
        }
        let (above, below) = density.room();
        let height = above + tallest + below;
        Ok(Measured { kind: Kind::Cells { cells: placed, band, record, rest }, height })
    }

    /// Takes the lines beyond the sixth out of `block` and sets them over the full width,
    /// after the column's name.
    fn rest_of(
        &mut self,
        cell: &Rich,
        block: &mut Block,
        head: &Rich,
        drop: f32,
        leading: f32,
    ) -> Result<Block> {
        let first = block.lines.get(MOST_LINES).and_then(|line| {
            block.paragraph.pieces.get(line.pieces.start).map(|piece| piece.text.start as usize)
        });
        block.lines.truncate(MOST_LINES);
        let look: Look = self.table.density.head();
        let head = head.plain();
        let name =
            if head.is_empty() { "Continued: ".into() } else { format!("{head}, continued: ") };
        let rich = Rich::new(name, look).then(cell.tail(first.unwrap_or(usize::MAX)));
        Block::set(self.typesetter, &rich, self.measure, drop, leading)
    }

    fn group(&mut self, title: String, count: String) -> Result<Measured> {
        let block = self.group_block(&title, &count)?;
        let (above, below) = self.table.density.group_room();
        let height = above + block.height() + below;
        Ok(Measured { kind: Kind::Group { title, count, block }, height })
    }

    pub fn group_block(&mut self, title: &str, count: &str) -> Result<Block> {
        let look = Look::semibold(7.0);
        let rich = Rich::new(title, look).words(format!(" {count}"), Look::regular(7.0).soft());
        Block::set(self.typesetter, &rich, self.measure, drop_of(look, 9.0)?, 9.0)
    }

    /// Cells over several columns each, and how tall their row is.
    fn spanning(&mut self, cells: &[(Rich, usize)]) -> Result<(Vec<Placed>, f32)> {
        let density = self.table.density;
        let (leading, drop) = (density.leading(), drop_of(density.look(), density.leading())?);
        let mut placed = Vec::new();
        let (mut place, mut most) = (0, 1);
        for (cell, span) in cells {
            let columns = self.fitted.columns.get(place..place + span).unwrap_or_default();
            let last = self.table.columns.get(place + span - 1);
            let (Some((x, _)), Some(last)) = (columns.first(), last) else { continue };
            let width = columns.iter().map(|(_, width)| width).sum::<f32>() - last.pad;
            let block = Block::set(self.typesetter, cell, width.max(1.0), drop, leading)?;
            most = most.max(block.lines.len());
            let stands = if *span == 1 { last.align.into() } else { Stands::Left };
            placed.push(Placed { block, column: place, across: *span, x: *x, stands });
            place += span;
        }
        let (above, below) = density.room();
        Ok((placed, above + most as f32 * leading + below))
    }
}
