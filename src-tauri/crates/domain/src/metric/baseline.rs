//! Setting a baseline: forward only, so that no judgement once given changes.

use super::{BaselineSet, Calendar, Metric, Period, Value};
use crate::decision::DecisionKind;
use crate::people::{Standing, entitled, keepers};
use crate::refusal::reasoned;
use crate::{Event, PersonRef, Refusal};

/// A baseline, as it was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// The first period that is held against it.
    pub from: Period,
    /// Its value.
    pub value: Value,
}

/// Holds a metric against `value` from the period `from` on.
///
/// It never reaches back: `from` is the period that runs today or a later one, and one that has
/// no value yet. It wants a reason, which goes with the entry. One that is easier to hold than the
/// baseline in force takes a decision.
pub fn set_baseline(
    standing: &Standing,
    by: PersonRef,
    metric: &Metric,
    calendar: Calendar,
    value: Value,
    from: Period,
    reason: &str,
) -> Result<Event, Refusal> {
    check_baseline(metric, calendar, from)?;
    may_set_baseline(standing, by, metric, value, from)?;
    reasoned("setting a baseline", reason)?;
    Ok(BaselineSet { metric: metric.metric, value, from }.into())
}

/// Refuses whoever may not set a baseline alone.
pub fn may_set_baseline(
    standing: &Standing,
    by: PersonRef,
    metric: &Metric,
    value: Value,
    from: Period,
) -> Result<(), Refusal> {
    entitled(standing, by, "setting a baseline", &keepers())?;
    let in_force = baseline_for(&metric.baselines, from);
    let eased = in_force.filter(|set| metric.terms.direction.is_worse(value, set.value));
    eased.map_or(Ok(()), |set| {
        let (unit, of) = (metric.terms.unit, metric.metric);
        let what = format!(
            "{of} would be held against {}, which is easier than {}",
            unit.shown(value),
            unit.shown(set.value)
        );
        Err(Refusal::NeedsDecision { kind: DecisionKind::Threshold, what })
    })
}

/// Refuses a baseline that could not stand: of what is not measured, or that reaches back.
pub fn check_baseline(metric: &Metric, calendar: Calendar, from: Period) -> Result<(), Refusal> {
    metric.must_be_measured()?;
    metric.must_measure_in(from)?;
    let first = first_free(metric, calendar);
    if from < first { Err(Refusal::BaselineBackwards { from, first }) } else { Ok(()) }
}

/// The first period that a new baseline may begin with.
pub fn first_free(metric: &Metric, calendar: Calendar) -> Period {
    let running = calendar.running(metric.terms.every);
    let after_last = metric.observed.iter().map(|seen| seen.period.next()).max();
    after_last.map_or(running, |after| after.max(running))
}

/// The baseline in force in `period`: the one that begins last, and of those the one set last.
pub fn baseline_for(baselines: &[Baseline], period: Period) -> Option<Baseline> {
    baselines.iter().filter(|set| set.from <= period).max_by_key(|set| set.from).copied()
}
