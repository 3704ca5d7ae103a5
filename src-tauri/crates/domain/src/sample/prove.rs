//! What a sample that was tested proves.

use super::size::{allotted, fewest, is_below, total};
use super::{Extension, Method, RISK, stratified_upper};
use crate::chance::{clopper_pearson_upper, hypergeometric_upper};

/// A share of errors that one wants to be below, in percent.
pub const WANTED_PERCENT: u32 = 5;

/// The probability with which the limit of a sample may be wrong. A plan that draws more once errors
/// are found has two limits, of the first rows and of all, and which of them is stated hangs on what
/// was found: each has half, so that together they hold at 95 %, extended or not.
pub const fn risk(extension: Option<Extension>) -> f64 {
    match extension {
        Some(_) => RISK / 2.0,
        None => RISK,
    }
}

/// Rows that were drawn from together: a stratum, or all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stratum {
    /// All of them.
    pub rows: u64,
    /// Those drawn and tested.
    pub drawn: u64,
    /// Those in error.
    pub errors: u64,
}

impl Stratum {
    /// Whether every row was tested.
    pub fn is_whole(&self) -> bool {
        self.drawn >= self.rows
    }

    /// The most errors it can hold, looked at alone; wrong with the probability `risk` at most.
    pub fn upper(&self, risk: f64) -> u64 {
        hypergeometric_upper(self.rows, self.drawn, self.errors, risk)
    }
}

/// How many errors there can be in the population.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Every row was tested: exactly so many.
    Known(u64),
    /// At most so many, at 95 %.
    AtMost(u64),
    /// The way of drawing has no sound limit.
    Unbounded,
}

/// How many more rows without error would prove what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum More {
    /// None: it is proven.
    Proven,
    /// So many.
    Rows(u64),
    /// No number: too many are in error already, or the way of drawing proves nothing.
    Never,
}

/// What a sample proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    /// Rows in the population.
    pub rows: u64,
    /// Rows tested.
    pub tested: u64,
    /// Rows in error among them.
    pub errors: u64,
    /// How many there can be in the population.
    pub bound: Bound,
    /// The share that one wants to be below, in percent.
    pub wanted_percent: u32,
    /// How many more rows without error would prove it.
    pub more: More,
}

/// What a sample proves, its strata tested; a sample without strata is one.
pub fn proven(method: Method, strata: &[Stratum], wanted_percent: u32, risk: f64) -> Proven {
    let sum = |of: fn(&Stratum) -> u64| total(strata.iter().map(of));
    let (rows, tested, errors) = (sum(|one| one.rows), sum(|one| one.drawn), sum(|one| one.errors));
    let bound = bound(method, strata, risk);
    let more = match bound {
        Bound::Known(known) if is_below(known, rows, wanted_percent) => More::Proven,
        Bound::AtMost(most) if is_below(most, rows, wanted_percent) => More::Proven,
        Bound::Known(_) | Bound::Unbounded => More::Never,
        Bound::AtMost(_) => more(strata, (rows, tested), wanted_percent, risk),
    };
    Proven { rows, tested, errors, bound, wanted_percent, more }
}

fn bound(method: Method, strata: &[Stratum], risk: f64) -> Bound {
    if strata.iter().all(Stratum::is_whole) {
        return Bound::Known(total(strata.iter().map(|stratum| stratum.errors)));
    }
    match method {
        Method::EveryKth => Bound::Unbounded,
        Method::Simple | Method::Stratified => Bound::AtMost(stratified_upper(strata, risk)),
    }
}

/// How many rows more, over the strata by their share, if none of them is in error.
fn more(strata: &[Stratum], (rows, tested): (u64, u64), wanted_percent: u32, risk: f64) -> More {
    let sizes: Vec<u64> = strata.iter().map(|stratum| stratum.rows).collect();
    let grown = |wanted: u64| -> Vec<Stratum> {
        let allotted = allotted(wanted, &sizes);
        let grow = |(stratum, drawn): (&Stratum, u64)| Stratum {
            drawn: drawn.max(stratum.drawn),
            ..*stratum
        };
        strata.iter().zip(allotted).map(grow).collect()
    };
    let enough = |wanted: u64| {
        let grown = grown(wanted);
        // Whole strata hold what was found in them and no more.
        is_below(stratified_upper(&grown, risk), rows, wanted_percent)
    };
    match fewest(0, rows, enough) {
        Some(wanted) => {
            let drawn = total(grown(wanted).iter().map(|stratum| stratum.drawn));
            More::Rows(drawn - tested)
        }
        None => More::Never,
    }
}

/// What simple samples of one process prove together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pooled {
    /// Rows tested.
    pub tested: u64,
    /// Rows in error among them.
    pub errors: u64,
    /// The highest error rate of the process that fits them, at 95 %.
    pub upper: f64,
    /// The share that one wants to be below, in percent.
    pub wanted_percent: u32,
    /// How many more rows without error would prove it.
    pub more: More,
}

impl Pooled {
    /// The limit in tenths of a percent, rounded up: less would promise more than is proven.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn upper_tenths(&self) -> u64 {
        (self.upper * 1000.0).ceil() as u64
    }
}

/// What simple samples of one process, such as 13 weeks of one workflow, prove together: as draws
/// from a process that goes on, the populations they came from do not limit it (Clopper-Pearson).
pub fn pooled(samples: &[Stratum], wanted_percent: u32) -> Pooled {
    let tested = samples.iter().map(|sample| sample.drawn).sum();
    let errors = samples.iter().map(|sample| sample.errors).sum();
    let upper = clopper_pearson_upper(errors, tested, RISK);
    let below = f64::from(wanted_percent) / 100.0;
    let enough = |items: u64| clopper_pearson_upper(errors, items, RISK) < below;
    let more = match fewest(tested, tested.saturating_add(1).saturating_mul(1_000), enough) {
        Some(items) if items == tested => More::Proven,
        Some(items) => More::Rows(items - tested),
        None => More::Never,
    };
    Pooled { tested, errors, upper, wanted_percent, more }
}
