//! One metric with all that is known of it.

use domain::metric::{Metric, Value, baseline_for, first_free, judge};
use domain::{MetricRef, Moment, Text};
use store::View;

use super::view::Looked;
use super::{BaselineRow, MetricQuery, MetricVersion, MetricView, ObservationRow, beside, derived};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn metric(&mut self, request: MetricQuery) -> Result<MetricView, Problem> {
        let (view, looked) = self.look_at_metrics(request.as_of)?;
        let metric = whole(&view, request.metric.parse()?, looked.at)?;
        let judged = judge(&metric, looked.calendar);
        let running = looked.calendar.running(metric.terms.every);
        Ok(MetricView {
            points: judged.points.iter().map(|p| beside::point(&metric.terms, p)).collect(),
            observations: observations(&view, &metric, &looked)?,
            baselines: baselines(&view, &metric, &looked)?,
            history: history(&view, metric.metric)?,
            baseline_from: first_free(&metric, looked.calendar).to_string(),
            running: running.to_string(),
            row: looked.row(&metric),
        })
    }
}

/// One metric; refused when there is none of that reference.
pub(super) fn find(view: &View<'_>, metric: MetricRef) -> Result<Metric, Problem> {
    let unknown = || domain::Refusal::Unknown { reference: metric.to_string() };
    Ok(view.metric(metric)?.ok_or_else(unknown)?)
}

/// One metric with the values that the desk counts itself.
fn whole(view: &View<'_>, metric: MetricRef, now: Moment) -> Result<Metric, Problem> {
    let metric = find(view, metric)?;
    let unknown = || Problem::internal("a metric went missing");
    derived::counted(view, now, vec![metric], |_| true)?.pop().ok_or_else(unknown)
}

fn observations(
    view: &View<'_>,
    metric: &Metric,
    looked: &Looked,
) -> Result<Vec<ObservationRow>, Problem> {
    let shown = |value: Value| metric.terms.unit.shown(value);
    let all = view.observation_history(metric.metric)?;
    let later = all.iter().skip(1).map(Some).chain([None]);
    let earlier = [None].into_iter().chain(all.iter().map(Some));
    let mut rows: Vec<ObservationRow> = all
        .iter()
        .zip(later)
        .zip(earlier)
        .map(|((typed, later), earlier)| ObservationRow {
            period: typed.period.to_string(),
            shown: shown(typed.value),
            reason: typed.reason.as_ref().and_then(Text::words).map(str::to_owned),
            corrects: earlier.is_some_and(|earlier| earlier.period == typed.period),
            corrected: later.is_some_and(|later| later.period == typed.period),
            review: typed.review.as_ref().map(ToString::to_string),
            by: looked.names.actor(typed.by),
            entry: typed.since,
        })
        .collect();
    rows.reverse();
    Ok(rows)
}

fn baselines(
    view: &View<'_>,
    metric: &Metric,
    looked: &Looked,
) -> Result<Vec<BaselineRow>, Problem> {
    let in_force = baseline_for(&metric.baselines, looked.calendar.running(metric.terms.every));
    let mut sets = view.baselines_of(metric.metric)?;
    sets.sort_by_key(|set| std::cmp::Reverse((set.from, set.seq)));
    let mut found = false;
    Ok(sets
        .into_iter()
        .map(|set| {
            let is_it = !found && in_force.is_some_and(|now| now.from == set.from);
            found |= is_it;
            BaselineRow {
                from: set.from.to_string(),
                shown: metric.terms.unit.shown(set.value),
                reason: set.reason.as_ref().and_then(Text::words).map(str::to_owned),
                by: looked.names.actor(set.by),
                entry: set.seq,
                in_force: is_it,
            }
        })
        .collect())
}

fn history(view: &View<'_>, metric: MetricRef) -> Result<Vec<MetricVersion>, Problem> {
    let versions = view.metric_history(metric)?;
    let rows = versions.into_iter().rev().map(|version| MetricVersion {
        entry: version.since,
        retired: version.retired,
        reason: version.reason.as_ref().and_then(Text::words).map(str::to_owned),
        name: version.terms.name.words().map(str::to_owned),
    });
    Ok(rows.collect())
}
