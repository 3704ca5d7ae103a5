//! Marks and tier boxes, as vectors. Colour repeats what the shape says.

use crate::pdf::{Canvas, Paint, Step};
use crate::typeset::{Colour, colour};

/// A mark before its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Fine: a tick.
    Tick,
    /// Attention: an open triangle.
    Triangle,
    /// Breach, late, error, failed: a filled diamond.
    Diamond,
    /// Not applicable: a dash.
    Dash,
    /// Waiting, or held by a delegate: a half disc.
    HalfDisc,
    /// Missed: a crossed ring.
    CrossedRing,
    /// Live, held, present: a disc.
    Disc,
    /// Paused: two bars.
    Bars,
    /// Stopped: a square.
    Square,
    /// New, draft: a ring.
    Ring,
}

/// Side of the box a mark is drawn in, in points.
const BOX: f32 = 6.4;

/// A mark and the room before its word.
pub(crate) const MARK_ADVANCE: f32 = BOX + 3.2;

/// Four boxes and the room before their word.
pub(crate) const TIER_ADVANCE: f32 = 17.4 + 4.0;

/// Length of the handles that make four Bézier curves a circle of radius 1.
const ROUND: f32 = 0.552_285;

/// Draws a mark that stands on a baseline.
pub(crate) fn draw(canvas: &mut Canvas, mark: Mark, x: f32, baseline: f32) {
    let scale = BOX / 10.0;
    let top = baseline + 0.5 - BOX;
    let mut path = |steps: &[Step], paint| canvas.path(steps, x, top, scale, paint);
    let fill = |colour: Colour| Paint::Fill(colour);
    match mark {
        Mark::Tick => path(
            &[Step::Move(1.0, 5.6), Step::Line(3.9, 8.5), Step::Line(9.2, 1.8)],
            Paint::Stroke(colour::FINE, 1.7),
        ),
        Mark::Triangle => path(
            &[Step::Move(5.0, 1.2), Step::Line(9.3, 8.8), Step::Line(0.7, 8.8), Step::Close],
            Paint::Stroke(colour::WARN, 1.4),
        ),
        Mark::Diamond => path(
            &[
                Step::Move(5.0, 0.2),
                Step::Line(9.8, 5.0),
                Step::Line(5.0, 9.8),
                Step::Line(0.2, 5.0),
                Step::Close,
            ],
            fill(colour::BAD),
        ),
        Mark::Dash => {
            path(&[Step::Move(1.0, 5.4), Step::Line(9.0, 5.4)], Paint::Stroke(colour::SOFT, 1.2))
        }
        Mark::HalfDisc => {
            path(&circle(4.2), Paint::Stroke(colour::INK, 1.1));
            path(&left_half(4.2), fill(colour::INK));
        }
        Mark::CrossedRing => {
            path(&circle(4.2), Paint::Stroke(colour::BAD, 1.1));
            path(
                &[
                    Step::Move(2.6, 2.6),
                    Step::Line(7.4, 7.4),
                    Step::Move(7.4, 2.6),
                    Step::Line(2.6, 7.4),
                ],
                Paint::Stroke(colour::BAD, 1.1),
            );
        }
        Mark::Disc => path(&circle(4.0), fill(colour::INK)),
        Mark::Bars => {
            path(&bar(2.0), fill(colour::INK));
            path(&bar(5.8), fill(colour::INK));
        }
        Mark::Square => path(
            &[
                Step::Move(0.8, 0.8),
                Step::Line(9.2, 0.8),
                Step::Line(9.2, 9.2),
                Step::Line(0.8, 9.2),
                Step::Close,
            ],
            fill(colour::BAD),
        ),
        Mark::Ring => path(&circle(3.6), Paint::Stroke(colour::INK, 1.1)),
    }
}

/// Draws four boxes on a baseline, the first `filled` of them full.
pub(crate) fn draw_tier(canvas: &mut Canvas, filled: u8, x: f32, baseline: f32) {
    let (wide, high, step, line) = (3.4, 4.9, 4.5, 0.5);
    let top = baseline + 0.6 - 5.4;
    for place in 0..4_u8 {
        let left = x + 0.25 + f32::from(place) * step;
        let outline = [
            Step::Move(0.0, 0.0),
            Step::Line(wide, 0.0),
            Step::Line(wide, high),
            Step::Line(0.0, high),
            Step::Close,
        ];
        let (inside, edge) =
            if place < filled { (colour::INK, colour::INK) } else { (colour::PAPER, colour::MID) };
        canvas.path(&outline, left, top + 0.25, 1.0, Paint::Fill(inside));
        canvas.path(&outline, left, top + 0.25, 1.0, Paint::Stroke(edge, line));
    }
}

fn circle(radius: f32) -> [Step; 6] {
    let (c, r, k) = (5.0, radius, radius * ROUND);
    [
        Step::Move(c + r, c),
        Step::Curve(c + r, c + k, c + k, c + r, c, c + r),
        Step::Curve(c - k, c + r, c - r, c + k, c - r, c),
        Step::Curve(c - r, c - k, c - k, c - r, c, c - r),
        Step::Curve(c + k, c - r, c + r, c - k, c + r, c),
        Step::Close,
    ]
}

fn left_half(radius: f32) -> [Step; 4] {
    let (c, r, k) = (5.0, radius, radius * ROUND);
    [
        Step::Move(c, c - r),
        Step::Curve(c - k, c - r, c - r, c - k, c - r, c),
        Step::Curve(c - r, c + k, c - k, c + r, c, c + r),
        Step::Close,
    ]
}

fn bar(left: f32) -> [Step; 5] {
    [
        Step::Move(left, 1.0),
        Step::Line(left + 2.2, 1.0),
        Step::Line(left + 2.2, 9.0),
        Step::Line(left, 9.0),
        Step::Close,
    ]
}
