//! Drift: whether what the AI works on, or says, is what it was.

use crate::chance::{Kolmogorov, kolmogorov_smirnov};

/// Bins of a numeric column: tenths of the baseline.
const BINS: usize = 10;

/// How far a column has moved between a baseline window and the current one.
#[derive(Clone, Debug, PartialEq)]
pub struct Drift {
    /// The population stability index over the bins.
    pub index: f64,
    /// What it is commonly read as.
    pub moved: Moved,
    /// The bins it is the sum over.
    pub bins: Vec<Bin>,
    /// For values that are numbers, whether they come from the same distribution.
    pub test: Option<Kolmogorov>,
}

/// A bin: its name, the counts in it, and what it adds to the index.
#[derive(Clone, Debug, PartialEq)]
pub struct Bin {
    /// The category, or the values from and to.
    pub name: String,
    /// How many in the baseline.
    pub before: u64,
    /// How many in the current window.
    pub now: u64,
    /// What it adds.
    pub adds: f64,
}

/// How far, as credit scoring commonly reads the index (N. Siddiqi, *Credit Risk Scorecards*, 2006).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moved {
    /// Below 0.1.
    Little,
    /// From 0.1 to 0.25.
    Some,
    /// Above 0.25.
    Much,
}

/// Drift of a column of numbers, in tenths of the baseline; none where either window is empty or holds
/// what is no number. Where values tie over the edges of tenths, there are fewer bins.
pub fn drift_of_numbers(before: &[f64], now: &[f64]) -> Option<Drift> {
    let test = kolmogorov_smirnov(before, now)?;
    let edges = edges(before);
    let mut counts = vec![(0_u64, 0_u64); edges.len() + 1];
    for (values, is_now) in [(before, false), (now, true)] {
        for value in values {
            // A value on an edge lies in the bin below it.
            let bin = edges.partition_point(|edge| edge < value);
            if let Some((before, now)) = counts.get_mut(bin) {
                *if is_now { now } else { before } += 1;
            }
        }
    }
    let named = counts.into_iter().enumerate().map(|(bin, counts)| {
        let from = bin.checked_sub(1).and_then(|below| edges.get(below));
        let name = match (from, edges.get(bin)) {
            (None, Some(to)) => format!("to {to}"),
            (Some(from), Some(to)) => format!("over {from} to {to}"),
            (Some(from), None) => format!("over {from}"),
            (None, None) => "all".to_owned(),
        };
        (name, counts)
    });
    drift_of_counts(named.collect(), Some(test))
}

/// Drift of bins that were counted, each with its name and how many lay in it before and now; `test` is
/// what their values came to. None where either window is empty.
///
/// The index is the sum over bins of the difference in shares times the logarithm of their ratio. An
/// empty bin counts as half a row, so that the logarithm stands.
pub fn drift_of_counts(
    counts: Vec<(String, (u64, u64))>,
    test: Option<Kolmogorov>,
) -> Option<Drift> {
    let before: u64 = counts.iter().map(|(_, (before, _))| before).sum();
    let now: u64 = counts.iter().map(|(_, (_, now))| now).sum();
    if before == 0 || now == 0 {
        return None;
    }
    let share = |part: u64, of: u64| real(part).max(0.5) / real(of);
    let bins: Vec<Bin> = counts
        .into_iter()
        .map(|(name, (was, is))| {
            let (was_share, is_share) = (share(was, before), share(is, now));
            let adds = (is_share - was_share) * (is_share / was_share).ln();
            Bin { name, before: was, now: is, adds }
        })
        .collect();
    let index: f64 = bins.iter().map(|bin| bin.adds).sum();
    let moved = match index {
        index if index < 0.1 => Moved::Little,
        index if index <= 0.25 => Moved::Some,
        _ => Moved::Much,
    };
    Some(Drift { index, moved, bins, test })
}

/// The upper edges of all tenths of the baseline but the last, each a value of it: the smallest that
/// at least so many tenths of the values reach up to.
fn edges(before: &[f64]) -> Vec<f64> {
    let mut sorted = before.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let count = sorted.len();
    let mut edges: Vec<f64> = (1..BINS)
        .filter_map(|tenth| sorted.get((count * tenth).div_ceil(BINS).checked_sub(1)?))
        .copied()
        .collect();
    edges.dedup();
    // An edge at the largest value leaves nothing above it in the baseline.
    edges.retain(|edge| Some(edge) != sorted.last());
    edges
}

#[allow(clippy::cast_precision_loss)]
const fn real(count: u64) -> f64 {
    count as f64
}
