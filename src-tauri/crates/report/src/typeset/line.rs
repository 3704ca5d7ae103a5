//! Lines: where a paragraph ends each, and in which order its pieces stand.

use std::ops::Range;

use super::paragraph::{Kind, Paragraph, Piece};

/// A line of a paragraph: its pieces without the spaces at its end.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub pieces: Range<usize>,
    /// In points.
    pub width: f32,
    /// How far it begins to the right of the first.
    pub indent: f32,
}

/// Rounding must not push the last word of a line that just fits.
const SLACK: f32 = 0.01;

impl Paragraph {
    /// Breaks the paragraph into lines no wider than `width` points. A word wider than
    /// that is broken between its clusters, so nothing stands outside. Words that follow a mark
    /// hang below the first of them, and not below the mark.
    pub fn lines(&mut self, width: f32) -> Vec<Line> {
        let hang = self.hang();
        self.split_too_wide((width - hang).max(1.0));
        let mut lines = Vec::new();
        let (mut start, mut opening) = (0, None);
        let mut at = 0;
        let mut used = 0.0;
        while let Some(piece) = self.pieces.get(at) {
            let indent = if lines.is_empty() { 0.0 } else { hang };
            if piece.kind == Kind::LineEnd {
                lines.push(self.line(start..at, indent));
                (start, opening, used) = (at + 1, None, 0.0);
                at += 1;
                continue;
            }
            if piece.opens && at > start {
                opening = Some(at);
            }
            let overflows =
                piece.kind != Kind::Space && used + piece.width > width - indent + SLACK;
            if overflows && at > start {
                let next = opening.unwrap_or(at);
                lines.push(self.line(start..next, indent));
                (start, opening, used) = (next, None, 0.0);
                at = next;
                continue;
            }
            used += piece.width;
            at += 1;
        }
        if start < self.pieces.len() || lines.is_empty() {
            let indent = if lines.is_empty() { 0.0 } else { hang };
            lines.push(self.line(start..self.pieces.len(), indent));
        }
        lines
    }

    /// Width of the mark that it begins with; words that run from right to left have none at their left.
    pub fn hang(&self) -> f32 {
        let to_the_left = self.base_level % 2 == 1;
        match self.pieces.first() {
            Some(Piece { kind: Kind::Mark(_), width, .. }) if !to_the_left => *width,
            Some(_) | None => 0.0,
        }
    }

    fn line(&self, pieces: Range<usize>, indent: f32) -> Line {
        let all = self.pieces.get(pieces.clone()).unwrap_or_default();
        let spaces = all.iter().rev().take_while(|piece| piece.kind == Kind::Space).count();
        let kept = all.get(..all.len() - spaces).unwrap_or_default();
        Line {
            pieces: pieces.start..pieces.start + kept.len(),
            width: kept.iter().map(|piece| piece.width).sum(),
            indent,
        }
    }

    /// The pieces of a line as they stand from left to right (UAX 9, rule L2).
    pub fn in_visual_order(&self, line: &Line) -> Vec<&Piece> {
        let mut pieces: Vec<&Piece> =
            self.pieces.get(line.pieces.clone()).unwrap_or_default().iter().collect();
        let highest = pieces.iter().map(|piece| piece.level).max().unwrap_or(0);
        for level in (1..=highest).rev() {
            let mut from = 0;
            while from < pieces.len() {
                let run = pieces.iter().skip(from).take_while(|piece| piece.level >= level).count();
                if let Some(run) = pieces.get_mut(from..from + run) {
                    run.reverse();
                }
                from += run.max(1);
            }
        }
        pieces
    }

    fn split_too_wide(&mut self, width: f32) {
        if self.pieces.iter().all(|piece| piece.width <= width + SLACK) {
            return;
        }
        let pieces = std::mem::take(&mut self.pieces);
        for piece in pieces {
            if piece.kind == Kind::Word && piece.width > width + SLACK {
                self.split(piece, width);
            } else {
                self.pieces.push(piece);
            }
        }
    }

    /// Cuts a word into pieces that fit, at least one cluster each.
    fn split(&mut self, piece: Piece, width: f32) {
        let size = self.spans.get(usize::from(piece.span)).map_or(0.0, |span| span.look.size);
        let right_to_left = piece.level % 2 == 1;
        let mut clusters = self.clusters(&piece);
        if right_to_left {
            clusters.reverse();
        }
        let mut part: Option<Piece> = None;
        for cluster in clusters {
            let glyphs =
                self.glyphs.get(cluster.start as usize..cluster.end as usize).unwrap_or_default();
            let wide: f32 = glyphs.iter().map(|glyph| glyph.advance * size).sum();
            let text = glyphs.first().map_or(0..0, |glyph| glyph.text.0..glyph.text.1);
            match &mut part {
                Some(part) if part.width + wide <= width + SLACK => {
                    part.glyphs.start = part.glyphs.start.min(cluster.start);
                    part.glyphs.end = part.glyphs.end.max(cluster.end);
                    part.text.end = text.end;
                    part.width += wide;
                }
                _ => {
                    self.pieces.extend(part.take());
                    let opens = text.start == piece.text.start && piece.opens;
                    part =
                        Some(Piece { glyphs: cluster, text, width: wide, opens, ..piece.clone() });
                }
            }
        }
        self.pieces.extend(part);
    }

    /// Glyph ranges of a piece's clusters, from left to right.
    fn clusters(&self, piece: &Piece) -> Vec<Range<u32>> {
        let mut clusters: Vec<Range<u32>> = Vec::new();
        for (place, glyph) in (piece.glyphs.start..).zip(self.glyphs_of(piece)) {
            match clusters.last_mut() {
                Some(last) if glyph.text.0 == glyph.text.1 => last.end = place + 1,
                _ => clusters.push(place..place + 1),
            }
        }
        clusters
    }
}
