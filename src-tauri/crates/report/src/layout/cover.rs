//! The first page of a long report, and the head of each of its chapters.

use super::flow::{Flow, HEAD_HEIGHT};
use super::sheet::Sheet;
use crate::error::Result;
use crate::pdf::Tag;
use crate::typeset::{Look, Rich, colour};

const TITLE: Look = Look::semibold(30.0).tracked(-0.5);
const PERIOD: Look = Look { colour: colour::SOFT, ..Look::regular(30.0) };
const BELOW: Look = Look::regular(13.0).soft();
const CHAPTER: Look = Look::semibold(16.0).tracked(-0.15);
/// Where the cover's title stands, from the content's top.
const DROP: f32 = 100.0;
/// A chapter's head with the sentence below it, and the head of its first section.
const CHAPTER_HEAD: f32 = 20.0 + 15.0 + 10.0 + HEAD_HEIGHT;
/// Room over a chapter that begins within a page, and what it wants below its head.
const OVER_CHAPTER: f32 = 26.0;
const BELOW_CHAPTER: f32 = 120.0;

impl Flow<'_> {
    /// The report's name, its period and what it is about, large.
    pub fn cover(&mut self, title: &str, period: &str, below: &str) -> Result<()> {
        self.bookmark(0, title);
        self.gap(DROP);
        self.set(&Rich::new(title, TITLE), TITLE, 36.0, Some(Tag::Title))?;
        self.set(&Rich::new(period, PERIOD), PERIOD, 36.0, Some(Tag::Paragraph))?;
        self.gap(5.0);
        self.set(&Rich::new(below, BELOW), BELOW, 18.0, Some(Tag::Paragraph))
    }

    /// A head with a note in the first two columns, and what `body` sets in the other four.
    pub fn beside_head(
        &mut self,
        head: &str,
        note: &str,
        body: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        let (whole, top) = (self.sheet, self.y);
        self.sheet = Sheet { right: whole.left + whole.span(2), ..whole };
        self.pen().page.canvas.rule(whole.left, whole.left + whole.span(2), top, 0.8, colour::INK);
        self.gap(6.0);
        let look = Look::semibold(8.0);
        self.set(&Rich::new(head, look), look, 11.0, Some(Tag::Head))?;
        if !note.is_empty() {
            self.gap(3.0);
            self.note(&Rich::new(note, Look::regular(7.0).soft()))?;
        }
        let left_end = self.y;
        let left = whole.column_left(2);
        self.pen().page.canvas.rule(left, whole.right, top, 0.8, colour::INK);
        self.sheet = Sheet { left, ..whole };
        self.y = top + 4.0;
        body(self)?;
        self.sheet = whole;
        self.y = self.y.max(left_end);
        Ok(())
    }

    /// A chapter's head with its number, and a sentence below it. It begins a page unless enough of
    /// this one is left for it and `needs` points. Links to `record` lead here.
    pub fn chapter(&mut self, record: &str, words: &str, below: &Rich, needs: f32) -> Result<()> {
        self.end_section();
        if self.y > self.sheet.top {
            if self.y + OVER_CHAPTER + BELOW_CHAPTER.max(CHAPTER_HEAD + needs) > self.sheet.bottom {
                self.turn()?;
            } else {
                self.gap(OVER_CHAPTER);
            }
        }
        self.bookmark(0, words);
        self.record(record);
        self.set(&Rich::new(words, CHAPTER), CHAPTER, 20.0, Some(Tag::Head))?;
        if !below.is_empty() {
            self.gap(2.0);
            self.set(below, Look::regular(9.0), 12.0, Some(Tag::Paragraph))?;
        }
        self.gap(1.0);
        Ok(())
    }

    /// A section's head inside a chapter, on one page with the `needs` points below it; links to
    /// `record` lead to it. Gives its page.
    pub fn subsection(
        &mut self,
        record: &str,
        head: &str,
        count: &str,
        needs: f32,
    ) -> Result<usize> {
        self.gap(super::flow::BETWEEN);
        self.ensure(HEAD_HEIGHT + needs.max(super::flow::BELOW_HEAD))?;
        self.record(record);
        self.open_section(head, count)?;
        Ok(self.page_number())
    }
}
