//! The emergency path: two periods running below the baseline, raised by the value that trips it.

use domain::exception::{Cause, Exception, ExceptionRaised, Severity, Stage};
use domain::metric::{
    Baseline, Calendar, Class, Derived, Direction, Metric, Observed, Period, Raising, Span, Terms,
    Unit, Value, emergency,
};
use domain::people::{revops, sponsor};
use domain::rule::{Rule, Settings};
use domain::{Event, ExceptionRef, MetricRef, Text, WorkflowRef};

use crate::support::*;

const METRIC: MetricRef = MetricRef::new(4);
const NEXT: ExceptionRef = ExceptionRef::new(9);

fn period(written: &str) -> Period {
    written.parse().unwrap()
}

fn value(written: &str) -> Value {
    written.parse().unwrap()
}

/// Wednesday, 18 November 2026, in the ISO week 47.
fn wednesday() -> Calendar {
    Calendar { today: day("2026-11-18"), fiscal_start: 1 }
}

fn weekly(direction: Direction) -> Terms {
    Terms {
        name: Text::new("Positive replies"),
        class: Class::Quality,
        unit: Unit::Percent,
        direction,
        every: Span::Week,
        warn: None,
        limit: None,
        target: None,
        beside: None,
        owner: None,
        source: None,
        workflows: vec![],
        derived: None,
    }
}

/// A metric from `2026-W42 3.1, 2026-W43 –` and baselines from `2026-W40 3`.
fn metric(direction: Direction, baselines: &str, values: &str) -> Metric {
    let pairs = |written: &str| -> Vec<(Period, Value)> {
        let given = written.split(", ").filter(|pair| !pair.is_empty());
        let pairs = given.map(|pair| pair.split_once(' ').unwrap());
        pairs
            .filter(|(_, written)| *written != "–")
            .map(|(at, of)| (period(at), value(of)))
            .collect()
    };
    let observed = pairs(values).into_iter();
    let baselines = pairs(baselines).into_iter();
    Metric {
        metric: METRIC,
        terms: weekly(direction),
        retired: false,
        baselines: baselines.map(|(from, value)| Baseline { from, value }).collect(),
        observed: observed.map(|(period, value)| Observed::typed(period, value)).collect(),
    }
}

fn earlier(stage: Stage, periods: &[&str]) -> Exception {
    Exception {
        exception: ExceptionRef::new(3),
        workflow: None,
        routed: vec![sponsor()],
        cause: Cause::Metric {
            metric: METRIC,
            periods: periods.iter().map(|written| period(written)).collect(),
        },
        stage,
        ..trouble()
    }
}

fn raised(after: &Metric, touched: &[&str], known: &[Exception]) -> Option<ExceptionRaised> {
    let rules = Settings::default();
    let to = Raising { exceptions: known, rules: &rules, calendar: wednesday(), next: NEXT };
    let touched: Vec<Period> = touched.iter().map(|written| period(written)).collect();
    emergency(after, &touched, &to).map(|event| {
        let Event::ExceptionRaised(raised) = event else { panic!("{event:?} is no exception") };
        raised
    })
}

fn periods(raised: &ExceptionRaised) -> Vec<String> {
    let Cause::Metric { periods, .. } = &raised.cause else {
        panic!("{:?} is no metric", raised.cause)
    };
    periods.iter().map(ToString::to_string).collect()
}

#[test]
fn two_periods_running_raise_it_whichever_way_is_better_and_whatever_is_missing() {
    use Direction::{Higher, Lower};
    let line = "2026-W40 3";
    for (direction, baselines, values, touched, expected) in [
        (Higher, line, "2026-W45 2.9, 2026-W46 2.8", "2026-W46", Some("2026-W45 2026-W46")),
        (Lower, line, "2026-W45 2.9, 2026-W46 2.8", "2026-W46", None),
        (Lower, line, "2026-W45 3.1, 2026-W46 3.2", "2026-W46", Some("2026-W45 2026-W46")),
        (Higher, line, "2026-W45 3, 2026-W46 2.8", "2026-W46", None),
        (Higher, line, "2026-W46 2.8", "2026-W46", None),
        // A missing period is no pass.
        (Higher, line, "2026-W44 2.9, 2026-W46 2.8", "2026-W46", Some("2026-W44 2026-W46")),
        (Higher, line, "2026-W40 2.9, 2026-W46 2.8", "2026-W46", Some("2026-W40 2026-W46")),
        // The missing one comes in late, and was good.
        (Higher, line, "2026-W44 2.9, 2026-W45 3.2, 2026-W46 2.8", "2026-W45", None),
        // A value of long ago trips nothing that stood before.
        (Higher, line, "2026-W41 3.4, 2026-W45 2.9, 2026-W46 2.8", "2026-W41", None),
        // A correction trips it too.
        (Higher, line, "2026-W45 2.9, 2026-W46 2.8", "2026-W45", Some("2026-W45 2026-W46")),
        // Each period against the line of its own time.
        (Higher, "2026-W40 3, 2026-W46 2.5", "2026-W45 2.9, 2026-W46 2.8", "2026-W46", None),
        (
            Higher,
            "2026-W40 3, 2026-W46 4",
            "2026-W45 2.9, 2026-W46 3.8",
            "2026-W46",
            Some("2026-W45 2026-W46"),
        ),
        (Higher, "2026-W46 4", "2026-W45 2.9, 2026-W46 3.8", "2026-W46", None),
        (Higher, "", "2026-W45 2.9, 2026-W46 2.8", "2026-W46", None),
        // Several at once: the last two are the points.
        (
            Higher,
            line,
            "2026-W44 2.7, 2026-W45 2.9, 2026-W46 2.8",
            "2026-W44 2026-W45 2026-W46",
            Some("2026-W45 2026-W46"),
        ),
        // The week that runs counts once it has a value.
        (Higher, line, "2026-W46 2.9, 2026-W47 1", "2026-W47", Some("2026-W46 2026-W47")),
    ] {
        let after = metric(direction, baselines, values);
        let touched: Vec<&str> = touched.split(' ').collect();
        let found = raised(&after, &touched, &[]).map(|raised| periods(&raised).join(" "));
        assert_eq!(found.as_deref(), expected, "{direction:?} {baselines} | {values}");
    }
}

#[test]
fn it_goes_to_the_sponsor_with_both_points_and_the_baseline_in_force() {
    let mut after = metric(
        Direction::Higher,
        "2026-W40 3, 2026-W46 3.5",
        "2026-W44 2.9, 2026-W45 –, 2026-W46 3.25",
    );
    after.terms.workflows = vec![WorkflowRef::new(7)];
    let found = raised(&after, &["2026-W46"], &[]).unwrap();
    let said = "Positive replies below its baseline two periods running: \
                2.9\u{202f}% in 2026-W44, 3.25\u{202f}% in 2026-W46, against 3.5\u{202f}%.";
    assert_eq!(found.what.words(), Some(said), "whoever reads it needs no other screen");
    assert_eq!((found.routed, found.severity), (sponsor(), Severity::High), "at once");
    assert_eq!(found.beside, [revops()], "and RevOps beside");
    assert_eq!(found.exception, NEXT, "under the next reference");
    assert_eq!(found.workflow, Some(WorkflowRef::new(7)), "the one workflow it is measured of");
}

#[test]
fn one_cause_raises_one_exception() {
    let run = "2026-W43 2.8, 2026-W44 2.9, 2026-W45 2.7, 2026-W46 2.8";
    let after = metric(Direction::Higher, "2026-W40 3", run);
    for (stage, counted, expected) in [
        (Stage::Open, &["2026-W43", "2026-W44"][..], None),
        // Once it was seen to, two more periods are another cause, and one more is not.
        (Stage::Resolved, &["2026-W43", "2026-W44"], Some("2026-W45 2026-W46")),
        (Stage::Resolved, &["2026-W44", "2026-W45"], Some("2026-W43 2026-W46")),
        (Stage::Resolved, &["2026-W45", "2026-W46"], None),
        // A run of last spring has nothing to do with this one.
        (Stage::Open, &["2026-W15", "2026-W16"], Some("2026-W45 2026-W46")),
    ] {
        let known = [earlier(stage, counted)];
        let found = raised(&after, &["2026-W46"], &known).map(|raised| periods(&raised).join(" "));
        assert_eq!(found.as_deref(), expected, "{stage:?} about {counted:?}");
    }
}

#[test]
fn it_stays_quiet_where_it_is_switched_off_and_where_the_desk_counts_itself() {
    let after = metric(Direction::Higher, "2026-W40 3", "2026-W45 2.9, 2026-W46 2.8");
    let mut rules = Settings::default();
    rules.off.insert(Rule::BaselineHeld);
    let to = Raising { exceptions: &[], rules: &rules, calendar: wednesday(), next: NEXT };
    let touched = [period("2026-W46")];
    assert_eq!(emergency(&after, &touched, &to), None, "the rule is off");
    let mut counted = after.clone();
    counted.terms.derived = Some(Derived::ReviewsHeld);
    assert_eq!(raised(&counted, &["2026-W46"], &[]), None, "time alone raises no exception");
    let retired = Metric { retired: true, ..after };
    assert_eq!(raised(&retired, &["2026-W46"], &[]), None, "it is measured no longer");
}
