//! Errors among rows that are all there: drawn without putting back.

use super::point::binomial_point;
use super::{real, series};

/// Rows, how many of them are in error, and how many were drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Urn {
    /// All rows.
    pub rows: u64,
    /// Those in error; at most all.
    pub errors: u64,
    /// Those drawn; at most all.
    pub drawn: u64,
}

impl Urn {
    /// The probability that exactly `x` of the drawn are in error.
    pub(super) fn point(self, x: u64) -> f64 {
        let Self { rows, errors, drawn } = self;
        let fine = rows.saturating_sub(errors);
        if x > errors || x > drawn || drawn - x > fine {
            return 0.0;
        }
        if drawn == 0 || drawn == rows {
            return 1.0;
        }
        let (p, q) = (real(drawn) / real(rows), real(rows - drawn) / real(rows));
        binomial_point(x, errors, p, q) * binomial_point(drawn - x, fine, p, q)
            / binomial_point(drawn, rows, p, q)
    }

    /// The fewest and the most errors that can be drawn.
    pub(super) fn range(self) -> (u64, u64) {
        let fine = self.rows.saturating_sub(self.errors);
        (self.drawn.saturating_sub(fine), self.drawn.min(self.errors))
    }

    /// A number of errors drawn than which none is likelier.
    pub(super) fn mode(self) -> u64 {
        let (least, most) = self.range();
        let middle = (u128::from(self.drawn) + 1) * (u128::from(self.errors) + 1)
            / (u128::from(self.rows) + 2);
        u64::try_from(middle).unwrap_or(most).clamp(least, most)
    }

    /// How much likelier `x + 1` is than `x`.
    fn up(self, x: u64) -> f64 {
        let Self { rows, errors, drawn } = self;
        real(errors - x) * real(drawn - x)
            / (real(x + 1) * (real(rows) - real(errors) - real(drawn) + real(x) + 1.0))
    }
}

/// The probability that at most `x` of the drawn are in error.
pub fn hypergeometric_at_most(x: u64, urn: Urn) -> f64 {
    let (least, most) = urn.range();
    if x >= most {
        return 1.0;
    }
    if x < least {
        return 0.0;
    }
    let mean = real(urn.drawn) * real(urn.errors) / real(urn.rows);
    if real(x) < mean {
        let down = series(urn.point(x), |step| {
            let from = x.checked_sub(step).filter(|from| *from > least)?;
            Some(1.0 / urn.up(from - 1))
        });
        return down.min(1.0);
    }
    let above = series(urn.point(x + 1), |step| {
        let from = x + 1 + step;
        (from < most).then(|| urn.up(from))
    });
    (1.0 - above).max(0.0)
}

/// The exact one-sided upper limit of errors among `rows`, after `errors` were found in `drawn` rows
/// drawn at random: the most errors under which so few would be found with a probability of at least
/// `risk` (the hypergeometric limit; W. G. Cochran, *Sampling Techniques*, 1977, section 3.6).
pub fn hypergeometric_upper(rows: u64, drawn: u64, errors: u64, risk: f64) -> u64 {
    let (mut low, mut high) = (errors, rows.saturating_sub(drawn.saturating_sub(errors)));
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        let urn = Urn { rows, errors: middle, drawn };
        // A tie counts as still possible, whatever the last digit of the sum says.
        if hypergeometric_at_most(errors, urn) >= risk * (1.0 - 1e-12) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}
