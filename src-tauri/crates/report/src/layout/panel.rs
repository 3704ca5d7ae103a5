//! Two panels side by side, three columns each: "Signed" and "Ledger".

use super::draw::{Block, Pen, Side};
use super::flow::{Flow, HEAD_HEIGHT, head_words};
use crate::error::Result;
use crate::pdf::Tag;
use crate::typeset::{Look, Rich, colour};

/// A head and the lines below it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Panel {
    pub head: String,
    pub lines: Vec<PanelLine>,
}

/// A line of a panel.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum PanelLine {
    /// Words, wrapped.
    Words(Rich),
    /// What a person wrote and signed, in its own measure.
    Signed(Rich),
    /// A hash in groups of four digits, eight groups to a line.
    Hash(String),
    /// Room.
    Gap(f32),
}

const LOOK: Look = Look::regular(8.0);
const LEADING: f32 = 11.0;
/// What a person wrote and signed.
pub(crate) const SIGNED: Look = Look::serif(9.5);
const SIGNED_LEADING: f32 = 13.0;
/// From one group of a hash to the next, in em.
const GROUP: f32 = 2.9;
const GROUPS_IN_A_LINE: usize = 8;

enum Set {
    Words(Block),
    Hash(Vec<Vec<Block>>),
    Gap(f32),
}

impl Set {
    fn height(&self) -> f32 {
        match self {
            Self::Words(block) => block.height(),
            Self::Hash(rows) => rows.len() as f32 * LEADING,
            Self::Gap(points) => *points,
        }
    }
}

impl Flow<'_> {
    /// Draws panels two by two; a pair never splits over a page.
    pub fn panels(&mut self, panels: &[Panel]) -> Result<()> {
        for pair in panels.chunks(2) {
            self.gap(11.0);
            let bodies =
                pair.iter().map(|panel| self.set_panel(panel)).collect::<Result<Vec<_>>>()?;
            let heights = bodies.iter().map(|body| body.iter().map(Set::height).sum::<f32>());
            let height = HEAD_HEIGHT + heights.fold(0.0, f32::max);
            self.ensure(height)?;
            for (number, (panel, body)) in pair.iter().zip(&bodies).enumerate() {
                self.bookmark(1, &panel.head);
                let x = self.sheet.column_left(number as u8 * 3);
                self.draw_panel(&panel.head, body, x)?;
            }
            self.gap(height);
        }
        Ok(())
    }

    /// What people wrote under a head each: side by side where that takes no more than half a page,
    /// else one below the other.
    pub fn signed_beside(&mut self, texts: &[(&str, String)]) -> Result<()> {
        let width = self.sheet.span(3);
        let mut tallest: f32 = 0.0;
        for (_, text) in texts {
            let block = self.block(&Rich::new(text, SIGNED), width, SIGNED, SIGNED_LEADING)?;
            tallest = tallest.max(block.height());
        }
        if texts.len() > 1 && tallest < (self.sheet.bottom - self.sheet.top) / 2.0 {
            let panel = |(head, text): &(&str, String)| Panel {
                head: (*head).to_owned(),
                lines: vec![PanelLine::Signed(Rich::new(text, SIGNED))],
            };
            self.end_section();
            return self.panels(&texts.iter().map(panel).collect::<Vec<_>>());
        }
        texts.iter().try_for_each(|(head, text)| {
            self.section(head, "")?;
            self.prose(&Rich::new(text, SIGNED), SIGNED, SIGNED_LEADING)
        })
    }

    fn set_panel(&mut self, panel: &Panel) -> Result<Vec<Set>> {
        let width = self.sheet.span(3);
        panel
            .lines
            .iter()
            .map(|line| match line {
                PanelLine::Signed(rich) => {
                    Ok(Set::Words(self.block(rich, width, SIGNED, SIGNED_LEADING)?))
                }
                PanelLine::Words(rich) => Ok(Set::Words(self.block(rich, width, LOOK, LEADING)?)),
                PanelLine::Hash(digits) => Ok(Set::Hash(self.set_hash(digits)?)),
                PanelLine::Gap(points) => Ok(Set::Gap(*points)),
            })
            .collect()
    }

    fn set_hash(&mut self, digits: &str) -> Result<Vec<Vec<Block>>> {
        let digits: Vec<char> = digits.chars().collect();
        let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
        groups
            .chunks(GROUPS_IN_A_LINE)
            .map(|row| {
                row.iter()
                    .map(|group| {
                        let words = Rich::new(group.as_str(), LOOK.tabular());
                        self.block(&words, GROUP * LOOK.size, LOOK, LEADING)
                    })
                    .collect()
            })
            .collect()
    }

    fn draw_panel(&mut self, head: &str, body: &[Set], x: f32) -> Result<()> {
        let (width, mut y) = (self.sheet.span(3), self.y);
        let head = self.block(&head_words(head, ""), width, Look::semibold(10.0), 12.0)?;
        self.pen().page.canvas.rule(x, x + width, y, 0.8, colour::INK);
        let part = self.leaf(Tag::Head);
        self.pen().of(Some(part)).block(&head, 0..head.lines.len(), x, y + 5.8, Side::Left)?;
        y += HEAD_HEIGHT;
        for set in body {
            let part = self.leaf(Tag::Paragraph);
            draw_set(&mut self.pen().of(Some(part)), set, x, y)?;
            y += set.height();
        }
        Ok(())
    }
}

fn draw_set(pen: &mut Pen<'_>, set: &Set, x: f32, y: f32) -> Result<()> {
    match set {
        Set::Words(block) => pen.block(block, 0..block.lines.len(), x, y, Side::Left),
        Set::Hash(rows) => {
            for (row, groups) in rows.iter().enumerate() {
                for (place, group) in groups.iter().enumerate() {
                    let left = x + place as f32 * GROUP * LOOK.size;
                    pen.block_of_many(group, left, y + row as f32 * LEADING)?;
                }
            }
            Ok(())
        }
        Set::Gap(_) => Ok(()),
    }
}
