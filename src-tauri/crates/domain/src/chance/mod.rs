//! How likely counts are: the distributions that limits and tests stand on.
//!
//! Probabilities of counts are taken by the saddle point (C. Loader, *Fast and accurate computation
//! of binomial probabilities*, 2000) and summed from there: the difference of three logarithms of
//! factorials, which is the usual way, keeps only eight digits at a million rows.

mod binomial;
mod chi_square;
mod fisher;
mod hypergeometric;
mod kolmogorov;
mod point;

pub use binomial::{binomial_at_most, clopper_pearson_upper};
pub use chi_square::{ChiSquare, chi_square};
pub use fisher::fisher_two_sided;
pub use hypergeometric::{Urn, hypergeometric_at_most, hypergeometric_upper};
pub use kolmogorov::{Kolmogorov, kolmogorov_smirnov};

/// What is smaller than this share of a sum no longer changes it.
const NOTHING: f64 = 1e-18;

/// A count as a real number; exact below 2^53, which no count of rows reaches.
#[allow(clippy::cast_precision_loss)]
const fn real(count: u64) -> f64 {
    count as f64
}

/// Adds `first` and what follows it, each term the last one times `ratio(step)`, until it ends or
/// nothing is added any more. `None` from `ratio` ends it.
fn series(first: f64, mut ratio: impl FnMut(u64) -> Option<f64>) -> f64 {
    let (mut sum, mut term, mut step) = (first, first, 0);
    while let Some(by) = ratio(step) {
        term *= by;
        sum += term;
        step += 1;
        // Terms may grow before they fall: only falling ones end it.
        if by < 1.0 && term < sum * NOTHING {
            break;
        }
    }
    sum
}
