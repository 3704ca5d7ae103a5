//! What the parts of a report are, for those who hear it read or let it flow anew: headings,
//! paragraphs, tables with their heads (ISO 32000-1, 14.7 and 14.8). What belongs to no part, such as
//! rules and a page's head and foot, is marked as an artifact where it is drawn.

use lopdf::{Dictionary, Document as Objects, Object, ObjectId, dictionary};

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// All of it.
    Report,
    /// The report's title.
    Title,
    /// The head of a section or panel.
    Head,
    Paragraph,
    Table,
    Row,
    /// The head of a column, or of a group of rows.
    HeadCell,
    Cell,
    Link,
    /// What is drawn instead of written, with words for those who hear it.
    Figure,
}

/// A part, for what is drawn to name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    place: usize,
    tag: Tag,
}

/// All parts, each after the one it belongs to and in the order they are read.
#[derive(Debug)]
pub(crate) struct Structure {
    parts: Vec<Known>,
    /// The parts begun and not ended, innermost last.
    open: Vec<usize>,
}

#[derive(Debug)]
struct Known {
    tag: Tag,
    /// `None` of the report itself.
    parent: Option<usize>,
    /// Columns that a cell spans.
    across: usize,
    /// What is heard instead of it.
    says: Option<String>,
}

/// A page as far as its parts are concerned.
pub(super) struct Marked {
    pub page: ObjectId,
    /// The part of each marked sequence, by its number.
    pub parts: Vec<Part>,
    /// The links that belong to a part.
    pub links: Vec<(Part, ObjectId)>,
}

/// Beyond so many parts, some 160 pages of table, a file says nothing of them: each takes about two
/// KiB of memory while it is written, and no report is heard to such a length.
const MOST: usize = 40_000;

/// What is drawn of a part: a numbered sequence of a page, or a link over it.
type Place = (usize, usize);

impl Tag {
    /// The standard's name for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Report => "Document",
            Self::Title => "H1",
            Self::Head => "H2",
            Self::Paragraph => "P",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::HeadCell => "TH",
            Self::Cell => "TD",
            Self::Link => "Link",
            Self::Figure => "Figure",
        }
    }
}

impl Part {
    pub fn name(self) -> &'static str {
        self.tag.name()
    }
}

impl Default for Structure {
    fn default() -> Self {
        let report = Known { tag: Tag::Report, parent: None, across: 1, says: None };
        Self { parts: vec![report], open: vec![0] }
    }
}

impl Structure {
    /// Begins a part that others belong to, inside the one begun last.
    pub fn begin(&mut self, tag: Tag) {
        let part = self.leaf(tag, 1);
        self.open.push(part.place);
    }

    /// Ends the part begun last.
    pub fn end(&mut self) {
        self.open.pop();
    }

    /// A part with words of its own, inside the one begun last; a cell spans columns.
    pub fn leaf(&mut self, tag: Tag, across: usize) -> Part {
        let parent = self.open.last().copied().unwrap_or_default();
        self.add(tag, parent, across)
    }

    /// A drawing, and what is heard instead of it; inside a part, or inside the one begun last.
    pub fn figure(&mut self, part: Option<Part>, says: String) -> Part {
        let figure = match part {
            Some(part) => self.within(part, Tag::Figure),
            None => self.leaf(Tag::Figure, 1),
        };
        if let Some(known) = self.parts.get_mut(figure.place) {
            known.says = Some(says);
        }
        figure
    }

    /// A part inside another.
    pub fn within(&mut self, part: Part, tag: Tag) -> Part {
        self.add(tag, part.place, 1)
    }

    /// Whether the file is to say what its parts are.
    pub(super) fn is_told(&self) -> bool {
        self.parts.len() <= MOST
    }

    fn add(&mut self, tag: Tag, parent: usize, across: usize) -> Part {
        self.parts.push(Known { tag, parent: Some(parent), across, says: None });
        Part { place: self.parts.len() - 1, tag }
    }

    /// Writes the parts and gives their root. A page's key in the tree that leads back from what is
    /// drawn is its place; those of links follow, in their order.
    pub(super) fn write(&self, pages: &[Marked], pdf: &mut Objects) -> ObjectId {
        let root = pdf.new_object_id();
        let ids: Vec<ObjectId> = self.parts.iter().map(|_| pdf.new_object_id()).collect();
        let drawn = self.drawn(pages);
        let kids = self.kids(pages, &drawn, &ids);
        for ((known, id), (kids, drawn)) in
            self.parts.iter().zip(&ids).zip(kids.into_iter().zip(&drawn))
        {
            let parent = known.parent.and_then(|parent| ids.get(parent)).unwrap_or(&root);
            let mut part = dictionary! { "S" => known.name(drawn.linked), "P" => *parent };
            let own_page = drawn.own.first().and_then(|(page, _)| pages.get(*page));
            if let Some(own_page) = own_page {
                part.set("Pg", own_page.page);
            }
            set_kids(&mut part, kids);
            if let Some(about) = known.about() {
                part.set("A", about);
            }
            if let Some(says) = &known.says {
                part.set("Alt", super::unicode::text(says));
            }
            pdf.set_object(*id, part);
        }
        let back = back(pages, &ids);
        let next = back.len() / 2;
        let report = ids.first().copied().unwrap_or(root);
        pdf.set_object(
            root,
            dictionary! {
                "Type" => "StructTreeRoot",
                "K" => report,
                "ParentTree" => dictionary! { "Nums" => back },
                "ParentTreeNextKey" => next as i64,
            },
        );
        root
    }

    /// What is drawn of each part.
    fn drawn(&self, pages: &[Marked]) -> Vec<Drawn> {
        let mut drawn: Vec<Drawn> = self.parts.iter().map(|_| Drawn::default()).collect();
        for (page, marked) in pages.iter().enumerate() {
            for (number, part) in marked.parts.iter().enumerate() {
                if let Some(drawn) = drawn.get_mut(part.place) {
                    drawn.own.push((page, number));
                }
            }
            for (part, link) in &marked.links {
                if let Some(drawn) = drawn.get_mut(part.place) {
                    drawn.linked = Some((marked.page, *link));
                }
            }
        }
        // A part belongs to one before it, so from the last on each is complete when it is met.
        for place in (1..self.parts.len()).rev() {
            let first = drawn.get(place).and_then(Drawn::first);
            let parent = self.parts.get(place).and_then(|known| known.parent);
            if let (Some(first), Some(parent)) = (first, parent.and_then(|p| drawn.get_mut(p))) {
                parent.below = Some(parent.below.map_or(first, |below| below.min(first)));
            }
        }
        drawn
    }

    /// What stands in each part, in the order it is drawn. A part of which nothing is drawn, such as
    /// an empty cell, keeps its place after the one before it.
    fn kids(&self, pages: &[Marked], drawn: &[Drawn], ids: &[ObjectId]) -> Vec<Vec<Object>> {
        let mut ordered: Vec<Vec<(Place, Object)>> = drawn
            .iter()
            .map(|one| {
                let own = one.own.iter().map(|(page, number)| {
                    ((*page, *number), sequence(pages, *page, *number, one.own.first()))
                });
                own.collect()
            })
            .collect();
        let mut last: Vec<Place> = vec![(0, 0); self.parts.len()];
        for (place, known) in self.parts.iter().enumerate() {
            let (Some(parent), Some(id)) = (known.parent, ids.get(place)) else { continue };
            let (Some(siblings), Some(last)) = (ordered.get_mut(parent), last.get_mut(parent))
            else {
                continue;
            };
            *last = drawn.get(place).and_then(Drawn::first).unwrap_or(*last);
            siblings.push((*last, (*id).into()));
        }
        ordered
            .into_iter()
            .zip(drawn)
            .map(|(mut kids, drawn)| {
                kids.sort_by_key(|(place, _)| *place);
                let link = drawn.linked.map(|(page, link)| {
                    dictionary! { "Type" => "OBJR", "Obj" => link, "Pg" => page }.into()
                });
                kids.into_iter().map(|(_, kid)| kid).chain(link).collect()
            })
            .collect()
    }
}

#[derive(Default)]
struct Drawn {
    /// Its own sequences.
    own: Vec<Place>,
    /// The first sequence of a part inside it.
    below: Option<Place>,
    /// Its page and the link over it.
    linked: Option<(ObjectId, ObjectId)>,
}

impl Drawn {
    fn first(&self) -> Option<Place> {
        [self.own.first().copied(), self.below].into_iter().flatten().min()
    }
}

impl Known {
    /// A reference that leads nowhere after all is a word like others.
    fn name(&self, linked: Option<(ObjectId, ObjectId)>) -> &'static str {
        match (self.tag, linked) {
            (Tag::Link, None) => "Span",
            (tag, _) => tag.name(),
        }
    }

    fn about(&self) -> Option<Dictionary> {
        let mut about = dictionary! { "O" => "Table" };
        if self.across > 1 {
            about.set("ColSpan", self.across as i64);
        }
        if self.tag == Tag::HeadCell {
            about.set("Scope", if self.across > 1 { "Row" } else { "Column" });
        }
        (about.len() > 1).then_some(about)
    }
}

/// A numbered sequence; on another page than its part's first it says which.
fn sequence(pages: &[Marked], page: usize, number: usize, first: Option<&Place>) -> Object {
    match (first, pages.get(page)) {
        (Some((own, _)), Some(marked)) if *own != page => {
            dictionary! { "Type" => "MCR", "Pg" => marked.page, "MCID" => number as i64 }.into()
        }
        (Some(_) | None, _) => (number as i64).into(),
    }
}

fn set_kids(part: &mut Dictionary, mut kids: Vec<Object>) {
    match kids.len() {
        0 => {}
        1 => part.set("K", kids.remove(0)),
        _ => part.set("K", kids),
    }
}

/// From pages and links back to parts: keys and what they lead to, in turn.
fn back(pages: &[Marked], ids: &[ObjectId]) -> Vec<Object> {
    let of = |part: &Part| ids.get(part.place).map_or(Object::Null, |id| (*id).into());
    let sequences = pages.iter().map(|page| page.parts.iter().map(of).collect::<Vec<_>>().into());
    let links = pages.iter().flat_map(|page| page.links.iter().map(|(part, _)| of(part)));
    let leads: Vec<Object> = sequences.chain(links).collect();
    leads.into_iter().enumerate().flat_map(|(key, to)| [(key as i64).into(), to]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_hundreds_of_pages_is_not_told_part_by_part() {
        let mut structure = Structure::default();
        for _ in 1..MOST {
            structure.leaf(Tag::Cell, 1);
        }
        assert!(structure.is_told(), "what a reader may listen to is told");
        structure.leaf(Tag::Cell, 1);
        assert!(!structure.is_told(), "what only takes memory is not");
    }
}
