//! Metrics: defined, held against baselines, typed at the desk and in a call.

use desk::Desk;
use desk::operations::{
    CorrectObservation, DefineMetric, MetricQuery, MetricRow, MetricState, MetricTerms, MetricView,
    MetricsQuery, OpenReview, RecordObservation, RetireMetric, SetBaseline,
};
use domain::metric::{Class, Direction, Mark, Span, Unit};
use domain::workspace::startup;

use crate::support::*;

fn start_up(slug: &str) -> String {
    startup::metric(slug).unwrap().to_string()
}

fn record(desk: &mut Desk, metric: &str, period: &str, value: &str) -> String {
    let (metric, period, value) = (metric.to_owned(), period.to_owned(), value.to_owned());
    code(desk.record_observation(RecordObservation { metric, period, value, review: None }))
}

fn baseline(desk: &mut Desk, metric: &str, value: &str, from: &str) -> String {
    code(desk.set_baseline(SetBaseline {
        metric: metric.to_owned(),
        value: value.to_owned(),
        from: from.to_owned(),
        reason: "mean of the last eight weeks".to_owned(),
    }))
}

/// The desk locked meanwhile.
fn a_week_on(room: &Room, desk: &mut Desk) {
    room.later(7 * 24 * 60);
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
}

fn one(desk: &mut Desk, metric: &str) -> MetricView {
    desk.metric(MetricQuery { metric: metric.to_owned(), as_of: None }).unwrap()
}

fn row(desk: &mut Desk, metric: &str, as_of: Option<u64>) -> MetricRow {
    let view = desk.metrics(MetricsQuery { as_of }).unwrap();
    view.metrics.into_iter().find(|row| row.beside.metric == metric).unwrap()
}

fn terms(name: &str) -> MetricTerms {
    MetricTerms {
        name: name.to_owned(),
        class: Class::Risk,
        unit: Unit::Percent,
        direction: Direction::Lower,
        every: Span::Week,
        warn: "2".to_owned(),
        limit: "5".to_owned(),
        target: String::new(),
        complements: String::new(),
        owner: String::new(),
        source: "the samples".to_owned(),
        workflows: Vec::new(),
    }
}

#[test]
fn a_new_workspace_measures_nothing_yet_and_misses_nothing() {
    let mut desk = Room::new().founded();
    let view = desk.metrics(MetricsQuery::default()).unwrap();
    assert_eq!(view.metrics.len(), startup::metrics().metrics.len(), "the start-up metrics");
    let idle = view.metrics.iter().all(|row| row.beside.state == MetricState::NotMeasured);
    assert!(idle, "none of them was begun");
    assert!(view.keeps, "RevOps may define and set baselines");
}

#[test]
fn two_weeks_below_baseline_are_told_with_their_points_and_the_line() {
    let room = Room::new();
    let mut desk = room.founded();
    let replies = start_up("replies");
    assert_eq!(baseline(&mut desk, &replies, "3.0", "2026-W47"), "done", "from this week on");
    a_week_on(&room, &mut desk);
    assert_eq!(row(&mut desk, &replies, None).beside.state, MetricState::Missing, "W47 is over");
    assert_eq!(record(&mut desk, &replies, "2026-W47", "2.9"), "done", "a value below");
    assert_eq!(row(&mut desk, &replies, None).beside.state, MetricState::Worse, "once");
    a_week_on(&room, &mut desk);
    assert_eq!(record(&mut desk, &replies, "2026-W48", "2.80"), "done", "and another");
    let beside = row(&mut desk, &replies, None).beside;
    assert_eq!(beside.state, MetricState::Emergency, "two running");
    let said =
        "Below baseline 2 periods running: W47 2.9\u{202f}%, W48 2.8\u{202f}%, against 3\u{202f}%";
    assert_eq!(beside.says, said, "the two points and the baseline in force");
    let marks: Vec<_> = beside.points.iter().map(|point| point.mark).collect();
    assert_eq!(marks, [Mark::Worse, Mark::Worse, Mark::Running], "W49 runs and is not missing");
}

#[test]
fn a_correction_replaces_the_value_and_the_earlier_one_stays_on_the_record() {
    let room = Room::new();
    let mut desk = room.founded();
    let opens = start_up("opens");
    assert_eq!(record(&mut desk, &opens, "2026-W46", "41"), "done", "a value");
    let typed = size(&mut desk);
    assert_eq!(record(&mut desk, &opens, "2026-W46", "42"), "observed-already", "it has one");
    let corrected = desk.correct_observation(CorrectObservation {
        metric: opens.clone(),
        period: "2026-W46".to_owned(),
        value: "42".to_owned(),
        reason: "the export had left Friday out".to_owned(),
        review: None,
    });
    let rows = corrected.unwrap().observations;
    let told: Vec<_> = rows.iter().map(|row| (row.shown.as_str(), row.corrected)).collect();
    assert_eq!(told, [("42\u{202f}%", false), ("41\u{202f}%", true)], "newest first");
    assert_eq!(rows[0].reason.as_deref(), Some("the export had left Friday out"), "and why");
    let then = row(&mut desk, &opens, Some(typed)).beside.latest;
    assert_eq!(then.as_deref(), Some("41\u{202f}%"), "as of then it was what was typed");
    holds(&mut desk, "metrics replay like everything else");
}

#[test]
fn baselines_keep_what_was_judged() {
    let room = Room::new();
    let mut desk = room.founded();
    let replies = start_up("replies");
    assert_eq!(baseline(&mut desk, &replies, "3", "2026-W46"), "baseline-backwards", "W46 is over");
    assert_eq!(baseline(&mut desk, &replies, "3", "2026-W47"), "done", "W47 runs");
    assert_eq!(record(&mut desk, &replies, "2026-W47", "2.9"), "done", "below it");
    assert_eq!(baseline(&mut desk, &replies, "2", "2026-W47"), "baseline-backwards", "it is typed");
    assert_eq!(baseline(&mut desk, &replies, "2", "2026-W48"), "done", "a lower one from W48 on");
    let view = one(&mut desk, &replies);
    assert_eq!(view.points[0].mark, Mark::Worse, "W47 is still held against 3");
    let sets: Vec<_> = view.baselines.iter().map(|b| (b.from.as_str(), b.in_force)).collect();
    assert_eq!(sets, [("2026-W48", false), ("2026-W47", true)], "the later one waits");
    assert_eq!(view.baseline_from, "2026-W48", "where the next may begin");
}

#[test]
fn whoever_chairs_the_call_types_its_values() {
    let room = Room::new();
    let mut desk = room.founded();
    let bounces = start_up("bounces");
    desk.open_review(OpenReview { review: REVIEW.to_owned() }).unwrap();
    let typed = |review: Option<&str>| RecordObservation {
        metric: bounces.clone(),
        period: "2026-W46".to_owned(),
        value: "1.4".to_owned(),
        review: review.map(str::to_owned),
    };
    assert_eq!(code(desk.record_observation(typed(Some("WEEKLY-1999-W01")))), "unknown", "no call");
    let view = desk.record_observation(typed(Some(REVIEW))).unwrap();
    assert_eq!(view.observations[0].review.as_deref(), Some(REVIEW), "typed in this call");
    assert_eq!(view.row.beside.asked_value.as_deref(), Some("1.4"), "what the review asked for");
}

#[test]
fn a_metric_is_defined_and_retired_by_keepers() {
    let room = Room::new();
    let mut desk = room.founded();
    let view = desk.define_metric(DefineMetric { terms: terms("Wrong names") }).unwrap();
    let metric = view.row.beside.metric.clone();
    assert_eq!(metric, format!("MET-{:04}", startup::metrics().metrics.len() + 1), "the next");
    assert_eq!(view.row.beside.limit_shown.as_deref(), Some("5\u{202f}%"), "with its limit");
    let again = desk.define_metric(DefineMetric { terms: terms("WRONG  names") });
    assert_eq!(code(again), "name-taken", "a name is given once");
    let comma = MetricTerms { warn: "2,5".to_owned(), ..terms("Other") };
    let comma = desk.define_metric(DefineMetric { terms: comma });
    assert_eq!(code(comma), "not-a-number", "a comma could be either thing");
    let reason = "nobody reads it".to_owned();
    desk.retire_metric(RetireMetric { metric: metric.clone(), reason }).unwrap();
    assert_eq!(row(&mut desk, &metric, None).beside.state, MetricState::Retired, "it rests");
    assert_eq!(record(&mut desk, &metric, "2026-W46", "1"), "metric-retired", "and takes no value");
    assert_eq!(one(&mut desk, &metric).history.len(), 2, "defined, then retired");
}
