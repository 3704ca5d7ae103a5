//! Small drawings in a line of words: a clock, a proof, a month of reviews, a rung. Each repeats what the
//! words beside it say.

use super::ladder::{self, Rung};
use crate::pdf::{Canvas, Paint, Step};
use crate::typeset::{Colour, colour};

/// A drawing among words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Drawing {
    /// How much of its time something took; 1 is all of it.
    Clock(f32),
    /// The share found in error and the upper limit, both in percent.
    Proof { found: f32, at_most: f32, scale: Scale },
    /// A month of reviews.
    Month(Beats),
    /// A workflow on the ladder of tiers.
    Rung(Rung),
}

/// A scale of percent from nought, a column of a table for each figure that stands over it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    /// From one figure to the next.
    step: u8,
    /// Figures after nought.
    steps: u8,
}

/// The reviews of a month, a bit a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Beats {
    /// Whether they are strokes instead of discs, as those of every day are.
    pub daily: bool,
    pub held: u32,
    pub missed: u32,
    /// Past its time, and can still be held.
    pub late: u32,
    /// Neither yet.
    pub waiting: u32,
}

/// All of an exception's time, and how far beyond it a clock is drawn.
const CLOCK: f32 = 72.0;
const CLOCK_MOST: f32 = 1.5;
/// A clock's bar, and what it runs over.
const BAR: f32 = 4.2;
const OVERRUN: f32 = 6.0;

const PROOF: f32 = 105.0;
/// Figures after nought that stand beside one another without touching.
const MOST_STEPS: f32 = 7.0;
/// The level that a promotion asks for, in percent.
const WANTED: f32 = 5.0;

/// From one day of a month to the next.
const DAY: f32 = 2.9;
const DAYS: u8 = 31;

impl Scale {
    /// The scale with few round figures that reaches `most` percent.
    pub fn reaching(most: f32) -> Self {
        let step = [1, 2, 5, 10].into_iter().find(|step| f32::from(*step) * MOST_STEPS >= most);
        let step = step.unwrap_or(20);
        Self { step, steps: (most / f32::from(step)).ceil() as u8 }
    }

    /// The figures, in order.
    pub fn figures(self) -> impl Iterator<Item = u8> {
        (0..=self.steps).map(move |place| place.saturating_mul(self.step))
    }

    /// The width of a figure's column, in points.
    pub fn column(self) -> f32 {
        PROOF / (f32::from(self.steps) + 1.0)
    }

    /// Where a share stands, from the first column's left edge: figures in the middle of theirs.
    fn place(self, percent: f32) -> f32 {
        let most = f32::from(self.steps) * f32::from(self.step);
        (percent.clamp(0.0, most) / f32::from(self.step) + 0.5) * self.column()
    }
}

impl Drawing {
    /// How wide it is with the room after it, in points.
    pub fn width(self) -> f32 {
        match self {
            Self::Clock(_) => CLOCK * CLOCK_MOST + 6.0,
            Self::Proof { .. } => PROOF,
            Self::Month(_) => DAY * f32::from(DAYS),
            Self::Rung(rung) => rung.words,
        }
    }

    /// What it shows, for those who hear it.
    pub fn says(self) -> String {
        match self {
            Self::Clock(taken) => format!("A clock: {:.0} % of its time taken", taken * 100.0),
            Self::Proof { found, at_most, .. } => format!(
                "A proof: {found:.1} % found in error, at most {:.1} %; {WANTED:.0} % is wanted",
                (at_most * 10.0).ceil() / 10.0,
            ),
            Self::Month(Beats { held, missed, late, waiting, .. }) => {
                let days = |bits: u32| bits.count_ones();
                let (held, missed, waiting) = (days(held), days(missed), days(waiting));
                let late = if late == 0 { String::new() } else { format!(", {} late", days(late)) };
                format!("A month: {held} held, {missed} missed{late}, {waiting} neither yet")
            }
            Self::Rung(rung) => rung.says(),
        }
    }
}

/// Draws on a baseline.
pub(crate) fn draw(canvas: &mut Canvas, drawing: Drawing, x: f32, baseline: f32) {
    match drawing {
        Drawing::Clock(taken) => clock(canvas, taken, x, baseline),
        Drawing::Proof { found, at_most, scale } => {
            let at = |percent: f32| x + scale.place(percent);
            proof(canvas, at(found), at(at_most), at(WANTED), baseline);
        }
        Drawing::Month(beats) => month(canvas, beats, x, baseline),
        Drawing::Rung(rung) => ladder::draw(canvas, rung, x, baseline),
    }
}

/// A bar up to all of the time, what runs over it, and a line where the time ends.
fn clock(canvas: &mut Canvas, taken: f32, x: f32, baseline: f32) {
    let middle = baseline - 2.7;
    let inside = taken.clamp(0.0, 1.0) * CLOCK;
    canvas.fill_rect(x, middle - BAR / 2.0, inside.max(0.6), BAR, colour::MID);
    if taken > 1.0 {
        let over = (taken.min(CLOCK_MOST) - 1.0) * CLOCK;
        canvas.fill_rect(x + CLOCK, middle - OVERRUN / 2.0, over.max(1.2), OVERRUN, colour::BAD);
    }
    canvas.fill_rect(x + CLOCK - 0.3, middle - 6.0, 0.6, 12.0, colour::INK);
}

/// A dot at the share found, a line to the limit with a stroke at its end, the wanted level dashed.
fn proof(canvas: &mut Canvas, found: f32, at_most: f32, wanted: f32, baseline: f32) {
    let middle = baseline - 2.7;
    for dash in 0..3_u8 {
        let top = middle - 6.5 + f32::from(dash) * 4.6;
        canvas.fill_rect(wanted - 0.35, top, 0.7, 3.0, colour::BAD);
    }
    canvas.fill_rect(found, middle - 0.65, at_most - found, 1.3, colour::INK);
    canvas.fill_rect(at_most - 0.65, middle - 3.2, 1.3, 6.4, colour::INK);
    disc(canvas, found, middle, 2.3, colour::INK);
}

fn month(canvas: &mut Canvas, beats: Beats, x: f32, baseline: f32) {
    let middle = baseline - 2.7;
    canvas.fill_rect(x - 1.0, middle - 6.5, 0.3, 13.0, colour::HAIR);
    for day in 0..DAYS {
        let has = |bits: u32| bits >> day & 1 == 1;
        let centre = x + (f32::from(day) + 0.5) * DAY;
        if has(beats.missed) {
            missed(canvas, beats.daily, centre, middle);
        } else if has(beats.held) {
            held(canvas, beats.daily, centre, middle);
        } else if has(beats.late) {
            rhombus(canvas, centre, middle, if beats.daily { 1.9 } else { 3.0 }, colour::BAD);
        } else if has(beats.waiting) {
            ring(canvas, centre, middle, if beats.daily { 1.0 } else { 2.5 }, colour::INK);
        }
    }
}

fn held(canvas: &mut Canvas, daily: bool, x: f32, middle: f32) {
    if daily {
        canvas.fill_rect(x - 0.6, middle - 3.2, 1.2, 6.4, colour::INK);
    } else {
        disc(canvas, x, middle, 2.9, colour::INK);
    }
}

/// A stroke that is hollow, a ring that is crossed out: the shape tells it without its colour.
fn missed(canvas: &mut Canvas, daily: bool, x: f32, middle: f32) {
    if daily {
        let edge = [(-0.9, -3.2), (0.9, -3.2), (0.9, 3.2), (-0.9, 3.2)];
        outline(canvas, &edge, x, middle, 0.6);
        return;
    }
    ring(canvas, x, middle, 2.7, colour::BAD);
    let cross = [
        Step::Move(-1.6, -1.6),
        Step::Line(1.6, 1.6),
        Step::Move(1.6, -1.6),
        Step::Line(-1.6, 1.6),
    ];
    canvas.path(&cross, x, middle, 1.0, Paint::Stroke(colour::BAD, 0.7));
}

fn outline(canvas: &mut Canvas, corners: &[(f32, f32); 4], x: f32, y: f32, width: f32) {
    let [(ax, ay), (bx, by), (cx, cy), (dx, dy)] = *corners;
    let edge = [
        Step::Move(ax, ay),
        Step::Line(bx, by),
        Step::Line(cx, cy),
        Step::Line(dx, dy),
        Step::Close,
    ];
    canvas.path(&edge, x, y, 1.0, Paint::Stroke(colour::BAD, width));
}

/// A filled disc round a point.
pub(super) fn disc(canvas: &mut Canvas, x: f32, y: f32, radius: f32, ink: Colour) {
    canvas.path(&circle(), x, y, radius, Paint::Fill(ink));
}

/// A circle round a point.
pub(super) fn ring(canvas: &mut Canvas, x: f32, y: f32, radius: f32, ink: Colour) {
    canvas.path(&circle(), x, y, radius, Paint::Stroke(ink, 0.7 / radius));
}

/// A diamond with a white edge round a point.
pub(super) fn diamond(canvas: &mut Canvas, x: f32, y: f32) {
    for (radius, ink) in [(4.0, colour::PAPER), (3.0, colour::BAD)] {
        rhombus(canvas, x, y, radius, ink);
    }
}

fn rhombus(canvas: &mut Canvas, x: f32, y: f32, radius: f32, ink: Colour) {
    let edge = [
        Step::Move(0.0, -radius),
        Step::Line(radius, 0.0),
        Step::Line(0.0, radius),
        Step::Line(-radius, 0.0),
        Step::Close,
    ];
    canvas.path(&edge, x, y, 1.0, Paint::Fill(ink));
}

/// A crossed ring round a point, for what is missing.
pub(super) fn crossed(canvas: &mut Canvas, x: f32, y: f32) {
    disc(canvas, x, y, 3.2, colour::PAPER);
    missed(canvas, false, x, y);
}

/// Length of the handles that make four Bézier curves a circle of radius 1.
const ROUND: f32 = 0.552_285;

fn circle() -> [Step; 6] {
    [
        Step::Move(1.0, 0.0),
        Step::Curve(1.0, ROUND, ROUND, 1.0, 0.0, 1.0),
        Step::Curve(-ROUND, 1.0, -1.0, ROUND, -1.0, 0.0),
        Step::Curve(-1.0, -ROUND, -ROUND, -1.0, 0.0, -1.0),
        Step::Curve(ROUND, -1.0, 1.0, -ROUND, 1.0, 0.0),
        Step::Close,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_few_round_figures_and_reaches_what_is_drawn_over_it() {
        let cases: [(f32, &[u8]); 4] = [
            (6.0, &[0, 1, 2, 3, 4, 5, 6]),
            (9.4, &[0, 2, 4, 6, 8, 10]),
            (61.0, &[0, 10, 20, 30, 40, 50, 60, 70]),
            (100.0, &[0, 20, 40, 60, 80, 100]),
        ];
        for (most, figures) in cases {
            let scale = Scale::reaching(most);
            assert_eq!(scale.figures().collect::<Vec<_>>(), figures, "to {most} %");
            for (place, figure) in figures.iter().enumerate() {
                let middle = (place as f32 + 0.5) * scale.column();
                let drawn = scale.place(f32::from(*figure));
                assert!((drawn - middle).abs() < 0.01, "{figure} % stands below its figure");
            }
        }
    }
}
