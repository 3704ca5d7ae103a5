//! The flow of a report down its pages.

use super::draw::{Block, Pen, Side, drop_of};
use super::links::Links;
use super::margin;
use super::sheet::Sheet;
use crate::error::Result;
use crate::frame::{Frame, Rendered};
use crate::pdf::{Bookmark, Document, Page, Part, Tag};
use crate::typeset::{Look, Rich, Typesetter, colour};

/// A report being set: a pen that moves down and turns the page when it must.
pub(crate) struct Flow<'a> {
    pub(super) sheet: Sheet,
    pub(super) typesetter: Typesetter,
    pub links: Links,
    /// Top of what comes next.
    pub(super) y: f32,
    frame: &'a Frame,
    document: Document,
    page: Page,
    /// The section whose table may run on over the page.
    section: Option<String>,
}

/// Room between two sections.
pub(super) const BETWEEN: f32 = 10.0;
/// What a section head wants below it.
pub(super) const BELOW_HEAD: f32 = 60.0;

impl<'a> Flow<'a> {
    /// An empty report with its first page's header drawn.
    pub fn new(frame: &'a Frame, sheet: Sheet, links: Links) -> Result<Self> {
        let document = Document::new(sheet.width, sheet.height);
        let page = document.start_page();
        let typesetter = Typesetter::default();
        let mut flow =
            Self { sheet, typesetter, links, y: sheet.top, frame, document, page, section: None };
        flow.header()?;
        Ok(flow)
    }

    /// The report's title and what stands under it.
    pub fn title(&mut self, title: &str, below: &Rich) -> Result<()> {
        self.bookmark(0, title);
        let look = Look::semibold(16.0).tracked(-0.15);
        self.set(&Rich::new(title, look), look, 20.0, Some(Tag::Title))?;
        if !below.is_empty() {
            self.gap(2.0);
            self.set(below, Look::regular(9.0), 12.0, Some(Tag::Paragraph))?;
        }
        self.gap(1.0);
        Ok(())
    }

    /// A title on the left and a note on its baseline at the right, or below it when both
    /// don't fit on a line.
    pub fn title_beside(&mut self, title: &str, note: &Rich) -> Result<()> {
        let (look, small) = (Look::semibold(16.0).tracked(-0.15), Look::regular(7.0));
        let left = self.block(&Rich::new(title, look), self.sheet.measure(), look, 20.0)?;
        let right = self.block(note, self.sheet.measure(), small, 9.5)?;
        let width = |block: &Block| block.lines.iter().map(|line| line.width).fold(0.0, f32::max);
        let both = width(&left) + width(&right) + self.sheet.gutter;
        if left.lines.len() > 1 || right.lines.len() > 1 || both > self.sheet.measure() {
            return self.title(title, note).map(|()| self.gap(6.0));
        }
        self.bookmark(0, title);
        let (x, y) = (self.sheet.left, self.y);
        let note_top = y + left.drop - right.drop;
        let (title, note) = (self.leaf(Tag::Title), self.leaf(Tag::Paragraph));
        self.pen().of(Some(title)).block(&left, 0..1, x, y, Side::Left)?;
        self.pen().of(Some(note)).block(&right, 0..1, x, note_top, Side::Right)?;
        self.gap(20.0 + 7.0);
        Ok(())
    }

    /// A section's head under its rule, with its count.
    pub fn section(&mut self, head: &str, count: &str) -> Result<()> {
        if self.y > self.sheet.top {
            self.gap(BETWEEN);
        }
        self.ensure(HEAD_HEIGHT + BELOW_HEAD)?;
        self.open_section(head, count)
    }

    /// The same where there is room for all of it.
    pub(super) fn open_section(&mut self, head: &str, count: &str) -> Result<()> {
        self.bookmark(1, head);
        self.section_head(head, count, Some(Tag::Head))?;
        self.section = Some(head.to_owned());
        Ok(())
    }

    fn section_head(&mut self, head: &str, count: &str, tag: Option<Tag>) -> Result<()> {
        self.head_rule();
        self.set(&head_words(head, count), Look::semibold(10.0), 12.0, tag)?;
        self.gap(7.0);
        Ok(())
    }

    /// The rule over a head, and the room below it.
    pub(super) fn head_rule(&mut self) {
        let (left, right) = (self.sheet.left, self.sheet.right);
        self.page.canvas.rule(left, right, self.y, 0.8, colour::INK);
        self.gap(5.8);
    }

    /// Running text, at least two lines together at a page's foot and head.
    pub fn prose(&mut self, rich: &Rich, look: Look, leading: f32) -> Result<()> {
        self.set(rich, look, leading, Some(Tag::Paragraph))
    }

    /// A small remark in soft ink.
    pub fn note(&mut self, rich: &Rich) -> Result<()> {
        self.set(rich, Look::regular(7.0), 9.5, Some(Tag::Paragraph))
    }

    /// Sets words over the whole measure, turning pages as needed; without a tag they are an
    /// artifact, such as a head that is repeated.
    pub(super) fn set(
        &mut self,
        rich: &Rich,
        look: Look,
        leading: f32,
        tag: Option<Tag>,
    ) -> Result<()> {
        let block = self.block(rich, self.sheet.measure(), look, leading)?;
        self.run(&block, 0.0, tag, None)
    }

    /// Sets a block `inset` points from the left, turning pages as needed, with something before its
    /// first line where it has that: a bullet, with its own place.
    pub(super) fn run(
        &mut self,
        block: &Block,
        inset: f32,
        tag: Option<Tag>,
        before: Option<(&Block, f32)>,
    ) -> Result<()> {
        let part = tag.map(|tag| self.leaf(tag));
        let (x, total) = (self.sheet.left + inset, block.lines.len());
        let mut from = 0;
        while from < total {
            let left = total - from;
            let room = ((self.sheet.bottom - self.y) / block.leading).floor().max(0.0) as usize;
            let fits = match room.min(left) {
                // A single line alone at the foot or the head of a page reads as lost.
                1 if left > 1 => 0,
                fits if left - fits == 1 && fits > 2 => fits - 1,
                fits => fits,
            };
            if fits == 0 && self.y > self.sheet.top {
                self.turn()?;
                continue;
            }
            let fits = fits.max(1);
            let y = self.y;
            if let Some((bullet, place)) = before.filter(|_| from == 0) {
                let at = self.sheet.left + place;
                self.pen().of(part).block_of_many(bullet, at, y)?;
            }
            self.pen().of(part).block(block, from..from + fits, x, y, Side::Left)?;
            self.y += fits as f32 * block.leading;
            from += fits;
        }
        Ok(())
    }

    pub fn gap(&mut self, points: f32) {
        self.y += points;
    }

    /// Turns the page unless so many points are left.
    pub(super) fn ensure(&mut self, points: f32) -> Result<()> {
        if self.y + points > self.sheet.bottom && self.y > self.sheet.top {
            self.turn()?;
        }
        Ok(())
    }

    /// Goes on at the top of a new page.
    pub fn turn(&mut self) -> Result<()> {
        let next = self.document.start_page();
        self.document.finish_page(std::mem::replace(&mut self.page, next))?;
        self.y = self.sheet.top;
        self.header()
    }

    /// Goes on at the top of a new page, unless the pen is there already.
    pub fn turn_unless_fresh(&mut self) -> Result<()> {
        if self.y > self.sheet.top { self.turn() } else { Ok(()) }
    }

    /// Turns the page inside a section: its head comes again, with "continued".
    pub(super) fn turn_in_section(&mut self) -> Result<()> {
        self.turn()?;
        if let Some(head) = self.section.clone() {
            self.section_head(&head, "continued", None)?;
        }
        Ok(())
    }

    /// What comes next belongs to no section.
    pub fn end_section(&mut self) {
        self.section = None;
    }

    pub(super) fn block(
        &mut self,
        rich: &Rich,
        width: f32,
        look: Look,
        leading: f32,
    ) -> Result<Block> {
        Block::set(&mut self.typesetter, rich, width, drop_of(look, leading)?, leading)
    }

    /// How wide words are on a line of their own, in points.
    pub fn width_of(&mut self, words: &Rich) -> Result<f32> {
        let paragraph = self.typesetter.set(words)?;
        Ok(paragraph.pieces.iter().map(|piece| piece.width).sum())
    }

    pub(super) fn pen(&mut self) -> Pen<'_> {
        let Document { fonts, structure, .. } = &mut self.document;
        Pen { fonts, structure, page: &mut self.page, links: &self.links, part: None }
    }

    /// Begins a part that others belong to: a table, a row.
    pub(super) fn begin(&mut self, tag: Tag) {
        self.document.structure.begin(tag);
    }

    /// Ends the part begun last.
    pub(super) fn end(&mut self) {
        self.document.structure.end();
    }

    /// A drawing, with what is heard instead of it.
    pub(super) fn figure(&mut self, says: String) -> Part {
        self.document.structure.figure(None, says)
    }

    /// A part with words of its own.
    pub(super) fn leaf(&mut self, tag: Tag) -> Part {
        self.document.structure.leaf(tag, 1)
    }

    /// A cell that spans columns.
    pub(super) fn across(&mut self, tag: Tag, columns: usize) -> Part {
        self.document.structure.leaf(tag, columns)
    }

    pub(super) fn bookmark(&mut self, depth: usize, title: &str) {
        let (page, top) = (self.document.page_count(), self.y);
        self.document.add_bookmark(Bookmark { depth, title: title.to_owned(), page, top });
    }

    /// The printed number of the page the pen stands on.
    pub fn page_number(&self) -> usize {
        self.document.page_count() + 1
    }

    /// Links to `record` lead to where the pen stands.
    pub fn record(&mut self, record: &str) {
        self.document.add_record(record, self.y);
    }

    fn header(&mut self) -> Result<()> {
        let (frame, sheet) = (self.frame, self.sheet);
        let Document { fonts, structure, .. } = &mut self.document;
        let (page, links) = (&mut self.page, &self.links);
        let mut pen = Pen { fonts, structure, page, links, part: None };
        margin::header(&mut pen, &mut self.typesetter, &sheet, frame)
    }

    /// Lists what could not be printed, numbers the pages and closes the file.
    pub fn finish(mut self, title: &str) -> Result<Rendered> {
        let uncovered = self.typesetter.uncovered();
        if !uncovered.is_empty() {
            self.list_uncovered(&uncovered)?;
        }
        let last = self.document.start_page();
        self.document.finish_page(std::mem::replace(&mut self.page, last))?;
        let pages = self.document.page_count();
        let (frame, sheet, links) = (self.frame, self.sheet, &self.links);
        let typesetter = &mut self.typesetter;
        let footer = margin::Footer::set(typesetter, &sheet, frame)?;
        self.document.draw_over_each(|page, fonts, structure, at| {
            let mut pen = Pen { fonts, structure, page, links, part: None };
            footer.draw(&mut pen, typesetter, &sheet, at + 1, pages)
        })?;
        let bytes = self.document.finish(frame, title)?;
        Ok(Rendered { bytes, pages, uncovered })
    }

    fn list_uncovered(&mut self, uncovered: &[char]) -> Result<()> {
        let codes: Vec<String> =
            uncovered.iter().map(|letter| format!("U+{:04X}", *letter as u32)).collect();
        let sentence = format!(
            "Characters no font covers, printed as their code points in boxes: {}.",
            codes.join(", ")
        );
        self.end_section();
        self.gap(BETWEEN);
        self.note(&Rich::new(sentence, Look::regular(7.0).soft()))
    }
}

/// Rule, room, head and the room below it.
pub(super) const HEAD_HEIGHT: f32 = 5.8 + 12.0 + 7.0;

/// A head with its count, as sections and panels have it.
pub(super) fn head_words(head: &str, count: &str) -> Rich {
    let words = Rich::new(head, Look::semibold(10.0));
    if count.is_empty() {
        words
    } else {
        words.words(format!(" {count}"), Look::regular(8.0).soft())
    }
}
