//! The probability of one count, to the last digits.

use std::f64::consts::TAU;

use super::real;

/// The probability of `x` of `n`, where each is one with probability `p`, and `q` is `1 - p`.
pub(super) fn binomial_point(x: u64, n: u64, p: f64, q: f64) -> f64 {
    if x > n {
        return 0.0;
    }
    if p <= 0.0 {
        return if x == 0 { 1.0 } else { 0.0 };
    }
    if q <= 0.0 {
        return if x == n { 1.0 } else { 0.0 };
    }
    if x == 0 {
        return (real(n) * if p < 0.1 { (-p).ln_1p() } else { q.ln() }).exp();
    }
    if x == n {
        return (real(n) * if q < 0.1 { (-q).ln_1p() } else { p.ln() }).exp();
    }
    let (all, these, others) = (real(n), real(x), real(n - x));
    let exponent = stirling_error(n)
        - stirling_error(x)
        - stirling_error(n - x)
        - deviance(these, all * p)
        - deviance(others, all * q);
    exponent.exp() * (all / (TAU * these * others)).sqrt()
}

/// By how much Stirling's formula misses the logarithm of `n!`, for `n` of at least one.
fn stirling_error(n: u64) -> f64 {
    let real_n = real(n);
    if n <= 15 {
        let factorial: f64 = (2..=n).map(real).product();
        return factorial.ln() - (real_n + 0.5) * real_n.ln() + real_n - TAU.ln() / 2.0;
    }
    let square = real_n * real_n;
    let inner = 1.0 / 1680.0 - 1.0 / (1188.0 * square);
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - inner / square) / square) / square) / real_n
}

/// `x ln(x / mean) + mean - x`, without what the difference would lose where they are close.
fn deviance(x: f64, mean: f64) -> f64 {
    let apart = x - mean;
    if apart.abs() >= 0.1 * (x + mean) {
        return x * (x / mean).ln() - apart;
    }
    let ratio = apart / (x + mean);
    let mut sum = apart * ratio;
    let mut term = 2.0 * x * ratio;
    let mut odd = 3.0;
    loop {
        term *= ratio * ratio;
        let next = sum + term / odd;
        if next == sum || odd > 2000.0 {
            return sum;
        }
        sum = next;
        odd += 2.0;
    }
}
