//! What is measured: metrics, the baselines they are held against, and the values observed.
//!
//! Values and baselines are exact decimals. What a value means against its baseline is never
//! recorded: [`judge`] computes it from the rows and a day.

mod baseline;
mod define;
pub mod derived;
mod emergency;
mod judge;
mod observe;
mod unit;
mod value;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use crate::period::{Period, Span};
pub use baseline::{
    Baseline, baseline_for, check_baseline, first_free, may_set_baseline, set_baseline,
};
pub use define::{change, check_change, define, may_change, may_retire, retire};
pub use derived::{Derived, Tally};
pub use emergency::{Raising, emergency};
pub use judge::{Judged, Mark, Point, judge};
pub use observe::{Chairing, correct, observe};
pub use unit::Unit;
pub use value::Value;

use crate::{MetricRef, PersonRef, ReviewRef, Text, WorkflowRef};

/// What sort of thing a metric watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Whether what the AI makes is right.
    Quality,
    /// What it brings.
    Business,
    /// What it may break.
    Risk,
    /// Whether it stays what it was.
    Drift,
    /// Whether people use it.
    Adoption,
    /// Whether the desk itself keeps up.
    Operations,
}

impl Class {
    /// It in a word.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Quality => "Quality",
            Self::Business => "Business",
            Self::Risk => "Risk",
            Self::Drift => "Drift",
            Self::Adoption => "Adoption",
            Self::Operations => "Operations",
        }
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// The higher the better.
    Higher,
    /// The lower the better.
    Lower,
}

impl Direction {
    /// Whether `value` is worse than `line`.
    pub fn is_worse(self, value: Value, line: Value) -> bool {
        match self {
            Self::Higher => value < line,
            Self::Lower => value > line,
        }
    }
}

/// What a metric is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What people call it.
    pub name: Text,
    /// What sort of thing it watches.
    pub class: Class,
    /// What its values count.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// How long one period is.
    pub every: Span,
    /// A value worse than this wants attention.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn: Option<Value>,
    /// A value worse than this is a breach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Value>,
    /// What it should come to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Value>,
    /// The activity metric that it complements, so that activity is not taken for quality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<MetricRef>,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonRef>,
    /// Where its values come from, and how they are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// The workflows it concerns; none named means the whole program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub workflows: Vec<WorkflowRef>,
    /// What the desk counts for it, where nobody types its values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<Derived>,
}

impl Terms {
    /// Of the whole program, with no lines, target, owner or source, and its values typed.
    pub fn bare(name: Text, class: Class, unit: Unit, direction: Direction, every: Span) -> Self {
        Self {
            name,
            class,
            unit,
            direction,
            every,
            warn: None,
            limit: None,
            target: None,
            beside: None,
            owner: None,
            source: None,
            workflows: Vec::new(),
            derived: None,
        }
    }
}

/// A metric with its reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// Its reference.
    pub metric: MetricRef,
    /// What it is.
    #[serde(flatten)]
    pub terms: Terms,
}

/// Metrics there are from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetricsDefined {
    /// The metrics.
    pub metrics: Vec<Definition>,
}

/// A metric is described anew, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetricChanged {
    /// Which.
    pub metric: MetricRef,
    /// What it is from now on.
    pub terms: Terms,
}

/// A metric is measured no longer; what was observed stays. Its entry says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetricRetired {
    /// Which.
    pub metric: MetricRef,
}

/// A metric is held against this value from a period on. Its entry says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaselineSet {
    /// Which metric.
    pub metric: MetricRef,
    /// The value.
    pub value: Value,
    /// The first period that is held against it.
    pub from: Period,
}

/// What a metric came to in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObservationRecorded {
    /// Which metric.
    pub metric: MetricRef,
    /// In which period.
    pub period: Period,
    /// What it came to.
    pub value: Value,
    /// The review in whose call it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewRef>,
}

/// A value takes the place of one that was wrong. Its entry says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObservationCorrected {
    /// Which metric.
    pub metric: MetricRef,
    /// In which period.
    pub period: Period,
    /// What it came to, as is known now.
    pub value: Value,
    /// The review in whose call it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewRef>,
}

/// A value observed, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observed {
    /// In which period.
    pub period: Period,
    /// What it came to.
    pub value: Value,
    /// What it is a share of, where the desk counted it so.
    pub of: Option<Tally>,
}

impl Observed {
    /// A value that is no share the desk counted.
    pub const fn typed(period: Period, value: Value) -> Self {
        Self { period, value, of: None }
    }
}

/// A metric as the rules need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metric {
    /// Its reference.
    pub metric: MetricRef,
    /// What it is.
    pub terms: Terms,
    /// Whether it is measured no longer.
    pub retired: bool,
    /// Its baselines, in the order they were set in.
    pub baselines: Vec<Baseline>,
    /// Its values, in order of time, each as it was corrected last.
    pub observed: Vec<Observed>,
}

impl Metric {
    /// The same metric once `period` came to `value`, whatever it came to before.
    pub fn with(mut self, period: Period, value: Value) -> Self {
        match self.observed.binary_search_by_key(&period, |seen| seen.period) {
            Ok(place) => {
                if let Some(seen) = self.observed.get_mut(place) {
                    seen.value = value;
                }
            }
            Err(place) => self.observed.insert(place, Observed::typed(period, value)),
        }
        self
    }

    /// The value observed in `period`.
    pub fn value_in(&self, period: Period) -> Option<Value> {
        self.observed_in(period).map(|seen| seen.value)
    }

    /// What was observed in `period`.
    pub fn observed_in(&self, period: Period) -> Option<Observed> {
        let place = self.observed.binary_search_by_key(&period, |seen| seen.period).ok()?;
        self.observed.get(place).copied()
    }

    /// Refuses a metric that is measured no longer.
    pub fn must_be_measured(&self) -> Result<(), crate::Refusal> {
        if self.retired {
            return Err(crate::Refusal::MetricRetired { metric: self.metric });
        }
        Ok(())
    }

    fn must_be_typed(&self) -> Result<(), crate::Refusal> {
        if self.terms.derived.is_some() {
            return Err(crate::Refusal::CountedByDesk { metric: self.metric });
        }
        Ok(())
    }

    fn must_measure_in(&self, period: Period) -> Result<(), crate::Refusal> {
        let span = self.terms.every;
        if period.span() == span {
            return Ok(());
        }
        Err(crate::Refusal::NotAPeriod { written: period.to_string(), span: Some(span) })
    }
}

/// The calendar that periods are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Today, in the workspace's zone.
    pub today: chrono::NaiveDate,
    /// Month, 1 to 12, in which the fiscal year starts.
    pub fiscal_start: u32,
}

impl Calendar {
    /// The period of that span that runs today.
    pub fn running(self, span: Span) -> Period {
        span.of(self.today, self.fiscal_start)
    }

    /// The last period of that span that is over: the one a review asks for.
    pub fn last_over(self, span: Span) -> Period {
        self.running(span).before()
    }
}
