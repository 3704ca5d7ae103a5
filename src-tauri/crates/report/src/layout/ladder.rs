//! The ladder of tiers in a row of a table: where a workflow stood, where it stands, and words beside
//! that. A tier has a column of its own, so that what is counted stands over what is drawn.

use super::drawing::{disc, ring};
use super::mark::{self, Mark};
use crate::pdf::{Canvas, Paint, Step};
use crate::typeset::colour;

/// A workflow on the ladder.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rung {
    /// Its tier before, from 1 to 4; none without one.
    pub from: Option<u8>,
    /// Its tier now.
    pub to: Option<u8>,
    /// What stands at its tier where that is the same as before, or where there was none.
    pub mark: Option<Mark>,
    /// Where the words beside it begin, in points from the first column's left edge.
    pub words: f32,
    /// How wide these words are; nought where they stand in a line below.
    pub wide: f32,
    /// How far their row reaches above and below their middle.
    pub half: f32,
}

/// From one tier to the next: the width of a tier's column.
pub(crate) const TIER: f32 = 38.0;
/// The four columns, and what words may take beyond them.
pub(crate) const BEYOND: f32 = 9.0;
const LADDER: f32 = 4.0 * TIER + BEYOND;
/// Between what is drawn and its words.
const APART: f32 = 7.0;
/// A mark's half, and the half of the ring that an arrow begins with.
const HALF: f32 = 3.2;
const RING: f32 = 2.6;
/// An arrow's tip.
const TIP: (f32, f32) = (5.0, 2.7);

impl Rung {
    /// A workflow that was `from` and is `to`, with words `wide` points wide: at the right of what is
    /// drawn, at its left where there is no room, and in a line below where there is none either.
    pub fn of(from: Option<u8>, to: Option<u8>, mark: Option<Mark>, wide: f32, half: f32) -> Self {
        let ends = [from, to].into_iter().flatten().map(middle);
        let (first, last) = ends.fold((LADDER, 0.0_f32), |(a, b), x| (a.min(x), b.max(x)));
        let (right, left) = (last + APART, first - APART - wide);
        let rung = Self { from, to, mark, words: LADDER, wide: 0.0, half };
        if last == 0.0 {
            Self { words: 0.0, wide, ..rung }
        } else if right + wide <= LADDER {
            Self { words: right, wide, ..rung }
        } else if left >= 0.0 {
            Self { words: left, wide, ..rung }
        } else {
            rung
        }
    }

    /// Whether the words stand in a line of their own.
    pub fn breaks(self) -> bool {
        self.words >= LADDER
    }

    /// What it shows, for those who hear it.
    pub fn says(self) -> String {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from != to => format!("From tier {from} to tier {to}"),
            (_, Some(to)) => format!("At tier {to}"),
            (Some(from), None) => format!("At tier {from} before, at none now"),
            (None, None) => "At no tier".to_owned(),
        }
    }
}

/// Draws on a baseline, the first column's left edge at `x`.
pub(super) fn draw(canvas: &mut Canvas, rung: Rung, x: f32, baseline: f32) {
    let height = baseline - 2.7;
    if rung.wide > 0.0 {
        // The ladder's lines end at the words, and not within them.
        let edge = (x + rung.words - 2.0, x + rung.words + rung.wide + 2.0);
        let tall = 2.0 * rung.half;
        canvas.fill_rect(edge.0, height - rung.half, edge.1 - edge.0, tall, colour::PAPER);
    }
    match (rung.from, rung.to) {
        (Some(from), Some(to)) if from != to => {
            arrow(canvas, x + middle(from), x + middle(to), height);
        }
        (_, Some(at)) | (Some(at), None) => {
            if let Some(mark) = rung.mark {
                let at = x + middle(at);
                disc(canvas, at, height, HALF + 1.0, colour::PAPER);
                mark::draw(canvas, mark, at - HALF, baseline);
            }
        }
        (None, None) => {}
    }
}

/// A ring, a line and a tip; one that leads down says so by its colour too.
fn arrow(canvas: &mut Canvas, from: f32, to: f32, height: f32) {
    let (way, ink) = if to > from { (1.0, colour::INK) } else { (-1.0, colour::BAD) };
    let line = [Step::Move(from + way * RING, height), Step::Line(to - way * TIP.0, height)];
    canvas.path(&line, 0.0, 0.0, 1.0, Paint::Stroke(ink, 1.3));
    let tip = [
        Step::Move(0.0, 0.0),
        Step::Line(-way * TIP.0, -TIP.1),
        Step::Line(-way * TIP.0, TIP.1),
        Step::Close,
    ];
    canvas.path(&tip, to, height, 1.0, Paint::Fill(ink));
    disc(canvas, from, height, RING, colour::PAPER);
    ring(canvas, from, height, RING, ink);
}

/// The middle of a tier's column.
fn middle(tier: u8) -> f32 {
    (f32::from(tier.clamp(1, 4)) - 0.5) * TIER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_where_there_is_room_for_them() {
        let right = Rung::of(Some(1), Some(2), None, 50.0, 6.0);
        assert!(right.words > middle(2) && !right.breaks(), "right of the arrow: {right:?}");
        let left = Rung::of(Some(3), Some(4), None, 50.0, 6.0);
        assert!(left.words + left.wide < middle(3), "left of an arrow to the last tier: {left:?}");
        assert!(
            Rung::of(Some(4), Some(1), None, 50.0, 6.0).breaks(),
            "below one over the whole ladder"
        );
    }

    #[test]
    fn a_workflow_without_a_tier_has_its_words_where_the_ladder_begins() {
        let rung = Rung::of(None, None, None, 50.0, 6.0);
        assert_eq!((rung.words, rung.says().as_str()), (0.0, "At no tier"));
    }
}
