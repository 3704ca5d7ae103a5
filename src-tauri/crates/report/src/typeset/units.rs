//! A text cut where face, look, direction or script changes.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_bidi::BidiInfo;
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use super::rich::{Inline, Rich};
use super::tidy::tidy;
use crate::typeface::{Cover, FaceId, Wanted};

/// What a mark or a tier stands for inside the text while its order is found.
pub(super) const OBJECT: char = '\u{fffc}';

/// A stretch shaped in one go.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unit {
    pub at: Range<usize>,
    pub span: u16,
    pub level: u8,
    /// A line may begin before it.
    pub opens: bool,
    pub kind: UnitKind,
    script: Script,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum UnitKind {
    Word(FaceId),
    Space(FaceId),
    LineEnd,
    Object,
    /// One character no face covers.
    Uncovered,
}

/// The whole text of a rich text, tidied, objects in their places.
pub(super) fn plain_text(rich: &Rich) -> String {
    let mut text = String::new();
    for inline in &rich.0 {
        match inline {
            Inline::Words { text: words, .. } => text.push_str(&tidy(words)),
            Inline::Mark(..) | Inline::Tier(..) | Inline::Drawing(..) => text.push(OBJECT),
        }
    }
    text
}

/// Cuts `text`, the plain text of `rich`, into units in reading order.
pub(super) fn cut(
    rich: &Rich,
    text: &str,
    bidi: &BidiInfo<'_>,
    opens: &BTreeSet<usize>,
    cover: &mut Cover,
) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut from = 0;
    for (span, inline) in rich.0.iter().enumerate() {
        let (span, first) = (span as u16, from);
        let face = match inline {
            Inline::Words { text: words, look, .. } => {
                from += tidy(words).len();
                look.face
            }
            Inline::Mark(..) | Inline::Tier(..) | Inline::Drawing(..) => {
                let at = from..from + OBJECT.len_utf8();
                from = at.end;
                let unit = unit_at(at, span, UnitKind::Object, Script::Common, bidi, opens);
                units.push(unit);
                continue;
            }
        };
        let words = text.get(first..from).unwrap_or_default();
        for (place, cluster) in words.grapheme_indices(true) {
            let start = first + place;
            for (at, kind, script) in kinds(cluster, start, face, text, cover) {
                let unit = unit_at(at, span, kind, script, bidi, opens);
                match units.last_mut().filter(|last| joins(last, &unit)) {
                    Some(last) => extend(last, &unit),
                    None => units.push(unit),
                }
            }
        }
    }
    units
}

fn unit_at(
    at: Range<usize>,
    span: u16,
    kind: UnitKind,
    script: Script,
    bidi: &BidiInfo<'_>,
    opens: &BTreeSet<usize>,
) -> Unit {
    let level = bidi.levels.get(at.start).map_or(0, |level| level.number());
    Unit { opens: opens.contains(&at.start), at, span, level, kind, script }
}

/// The kind of a cluster; one that no face covers whole falls apart into its characters.
fn kinds(
    cluster: &str,
    start: usize,
    first: FaceId,
    text: &str,
    cover: &mut Cover,
) -> Vec<(Range<usize>, UnitKind, Script)> {
    let whole = start..start + cluster.len();
    if cluster == "\n" {
        return vec![(whole, UnitKind::LineEnd, Script::Common)];
    }
    let script = script_of(cluster);
    match cover.find(cluster, first, text) {
        Wanted::Face(id) if cluster == " " => vec![(whole, UnitKind::Space(id), script)],
        Wanted::Face(id) => vec![(whole, UnitKind::Word(id), script)],
        Wanted::Nothing => cluster
            .char_indices()
            .map(|(place, letter)| {
                let at = start + place..start + place + letter.len_utf8();
                let kind = match cover.find(letter.encode_utf8(&mut [0; 4]), first, text) {
                    Wanted::Face(id) => UnitKind::Word(id),
                    Wanted::Nothing => UnitKind::Uncovered,
                };
                (at, kind, script)
            })
            .collect(),
    }
}

fn script_of(cluster: &str) -> Script {
    cluster
        .chars()
        .map(|letter| letter.script())
        .find(|script| !matches!(script, Script::Common | Script::Inherited))
        .unwrap_or(Script::Common)
}

fn joins(last: &Unit, next: &Unit) -> bool {
    let glyphs = matches!(last.kind, UnitKind::Word(_) | UnitKind::Space(_));
    let scripts = last.script == next.script
        || last.script == Script::Common
        || next.script == Script::Common;
    glyphs
        && scripts
        && last.kind == next.kind
        && last.span == next.span
        && last.level == next.level
        && last.at.end == next.at.start
        && !next.opens
}

fn extend(last: &mut Unit, next: &Unit) {
    last.at.end = next.at.end;
    if last.script == Script::Common {
        last.script = next.script;
    }
}

impl Unit {
    /// A mark or a tier at a place of simple text.
    pub fn object(at: usize, span: u16, opens: bool) -> Self {
        Self {
            at: at..at + OBJECT.len_utf8(),
            span,
            level: 0,
            opens,
            kind: UnitKind::Object,
            script: Script::Common,
        }
    }
}
