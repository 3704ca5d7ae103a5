//! The document: pages as they finish, then everything that needs to know them all.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document as Objects, Object, ObjectId, dictionary};

use super::canvas::Canvas;
use super::deflate::Deflate;
use super::fonts::Fonts;
use super::navigation::{self, Bookmark, Link, Place, Target};
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
}

/// A page being drawn.
pub(crate) struct Page {
    pub canvas: Canvas,
    links: Vec<Link>,
}

struct Finished {
    contents: Vec<ObjectId>,
    links: Vec<Link>,
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
        let content = self.add_content(page.canvas)?;
        self.pages.push(Finished { contents: vec![content], links: page.links });
        Ok(())
    }

    /// Draws over every finished page; called when their number is known.
    pub fn draw_over_each<F>(&mut self, mut draw: F) -> Result<()>
    where
        F: FnMut(&mut Page, &mut Fonts, usize) -> Result<()>,
    {
        for at in 0..self.pages.len() {
            let mut over = self.start_page();
            draw(&mut over, &mut self.fonts, at)?;
            let content = self.add_content(over.canvas)?;
            if let Some(page) = self.pages.get_mut(at) {
                page.contents.push(content);
                page.links.extend(over.links);
            }
        }
        Ok(())
    }

    fn add_content(&mut self, canvas: Canvas) -> Result<ObjectId> {
        let stream = self.deflate.stream(&canvas.into_bytes())?;
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
        let catalog = self.catalog(tree, &pages, frame, title)?;
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

    fn add_pages(&mut self, tree: ObjectId, resources: ObjectId) -> Vec<ObjectId> {
        let finished = std::mem::take(&mut self.pages);
        let mut pages = Vec::with_capacity(finished.len());
        for page in finished {
            let contents = page.contents.into_iter().map(Object::from).collect::<Vec<_>>();
            let mut entry =
                dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => contents };
            let links: Vec<Object> = page
                .links
                .iter()
                .filter(|link| self.leads_somewhere(link))
                .map(|link| navigation::annotation(link, self.height).into())
                .collect();
            if !links.is_empty() {
                entry.set("Annots", links);
            }
            pages.push(self.objects.add_object(entry));
        }
        let kids = pages.iter().copied().map(Object::from).collect::<Vec<_>>();
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
    /// Lays a link over an area: left, top, right, bottom.
    pub fn link(&mut self, area: [f32; 4], target: Target) {
        self.links.push(Link { area, target });
    }
}
