//! Fairness: whether the AI selects some segments less than others.

use crate::chance::{chi_square, fisher_two_sided};

/// How many of a segment there were, and how many the AI selected: scored high, routed on, offered
/// something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What it is called.
    pub name: String,
    /// Those selected.
    pub selected: u64,
    /// All of it.
    pub all: u64,
}

/// A segment beside the one that is selected most.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The segment.
    pub segment: Segment,
    /// The share selected, 0 to 1.
    pub rate: f64,
    /// That share over the highest segment's.
    pub ratio: f64,
    /// Whether the ratio is below four fifths (29 CFR 1607.4 D), computed in whole numbers.
    pub below_four_fifths: bool,
    /// The probability of a difference from the highest segment at least as large by chance alone
    /// (Fisher's exact test, two-sided).
    pub p: f64,
}

impl Compared {
    /// Its ratio.
    pub const fn ratio(&self) -> Ratio {
        Ratio { ratio: self.ratio, below_four_fifths: self.below_four_fifths }
    }
}

/// How segments compare.
#[derive(Clone, Debug, PartialEq)]
pub struct Fairness {
    /// The segment selected most; the first by name where several are.
    pub highest: String,
    /// All segments that have anybody, by name.
    pub segments: Vec<Compared>,
    /// The probability that all rates differ as much by chance alone.
    pub p: f64,
    /// Which test gave it.
    pub test: Test,
}

/// A test of whether rates differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Fisher's exact test, for two segments.
    Exact,
    /// Pearson's chi-square, for more.
    ChiSquare {
        /// Whether a count below 5 was to be expected somewhere: then it is rough.
        rough: bool,
    },
}

/// A segment's share over the highest segment's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// The ratio.
    pub ratio: f64,
    /// Whether it is below four fifths, computed in whole numbers.
    pub below_four_fifths: bool,
}

/// The ratio of every segment, by name; none where [`fairness`] has none.
pub fn ratios(segments: &[Segment]) -> Option<Vec<Ratio>> {
    let (segments, highest) = beside_highest(segments)?;
    Some(segments.iter().map(|segment| ratio(segment, &highest)).collect())
}

/// Compares segments; none with fewer than two that have anybody, or where nobody was selected.
pub fn fairness(segments: &[Segment]) -> Option<Fairness> {
    let (segments, highest) = beside_highest(segments)?;
    let (p, test) = overall(&segments);
    let compared = segments.into_iter().map(|segment| compare(segment, &highest)).collect();
    Some(Fairness { highest: highest.name.clone(), segments: compared, p, test })
}

/// Those that have anybody, by name, and the one selected most.
fn beside_highest(segments: &[Segment]) -> Option<(Vec<Segment>, Segment)> {
    let mut segments: Vec<Segment> =
        segments.iter().filter(|segment| segment.all > 0).cloned().collect();
    segments.sort_by(|one, other| one.name.cmp(&other.name));
    let highest = segments.iter().rev().max_by(|one, other| {
        let cross =
            |one: &Segment, other: &Segment| u128::from(one.selected) * u128::from(other.all);
        cross(one, other).cmp(&cross(other, one))
    })?;
    if segments.len() < 2 || highest.selected == 0 {
        return None;
    }
    let highest = highest.clone();
    Some((segments, highest))
}

fn overall(segments: &[Segment]) -> (f64, Test) {
    if let [one, other] = segments {
        let p = fisher_two_sided(one.selected, one.all, other.selected, other.all);
        return (p, Test::Exact);
    }
    let groups: Vec<(u64, u64)> = segments.iter().map(|one| (one.selected, one.all)).collect();
    match chi_square(&groups) {
        Some(found) => (found.p, Test::ChiSquare { rough: found.least_expected < 5.0 }),
        // All of everybody was selected: nothing differs.
        None => (1.0, Test::ChiSquare { rough: false }),
    }
}

fn ratio(segment: &Segment, highest: &Segment) -> Ratio {
    let rate = share(segment.selected, segment.all);
    let theirs = u128::from(segment.selected) * u128::from(highest.all) * 5;
    let four_fifths = u128::from(highest.selected) * u128::from(segment.all) * 4;
    Ratio {
        ratio: rate / share(highest.selected, highest.all),
        below_four_fifths: theirs < four_fifths,
    }
}

fn compare(segment: Segment, highest: &Segment) -> Compared {
    let rate = share(segment.selected, segment.all);
    let Ratio { ratio, below_four_fifths } = self::ratio(&segment, highest);
    let p = match segment.name == highest.name {
        true => 1.0,
        false => fisher_two_sided(segment.selected, segment.all, highest.selected, highest.all),
    };
    Compared { segment, rate, ratio, below_four_fifths, p }
}

#[allow(clippy::cast_precision_loss)]
fn share(part: u64, of: u64) -> f64 {
    part as f64 / of as f64
}
