//! Whether two sets of values come from the same distribution.

use super::real;

/// Up to so many pairs of values the p-value is counted exactly.
const COUNTED: u64 = 4_000_000;

/// What a two-sample Kolmogorov-Smirnov test comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kolmogorov {
    /// The largest distance between the two shares of values up to some value.
    pub distance: f64,
    /// The probability of a distance at least as large, if nothing had changed.
    pub p: f64,
    /// Whether that probability was counted exactly, or taken from Kolmogorov's limit.
    pub exact: bool,
}

/// The two-sided Kolmogorov-Smirnov test of two sets of values. Exact by counting lattice paths (J. L.
/// Hodges, *Arkiv för Matematik* 3, 1958) where the sets are small enough, otherwise by the limit
/// distribution. Where values tie, the exact p-value is an upper bound. None where either is empty or
/// holds what is no number.
pub fn kolmogorov_smirnov(before: &[f64], after: &[f64]) -> Option<Kolmogorov> {
    if before.is_empty() || after.is_empty() || before.iter().chain(after).any(|x| x.is_nan()) {
        return None;
    }
    let (m, n) = (before.len() as u64, after.len() as u64);
    // The distance in steps of 1 / (m * n), so that nothing is rounded.
    let steps = distance(before, after);
    let distance = real(steps) / (real(m) * real(n));
    let exact = m.saturating_mul(n) <= COUNTED;
    let p = match exact {
        true => counted(m, n, steps),
        false => limit((real(m) * real(n) / real(m + n)).sqrt() * distance),
    };
    Some(Kolmogorov { distance, p, exact })
}

fn distance(before: &[f64], after: &[f64]) -> u64 {
    let sorted = |values: &[f64]| {
        let mut sorted = values.to_vec();
        // Minus zero is zero.
        sorted.iter_mut().for_each(|value| *value += 0.0);
        sorted.sort_unstable_by(f64::total_cmp);
        sorted
    };
    let (before, after) = (sorted(before), sorted(after));
    let (m, n) = (before.len() as u64, after.len() as u64);
    let (mut left, mut right) = (before.iter().peekable(), after.iter().peekable());
    let (mut i, mut j, mut most) = (0_u64, 0_u64, 0_u64);
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        let at = (**a).min(**b);
        while left.next_if(|value| **value <= at).is_some() {
            i += 1;
        }
        while right.next_if(|value| **value <= at).is_some() {
            j += 1;
        }
        most = most.max((i * n).abs_diff(j * m));
    }
    most
}

/// The share of all orders of `m` and `n` values in which the distance comes to at least `steps`:
/// paths from corner to corner of a grid that leave the band, as probabilities so that nothing
/// overflows.
fn counted(m: u64, n: u64, steps: u64) -> f64 {
    if steps == 0 {
        return 1.0;
    }
    // The shorter side is the row, so that it stays in the cache.
    let (m, n) = (m.max(n), m.min(n));
    // `left[j]`: the probability that a path which is to pass (i, j) has left the band by then.
    let mut left = vec![0.0_f64; usize::try_from(n + 1).unwrap_or(0)];
    for i in 0..=m {
        let mut beside = 0.0;
        for (j, cell) in (0_u64..).zip(left.iter_mut()) {
            let here = if (i * n).abs_diff(j * m) >= steps {
                1.0
            } else if i + j == 0 {
                0.0
            } else {
                // The last step into (i, j) came along i with probability i / (i + j).
                (real(i) * *cell + real(j) * beside) / real(i + j)
            };
            *cell = here;
            beside = here;
        }
    }
    left.last().copied().unwrap_or(1.0)
}

/// The tail of Kolmogorov's distribution.
fn limit(x: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    if x < 1.0 {
        // The theta function's other series, which converges at once where this one does not.
        let scale = -std::f64::consts::PI.powi(2) / (8.0 * x * x);
        let sum: f64 = (0..20).map(|k| (f64::from(2 * k + 1).powi(2) * scale).exp()).sum();
        return 1.0 - std::f64::consts::TAU.sqrt() / x * sum;
    }
    let sum: f64 = (1..=20)
        .map(|k| {
            let sign = if k % 2 == 1 { 1.0 } else { -1.0 };
            sign * (-2.0 * f64::from(k).powi(2) * x * x).exp()
        })
        .sum();
    (2.0 * sum).clamp(0.0, 1.0)
}
