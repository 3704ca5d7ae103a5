//! Errors of a process: each action is one with the same probability.

use super::point::binomial_point;
use super::{real, series};

/// The probability of at most `x` of `n`, where each is one with probability `p`.
pub fn binomial_at_most(x: u64, n: u64, p: f64) -> f64 {
    if x >= n || p <= 0.0 {
        return 1.0;
    }
    if p >= 1.0 {
        return 0.0;
    }
    let q = 1.0 - p;
    if real(x) < real(n) * p {
        // Downwards from x.
        let first = binomial_point(x, n, p, q);
        let down = series(first, |step| {
            let from = x.checked_sub(step).filter(|from| *from > 0)?;
            Some(real(from) * q / (real(n - from + 1) * p))
        });
        return down.min(1.0);
    }
    let first = binomial_point(x + 1, n, p, q);
    let above = series(first, |step| {
        let from = (x + 1 + step).min(n);
        (from < n).then(|| real(n - from) * p / (real(from + 1) * q))
    });
    (1.0 - above).max(0.0)
}

/// The exact one-sided upper limit of the error rate of a process, after `errors` in `items` (C. J.
/// Clopper and E. S. Pearson, *Biometrika* 26, 1934): the highest rate under which so few errors
/// still have a probability of `risk`. 1 where nothing was tested or everything was an error.
pub fn clopper_pearson_upper(errors: u64, items: u64, risk: f64) -> f64 {
    if errors >= items {
        return 1.0;
    }
    if errors == 0 {
        return -(risk.ln() / real(items)).exp_m1();
    }
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    // Every halving is a bit; 60 are more than a double has between these.
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if binomial_at_most(errors, items, middle) > risk {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}
