//! Outline, destinations, links, page labels.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

use super::structure::Part;
use super::unicode::text;

/// A bookmark. `depth` 0 stands at the top; one deeper hangs under the one before it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bookmark {
    pub depth: usize,
    pub title: String,
    pub page: usize,
    /// Points from the top of the page.
    pub top: f32,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// A record in this document.
    Here(String),
    /// A record in a file beside it.
    File { file: String, record: String },
}

/// A link on a page: left, top, right, bottom in points from the top left.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Link {
    pub area: [f32; 4],
    pub target: Target,
    /// The words it lies over.
    pub part: Part,
}

/// A place a record stands at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    pub page: usize,
    pub top: f32,
}

pub(super) fn annotation(link: &Link, height: f32) -> Dictionary {
    let [left, top, right, bottom] = link.area;
    let rect = [left, height - bottom, right, height - top].map(Object::Real).to_vec();
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => rect,
        "Border" => vec![0.into(), 0.into(), 0.into()],
        // Printed, as the words under it are.
        "F" => 4,
    };
    match &link.target {
        Target::Here(record) => annotation.set("Dest", name(record)),
        Target::File { file, record } => annotation
            .set("A", dictionary! { "S" => "GoToR", "F" => text(file), "D" => name(record) }),
    }
    annotation
}

/// The name tree of records, sorted as the standard asks (ISO 32000-1, 7.9.6).
pub(super) fn destinations(
    places: &BTreeMap<String, Place>,
    pages: &[ObjectId],
    height: f32,
) -> Dictionary {
    let names = places
        .iter()
        .filter_map(|(record, place)| {
            Some((record, xyz(*pages.get(place.page)?, place.top, height)))
        })
        .flat_map(|(record, at)| [name(record), at])
        .collect::<Vec<_>>();
    dictionary! { "Dests" => dictionary! { "Names" => names } }
}

fn name(record: &str) -> Object {
    Object::String(record.as_bytes().to_vec(), StringFormat::Literal)
}

fn xyz(page: ObjectId, top: f32, height: f32) -> Object {
    let y = Object::Real(height - top);
    Object::Array(vec![page.into(), Object::Name(b"XYZ".to_vec()), Object::Null, y, Object::Null])
}

/// The outline: bookmarks hang under the nearest one before them that is less deep.
pub(super) fn outline(
    bookmarks: &[Bookmark],
    pages: &[ObjectId],
    height: f32,
    pdf: &mut Document,
) -> Option<ObjectId> {
    if bookmarks.is_empty() {
        return None;
    }
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| pdf.new_object_id()).collect();
    // What hangs under each bookmark; under `None`, what stands at the top.
    let mut below: BTreeMap<Option<usize>, Vec<ObjectId>> = BTreeMap::new();
    let mut parents = Vec::with_capacity(bookmarks.len());
    for (at, id) in ids.iter().enumerate() {
        let up = parent(bookmarks, at);
        let siblings = below.entry(up).or_default();
        parents.push((up, siblings.len()));
        siblings.push(*id);
    }
    for (at, bookmark) in bookmarks.iter().enumerate() {
        let (Some(id), Some(page), Some((up, place))) =
            (ids.get(at), pages.get(bookmark.page), parents.get(at))
        else {
            continue;
        };
        let mut item = dictionary! {
            "Title" => text(&bookmark.title),
            "Parent" => up.and_then(|up| ids.get(up)).copied().unwrap_or(root),
            "Dest" => xyz(*page, bookmark.top, height),
        };
        let siblings = below.get(up).map_or(&[][..], Vec::as_slice);
        if let Some(previous) = place.checked_sub(1).and_then(|place| siblings.get(place)) {
            item.set("Prev", *previous);
        }
        if let Some(next) = siblings.get(place + 1) {
            item.set("Next", *next);
        }
        hang(&mut item, below.get(&Some(at)));
        pdf.set_object(*id, item);
    }
    let mut outlines = dictionary! { "Type" => "Outlines" };
    hang(&mut outlines, below.get(&None));
    outlines.set("Count", bookmarks.len() as i64);
    pdf.set_object(root, outlines);
    Some(root)
}

fn hang(item: &mut Dictionary, below: Option<&Vec<ObjectId>>) {
    let Some(below) = below else { return };
    if let (Some(first), Some(last)) = (below.first(), below.last()) {
        item.set("First", *first);
        item.set("Last", *last);
        item.set("Count", below.len() as i64);
    }
}

fn parent(bookmarks: &[Bookmark], at: usize) -> Option<usize> {
    let depth = bookmarks.get(at)?.depth;
    bookmarks.get(..at)?.iter().rposition(|earlier| earlier.depth < depth)
}

/// Page labels equal to the printed numbers, from 1.
pub(super) fn labels() -> Dictionary {
    dictionary! { "Nums" => vec![0.into(), dictionary! { "S" => "D", "St" => 1 }.into()] }
}
