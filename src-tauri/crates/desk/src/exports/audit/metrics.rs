//! Metrics with charts, and where each stands against its baseline.

use report::audit::{Line, Part, Plot, Section, Spot, State};
use report::counted;

use super::super::quarter::Quarter;
use super::table::{key, of_record, part, points, share, state, words};
use crate::metrics::{MetricBeside, MetricRow, MetricState, PointShown};
use crate::problem::capital;
use domain::metric::Mark;

/// How many are drawn: those out of line first.
const DRAWN: usize = 12;
/// How many periods a chart shows.
const PERIODS: usize = 14;

pub(super) fn section(quarter: &Quarter) -> Section {
    let rows = &quarter.stood.metrics;
    let out = quarter.stood.out_of_line();
    Section {
        title: "Metrics".to_owned(),
        holds: report::grouped(rows.len() as u64),
        lead: format!(
            "{} measured; {out} out of line. A missing value is a finding, never a pass.",
            counted(rows.len(), "metric is", "metrics are")
        ),
        parts: vec![trends(rows), standing(rows)],
    }
}

/// A chart of each metric that has values, the ones out of line first.
fn trends(rows: &[MetricRow]) -> Part {
    let valued =
        |row: &MetricRow| row.beside.points.iter().filter(|one| one.value.is_some()).count();
    // One value alone is no trend.
    let mut drawn: Vec<&MetricRow> = rows.iter().filter(|row| valued(row) > 1).collect();
    drawn.sort_by_key(|row| {
        let held_to_nothing = row.beside.baseline.is_none() && row.beside.limit.is_none();
        (!row.beside.state.is_out_of_line(), held_to_nothing, row.beside.state)
    });
    let (all, shown) = (drawn.len(), drawn.len().min(DRAWN));
    let plots: Vec<Plot> = drawn.into_iter().take(DRAWN).map(|row| plot(&row.beside)).collect();
    let mut part = part("Trends", Vec::new(), Vec::new(), "");
    part.holds = report::grouped(shown as u64);
    part.note = match plots.is_empty() {
        true => "No metric has two values yet.".to_owned(),
        false => format!(
            "{shown} of {all} metrics with two values or more, those out of line first. Dotted: baseline. Dashed: \
             limit. Diamond: a value beyond its limit or worse than its baseline. Crossed ring: no \
             value; a gap is never bridged and does not reset a run."
        ),
    };
    part.plots = plots;
    part
}

fn plot(metric: &MetricBeside) -> Plot {
    let first = metric.points.len().saturating_sub(PERIODS);
    let points = metric.points.get(first..).unwrap_or_default();
    let over = points.iter().filter(|point| !matches!(point.mark, Mark::Running | Mark::Nothing));
    let limit = metric.limit.as_ref().and_then(|limit| limit.parse::<f64>().ok());
    let base = metric.points.iter().rev().find_map(|point| point.baseline_shown.clone());
    Plot {
        title: metric.name.clone(),
        note: format!("{}, {}", metric.metric, metric.says),
        spots: over.map(spot).collect(),
        last: metric.latest.clone().unwrap_or_default(),
        limit: limit.zip(metric.limit_shown.as_ref().map(|shown| format!("limit {shown}"))),
        base: base.map(|shown| format!("base {shown}")).unwrap_or_default(),
    }
}

fn spot(point: &PointShown) -> Spot {
    let read = |value: &Option<String>| value.as_ref().and_then(|value| value.parse().ok());
    Spot {
        period: point.short.clone(),
        value: read(&point.value),
        baseline: read(&point.baseline),
        outside: match point.mark {
            Mark::Worse | Mark::Breach => true,
            Mark::Missing
            | Mark::Nothing
            | Mark::Running
            | Mark::Unjudged
            | Mark::Held
            | Mark::Warned => false,
        },
    }
}

fn standing(rows: &[MetricRow]) -> Part {
    let columns = vec![
        points("Metric", 46),
        share("Name", 8),
        points("Period", 44),
        points("Last", 52),
        points("Baseline", 52),
        points("Limit", 48),
        share("Where it stands", 10),
        share("Owner", 6),
    ];
    let lines = rows.iter().map(metric).collect();
    part("Register of metrics and baselines", columns, lines, "No metric is measured.")
}

fn metric(row: &MetricRow) -> Line {
    let beside = &row.beside;
    let mark = match beside.state {
        MetricState::Emergency | MetricState::Breach => State::Breach,
        MetricState::Worse | MetricState::Warned => State::Attention,
        MetricState::Missing => State::Missed,
        MetricState::Held => State::Fine,
        MetricState::Unjudged | MetricState::NotMeasured | MetricState::Retired => State::NotAsked,
    };
    let shown = |words_of: &Option<String>| words(words_of.clone().unwrap_or_default());
    of_record(
        &beside.metric,
        vec![
            key(&beside.metric),
            words(&beside.name),
            shown(&beside.latest_period),
            shown(&beside.latest),
            shown(&beside.baseline),
            shown(&beside.limit_shown),
            state(mark, capital(&beside.says)),
            shown(&row.owner_name),
        ],
    )
}
