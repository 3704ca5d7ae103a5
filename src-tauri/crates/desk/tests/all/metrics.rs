//! Metrics: defined, held against baselines, typed at the desk and in a call.

use desk::Desk;
use desk::operations::{
    CorrectObservation, DefineMetric, ExportScorecard, ImportMetrics, LineEventKind, MetricQuery,
    MetricRow, MetricState, MetricTerms, MetricView, MetricsQuery, Nothing, OpenReview,
    RecordObservation, RecordOverride, RetireMetric, ScorecardQuery, SetBaseline,
};
use domain::exception::{Kind as Trouble, Severity};
use domain::metric::{Class, Mark};
use domain::overrides::{Kind, Reason};
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
fn the_second_week_below_its_baseline_opens_the_emergency_path_in_the_same_breath() {
    let room = Room::new();
    let mut desk = room.founded();
    let replies = start_up("positive-replies");
    assert_eq!(baseline(&mut desk, &replies, "3.4", "2026-W47"), "done", "from this week on");
    for _ in 0..3 {
        a_week_on(&room, &mut desk);
    }
    assert_eq!(record(&mut desk, &replies, "2026-W47", "3.1"), "done", "the first week below");
    assert_eq!(desk.exceptions(Nothing {}).unwrap().open.len(), 0, "one week is no run");
    let before = size(&mut desk);
    assert_eq!(record(&mut desk, &replies, "2026-W49", "2.6"), "done", "W48 is missing, W49 below");
    assert_eq!(size(&mut desk), before + 2, "the value and what it trips, nothing between them");
    let raised = desk.exceptions(Nothing {}).unwrap().open.remove(0);
    assert_eq!(raised.entry, before + 2, "raised by the entry that trips it");
    assert_eq!(
        (raised.kind, raised.severity),
        (Trouble::MetricEmergency, Severity::High),
        "at once"
    );
    let said = "Positive replies below its baseline two periods running: 3.1\u{202f}% in 2026-W47, \
                2.6\u{202f}% in 2026-W49, against 3.4\u{202f}%.";
    assert_eq!(raised.what.as_deref(), Some(said), "both points and the baseline in force");
    assert!(raised.mine, "the sponsor is asked, and RevOps may see to it");
    assert_eq!(record(&mut desk, &replies, "2026-W48", "2.7"), "done", "the missing week comes in");
    assert_eq!(desk.exceptions(Nothing {}).unwrap().open.len(), 1, "somebody is looking already");
    holds(&mut desk, "all of it verifies");
}

#[test]
fn a_table_of_values_opens_the_emergency_path_once_for_each_metric() {
    let room = Room::new();
    let mut desk = room.founded();
    for slug in ["replies", "opens"] {
        assert_eq!(baseline(&mut desk, &start_up(slug), "40", "2026-W47"), "done", "{slug}");
    }
    for _ in 0..3 {
        a_week_on(&room, &mut desk);
    }
    let table = "metric,2026-W47,2026-W48,2026-W49\nReplies,39,38,37\nOpens,39,41,39\n";
    let grant = room.write("values.csv", table);
    let correct_because = String::new();
    desk.import_metrics(ImportMetrics { grant, sha256: None, correct_because }).unwrap();
    let open = desk.exceptions(Nothing {}).unwrap().open;
    assert_eq!(open.len(), 1, "of six values three run below one baseline: {open:?}");
    let what = open[0].what.as_deref().unwrap();
    assert!(what.starts_with("Replies below"), "opens were good in between: {what}");
}

#[test]
fn what_the_desk_counts_nobody_types_and_every_past_moment_shows_the_same() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Pipeline forecast");
    let rate = start_up("override-rate");
    assert_eq!(record(&mut desk, &rate, "2026-W46", "3"), "counted-by-desk", "nobody types it");
    for _ in 0..2 {
        overridden(&mut desk, &workflow);
    }
    assert_eq!(row(&mut desk, &rate, None).beside.latest, None, "the week is not over");
    a_week_on(&room, &mut desk);
    let shown = row(&mut desk, &rate, None);
    assert_eq!(shown.beside.latest.as_deref(), Some("2"), "two overrides of one live workflow");
    assert_eq!(shown.beside.latest_period.as_deref(), Some("W47"), "the week that is over");
    assert!(!shown.yours, "there is nothing to type");
    overridden(&mut desk, &workflow);
    let then = size(&mut desk);
    a_week_on(&room, &mut desk);
    let told = |desk: &mut Desk, as_of| {
        let points = row(desk, &rate, as_of).beside.points.into_iter();
        points.map(|point| (point.period, point.value)).collect::<Vec<_>>()
    };
    let now = told(&mut desk, None);
    let week = |period: &str, value: Option<&str>| (period.to_owned(), value.map(str::to_owned));
    let expected =
        [week("2026-W47", Some("2")), week("2026-W48", Some("1")), week("2026-W49", None)];
    assert_eq!(now, expected, "each week its own");
    let past = told(&mut desk, Some(then));
    assert_eq!(past[0], now[0], "a week that is over comes to the same whenever it is looked at");
    holds(&mut desk, "counting enters nothing");
}

#[test]
fn a_scorecard_shows_what_happened_on_the_line_of_each_metric() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Pipeline forecast");
    for _ in 0..3 {
        overridden(&mut desk, &workflow);
    }
    a_week_on(&room, &mut desk);
    let card = desk.scorecard(ScorecardQuery::default()).unwrap();
    let told: Vec<_> = card.events.iter().map(|one| (one.letter.as_str(), one.kind)).collect();
    assert_eq!(told, [("a", LineEventKind::Overrides)], "the repeated overrides");
    let adoption = card.classes.iter().find(|of| of.class == Class::Adoption).unwrap();
    let rate = adoption.metrics.iter().find(|one| one.row.beside.name == "Override rate").unwrap();
    assert_eq!(rate.marks.len(), 1, "they stand on its line");
    assert_eq!(rate.marks[0].period, "2026-W47", "in their week");
    assert!(!rate.narrowed, "the program's own");
    let of_it = ScorecardQuery { workflow: Some(workflow.clone()), as_of: None };
    let own = desk.scorecard(of_it).unwrap();
    let shown: Vec<_> = own
        .classes
        .iter()
        .flat_map(|of| &of.metrics)
        .filter(|one| one.narrowed && one.row.beside.latest.is_some())
        .map(|one| one.row.beside.name.as_str())
        .collect();
    assert!(shown.contains(&"Override rate"), "counted for it alone: {shown:?}");
    assert!(shown.contains(&"Findings open"), "so are its findings: {shown:?}");
    let grant = room.grant("scorecard.csv");
    desk.export_scorecard(ExportScorecard { workflow: Some(workflow), grant }).unwrap();
    let saved = std::fs::read_to_string(room.path("scorecard.csv")).unwrap();
    let line = saved.lines().find(|line| line.contains("Override rate")).unwrap();
    assert!(line.contains("2026-W47,3,"), "the value of its week: {line}");
    assert!(line.contains("EXC-0001 3 overrides"), "and what happened in it: {line}");
    let strange = ScorecardQuery { workflow: Some("WF-0099".to_owned()), as_of: None };
    assert_eq!(code(desk.scorecard(strange)), "unknown", "there is no card of nothing");
}

fn overridden(desk: &mut Desk, workflow: &str) {
    desk.record_override(RecordOverride {
        kind: Kind::Forecast,
        workflow: workflow.to_owned(),
        team: None,
        pointer: "006Aa00001".to_owned(),
        ai_said: "Commit".to_owned(),
        chose: "Best case".to_owned(),
        reason: Reason::MissingContext,
        note: String::new(),
        generated: false,
    })
    .unwrap();
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
    assert_eq!(
        baseline(&mut desk, &replies, "4", "2026-W48"),
        "done",
        "a stricter one from W48 on"
    );
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
    let view = desk.define_metric(DefineMetric { terms: metric_terms("Wrong names") }).unwrap();
    let metric = view.row.beside.metric.clone();
    assert_eq!(metric, format!("MET-{:04}", startup::metrics().metrics.len() + 1), "the next");
    assert_eq!(view.row.beside.limit_shown.as_deref(), Some("5\u{202f}%"), "with its limit");
    let again = desk.define_metric(DefineMetric { terms: metric_terms("WRONG  names") });
    assert_eq!(code(again), "name-taken", "a name is given once");
    let comma = MetricTerms { warn: "2,5".to_owned(), ..metric_terms("Other") };
    let comma = desk.define_metric(DefineMetric { terms: comma });
    assert_eq!(code(comma), "not-a-number", "a comma could be either thing");
    let reason = "nobody reads it".to_owned();
    desk.retire_metric(RetireMetric { metric: metric.clone(), reason }).unwrap();
    assert_eq!(row(&mut desk, &metric, None).beside.state, MetricState::Retired, "it rests");
    assert_eq!(record(&mut desk, &metric, "2026-W46", "1"), "metric-retired", "and takes no value");
    assert_eq!(one(&mut desk, &metric).history.len(), 2, "defined, then retired");
}
