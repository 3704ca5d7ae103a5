//! Metrics with charts, and where each stands against its baseline.

use domain::metric::{Mark, Unit};
use report::audit::{Column, Event, Line as TableLine, Part, Plot, Section, Spot, State};
use report::counted;
use store::View;

use super::super::quarter::{Quarter, short_day};
use super::table::{key, of_record, part, points, share, state, words};
use crate::Problem;
use crate::erased::ERASED;
use crate::metrics::{MetricBeside, MetricRow, MetricState, PointShown, calendar};
use crate::problem::{amid, capital};
use crate::scorecards::{Line, LineEvent, LineMark, happened};
use crate::workspace::settings;

/// How many are drawn: those out of line first.
const DRAWN: usize = 12;
/// How many periods a chart shows.
const PERIODS: usize = 14;

pub(super) fn section(then: &View<'_>, quarter: &Quarter) -> Result<Section, Problem> {
    let rows = &quarter.stood.metrics;
    let out = quarter.stood.out_of_line();
    Ok(Section {
        title: "Metrics".to_owned(),
        holds: report::grouped(rows.len() as u64),
        lead: format!(
            "{} measured; {out} out of line. A missing value is a finding, never a pass.",
            counted(rows.len(), "metric is", "metrics are")
        ),
        parts: vec![trends(then, quarter)?, standing(rows)],
    })
}

/// A chart of each metric that has values, the ones out of line first, with what happened on its line.
fn trends(then: &View<'_>, quarter: &Quarter) -> Result<Part, Problem> {
    let valued =
        |row: &MetricRow| row.beside.points.iter().filter(|one| one.value.is_some()).count();
    // One value alone is no trend.
    let rows = quarter.stood.metrics.iter();
    let mut drawn: Vec<&MetricRow> = rows.filter(|row| valued(row) > 1).collect();
    drawn.sort_by_key(|row| {
        let held_to_nothing = row.beside.baseline.is_none() && row.beside.limit.is_none();
        (!row.beside.state.is_out_of_line(), held_to_nothing, row.beside.state)
    });
    let all = drawn.len();
    drawn.truncate(DRAWN);
    let line = line(then, quarter)?;
    let mut part = part("Trends", Vec::new(), Vec::new(), "");
    part.holds = report::grouped(drawn.len() as u64);
    part.plots = drawn.iter().map(|row| plot(row, &line)).collect::<Result<_, _>>()?;
    part.events = line.listed().into_iter().map(event).collect();
    part.note = match drawn.len() {
        0 => "No metric has two values yet.".to_owned(),
        shown => format!(
            "{shown} of {all} metrics with two values or more, those out of line first. Dotted: baseline. Dashed: \
             limit. Diamond: a value beyond its limit or worse than its baseline. Crossed ring: no \
             value; a gap is never bridged and does not reset a run."
        ),
    };
    Ok(part)
}

/// What happened in the quarter, as it stood when that ended.
fn line(then: &View<'_>, quarter: &Quarter) -> Result<Line, Problem> {
    let [first, _] = quarter.days;
    let calendar = calendar(then, quarter.stood.at)?;
    Ok(Line::of(happened(then, None)?, Some(first), settings(then)?.zone, calendar))
}

fn event(event: LineEvent) -> Event {
    let what = event.words.unwrap_or_else(|| ERASED.to_owned());
    Event {
        letter: event.letter.to_uppercase(),
        day: short_day(&event.day),
        what: format!("{what}, {}", event.reference),
    }
}

/// The periods that a chart shows: the last ones that are over, from the first that has a value.
fn shown(metric: &MetricBeside) -> Vec<&PointShown> {
    let over = metric.points.iter().filter(|point| point.mark != Mark::Running);
    let over: Vec<&PointShown> = over.skip_while(|point| point.value.is_none()).collect();
    let first = over.len().saturating_sub(PERIODS);
    over.get(first..).unwrap_or_default().to_vec()
}

fn plot(row: &MetricRow, line: &Line) -> Result<Plot, Problem> {
    let metric = &row.beside;
    let points = shown(metric);
    let of = row.workflows.iter().map(|one| one.parse()).collect::<Result<Vec<_>, _>>()?;
    let from = points.first().map(|point| point.period.as_str()).unwrap_or_default();
    let marks = line.marks(&of, row.every, from);
    let limit = metric.limit.as_ref().and_then(|limit| limit.parse::<f64>().ok());
    let base = metric.points.iter().rev().find_map(|point| point.baseline_shown.clone());
    Ok(Plot {
        title: format!("{}: {}", metric.name, amid(&metric.says)),
        note: format!("{}, {}. {}", metric.metric, unit_words(metric.unit), source(row)),
        spots: points.into_iter().map(|point| spot(point, &marks)).collect(),
        last: metric.latest.clone().unwrap_or_default(),
        limit: limit.zip(metric.limit_shown.as_ref().map(|shown| format!("limit {shown}"))),
        base: base.map(|shown| format!("base {shown}")).unwrap_or_default(),
    })
}

/// Where values come from, as a reader of a chart asks.
fn source(row: &MetricRow) -> String {
    match (row.beside.derived, &row.source) {
        (Some(_), _) => "Counted by the desk.".to_owned(),
        (None, Some(source)) => source.clone(),
        (None, None) => "Typed by people.".to_owned(),
    }
}

const fn unit_words(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "a count",
        Unit::Percent => "%",
        Unit::Minutes => "minutes",
        Unit::Hours => "hours",
        Unit::Days => "days",
        Unit::Money => "money",
        Unit::Points => "points",
    }
}

fn spot(point: &PointShown, marks: &[LineMark]) -> Spot {
    let read = |value: &Option<String>| value.as_ref().and_then(|value| value.parse().ok());
    let letters = marks.iter().filter(|mark| mark.period == point.period).flat_map(|m| &m.letters);
    Spot {
        period: point.short.clone(),
        value: read(&point.value),
        missing: point.mark == Mark::Missing,
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
        letters: letters.map(|letter| letter.to_uppercase()).collect(),
    }
}

fn standing(rows: &[MetricRow]) -> Part {
    let columns = vec![
        points("Metric", 46),
        share("Name", 8),
        points("Period", 44),
        Column::figures("Last", 52),
        Column::figures("Baseline", 52),
        Column::figures("Limit", 48),
        share("Where it stands", 10),
        share("Owner", 6),
    ];
    let lines = rows.iter().map(metric).collect();
    part("Register of metrics and baselines", columns, lines, "No metric is measured.")
}

fn metric(row: &MetricRow) -> TableLine {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn point(period: &str, mark: Mark) -> PointShown {
        PointShown {
            period: period.to_owned(),
            short: period.to_owned(),
            value: None,
            shown: None,
            baseline: None,
            baseline_shown: None,
            mark,
            says: String::new(),
        }
    }

    #[test]
    fn figures_of_metrics_stand_at_the_right() {
        let columns = standing(&[]).columns;
        let figures = columns.iter().filter(|one| one.figures).map(|one| one.head.as_str());
        assert_eq!(figures.collect::<Vec<_>>(), ["Last", "Baseline", "Limit"]);
    }

    #[test]
    fn a_period_with_nothing_to_count_is_none_that_lacks_a_value() {
        for (mark, missing) in [(Mark::Missing, true), (Mark::Nothing, false)] {
            assert_eq!(spot(&point("2026-W34", mark), &[]).missing, missing, "{mark:?}");
        }
    }

    #[test]
    fn what_happened_stands_in_its_own_period_by_the_letters_of_the_key() {
        let letters = ["a", "b"].map(str::to_owned).to_vec();
        let marks = [LineMark { period: "2026-W34".to_owned(), letters }];
        let of = |period: &str| spot(&point(period, Mark::Held), &marks).letters;
        assert_eq!(of("2026-W34"), ["A", "B"]);
        assert!(of("2026-W35").is_empty(), "and in no other");
        let happened = event(LineEvent {
            letter: "b".to_owned(),
            kind: crate::scorecards::LineEventKind::Stop,
            reference: "STOP-0001".to_owned(),
            words: Some("Proposal assembly stopped".to_owned()),
            day: "2026-07-28".to_owned(),
            workflow: None,
        });
        assert_eq!(
            (happened.letter.as_str(), happened.day.as_str(), happened.what.as_str()),
            ("B", "28 Jul", "Proposal assembly stopped, STOP-0001")
        );
    }
}
