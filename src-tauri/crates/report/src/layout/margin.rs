//! What stands at the head and foot of every page.

use super::draw::{Block, Pen, Side, drop_of};
use super::mark::Mark;
use super::sheet::Sheet;
use crate::error::Result;
use crate::frame::Frame;
use crate::typeset::{Look, Rich, Typesetter, colour};

const LOOK: Look = Look::regular(6.5).soft();
const LEADING: f32 = 9.0;
const MOST_LINES: f32 = 3.0;
/// Below this no more is gained: some 20,000 characters stand in three lines' room.
const SMALLEST: f32 = 0.05;

/// Workspace, report, period. Words too long for a line stack upwards from the baseline.
pub(super) fn header(
    pen: &mut Pen<'_>,
    typesetter: &mut Typesetter,
    sheet: &Sheet,
    frame: &Frame,
) -> Result<()> {
    let mut workspace =
        Rich::new(&frame.workspace, Look { colour: colour::INK, ..Look::semibold(6.5) });
    if frame.demo {
        workspace = workspace.words("   ", LOOK).then(stamp());
    }
    let cells = [
        (workspace, 0, Side::Left),
        (Rich::new(&frame.report, LOOK), 2, Side::Left),
        (Rich::new(&frame.period, LOOK), 4, Side::Right),
    ];
    for (words, column, side) in cells {
        let block = set(typesetter, &words, sheet.span(2), MOST_LINES)?;
        let last = block.lines.len().saturating_sub(1) as f32;
        let top = sheet.header_baseline - block.drop - last * block.leading;
        pen.block(&block, 0..block.lines.len(), sheet.column_left(column), top, side)?;
    }
    pen.page.canvas.rule(sheet.left, sheet.right, sheet.header_rule, 0.4, colour::INK);
    Ok(())
}

/// "Demo workspace", so that no page of one is taken for the real thing.
fn stamp() -> Rich {
    let look = Look { colour: colour::WARN, ..Look::semibold(6.5) };
    Rich::empty().mark(Mark::Triangle, look).words("Demo\u{a0}workspace", look)
}

/// The foot, all but the page's number: what the pages show and who made them on one line, what
/// they stand on below it. Words too long for their room take a third.
pub(super) struct Footer {
    cells: Vec<(Block, u8)>,
    head: Block,
    stamp: Block,
    /// How far the second line stands below the first.
    below: f32,
}

/// Room for a page's number beside what stands left of it.
const NUMBER: f32 = 58.0;

impl Footer {
    pub fn set(typesetter: &mut Typesetter, sheet: &Sheet, frame: &Frame) -> Result<Self> {
        let said = [
            (format!("As of {}", frame.as_of), 0, sheet.span(2)),
            (format!("Prepared by {}", frame.preparer), 2, sheet.span(2)),
            (format!("{}, {}", frame.version.said(), frame.label), 4, sheet.span(2) - NUMBER),
        ];
        let cells = said
            .into_iter()
            .map(|(words, column, width)| {
                let words = Rich::new(words, LOOK);
                Ok((set(typesetter, &words, width, MOST_LINES - 1.0)?, column))
            })
            .collect::<Result<Vec<_>>>()?;
        let below = cells.iter().map(|(block, _)| block.height()).fold(LEADING, f32::max);
        let stamp = if frame.demo { stamp() } else { Rich::empty() };
        let stamp = set(typesetter, &stamp, sheet.span(1), 1.0)?;
        let head = set(typesetter, &head(frame), sheet.span(5), 1.0)?;
        Ok(Self { cells, head, stamp, below })
    }

    pub fn draw(
        &self,
        pen: &mut Pen<'_>,
        typesetter: &mut Typesetter,
        sheet: &Sheet,
        page: usize,
        pages: usize,
    ) -> Result<()> {
        pen.page.canvas.rule(sheet.left, sheet.right, sheet.footer_rule, 0.4, colour::HAIR);
        let words = Rich::new(format!("Page {page} of {pages}"), LOOK);
        let number = set(typesetter, &words, sheet.span(1), 1.0)?;
        let cells = self.cells.iter().map(|(block, column)| (block, *column, 0.0, Side::Left));
        let others = [
            (&number, 5, 0.0, Side::Right),
            (&self.head, 0, self.below, Side::Left),
            (&self.stamp, 5, self.below, Side::Right),
        ];
        for (block, column, below, side) in cells.chain(others) {
            let top = sheet.footer_baseline + below - block.drop;
            pen.block(block, 0..block.lines.len(), sheet.column_left(column), top, side)?;
        }
        Ok(())
    }
}

/// "Ledger head 1a58 0867 …, 4,812 entries": all of the root, for this is what `--seen` wants, and
/// the two groups that people compare in ink.
fn head(frame: &Frame) -> Rich {
    let (root, short) = (frame.head.grouped(), frame.head.short());
    let rest = root.strip_prefix(&short).unwrap_or_default();
    let digits = LOOK.tabular();
    Rich::new("Ledger head ", LOOK)
        .words(&short, Look { colour: colour::INK, ..digits })
        .words(rest, digits)
        .words(format!(", {}", entries(frame.head.size)), LOOK)
}

/// Head and foot have room for three lines in all. A name too long for its own is set smaller, as
/// often as it takes, rather than cut off.
fn set(typesetter: &mut Typesetter, words: &Rich, width: f32, most: f32) -> Result<Block> {
    let mut scale = 1.0;
    loop {
        let (size, leading) = (LOOK.size * scale, LEADING * scale);
        let drop = drop_of(Look { size, ..LOOK }, leading)?;
        let block = Block::set(typesetter, &words.scaled(scale), width, drop, leading)?;
        if block.height() <= most * LEADING || scale < SMALLEST {
            return Ok(block);
        }
        scale *= 0.8;
    }
}

fn entries(count: u64) -> String {
    let noun = if count == 1 { "entry" } else { "entries" };
    format!("{} {noun}", crate::figure::grouped(count))
}
