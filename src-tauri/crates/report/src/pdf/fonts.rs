//! The faces of a document: which glyphs were used, and how they are embedded.

use std::collections::BTreeMap;
use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::deflate::Deflate;
use super::unicode::hex;
use crate::error::{Error, Result};
use crate::typeface::{Face, FaceId, face};

/// Every face used so far, in the order of first use.
#[derive(Default)]
pub(crate) struct Fonts {
    used: Vec<Used>,
    places: BTreeMap<FaceId, usize>,
}

/// A glyph as the content stream shows it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown {
    pub code: u16,
    /// In em, as the font's width table will state it.
    pub advance: f32,
}

/// One face's codes. A TrueType face may give one glyph several codes, one for each text
/// it stands for, so that what is copied is what was written.
struct Used {
    id: FaceId,
    name: String,
    /// Glyph of each code; code 0 is the missing glyph.
    codes: Vec<Code>,
    /// Codes by glyph for the one text a glyph nearly always stands for.
    first: HashMap<u16, u16>,
    others: HashMap<(u16, Box<str>), u16>,
}

struct Code {
    glyph: u16,
    text: Box<str>,
    advance: f32,
}

impl Fonts {
    /// The name a face goes by in content streams.
    pub fn name(&mut self, id: FaceId) -> &str {
        let place = self.place(id);
        self.used.get(place).map_or("", |used| used.name.as_str())
    }

    /// The code for a glyph that stands for `text`.
    pub(super) fn show(&mut self, id: FaceId, glyph: u16, text: &str) -> Result<Shown> {
        let place = self.place(id);
        let used =
            self.used.get_mut(place).ok_or_else(|| Error::Pdf("a face went missing".into()))?;
        used.code(face(id)?, glyph, text)
    }

    fn place(&mut self, id: FaceId) -> usize {
        let next = self.used.len();
        let place = *self.places.entry(id).or_insert(next);
        if place == next {
            self.used.push(Used {
                id,
                name: format!("F{}", next + 1),
                codes: vec![Code { glyph: 0, text: "".into(), advance: 0.0 }],
                first: HashMap::new(),
                others: HashMap::new(),
            });
        }
        place
    }

    /// Embeds every face and gives the resource dictionary of fonts.
    pub(super) fn embed(&self, pdf: &mut Document, deflate: &mut Deflate) -> Result<Dictionary> {
        let mut fonts = Dictionary::new();
        for used in &self.used {
            let id = used.embed(face(used.id)?, pdf, deflate)?;
            fonts.set(used.name.clone(), id);
        }
        Ok(fonts)
    }
}

impl Used {
    fn code(&mut self, face: &Face, glyph: u16, text: &str) -> Result<Shown> {
        if let Some(code) = self.first.get(&glyph)
            && let Some(known) = self.codes.get(usize::from(*code))
            && (*known.text == *text || face.is_cff)
        {
            return Ok(Shown { code: *code, advance: known.advance });
        }
        if let Some(code) = self.others.get(&(glyph, Box::from(text)))
            && let Some(known) = self.codes.get(usize::from(*code))
        {
            return Ok(Shown { code: *code, advance: known.advance });
        }
        let code = u16::try_from(self.codes.len())
            .map_err(|_| Error::Pdf(format!("too many glyphs of {}", face.family)))?;
        let advance = face.advance(glyph);
        self.codes.push(Code { glyph, text: text.into(), advance });
        match self.first.entry(glyph) {
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(code);
            }
            std::collections::hash_map::Entry::Occupied(_) => {
                self.others.insert((glyph, text.into()), code);
            }
        }
        Ok(Shown { code, advance })
    }

    fn embed(&self, face: &Face, pdf: &mut Document, deflate: &mut Deflate) -> Result<ObjectId> {
        let mut kept = GlyphRemapper::new();
        let glyphs: Vec<u16> = self.codes.iter().map(|code| kept.remap(code.glyph)).collect();
        let subset = subsetter::subset(face.data, face.index, &kept).map_err(|refused| {
            Error::Face { face: face.family.clone(), reason: refused.to_string() }
        })?;
        let name = tagged(&face.family, &self.codes);
        let file = if face.is_cff {
            let outlines = table(&subset, *b"CFF ").unwrap_or(&subset);
            let mut stream = deflate.stream(outlines)?;
            stream.dict.set("Subtype", "CIDFontType0C");
            ("FontFile3", pdf.add_object(stream))
        } else {
            let mut stream = deflate.stream(&subset)?;
            stream.dict.set("Length1", subset.len() as i64);
            ("FontFile2", pdf.add_object(stream))
        };
        let descriptor = pdf.add_object(descriptor(face, &name, file));
        let mut cid_font = dictionary! {
            "Type" => "Font",
            "Subtype" => if face.is_cff { "CIDFontType0" } else { "CIDFontType2" },
            "BaseFont" => name.as_str(),
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            "FontDescriptor" => descriptor,
            "DW" => 0,
            "W" => self.widths(),
        };
        if !face.is_cff {
            let map: Vec<u8> = glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()).collect();
            cid_font.set("CIDToGIDMap", pdf.add_object(deflate.stream(&map)?));
        }
        let cid_font = pdf.add_object(cid_font);
        let to_unicode = pdf.add_object(deflate.stream(self.to_unicode().as_bytes())?);
        let name = if face.is_cff { format!("{name}-Identity-H") } else { name };
        Ok(pdf.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => name.as_str(),
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![cid_font.into()],
            "ToUnicode" => to_unicode,
        }))
    }

    fn widths(&self) -> Object {
        let widths = self.codes.iter().map(|code| Object::Real(code.advance * 1000.0)).collect();
        Object::Array(vec![0.into(), Object::Array(widths)])
    }

    fn to_unicode(&self) -> String {
        let mut map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n\
             /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n\
             /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n\
             1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            .to_owned();
        let spelled: Vec<(usize, &Code)> =
            self.codes.iter().enumerate().filter(|(_, code)| !code.text.is_empty()).collect();
        for block in spelled.chunks(100) {
            map.push_str(&format!("{} beginbfchar\n", block.len()));
            for (code, known) in block {
                map.push_str(&format!("<{code:04x}> <{}>\n", hex(&known.text)));
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap CMapName currentdict /CMap defineresource pop end end\n");
        map
    }
}

fn descriptor(face: &Face, name: &str, (key, file): (&str, ObjectId)) -> Dictionary {
    let thousand = |em: f32| Object::Real((em * 1000.0).round());
    let metrics = face.metrics;
    let mut descriptor = dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name,
        // Symbolic: codes are ours, not a standard encoding's.
        "Flags" => 4,
        "FontBBox" => metrics.bounds.map(thousand).to_vec(),
        "ItalicAngle" => 0,
        "Ascent" => thousand(metrics.ascent),
        "Descent" => thousand(-metrics.descent),
        "CapHeight" => thousand(metrics.cap_height),
        "StemV" => 80,
    };
    descriptor.set(key, file);
    descriptor
}

/// The subset's name: six capitals drawn from its glyphs, then the family.
fn tagged(family: &str, codes: &[Code]) -> String {
    let glyphs: Vec<u8> = codes.iter().flat_map(|code| code.glyph.to_be_bytes()).collect();
    let digest = Sha256::digest(glyphs);
    let tag: String = digest.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
    let family: String = family.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("{tag}+{family}")
}

/// A table of an OpenType file (OpenType 1.9, "Organization of an OpenType font").
fn table(font: &[u8], tag: [u8; 4]) -> Option<&[u8]> {
    let count = usize::from(u16::from_be_bytes(font.get(4..6)?.try_into().ok()?));
    let record =
        font.get(12..12 + 16 * count)?.chunks_exact(16).find(|row| row.starts_with(&tag))?;
    let number =
        |at: usize| Some(u32::from_be_bytes(record.get(at..at + 4)?.try_into().ok()?) as usize);
    let (start, length) = (number(8)?, number(12)?);
    font.get(start..start + length)
}
