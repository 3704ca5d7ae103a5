//! What the desk counts itself, against a second count made from the entries alone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use desk::operations::{
    AbandonSample, MetricQuery, PointShown, RecordOverride, ReportException, ScorecardQuery,
    StopWorkflow,
};
use desk::{Clock, Desk};
use domain::Moment;
use domain::exception::{Kind as Trouble, Severity};
use domain::overrides::{Kind, Reason};
use domain::sample::{Held, Size};
use domain::workspace::startup;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;
use store::{Slice, Store, StoreError};

use crate::samples;
use crate::support::*;

/// What happens at the desk.
#[derive(Clone, Debug)]
enum Step {
    /// So many minutes pass.
    Later(i64),
    /// A workflow is found running.
    Found,
    /// A workflow is overridden.
    Overridden(usize),
    /// A workflow is stopped.
    Stopped(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (1_i64..4 * 24 * 60).prop_map(Step::Later),
        1 => Just(Step::Found),
        4 => (0_usize..4).prop_map(Step::Overridden),
        1 => (0_usize..4).prop_map(Step::Stopped),
    ];
    proptest::collection::vec(step, 8..20)
}

fn overridden(desk: &mut Desk, workflow: &str) {
    desk.record_override(RecordOverride {
        kind: Kind::Output,
        workflow: workflow.to_owned(),
        team: None,
        pointer: "00Q8d00001".to_owned(),
        ai_said: "Score 91".to_owned(),
        chose: "Score 35".to_owned(),
        reason: Reason::StaleData,
        note: String::new(),
        generated: false,
    })
    .unwrap();
}

fn lived(room: &Room, steps: &[Step]) -> Desk {
    let mut desk = room.founded();
    let mut running = vec![found_live(&mut desk, room, "Workflow 0")];
    let mut known = running.clone();
    for step in steps {
        match step {
            Step::Later(minutes) => {
                room.later(*minutes);
                sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
            }
            Step::Found => {
                let name = format!("Workflow {}", known.len());
                let workflow = found_live(&mut desk, room, &name);
                known.push(workflow.clone());
                running.push(workflow);
            }
            Step::Overridden(which) => overridden(&mut desk, &known[which % known.len()]),
            Step::Stopped(_) if running.is_empty() => {}
            Step::Stopped(which) => {
                let workflow = running.remove(which % running.len());
                let why = "It repeats itself".to_owned();
                desk.stop_workflow(StopWorkflow { workflow, why, drill: false }).unwrap();
            }
        }
    }
    room.later(8 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    desk
}

/// The Monday of the week in Berlin.
fn week(at: Moment) -> NaiveDate {
    let day = at.in_zone(chrono_tz::Europe::Berlin).date_naive();
    day - chrono::Duration::days(day.weekday().num_days_from_monday().into())
}

/// Overrides by week for each workflow that was live in it or overridden, in hundredths, rounded:
/// from the entries, by walking every week over all of them.
fn counted(room: &Room, until: Moment) -> BTreeMap<String, i64> {
    let mut entries: Vec<(Moment, Value)> = Vec::new();
    let store = Store::read(&room.workspace()).unwrap();
    store
        .entries(Slice::ALL, |entry| {
            let body: Value = serde_json::from_str(&entry.body).unwrap();
            entries.push((body["at"].as_str().unwrap().parse().unwrap(), body["event"].clone()));
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let mut weeks = BTreeMap::new();
    let mut monday = week(entries[0].0);
    while monday < week(until) {
        let mut live: BTreeSet<&str> = BTreeSet::new();
        let mut ran: BTreeSet<&str> = BTreeSet::new();
        let mut overrides = 0_i64;
        for (at, event) in entries.iter().filter(|(at, _)| week(*at) <= monday) {
            let workflow = event["workflow"].as_str().unwrap_or_default();
            let this_week = week(*at) == monday;
            if this_week {
                ran.extend(live.iter().copied());
            }
            match event["type"].as_str().unwrap() {
                "workflow.registered" => drop(live.insert(workflow)),
                "workflow.stopped" => drop(live.remove(workflow)),
                "override.recorded" if this_week => {
                    overrides += 1;
                    ran.insert(workflow);
                }
                _ => {}
            }
        }
        ran.extend(live);
        if !ran.is_empty() {
            let of = i64::try_from(ran.len()).unwrap();
            let name = format!("{}-W{:02}", monday.iso_week().year(), monday.iso_week().week());
            weeks.insert(name, (overrides * 100 * 2 + of) / (of * 2));
        }
        monday += chrono::Duration::days(7);
    }
    weeks
}

#[test]
fn the_override_rate_of_any_history_is_what_its_entries_count() {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let config = Config { cases: 4, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, rng)
        .run(&steps(), |steps| {
            let room = Room::new();
            let mut desk = lived(&room, &steps);
            let metric = startup::metric("override-rate").unwrap().to_string();
            let shown = desk.metric(MetricQuery { metric, as_of: None }).unwrap();
            let shown: BTreeMap<String, i64> = shown
                .points
                .into_iter()
                .filter_map(|point| {
                    let value: f64 = point.value?.parse().unwrap();
                    Some((point.period, (value * 100.0).round() as i64))
                })
                .collect();
            let expected = counted(&room, room.clock.now());
            prop_assert_eq!(&shown, &expected, "by week, in hundredths, after {:?}", steps);
            Ok(())
        })
        .unwrap();
}

#[test]
fn reviews_held_are_counted_in_the_week_in_which_they_were_closed_or_missed() {
    let room = Room::new();
    let mut desk = room.founded();
    hold(&mut desk, REVIEW);
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    room.later(7 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let metric = startup::metric("reviews-held").unwrap().to_string();
    let points = desk.metric(MetricQuery { metric, as_of: None }).unwrap().points;
    // Monday's call was held; the watches of Tuesday to Thursday were missed when the next fell
    // due, and Friday's waits until Monday.
    let told: Vec<_> = points.iter().map(|one| (one.period.as_str(), one.shown.clone())).collect();
    let one_of_four = Some("25\u{202f}%".to_owned());
    assert_eq!(told, [("2026-W47", one_of_four), ("2026-W48", None)], "one of four");
}

#[test]
fn a_period_without_anything_to_count_is_neither_missing_nor_good() {
    let room = Room::new();
    let mut desk = room.founded();
    for _ in 0..2 {
        room.later(7 * 24 * 60);
        sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    }
    let metric = startup::metric("approval-queue-time").unwrap().to_string();
    let shown = desk.metric(MetricQuery { metric, as_of: None }).unwrap();
    assert_eq!(shown.row.beside.says, "Nothing to count yet", "nobody proposed anything");
    assert!(shown.row.beside.missing.is_empty(), "so nothing is missing");
    let metric = startup::metric("sample-error-rate").unwrap().to_string();
    let samples = desk.metric(MetricQuery { metric, as_of: None }).unwrap();
    let says = "No sampled item tested in a period that is over";
    assert_eq!(samples.row.beside.says, says, "and no sample was tested");
}

#[test]
fn an_exception_past_its_time_counts_in_the_week_in_which_that_ran_out() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Pipeline forecast");
    let report = |desk: &mut Desk, workflow: Option<&String>| {
        desk.report_exception(ReportException {
            kind: Trouble::DataSecurity,
            severity: Severity::High,
            workflow: workflow.cloned(),
            what: "Seen by outsiders".to_owned(),
            pointer: String::new(),
            from: None,
        })
        .unwrap();
    };
    report(&mut desk, Some(&workflow));
    report(&mut desk, None);
    for _ in 0..2 {
        room.later(7 * 24 * 60);
        sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    }
    let metric = startup::metric("sla-breaches").unwrap().to_string();
    let points = desk.metric(MetricQuery { metric, as_of: None }).unwrap().points;
    let told: Vec<_> = points.iter().map(|one| one.shown.as_deref()).collect();
    assert_eq!(told, [Some("2"), Some("0"), None], "both ran out on Tuesday, and once only");
    let of_it = ScorecardQuery { workflow: Some(workflow), as_of: None };
    let card = desk.scorecard(of_it).unwrap();
    let own = card
        .classes
        .iter()
        .flat_map(|of| &of.metrics)
        .find(|one| one.row.beside.name == "SLA breaches")
        .unwrap();
    assert_eq!(own.row.beside.points[0].shown.as_deref(), Some("1"), "its own alone");
}

/// What the sample error rate came to, period by period, each with its words.
fn error_rates(points: &[PointShown]) -> Vec<(String, String, String)> {
    let told = points.iter().filter_map(|one| {
        let shown = one.shown.as_ref()?.replace('\u{202f}', " ");
        Some((one.period.clone(), shown, one.says.clone()))
    });
    told.collect()
}

fn rates_of_all(desk: &mut Desk, as_of: Option<u64>) -> Vec<(String, String, String)> {
    let metric = startup::metric("sample-error-rate").unwrap().to_string();
    error_rates(&desk.metric(MetricQuery { metric, as_of }).unwrap().points)
}

fn rates_of(desk: &mut Desk, workflow: &str) -> Vec<(String, String, String)> {
    let of_it = ScorecardQuery { workflow: Some(workflow.to_owned()), as_of: None };
    let card = desk.scorecard(of_it).unwrap();
    let mut metrics = card.classes.iter().flat_map(|of| &of.metrics);
    let own = metrics.find(|one| one.row.beside.name == "Sample error rate").unwrap();
    error_rates(&own.row.beside.points)
}

fn rate(period: &str, shown: &str, says: &str) -> (String, String, String) {
    (period.to_owned(), shown.to_owned(), says.to_owned())
}

#[test]
fn sampled_items_in_error_count_in_the_period_in_which_they_were_found() {
    let room = Room::new();
    let mut desk = room.founded();
    let router = found_live(&mut desk, &room, "Router");
    let outreach = found_live(&mut desk, &room, "Outreach");
    let own = samples::batch(&room, &mut desk, 200);
    let ill = samples::of_router(&mut desk, &own, 10);
    samples::test_all(&mut desk, &ill, 2);
    let across = samples::batch(&room, &mut desk, 201);
    let plan = samples::planning(&across, Size::Number { rows: 10 });
    let all = desk.plan_sample(plan).unwrap().row.sample;
    samples::draw(&mut desk, &all).unwrap();
    samples::test_all(&mut desk, &all, 0);
    assert!(rates_of_all(&mut desk, None).is_empty(), "the week is not over");

    room.later(7 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let of_all = rate("2026-W47", "10 %", "2 of 20 items in error, past its limit");
    let of_router = rate("2026-W47", "20 %", "2 of 10 items in error, past its limit");
    assert_eq!(
        rates_of_all(&mut desk, None),
        std::slice::from_ref(&of_all),
        "two of all that were tested"
    );
    assert_eq!(
        rates_of(&mut desk, &router),
        std::slice::from_ref(&of_router),
        "of the samples of it alone"
    );
    assert!(rates_of(&mut desk, &outreach).is_empty(), "no sample is of this one alone");

    overridden(&mut desk, &outreach);
    let before = Store::read(&room.workspace()).unwrap().now().last_change().unwrap().unwrap().seq;
    let wrong = samples::read(&mut desk, &ill).items.remove(0).row;
    samples::test(&mut desk, &ill, wrong, Held::Yes).unwrap();
    let why = "It looks bad.".to_owned();
    desk.abandon_sample(AbandonSample { sample: ill, why }).unwrap();
    room.later(7 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let again = rate("2026-W48", "0 %", "0 of 1 items in error, inside its limit");
    assert_eq!(
        rates_of_all(&mut desk, None),
        [of_all.clone(), again.clone()],
        "tested anew it counts anew, and what was found a week before stands, given up or not"
    );
    assert_eq!(rates_of(&mut desk, &router), [of_router, again], "of the workflow too");
    assert_eq!(rates_of_all(&mut desk, Some(before)), [of_all], "looked at as of before that");
    let metric = startup::metric("sample-error-rate").unwrap().to_string();
    let says = desk.metric(MetricQuery { metric, as_of: None }).unwrap().row.beside.says;
    assert_eq!(says, "Inside its limit; W48: 0 of 1 items in error", "with how many of how many");
}
