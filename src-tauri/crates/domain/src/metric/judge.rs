//! What values mean against their baselines, as of a day. Computed, never recorded.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Calendar, Metric, Period, Tally, Terms, Value, baseline_for};

/// What one period came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// It is over and has no value.
    Missing,
    /// It is over, and there was nothing in it that the desk could have counted.
    Nothing,
    /// It still runs and has no value yet.
    Running,
    /// It has a value and nothing to hold it against.
    Unjudged,
    /// At its baseline or better.
    Held,
    /// Worse than the line that wants attention.
    Warned,
    /// Worse than its baseline.
    Worse,
    /// Worse than its limit.
    Breach,
}

impl Mark {
    /// Whether the period has a value.
    pub fn has_value(self) -> bool {
        match self {
            Self::Missing | Self::Nothing | Self::Running => false,
            Self::Unjudged | Self::Held | Self::Warned | Self::Worse | Self::Breach => true,
        }
    }
}

/// One period of a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Which.
    pub period: Period,
    /// What was observed; none breaks the line, and is never filled in.
    pub value: Option<Value>,
    /// What the value is a share of, where the desk counted it so.
    pub of: Option<Tally>,
    /// The baseline in force in it.
    pub baseline: Option<Value>,
    /// What that comes to.
    pub mark: Mark,
    /// Whether the value is worse than the baseline: what counts towards two periods running,
    /// past the limit or not.
    pub worse: bool,
}

/// A metric as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Every period from the first that counts to the one that runs, in order. Empty while the
    /// metric has neither a value nor a baseline in force: it is not measured yet.
    pub points: Vec<Point>,
}

impl Judged {
    /// The last period with a value.
    pub fn latest(&self) -> Option<Point> {
        self.points.iter().rev().find(|point| point.mark.has_value()).copied()
    }

    /// The periods that are over and have no value, in order.
    pub fn missing(&self) -> Vec<Period> {
        let missing = self.points.iter().filter(|point| point.mark == Mark::Missing);
        missing.map(|point| point.period).collect()
    }

    /// The last observed periods that are worse than their baselines without a better one between
    /// them, in order. A missing period between them is skipped: it never counts as a pass.
    pub fn worse_running(&self) -> Vec<Point> {
        let observed = self.points.iter().rev().filter(|point| point.mark.has_value());
        let mut run: Vec<Point> = observed.take_while(|point| point.worse).copied().collect();
        run.reverse();
        run
    }

    /// Whether it has been worse than its baseline for two periods running: the emergency path.
    pub fn is_emergency(&self) -> bool {
        self.worse_running().len() >= 2
    }
}

/// What the metric came to, period by period, as of the calendar's day.
///
/// Periods count from the first value or the first baseline in force, whichever is earlier: what
/// nobody has begun to measure is not missing. A retired metric misses nothing after its last
/// value.
pub fn judge(metric: &Metric, calendar: Calendar) -> Judged {
    let running = calendar.running(metric.terms.every);
    let first_value = metric.observed.iter().map(|seen| seen.period).min();
    let first_baseline = metric.baselines.iter().map(|set| set.from).min();
    let last_value = metric.observed.iter().map(|seen| seen.period).max();
    let first = first_value.into_iter().chain(first_baseline).min();
    let last = if metric.retired { last_value } else { Some(running) };
    let Some((first, last)) = first.zip(last) else { return Judged { points: Vec::new() } };
    let periods = std::iter::successors(Some(first), |period| Some(period.next()));
    let points = periods
        .take_while(|period| *period <= last)
        .map(|period| point(metric, period, running))
        .collect();
    Judged { points }
}

fn point(metric: &Metric, period: Period, running: Period) -> Point {
    let seen = metric.observed_in(period);
    let (value, of) = (seen.map(|seen| seen.value), seen.and_then(|seen| seen.of));
    let baseline = baseline_for(&metric.baselines, period).map(|set| set.value);
    let worse = value
        .zip(baseline)
        .is_some_and(|(value, baseline)| metric.terms.direction.is_worse(value, baseline));
    let mark = match value {
        Some(value) => mark(&metric.terms, value, baseline, worse),
        None if period >= running => Mark::Running,
        None if metric.terms.derived.is_some() => Mark::Nothing,
        None => Mark::Missing,
    };
    Point { period, value, of, baseline, mark, worse }
}

fn mark(terms: &Terms, value: Value, baseline: Option<Value>, worse: bool) -> Mark {
    let past = |line: Option<Value>| line.is_some_and(|line| terms.direction.is_worse(value, line));
    if past(terms.limit) {
        Mark::Breach
    } else if worse {
        Mark::Worse
    } else if past(terms.warn) {
        Mark::Warned
    } else if baseline.is_none() && terms.warn.is_none() && terms.limit.is_none() {
        Mark::Unjudged
    } else {
        Mark::Held
    }
}
