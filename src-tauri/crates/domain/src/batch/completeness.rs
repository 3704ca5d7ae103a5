//! What time a batch covers.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Moment;

/// Gaps that are listed one by one; all are counted.
pub const MOST_GAPS: usize = 100;

/// The first and last time of a batch, and the days between them on which nothing happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completeness {
    /// The time of its first row, whichever line that stands on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Moment>,
    /// The time of its last row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Moment>,
    /// Days between them without a row, in the workspace's zone.
    #[serde(default)]
    pub empty_days: u64,
    /// The longest runs of such days, in order of time; at most [`MOST_GAPS`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Gap>,
}

/// A run of days without a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Gap {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
}

impl Gap {
    /// How many days it has.
    pub fn days(&self) -> u64 {
        (self.to - self.from).num_days().unsigned_abs() + 1
    }
}

impl Completeness {
    /// What the first and last time and the days with rows come to.
    pub fn of(span: Option<(Moment, Moment)>, days: &BTreeSet<NaiveDate>) -> Self {
        let mut gaps: Vec<Gap> = days
            .iter()
            .zip(days.iter().skip(1))
            .filter_map(|(day, next)| {
                let gap = Gap { from: day.succ_opt()?, to: next.pred_opt()? };
                (gap.from <= gap.to).then_some(gap)
            })
            .collect();
        let empty_days = gaps.iter().map(Gap::days).sum();
        gaps.sort_by_key(|gap| std::cmp::Reverse(gap.days()));
        gaps.truncate(MOST_GAPS);
        gaps.sort_unstable();
        let (first, last) = span.unzip();
        Self { first, last, empty_days, gaps }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(written: &str) -> NaiveDate {
        written.parse().unwrap()
    }

    #[test]
    fn days_without_a_row_between_the_first_and_the_last_are_gaps() {
        let days = ["2026-11-02", "2026-11-03", "2026-11-06", "2026-11-20", "2026-11-22"];
        let found = Completeness::of(None, &days.map(day).into_iter().collect());
        let gap = |from, to| Gap { from: day(from), to: day(to) };
        assert_eq!(found.empty_days, 2 + 13 + 1, "every day without a row counts");
        assert_eq!(
            found.gaps,
            [
                gap("2026-11-04", "2026-11-05"),
                gap("2026-11-07", "2026-11-19"),
                gap("2026-11-21", "2026-11-21")
            ],
            "runs are listed in order of time"
        );
        let one = Completeness::of(None, &[day("2026-11-02")].into());
        assert_eq!(one.gaps, [], "a single day leaves nothing out");
    }

    #[test]
    fn of_many_gaps_the_longest_are_listed() {
        let start = day("2026-01-01");
        let mut days: BTreeSet<NaiveDate> =
            (0..300).map(|n| start + chrono::Days::new(n * 2)).collect();
        days.insert(start + chrono::Days::new(800));
        let found = Completeness::of(None, &days);
        assert_eq!(found.gaps.len(), MOST_GAPS, "an entry stays short whatever the log");
        assert_eq!(found.empty_days, 299 + 201, "and none goes uncounted");
        assert!(found.gaps.iter().any(|gap| gap.days() == 201), "the longest is among them");
    }
}
