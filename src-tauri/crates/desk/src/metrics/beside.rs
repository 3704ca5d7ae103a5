//! A metric as a small chart beside something else shows it.

use domain::metric::{
    Calendar, Judged, Mark, Metric, Point, Span, Terms, Value, baseline_for, judge,
};
use domain::{MetricRef, Moment};
use store::View;

use super::{MetricBeside, MetricState, PointShown, calendar, derived, words};
use crate::Problem;

/// What stands beside an item that names `metrics`, as known in `view` at `now`. For a past
/// moment give the view after its entry and that entry's time. Unknown metrics are left out.
pub fn beside(
    view: &View<'_>,
    metrics: &[MetricRef],
    now: Moment,
) -> Result<Vec<MetricBeside>, Problem> {
    if metrics.is_empty() {
        return Ok(Vec::new());
    }
    let calendar = calendar(view, now)?;
    let mut known = Vec::new();
    for metric in metrics {
        known.extend(view.metric(*metric)?);
    }
    let all = derived::counted(view, now, known, |_| true)?;
    Ok(all.iter().map(|metric| shown(metric, calendar)).collect())
}

/// A metric with its last periods.
pub(crate) fn shown(metric: &Metric, calendar: Calendar) -> MetricBeside {
    let judged = judge(metric, calendar);
    drawn(metric, &judged, state(metric, &judged, calendar), calendar)
}

/// One metric that stands out of line or lacks its last value; none where it does not.
pub(crate) fn out_of_line(metric: &Metric, calendar: Calendar) -> Option<MetricBeside> {
    let judged = judge(metric, calendar);
    let state = state(metric, &judged, calendar);
    state.is_out_of_line().then(|| drawn(metric, &judged, state, calendar))
}

fn drawn(metric: &Metric, judged: &Judged, state: MetricState, calendar: Calendar) -> MetricBeside {
    let Terms { unit, direction, every, warn, limit, .. } = metric.terms;
    let latest = judged.latest();
    let decimal = |value: Option<Value>| value.map(|value| value.to_string());
    let first = judged.points.len().saturating_sub(kept(every));
    let asked = calendar.last_over(every);
    let in_force = baseline_for(&metric.baselines, calendar.running(every));
    MetricBeside {
        metric: metric.metric.to_string(),
        name: words::name(&metric.terms),
        unit,
        direction,
        derived: metric.terms.derived,
        warn: decimal(warn),
        warn_shown: warn.map(|warn| unit.shown(warn)),
        limit: decimal(limit),
        limit_shown: limit.map(|limit| unit.shown(limit)),
        points: judged.points.iter().skip(first).map(|p| point(&metric.terms, p)).collect(),
        latest: latest.and_then(|point| point.value).map(|value| unit.shown(value)),
        latest_period: latest.map(|point| point.period.short()),
        baseline: in_force.map(|set| unit.shown(set.value)),
        state,
        says: words::state(metric, judged, state),
        missing: judged.missing().into_iter().map(|period| period.short()).collect(),
        asked: asked.to_string(),
        asked_short: asked.short(),
        asked_value: decimal(metric.value_in(asked)),
    }
}

/// One period.
pub(super) fn point(terms: &Terms, point: &Point) -> PointShown {
    PointShown {
        period: point.period.to_string(),
        short: point.period.short(),
        value: point.value.map(|value| value.to_string()),
        shown: point.value.map(|value| terms.unit.shown(value)),
        baseline: point.baseline.map(|value| value.to_string()),
        baseline_shown: point.baseline.map(|value| terms.unit.shown(value)),
        mark: point.mark,
        says: words::mark(terms, point),
    }
}

/// Where the metric stands: the most urgent of what is true of it.
fn state(metric: &Metric, judged: &Judged, calendar: Calendar) -> MetricState {
    let Some(latest) = judged.latest() else {
        return if metric.retired {
            MetricState::Retired
        } else if judged.missing().is_empty() {
            MetricState::NotMeasured
        } else {
            MetricState::Missing
        };
    };
    let asked = calendar.last_over(metric.terms.every);
    let missing = judged.missing().last() == Some(&asked);
    let of_latest = match latest.mark {
        Mark::Breach => MetricState::Breach,
        Mark::Worse => MetricState::Worse,
        Mark::Warned => MetricState::Warned,
        Mark::Held => MetricState::Held,
        Mark::Missing | Mark::Nothing | Mark::Running | Mark::Unjudged => MetricState::Unjudged,
    };
    if metric.retired {
        MetricState::Retired
    } else if judged.is_emergency() {
        MetricState::Emergency
    } else if missing {
        of_latest.min(MetricState::Missing)
    } else {
        of_latest
    }
}

/// Periods that a small chart shows: a quarter of weeks, a month of days, a year of months, two
/// years of quarters.
fn kept(every: Span) -> usize {
    match every {
        Span::Day => 31,
        Span::Week | Span::Month => 13,
        Span::Quarter => 8,
    }
}
