//! Letters over a plot: what happened in which of its periods.

use super::field::PLOT;
use super::trend::{Plot, Trend};
use crate::error::Result;
use crate::layout::draw::Side;
use crate::layout::flow::Flow;
use crate::typeset::{Look, Rich, colour};

/// The letters of a period.
pub(super) struct Lettered {
    /// The period, counted from the first.
    place: usize,
    word: String,
    wide: f32,
    /// How many others it stands above, where it would touch them.
    level: usize,
}

const LETTER: Look = Look::semibold(6.5);
/// From a level to the one above.
const LEVEL: f32 = 8.0;

/// What letters take above a plot.
pub(super) fn height(letters: &[Lettered]) -> f32 {
    let levels = letters.iter().map(|one| one.level + 1).max();
    levels.map_or(0.0, |levels| levels as f32 * LEVEL)
}

impl Flow<'_> {
    /// The letters of a trend whose periods stand `step` points apart.
    pub(super) fn letters(&mut self, trend: &Trend, step: f32) -> Result<Vec<Lettered>> {
        let mut ends: Vec<f32> = Vec::new();
        let mut all = Vec::new();
        for (place, spot) in trend.spots.iter().enumerate() {
            let word = together(&spot.letters);
            if word.is_empty() {
                continue;
            }
            let wide = self.width_of(&Rich::new(&word, LETTER))?;
            let (left, right) =
                (place as f32 * step - wide / 2.0, place as f32 * step + wide / 2.0);
            let free = ends.iter().position(|end| end + 2.0 <= left);
            let level = free.unwrap_or(ends.len());
            match ends.get_mut(level) {
                Some(end) => *end = right,
                None => ends.push(right),
            }
            all.push(Lettered { place, word, wide, level });
        }
        Ok(all)
    }

    /// A line down the plot for each, then the letters over it.
    pub(super) fn events(&mut self, plot: &Plot<'_>, letters: &[Lettered]) -> Result<()> {
        let foot = plot.field.top + PLOT;
        let head = |one: &Lettered| plot.field.top - 1.0 - one.level as f32 * LEVEL;
        for one in letters {
            let (x, top) = (plot.x(one.place), head(one));
            let canvas = &mut self.pen().page.canvas;
            canvas.fill_rect(x - 0.2, top, 0.4, foot - top, colour::SOFT);
        }
        for one in letters {
            let (left, top) = (plot.x(one.place) - one.wide / 2.0, head(one) - LEVEL);
            let canvas = &mut self.pen().page.canvas;
            canvas.fill_rect(left - 1.0, top, one.wide + 2.0, LEVEL, colour::PAPER);
            let block = self.block(&Rich::new(&one.word, LETTER), one.wide + 1.0, LETTER, LEVEL)?;
            self.pen().block(&block, 0..1, left, top, Side::Left)?;
        }
        Ok(())
    }
}

/// The letters of one period, or the first and the last where they are many.
pub(super) fn together(letters: &[String]) -> String {
    match letters {
        [first, _, .., last] => format!("{first}–{last}"),
        few => few.join("\u{a0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::together;

    #[test]
    fn many_letters_of_a_period_are_said_by_their_first_and_last() {
        let letters = |all: &str| all.chars().map(String::from).collect::<Vec<_>>();
        for (all, word) in [("", ""), ("A", "A"), ("AB", "A\u{a0}B"), ("BCDE", "B–E")] {
            assert_eq!(together(&letters(all)), word);
        }
    }
}
