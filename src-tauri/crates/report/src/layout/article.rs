//! Parts of a longer text: the head in two columns at the left, the words in the four beside it.

use super::flow::{BELOW_HEAD, BETWEEN, Flow, HEAD_HEIGHT, head_words};
use crate::error::Result;
use crate::pdf::Tag;
use crate::typeset::{Look, Rich};

/// A paragraph of a text, or an item of a list in it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Passage {
    /// Its words.
    pub words: Rich,
    /// Whether it is an item, under a bullet.
    pub item: bool,
}

/// Words that a person wrote, over many lines.
const WRITTEN: (Look, f32) = (Look::serif(9.5), 13.0);
/// An item's words from its bullet.
const INDENT: f32 = 10.0;
/// Room above an item that follows another, and above any other passage.
const ROOM: (f32, f32) = (3.0, 6.5);

impl Flow<'_> {
    /// A part of a text, over as many pages as it takes.
    pub fn article(&mut self, head: &str, count: &str, passages: &[Passage]) -> Result<()> {
        self.end_section();
        if self.y > self.sheet.top {
            self.gap(BETWEEN);
        }
        self.ensure(HEAD_HEIGHT + BELOW_HEAD)?;
        let (begun, foot) = self.article_head(head, count)?;
        let column = self.sheet.column_left(2) - self.sheet.left;
        let mut before: Option<&Passage> = None;
        for passage in passages {
            let listed = passage.item && before.is_some_and(|before| before.item);
            if before.is_some() {
                self.gap(if listed { ROOM.0 } else { ROOM.1 });
            }
            self.passage(passage, column)?;
            before = Some(passage);
        }
        if self.page_number() == begun {
            self.y = self.y.max(foot);
        }
        Ok(())
    }

    /// The head under its rule, in its own columns: the page it stands on, and where it ends there.
    fn article_head(&mut self, head: &str, count: &str) -> Result<(usize, f32)> {
        self.bookmark(1, head);
        self.head_rule();
        let (words, look) = (head_words(head, count), Look::semibold(10.0));
        let block = self.block(&words, self.sheet.span(2), look, 12.0)?;
        let (part, left, top) = (self.leaf(Tag::Head), self.sheet.left, self.y);
        self.pen().of(Some(part)).block_of_many(&block, left, top)?;
        Ok((self.page_number(), top + block.height()))
    }

    fn passage(&mut self, passage: &Passage, column: f32) -> Result<()> {
        let (look, leading) = WRITTEN;
        let indent = if passage.item { INDENT } else { 0.0 };
        let width = self.sheet.span(4) - indent;
        let block = self.block(&passage.words, width, look, leading)?;
        let bullet = self.block(&Rich::new("–", look), INDENT, look, leading)?;
        let bullet = passage.item.then_some((&bullet, column));
        self.run(&block, column + indent, Some(Tag::Paragraph), bullet)
    }
}
