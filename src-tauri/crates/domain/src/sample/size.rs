//! How many rows a sample takes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::chance::hypergeometric_upper;

/// How rows are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "SampleMethod")]
pub enum Method {
    /// Every set of so many rows is as likely as any other.
    Simple,
    /// Every k-th row from a random start, round the end.
    EveryKth,
    /// A simple draw in each stratum.
    Stratified,
}

/// How many rows are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "kebab-case")]
#[ts(rename = "SampleSize")]
pub enum Size {
    /// So many.
    Number {
        /// Rows; at least one.
        rows: u32,
    },
    /// So many of a hundred, rounded up.
    Percent {
        /// 1 to 100.
        percent: u32,
    },
    /// As many as prove, if none is in error, that fewer than so many of a hundred are.
    Guidance {
        /// 1 to 50.
        below_percent: u32,
    },
}

/// The sizes of populations that the guidance table shows.
pub const GUIDED_ROWS: &[u64] = &[10, 25, 50, 100, 250, 500, 1_000, 10_000, 1_000_000];

impl Size {
    /// How many of `population` rows are taken, where a limit may be wrong with the probability
    /// `risk`; a population that is no larger is taken whole.
    pub fn of(self, population: u64, risk: f64) -> u64 {
        let wanted = match self {
            Self::Number { rows } => u64::from(rows),
            Self::Percent { percent } => percent_up(population, percent),
            Self::Guidance { below_percent } => guided(population, below_percent, risk),
        };
        wanted.min(population)
    }
}

/// The fewest rows that prove, if none of them is in error, that fewer than `below_percent` of a
/// hundred of `population` rows are, at that risk; the whole population where nothing less does.
pub fn guided(population: u64, below_percent: u32, risk: f64) -> u64 {
    fewest(0, population, |drawn| {
        is_below(hypergeometric_upper(population, drawn, 0, risk), population, below_percent)
    })
    .unwrap_or(population)
}

/// How many rows each stratum gives when `rows` of all are wanted: its share rounded up, so that none
/// gives nothing.
pub fn allotted(rows: u64, strata: &[u64]) -> Vec<u64> {
    let all = total(strata.iter().copied());
    let share = |stratum: u64| {
        let wanted = u128::from(rows) * u128::from(stratum);
        let share = wanted.div_ceil(u128::from(all.max(1)));
        u64::try_from(share).unwrap_or(stratum).min(stratum)
    };
    strata.iter().map(|stratum| share(*stratum)).collect()
}

/// A sum that stops at the highest number there is: counts in a plan may be anybody's.
pub fn total(counts: impl IntoIterator<Item = u64>) -> u64 {
    counts.into_iter().fold(0, u64::saturating_add)
}

/// Whether `errors` of `rows` are fewer than `percent` of a hundred.
pub(super) fn is_below(errors: u64, rows: u64, percent: u32) -> bool {
    u128::from(errors) * 100 < u128::from(rows) * u128::from(percent)
}

/// The least of `from..=most` for which `holds`, which goes on holding once it does.
pub(super) fn fewest(from: u64, most: u64, holds: impl Fn(u64) -> bool) -> Option<u64> {
    if from > most || !holds(most) {
        return None;
    }
    let (mut low, mut high) = (from, most);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(low)
}

fn percent_up(population: u64, percent: u32) -> u64 {
    let wanted = (u128::from(population) * u128::from(percent)).div_ceil(100);
    u64::try_from(wanted).unwrap_or(population)
}
