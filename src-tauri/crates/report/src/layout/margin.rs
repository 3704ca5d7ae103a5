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
        let block = set(typesetter, &words, sheet.span(2))?;
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

/// The foot, all but the page's number.
pub(super) struct Footer {
    cells: Vec<(Block, u8)>,
}

impl Footer {
    pub fn set(typesetter: &mut Typesetter, sheet: &Sheet, frame: &Frame) -> Result<Self> {
        let mut version = Rich::new(format!("{}, {}", frame.version.said(), frame.label), LOOK);
        if frame.demo {
            version = version.words("\n\n", LOOK).then(stamp());
        }
        let as_of = format!("As of {}\nPrepared by {}", frame.as_of, frame.preparer);
        let head = Rich::new("Ledger head ", LOOK)
            .words(frame.head.short(), LOOK.tabular())
            .words(format!(", {}", entries(frame.head.size)), LOOK);
        // The whole root below its short form: this is what `--seen` wants.
        let root = Rich::new("\n", LOOK).words(frame.head.grouped(), LOOK.tabular());
        let cells = [(Rich::new(as_of, LOOK), 0, 2), (head, 2, 2), (root, 2, 4), (version, 4, 1)];
        let cells = cells
            .into_iter()
            .map(|(words, column, span)| {
                // A short neighbour at the right leaves the gutter free.
                let width = sheet.span(span) + if span == 1 { sheet.gutter } else { 0.0 };
                Ok((set(typesetter, &words, width)?, column))
            })
            .collect::<Result<_>>()?;
        Ok(Self { cells })
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
        for (block, column) in &self.cells {
            let top = sheet.footer_baseline - block.drop;
            let x = sheet.column_left(*column);
            pen.block(block, 0..block.lines.len(), x, top, Side::Left)?;
        }
        let words = Rich::new(format!("Page {page} of {pages}"), LOOK);
        let number = set(typesetter, &words, sheet.span(1))?;
        let top = sheet.footer_baseline - number.drop;
        pen.block(&number, 0..1, sheet.column_left(5), top, Side::Right)
    }
}

/// Head and foot have room for three lines. A name too long for them is set smaller, as
/// often as it takes, rather than cut off.
fn set(typesetter: &mut Typesetter, words: &Rich, width: f32) -> Result<Block> {
    let mut scale = 1.0;
    loop {
        let (size, leading) = (LOOK.size * scale, LEADING * scale);
        let drop = drop_of(Look { size, ..LOOK }, leading)?;
        let block = Block::set(typesetter, &words.scaled(scale), width, drop, leading)?;
        if block.height() <= MOST_LINES * LEADING || scale < SMALLEST {
            return Ok(block);
        }
        scale *= 0.8;
    }
}

fn entries(count: u64) -> String {
    let noun = if count == 1 { "entry" } else { "entries" };
    format!("{} {noun}", crate::figure::grouped(count))
}
