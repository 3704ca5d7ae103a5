//! The document: pages as they finish, then everything that needs to know them all.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document as Objects, Object, ObjectId, dictionary};

use super::canvas::Canvas;
use super::deflate::Deflate;
use super::fonts::Fonts;
use super::navigation::{self, Bookmark, Link, Place, Target};
use super::structure::{Marked, Part, Structure};
use super::{metadata, unicode};
use crate::error::{Error, Result};
use crate::frame::Frame;

/// A PDF in the making. All its pages have one size.
pub(crate) struct Document {
    width: f32,
    height: f32,
    objects: Objects,
    pages: Vec<Finished>,
    bookmarks: Vec<Bookmark>,
    places: BTreeMap<String, Place>,
    deflate: Deflate,
    pub fonts: Fonts,
    pub structure: Structure,
}

/// A page being drawn.
pub(crate) struct Page {
    pub canvas: Canvas,
    links: Vec<Link>,
}

struct Finished {
    contents: Vec<ObjectId>,
    links: Vec<Link>,
    parts: Vec<Part>,
}

impl Document {
    /// An empty document of pages `width` by `height` points.
    pub fn new(width: f32, height: f32) -> Self {
        Self {
            width,
            height,
            objects: Objects::with_version("1.7"),
            pages: Vec::new(),
            bookmarks: Vec::new(),
            places: BTreeMap::new(),
            deflate: Deflate::default(),
            fonts: Fonts::default(),
            structure: Structure::default(),
        }
    }

    pub fn start_page(&self) -> Page {
        Page { canvas: Canvas::new(self.height), links: Vec::new() }
    }

    /// How many pages are finished: the place of the one being drawn.
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }

    pub fn finish_page(&mut self, page: Page) -> Result<()> {
        let (content, parts) = page.canvas.finish();
        let contents = vec![self.add_content(&content)?];
        self.pages.push(Finished { contents, links: page.links, parts });
        Ok(())
    }

    /// Draws over every finished page what belongs to none of its parts; called when their number
    /// is known.
    pub fn draw_over_each<F>(&mut self, mut draw: F) -> Result<()>
    where
        F: FnMut(&mut Page, &mut Fonts, &mut Structure, usize) -> Result<()>,
    {
        for at in 0..self.pages.len() {
            let mut over = self.start_page();
            draw(&mut over, &mut self.fonts, &mut self.structure, at)?;
            let (content, _) = over.canvas.finish();
            let content = self.add_content(&content)?;
            if let Some(page) = self.pages.get_mut(at) {
                page.contents.push(content);
                page.links.extend(over.links);
            }
        }
        Ok(())
    }

    fn add_content(&mut self, content: &[u8]) -> Result<ObjectId> {
        let stream = self.deflate.stream(content)?;
        Ok(self.objects.add_object(stream))
    }

    pub fn add_bookmark(&mut self, bookmark: Bookmark) {
        self.bookmarks.push(bookmark);
    }

    /// Says that a record stands at a place of the page being drawn. The first place wins.
    pub fn add_record(&mut self, record: &str, top: f32) {
        let page = self.page_count();
        self.places.entry(record.to_owned()).or_insert(Place { page, top });
    }

    /// Closes the document and gives its bytes.
    pub fn finish(mut self, frame: &Frame, title: &str) -> Result<Vec<u8>> {
        let fonts = self.fonts.embed(&mut self.objects, &mut self.deflate)?;
        let resources = self.objects.add_object(dictionary! { "Font" => fonts });
        let tree = self.objects.new_object_id();
        let pages = self.add_pages(tree, resources);
        let told = self.structure.is_told();
        let structure = told.then(|| self.structure.write(&pages, &mut self.objects));
        let pages: Vec<ObjectId> = pages.into_iter().map(|marked| marked.page).collect();
        let mut catalog = self.catalog(tree, &pages, frame, title)?;
        if let Some(structure) = structure {
            catalog.set("StructTreeRoot", structure);
            catalog.set("MarkInfo", dictionary! { "Marked" => true });
        }
        let information = self.objects.add_object(metadata::information(frame, title));
        let catalog = self.objects.add_object(catalog);
        self.objects.trailer.set("Root", catalog);
        self.objects.trailer.set("Info", information);
        let identity = metadata::identity(&self.objects);
        self.objects.trailer.set("ID", identity);
        let mut bytes = Vec::new();
        self.objects.save_to(&mut bytes).map_err(|refused| Error::Pdf(refused.to_string()))?;
        Ok(bytes)
    }

    fn add_pages(&mut self, tree: ObjectId, resources: ObjectId) -> Vec<Marked> {
        let finished = std::mem::take(&mut self.pages);
        let told = self.structure.is_told();
        // Keys of links in the tree of parts come after those of pages.
        let mut key = finished.len() as i64;
        let mut pages = Vec::with_capacity(finished.len());
        for Finished { contents, links, parts } in finished {
            let contents = contents.into_iter().map(Object::from).collect::<Vec<_>>();
            let mut linked = Vec::new();
            let mut annotations: Vec<Object> = Vec::new();
            for link in links {
                if !self.leads_somewhere(&link) {
                    continue;
                }
                let mut annotation = navigation::annotation(&link, self.height);
                if told {
                    annotation.set("StructParent", key);
                    key += 1;
                }
                let id = self.objects.add_object(annotation);
                linked.push((link.part, id));
                annotations.push(id.into());
            }
            let mut entry = dictionary! {
                "Type" => "Page",
                "Parent" => tree,
                "Contents" => contents,
            };
            if told {
                entry.set("StructParents", pages.len() as i64);
                entry.set("Tabs", "S");
            }
            if !annotations.is_empty() {
                entry.set("Annots", annotations);
            }
            let page = self.objects.add_object(entry);
            pages.push(Marked { page, parts, links: linked });
        }
        let kids = pages.iter().map(|marked| marked.page.into()).collect::<Vec<Object>>();
        let edge = [0.0, 0.0, self.width, self.height].map(Object::Real).to_vec();
        let all = dictionary! {
            "Type" => "Pages",
            "Count" => pages.len() as i64,
            "Kids" => kids,
            "MediaBox" => edge,
            "Resources" => resources,
        };
        self.objects.set_object(tree, all);
        pages
    }

    fn leads_somewhere(&self, link: &Link) -> bool {
        match &link.target {
            Target::Here(record) => self.places.contains_key(record),
            Target::File { .. } => true,
        }
    }

    fn catalog(
        &mut self,
        tree: ObjectId,
        pages: &[ObjectId],
        frame: &Frame,
        title: &str,
    ) -> Result<Dictionary> {
        let intent = metadata::output_intent(&mut self.objects, &mut self.deflate)?;
        let xmp = self.objects.add_object(metadata::xmp(frame, title));
        let mut catalog = dictionary! {
            "Type" => "Catalog",
            "Pages" => tree,
            "Lang" => unicode::text(&frame.language),
            "Metadata" => xmp,
            "OutputIntents" => vec![intent.into()],
            "PageLabels" => navigation::labels(),
            "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        };
        if !self.places.is_empty() {
            catalog.set("Names", navigation::destinations(&self.places, pages, self.height));
        }
        if let Some(outline) =
            navigation::outline(&self.bookmarks, pages, self.height, &mut self.objects)
        {
            catalog.set("Outlines", outline);
            catalog.set("PageMode", "UseOutlines");
        }
        Ok(catalog)
    }
}

impl Page {
    /// Lays a link over an area of a part: left, top, right, bottom.
    pub fn link(&mut self, area: [f32; 4], target: Target, part: Part) {
        self.links.push(Link { area, target, part });
    }
}
