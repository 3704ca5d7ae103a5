//! What the desk counts itself: each kind of figure, and the sum that makes it.
//!
//! Nothing of it is recorded. A period's value follows from what stood when the period ended, so it
//! never changes afterwards; a period in which there was nothing to count has none, which is neither
//! good nor missing.

use chrono::Duration;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Direction, Terms, Unit, Value};
use crate::{Moment, Refusal};

/// What the desk counts itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Derived {
    /// Overrides for each workflow that ran.
    OverrideRate,
    /// How long a proposal waited for its answer.
    ApprovalQueueTime,
    /// Exceptions that went past their time.
    SlaBreaches,
    /// Sampled items that were wrong.
    SampleErrorRate,
    /// Reviews held of those expected.
    ReviewsHeld,
    /// Rules that did not hold when the period ended.
    FindingsOpen,
}

impl Derived {
    /// All there are.
    pub const ALL: [Self; 6] = [
        Self::OverrideRate,
        Self::ApprovalQueueTime,
        Self::SlaBreaches,
        Self::SampleErrorRate,
        Self::ReviewsHeld,
        Self::FindingsOpen,
    ];

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::OverrideRate => "Override rate",
            Self::ApprovalQueueTime => "Approval queue time",
            Self::SlaBreaches => "SLA breaches",
            Self::SampleErrorRate => "Sample error rate",
            Self::ReviewsHeld => "Reviews held",
            Self::FindingsOpen => "Findings open",
        }
    }

    /// How it is counted.
    pub const fn says(self) -> &'static str {
        match self {
            Self::OverrideRate => {
                "Overrides recorded in the period, for each workflow that was live in it or \
                 overridden. Counted by the desk."
            }
            Self::ApprovalQueueTime => {
                "Median hours from a proposal to its answer, for what was answered or lapsed in \
                 the period. Counted by the desk."
            }
            Self::SlaBreaches => {
                "Exceptions whose time ran out in the period before they were resolved. Counted \
                 by the desk."
            }
            Self::SampleErrorRate => {
                "Items found in error, of the sampled items tested in the period, whatever became \
                 of their samples; of a workflow, those of samples of it alone. Counted by the desk."
            }
            Self::ReviewsHeld => {
                "Reviews closed in the period, of those closed or missed in it. Counted by the desk."
            }
            Self::FindingsOpen => {
                "Rules that did not hold when the period ended, those put off among them. Counted \
                 by the desk."
            }
        }
    }

    /// What its values count.
    pub const fn unit(self) -> Unit {
        match self {
            Self::OverrideRate | Self::SlaBreaches | Self::FindingsOpen => Unit::Count,
            Self::ApprovalQueueTime => Unit::Hours,
            Self::SampleErrorRate | Self::ReviewsHeld => Unit::Percent,
        }
    }

    /// Which way is better.
    pub const fn direction(self) -> Direction {
        match self {
            Self::OverrideRate
            | Self::ApprovalQueueTime
            | Self::SlaBreaches
            | Self::SampleErrorRate
            | Self::FindingsOpen => Direction::Lower,
            Self::ReviewsHeld => Direction::Higher,
        }
    }

    /// Whether it can be counted for single workflows; reviews look at the whole program.
    pub const fn of_workflows(self) -> bool {
        match self {
            Self::OverrideRate
            | Self::ApprovalQueueTime
            | Self::SlaBreaches
            | Self::SampleErrorRate
            | Self::FindingsOpen => true,
            Self::ReviewsHeld => false,
        }
    }

    /// Refuses terms that say otherwise than it is counted.
    pub(super) fn fits(self, terms: &Terms) -> Result<(), Refusal> {
        let as_counted = (self.unit(), self.direction());
        let whole = self.of_workflows() || terms.workflows.is_empty();
        if (terms.unit, terms.direction) != as_counted || !whole {
            return Err(Refusal::CountedOtherwise { derived: self });
        }
        Ok(())
    }
}

/// A stretch of time: a period from its first moment up to the next one's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its first moment.
    pub from: Moment,
    /// The first moment after it.
    pub until: Moment,
}

impl Stretch {
    /// Whether `at` lies in it.
    pub fn holds(self, at: Moment) -> bool {
        self.from <= at && at < self.until
    }

    /// Whether something that began at `from`, and ended at `until` where it has, went on in it.
    pub fn meets(self, from: Moment, until: Option<Moment>) -> bool {
        from < self.until && until.is_none_or(|until| self.from < until)
    }
}

/// What a share is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many are meant.
    pub of: usize,
    /// Out of how many.
    pub all: usize,
}

impl Tally {
    /// The share, in per cent; none of nothing.
    pub fn percent(self) -> Option<Value> {
        share(self.of, self.all)
    }
}

/// Overrides for each of so many workflows; none where none ran.
pub fn override_rate(overrides: usize, workflows: usize) -> Option<Value> {
    Value::ratio(count(overrides), count(workflows))
}

/// The median of how long answers took, in hours; none where nothing was answered.
pub fn queue_time(mut took: Vec<Duration>) -> Option<Value> {
    took.sort_unstable();
    let upper = took.get(took.len() / 2)?;
    let lower = took.get((took.len() - 1) / 2)?;
    let both = upper.num_milliseconds() + lower.num_milliseconds();
    Value::ratio(both, 2 * Duration::hours(1).num_milliseconds())
}

/// So many of so many, in per cent; none where nothing was expected.
pub fn share(of: usize, expected: usize) -> Option<Value> {
    Value::ratio(100 * count(of), count(expected))
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: Option<Value>) -> Option<String> {
        value.map(|value| value.to_string())
    }

    #[test]
    fn the_median_wait_is_told_in_hours() {
        for (minutes, hours) in [
            (&[][..], None),
            (&[90], Some("1.5")),
            (&[60, 600], Some("5.5")),
            (&[600, 10, 60], Some("1")),
            (&[1, 1], Some("0.02")),
            (&[0], Some("0")),
        ] {
            let took = minutes.iter().map(|minutes| Duration::minutes(*minutes)).collect();
            assert_eq!(shown(queue_time(took)).as_deref(), hours, "waits of {minutes:?} minutes");
        }
    }

    #[test]
    fn what_has_nothing_to_be_counted_against_has_no_value() {
        assert_eq!(override_rate(0, 0), None, "no workflow ran");
        assert_eq!(share(0, 0), None, "no review was expected");
        assert_eq!(shown(override_rate(0, 4)).as_deref(), Some("0"), "nothing was overridden");
        assert_eq!(shown(override_rate(7, 3)).as_deref(), Some("2.33"), "to two decimals");
        assert_eq!(shown(share(2, 3)).as_deref(), Some("66.67"), "rounded, not cut");
    }
}
