//! Boxes with arrows between them: from a number to the signature it rests on.

use super::flow::Flow;
use crate::error::Result;
use crate::pdf::{Paint, Step, Tag};
use crate::typeset::{Look, Rich, colour};

const HEAD: Look = Look::semibold(7.0);
const WORDS: Look = Look::regular(7.0).soft();
const HEIGHT: f32 = 27.0;
/// Between two boxes, where the arrow stands.
const ARROW: f32 = 11.0;

impl Flow<'_> {
    /// Draws a chain of boxes over the whole measure, each a head and a word below it.
    pub fn chain(&mut self, boxes: &[(String, String)]) -> Result<()> {
        let count = boxes.len().max(1) as f32;
        let width = (self.sheet.measure() - ARROW * (count - 1.0)) / count;
        self.ensure(HEIGHT)?;
        for (place, (head, words)) in boxes.iter().enumerate() {
            let x = self.sheet.left + place as f32 * (width + ARROW);
            self.link_of_chain(x, width, place + 1 == boxes.len(), head, words)?;
        }
        self.gap(HEIGHT);
        Ok(())
    }

    fn link_of_chain(
        &mut self,
        x: f32,
        width: f32,
        last: bool,
        head: &str,
        words: &str,
    ) -> Result<()> {
        let y = self.y;
        let edge = [
            Step::Move(0.0, 0.0),
            Step::Line(width, 0.0),
            Step::Line(width, HEIGHT),
            Step::Line(0.0, HEIGHT),
            Step::Close,
        ];
        let canvas = &mut self.pen().page.canvas;
        canvas.path(&edge, x, y, 1.0, Paint::Stroke(colour::INK, 0.5));
        if !last {
            let middle = y + HEIGHT / 2.0;
            canvas.rule(x + width + 1.0, x + width + ARROW - 4.0, middle - 0.25, 0.5, colour::INK);
            let tip =
                [Step::Move(-4.0, -2.0), Step::Line(0.0, 0.0), Step::Line(-4.0, 2.0), Step::Close];
            canvas.path(&tip, x + width + ARROW - 1.0, middle, 1.0, Paint::Fill(colour::INK));
        }
        let words = Rich::new(format!("{head}\n"), HEAD).words(words, WORDS);
        let block = self.block(&words, width - 4.0, WORDS, 9.5)?;
        let part = self.leaf(Tag::Paragraph);
        for (line, set) in block.lines.iter().enumerate().take(2) {
            let left = x + (width - set.width) / 2.0;
            let top = y + 4.0 + line as f32 * 9.5;
            let one = super::draw::Block { lines: vec![set.clone()], ..block.clone() };
            self.pen().of(Some(part)).block_of_many(&one, left, top)?;
        }
        Ok(())
    }
}
