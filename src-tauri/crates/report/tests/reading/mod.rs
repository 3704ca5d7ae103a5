//! Reads a PDF back the way a reader does: codes through ToUnicode, places through the
//! text matrix, ActualText where it stands.
#![allow(dead_code, reason = "each test file reads what it needs")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a file that cannot be read fails the test that reads it"
)]

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Glyphs shown in one go.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    pub page: usize,
    pub left: f32,
    pub right: f32,
    /// From the top of the page.
    pub baseline: f32,
    pub size: f32,
    /// Whether it runs upwards; `left` and `right` are then its own edges across the page.
    pub upright: bool,
    pub text: String,
    /// What it belongs to.
    pub belongs: Belongs,
}

/// What the marks round a piece say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belongs {
    /// To a part of the report, by the number of its sequence on the page.
    Sequence(i64),
    /// To no part: it is there for the eye.
    Artifact,
    /// Nothing is said.
    Unsaid,
}

struct Font {
    unicode: BTreeMap<u16, String>,
    widths: Vec<f32>,
}

pub fn open(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).expect("the file must open")
}

/// Everything shown, in the order it is drawn, without the spaces between lines.
pub fn shown(pdf: &Document) -> Vec<Shown> {
    let all = spoken(pdf).into_iter();
    all.filter(|piece| !piece.text.trim().is_empty()).collect()
}

/// Everything shown with the spaces that keep one line's words from the next one's.
pub fn spoken(pdf: &Document) -> Vec<Shown> {
    let mut all = Vec::new();
    for (number, page) in pdf.get_pages() {
        read_page(pdf, number as usize - 1, page, &mut all);
    }
    all
}

/// The text of a page, line by line: pieces on one baseline that follow one another are
/// joined, as far as `gap` points apart with a space between.
pub fn lines(shown: &[Shown], page: usize) -> Vec<String> {
    let mut lines: Vec<(f32, f32, String)> = Vec::new();
    for piece in shown.iter().filter(|piece| piece.page == page) {
        match lines.last_mut() {
            Some((baseline, right, text))
                if (*baseline - piece.baseline).abs() < 0.1
                    && piece.left - *right > -40.0
                    && piece.left - *right < 12.0 =>
            {
                if piece.left - *right > 1.0 && !text.ends_with(' ') {
                    text.push(' ');
                }
                text.push_str(&piece.text);
                *right = piece.right;
            }
            _ => lines.push((piece.baseline, piece.right, piece.text.clone())),
        }
    }
    lines.into_iter().map(|(_, _, text)| text).collect()
}

/// All text without white space: a word broken over lines is still one.
pub fn squeezed(shown: &[Shown]) -> String {
    shown.iter().flat_map(|piece| piece.text.chars()).filter(|c| !c.is_whitespace()).collect()
}

/// The same of a whole file.
pub fn text(bytes: &[u8]) -> String {
    squeezed(&shown(&open(bytes)))
}

fn read_page(pdf: &Document, number: usize, page: ObjectId, all: &mut Vec<Shown>) {
    let pages = pdf.get_dictionary(page).unwrap().get(b"Parent").unwrap().as_reference().unwrap();
    let tree = pdf.get_dictionary(pages).unwrap();
    let height = tree.get(b"MediaBox").unwrap().as_array().unwrap()[3].as_float().unwrap();
    let fonts = fonts(pdf, tree);
    for stream in pdf.get_page_contents(page) {
        let bytes = pdf.get_object(stream).unwrap().as_stream().unwrap();
        let content = Content::decode(&bytes.decompressed_content().unwrap()).unwrap();
        read_content(&content, number, height, &fonts, all);
    }
}

fn read_content(
    content: &Content,
    page: usize,
    height: f32,
    fonts: &BTreeMap<Vec<u8>, Font>,
    all: &mut Vec<Shown>,
) {
    let (mut font, mut size, mut x, mut y) = (None, 0.0, 0.0, 0.0);
    let mut actual: Option<String> = None;
    // The sequences that are open; `None` is one that says what it stands for.
    let mut marks: Vec<Option<Belongs>> = Vec::new();
    let mut open: Option<Shown> = None;
    let mut turned: Option<(f32, f32)> = None;
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            // The only matrix a page knows turns a head to the left.
            "cm" => {
                let at = |place: usize| operands[place].as_float().unwrap();
                turned = Some((at(4), at(5)));
            }
            "Q" => turned = None,
            "BT" => (x, y) = (0.0, 0.0),
            "Tf" => {
                font = fonts.get(operands[0].as_name().unwrap());
                size = operands[1].as_float().unwrap();
            }
            "Td" => {
                x += operands[0].as_float().unwrap();
                y += operands[1].as_float().unwrap();
            }
            "BMC" => marks.push(Some(Belongs::Artifact)),
            "BDC" => {
                let about = operands[1].as_dict().unwrap();
                let number = about.get(b"MCID").ok().map(|number| number.as_i64().unwrap());
                marks.push(number.map(Belongs::Sequence));
                if let Ok(text) = about.get(b"ActualText") {
                    actual = Some(utf16(text.as_str().unwrap()));
                }
            }
            "EMC" if marks.pop().expect("every end has its beginning").is_none() => {
                if let (Some(text), Some(open)) = (actual.take(), &mut open) {
                    open.text.push_str(&text);
                }
            }
            "ET" if actual.is_none() => {
                all.extend(open.take().map(reordered).map(|piece| stood(piece, turned, height)));
            }
            "TJ" => {
                let font: &Font = font.expect("a font is set before text");
                let piece = open.get_or_insert_with(|| Shown {
                    page,
                    left: x,
                    right: x,
                    baseline: height - y,
                    size,
                    upright: false,
                    text: String::new(),
                    belongs: marks
                        .iter()
                        .rev()
                        .flatten()
                        .next()
                        .copied()
                        .unwrap_or(Belongs::Unsaid),
                });
                for item in operands[0].as_array().unwrap() {
                    if let Object::String(codes, _) = item {
                        for code in codes.chunks(2) {
                            let code = u16::from_be_bytes([code[0], code[1]]);
                            let wide = font.widths[usize::from(code)] * size / 1000.0;
                            piece.left = piece.left.min(x);
                            x += wide;
                            piece.right = piece.right.max(x);
                            if actual.is_none() {
                                let text = font.unicode.get(&code);
                                piece.text.push_str(text.map_or("", String::as_str));
                                piece.text.push('\u{1f}');
                            }
                        }
                    } else {
                        x -= item.as_float().unwrap() * size / 1000.0;
                    }
                }
            }
            _ => {}
        }
    }
    all.extend(open.take().map(reordered));
}

/// A piece on a turned page, where it stands on the page as it is.
fn stood(piece: Shown, turned: Option<(f32, f32)>, height: f32) -> Shown {
    let Some((across, foot)) = turned else { return piece };
    let along = height - piece.baseline;
    let right = across - along;
    let left = right - piece.size;
    Shown { left, right, baseline: height - foot - piece.left, upright: true, ..piece }
}

/// Right-to-left runs are drawn from the left; a reader turns their clusters round.
fn reordered(mut piece: Shown) -> Shown {
    let clusters = piece.text.split('\u{1f}');
    let right_to_left = piece.text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}'));
    piece.text =
        if right_to_left { clusters.rev().collect() } else { clusters.collect::<String>() };
    piece
}

fn fonts(pdf: &Document, tree: &Dictionary) -> BTreeMap<Vec<u8>, Font> {
    let resources = tree.get(b"Resources").unwrap().as_reference().unwrap();
    let fonts = pdf.get_dictionary(resources).unwrap().get(b"Font").unwrap().as_dict().unwrap();
    fonts
        .iter()
        .map(|(name, font)| {
            let font = pdf.get_dictionary(font.as_reference().unwrap()).unwrap();
            let map = pdf.get_object(font.get(b"ToUnicode").unwrap().as_reference().unwrap());
            let map = map.unwrap().as_stream().unwrap().decompressed_content().unwrap();
            let below = font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_reference();
            let below = pdf.get_dictionary(below.unwrap()).unwrap();
            let widths = below.get(b"W").unwrap().as_array().unwrap()[1].as_array().unwrap();
            let widths = widths.iter().map(|width| width.as_float().unwrap()).collect();
            (name.clone(), Font { unicode: unicode(&String::from_utf8(map).unwrap()), widths })
        })
        .collect()
}

fn unicode(map: &str) -> BTreeMap<u16, String> {
    let pair = |line: &str| {
        let (code, text) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
        let units: Vec<u16> = (0..text.len() / 4)
            .map(|at| u16::from_str_radix(&text[at * 4..at * 4 + 4], 16).unwrap())
            .collect();
        Some((u16::from_str_radix(code, 16).ok()?, String::from_utf16(&units).unwrap()))
    };
    map.lines().filter_map(pair).collect()
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> =
        bytes[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}
