//! Metrics: periods, baselines that only look forward, values and what they mean.

use domain::metric::{
    Baseline, Calendar, Class, Direction, Mark, Metric, Observed, Period, Span, Terms, Unit, Value,
    baseline_for, change, correct, define, judge, observe, retire, set_baseline,
};
use domain::review::{Review, Stage};
use domain::workspace::startup;
use domain::{MetricRef, PersonRef, ReviewRef, Text, WorkflowRef};
use proptest::prelude::*;

use crate::support::*;

fn value(written: &str) -> Value {
    written.parse().unwrap()
}

fn period(written: &str) -> Period {
    written.parse().unwrap()
}

/// Wednesday, 18 November 2026, in the ISO week 47.
fn wednesday() -> Calendar {
    Calendar { today: day("2026-11-18"), fiscal_start: 1 }
}

fn replies() -> Terms {
    let name = Text::new("Replies");
    Terms {
        owner: Some(JONAS),
        source: Text::some("the sequencing tool"),
        ..Terms::bare(name, Class::Business, Unit::Percent, Direction::Higher, Span::Week)
    }
}

fn metric(terms: Terms, baselines: &[(&str, &str)], observed: &[(&str, &str)]) -> Metric {
    let baselines = baselines
        .iter()
        .map(|(from, of)| Baseline { from: period(from), value: value(of) })
        .collect();
    let observed = observed.iter().map(|(at, of)| Observed::typed(period(at), value(of))).collect();
    Metric { metric: MetricRef::new(2), terms, retired: false, baselines, observed }
}

fn the_call(chair: PersonRef, stage: Stage) -> Review {
    Review {
        review: ReviewRef::new("WEEKLY-2026-W47"),
        cadence: startup::weekly(chrono_tz::Tz::Europe__Berlin, day("2026-11-16")),
        chair,
        stage,
        answered: vec![],
        attendance: vec![],
    }
}

#[test]
fn a_period_has_one_spelling() {
    for (written, ok) in [
        ("2026-11-21", true),
        ("2026-W47", true),
        ("2026-W53", true),
        ("2025-W53", false),
        ("2026-W7", false),
        ("2026-W00", false),
        ("2026-11", true),
        ("2026-13", false),
        ("2026-2", false),
        ("2026-Q4", true),
        ("2026-Q5", false),
        ("2026-Q0", false),
        ("2026-02-29", false),
        ("2024-02-29", true),
        ("26-W47", false),
        ("2026", false),
        ("W47", false),
        ("20260-11", false),
        ("", false),
    ] {
        assert_eq!(written.parse::<Period>().is_ok(), ok, "{written:?}");
    }
}

#[test]
fn fiscal_quarters_are_named_by_the_year_they_end_in() {
    for (start, date, quarter, begins) in [
        (1, "2026-11-21", "2026-Q4", "2026-10-01"),
        (1, "2026-01-01", "2026-Q1", "2026-01-01"),
        (2, "2026-01-31", "2026-Q4", "2025-11-01"),
        (2, "2026-02-01", "2027-Q1", "2026-02-01"),
        (4, "2026-03-31", "2026-Q4", "2026-01-01"),
        (4, "2026-04-01", "2027-Q1", "2026-04-01"),
        (7, "2026-11-21", "2027-Q2", "2026-10-01"),
        (10, "2026-11-21", "2027-Q1", "2026-10-01"),
        (12, "2026-12-01", "2027-Q1", "2026-12-01"),
    ] {
        let found = Span::Quarter.of(day(date), start);
        assert_eq!(found.to_string(), quarter, "{date}, years starting in month {start}");
        assert_eq!(found.first_day(start).to_string(), begins, "{quarter} begins");
    }
}

#[test]
fn weeks_are_isos_and_cross_the_year() {
    for (date, week, next) in [
        ("2026-12-31", "2026-W53", "2027-W01"),
        ("2027-01-03", "2026-W53", "2027-W01"),
        ("2027-01-04", "2027-W01", "2027-W02"),
        ("2024-12-30", "2025-W01", "2025-W02"),
    ] {
        let found = Span::Week.of(day(date), 1);
        assert_eq!((found.to_string(), found.next().to_string()), (week.into(), next.into()));
    }
}

#[test]
fn a_period_is_over_once_the_next_has_begun() {
    for (written, today, over) in [
        ("2026-W46", "2026-11-15", false),
        ("2026-W46", "2026-11-16", true),
        ("2026-11", "2026-11-30", false),
        ("2026-11", "2026-12-01", true),
        ("2026-11-18", "2026-11-18", false),
        ("2026-11-18", "2026-11-19", true),
        ("2026-Q4", "2026-12-31", false),
        ("2026-Q4", "2027-01-01", true),
    ] {
        assert_eq!(period(written).is_over(day(today), 1), over, "{written} on {today}");
    }
}

#[test]
fn the_baseline_in_force_begins_last_and_was_set_last() {
    let set = metric(
        replies(),
        &[("2026-W10", "3"), ("2026-W40", "4"), ("2026-W20", "3.5"), ("2026-W40", "4.5")],
        &[],
    );
    for (at, in_force) in [
        ("2026-W09", None),
        ("2026-W10", Some("3")),
        ("2026-W19", Some("3")),
        ("2026-W20", Some("3.5")),
        ("2026-W39", Some("3.5")),
        ("2026-W40", Some("4.5")),
        ("2027-W01", Some("4.5")),
    ] {
        let found = baseline_for(&set.baselines, period(at)).map(|set| set.value);
        assert_eq!(found, in_force.map(value), "in {at}");
    }
}

#[test]
fn a_baseline_only_looks_forward() {
    let company = company();
    let fresh = metric(replies(), &[], &[]);
    let typed = metric(replies(), &[], &[("2026-W46", "3"), ("2026-W47", "3.2")]);
    let retired = Metric { retired: true, ..fresh.clone() };
    for (metric, by, from, reason, expected) in [
        (&fresh, MAREN, "2026-W47", "mean of eight weeks", "done"),
        (&fresh, TOBIAS, "2027-W01", "mean of eight weeks", "done"),
        (&fresh, MAREN, "2026-W46", "mean of eight weeks", "baseline-backwards"),
        (&typed, MAREN, "2026-W47", "mean of eight weeks", "baseline-backwards"),
        (&typed, MAREN, "2026-W48", "mean of eight weeks", "done"),
        (&fresh, MAREN, "2026-11", "mean of eight weeks", "not-a-period"),
        (&fresh, MAREN, "2026-W47", " ", "reason-missing"),
        (&fresh, JONAS, "2026-W47", "it is mine", "not-entitled"),
        (&retired, MAREN, "2026-W47", "mean of eight weeks", "metric-retired"),
    ] {
        let set =
            set_baseline(&company, by, metric, wednesday(), value("3.1"), period(from), reason);
        assert_eq!(code(&set), expected, "{by} sets it from {from}, because “{reason}”");
    }
}

#[test]
fn values_are_typed_by_keepers_the_owner_and_whoever_chairs_the_call() {
    let company = company();
    let known = metric(replies(), &[], &[("2026-W45", "3")]);
    let closed = Stage::Closed { by: RAFAEL, entry: 9, countersigned: false };
    let (held, over) = (the_call(RAFAEL, Stage::Open), the_call(RAFAEL, closed));
    for (by, at, call, expected) in [
        (MAREN, "2026-W46", None, "done"),
        (TOBIAS, "2026-W46", None, "done"),
        (JONAS, "2026-W46", None, "done"),
        (RAFAEL, "2026-W46", None, "not-entitled"),
        (RAFAEL, "2026-W46", Some(&held), "done"),
        (RAFAEL, "2026-W46", Some(&over), "not-entitled"),
        (MAREN, "2026-W47", None, "done"),
        (MAREN, "2026-W48", None, "period-ahead"),
        (MAREN, "2026-W45", None, "observed-already"),
        (MAREN, "2025-W01", None, "done"),
        (MAREN, "2026-11-16", None, "not-a-period"),
    ] {
        let typed = observe(&company, by, &known, wednesday(), period(at), value("3.2"), call);
        assert_eq!(code(&typed), expected, "{by} for {at}, in a call: {}", call.is_some());
    }
    let retired = Metric { retired: true, ..known };
    let typed =
        observe(&company, MAREN, &retired, wednesday(), period("2026-W46"), value("3"), None);
    assert_eq!(code(&typed), "metric-retired", "it is measured no longer");
}

#[test]
fn a_correction_says_why_and_changes_something() {
    let company = company();
    let known = metric(replies(), &[], &[("2026-W45", "3")]);
    for (at, to, reason, expected) in [
        ("2026-W45", "2.9", "bounces counted twice", "done"),
        ("2026-W45", "2.9", "", "reason-missing"),
        ("2026-W45", "3.00", "bounces counted twice", "nothing-changed"),
        ("2026-W46", "2.9", "bounces counted twice", "not-observed"),
    ] {
        let (at, to) = (period(at), value(to));
        let corrected = correct(&company, MAREN, &known, wednesday(), at, to, reason, None);
        assert_eq!(code(&corrected), expected, "{at} to {to}, because “{reason}”");
    }
}

#[test]
fn what_a_metric_may_be() {
    let company = company();
    let others = [metric(replies(), &[], &[])];
    let on_register = [WorkflowRef::new(1)];
    let named = |name: &str| Terms { name: Text::new(name), ..replies() };
    let lines = |direction, warn, limit| Terms {
        direction,
        warn: Some(value(warn)),
        limit: Some(value(limit)),
        ..named("Bounces")
    };
    for (by, terms, expected) in [
        (MAREN, named("Opens"), "done"),
        (JONAS, named("Opens"), "not-entitled"),
        (MAREN, named(" "), "blank"),
        (MAREN, named(" REPLIES "), "name-taken"),
        (MAREN, lines(Direction::Lower, "2", "5"), "done"),
        (MAREN, lines(Direction::Lower, "5", "2"), "thresholds-cross"),
        (MAREN, lines(Direction::Higher, "5", "2"), "done"),
        (MAREN, lines(Direction::Higher, "2", "5"), "thresholds-cross"),
        (MAREN, lines(Direction::Higher, "2", "2"), "done"),
        (MAREN, Terms { owner: Some(GONE), ..named("Opens") }, "has-left"),
        (MAREN, Terms { owner: Some(NOBODY), ..named("Opens") }, "unknown"),
        (MAREN, Terms { workflows: vec![WorkflowRef::new(1)], ..named("Opens") }, "done"),
        (MAREN, Terms { workflows: vec![WorkflowRef::new(2)], ..named("Opens") }, "unknown"),
        (MAREN, Terms { beside: Some(MetricRef::new(2)), ..named("Opens") }, "done"),
        (MAREN, Terms { beside: Some(MetricRef::new(9)), ..named("Opens") }, "unknown"),
    ] {
        let said = format!("{by} defines {terms:?}");
        assert_eq!(code(&define(&company, by, &others, &on_register, terms)), expected, "{said}");
    }
    let (reference, _) = define(&company, MAREN, &others, &[], named("Opens")).unwrap();
    assert_eq!(reference.to_string(), "MET-0003", "the next number after the highest");
}

#[test]
fn what_values_mean_stays_once_there_are_any() {
    let company = company();
    let fresh = metric(replies(), &[], &[]);
    let typed = metric(replies(), &[], &[("2026-W46", "3")]);
    let held = metric(replies(), &[("2026-W46", "3")], &[]);
    let monthly = Terms { every: Span::Month, ..replies() };
    let lower = Terms { direction: Direction::Lower, ..replies() };
    let counted = Terms { unit: Unit::Count, ..replies() };
    let renamed = Terms { name: Text::new("Reply rate"), ..replies() };
    for (metric, terms, expected) in [
        (&fresh, &monthly, "done"),
        (&typed, &monthly, "meaning-fixed"),
        (&held, &lower, "meaning-fixed"),
        (&typed, &counted, "meaning-fixed"),
        (&typed, &renamed, "done"),
        (&typed, &replies(), "nothing-changed"),
    ] {
        let known = [metric.clone()];
        let changed = change(&company, MAREN, &known, &[], metric, terms.clone());
        assert_eq!(code(&changed), expected, "to {terms:?}");
    }
    let retired = retire(&company, MAREN, &typed, "nobody reads it");
    let expected = if typed.baselines.is_empty() { "done" } else { "needs-decision" };
    assert_eq!(code(&retired), expected, "it can go");
    assert_eq!(code(&retire(&company, MAREN, &typed, "")), "reason-missing", "with a reason");
}

#[test]
fn what_each_period_comes_to() {
    let terms = Terms { warn: Some(value("2.5")), limit: Some(value("2")), ..replies() };
    let known = metric(
        terms,
        &[("2026-W43", "3")],
        &[
            ("2026-W41", "3.2"),
            ("2026-W42", "2.4"),
            ("2026-W43", "3"),
            ("2026-W44", "2.9"),
            ("2026-W46", "1.9"),
        ],
    );
    let judged = judge(&known, wednesday());
    let marks: Vec<_> = judged.points.iter().map(|p| (p.period.to_string(), p.mark)).collect();
    let expected = [
        ("2026-W41", Mark::Held),
        ("2026-W42", Mark::Warned),
        ("2026-W43", Mark::Held),
        ("2026-W44", Mark::Worse),
        ("2026-W45", Mark::Missing),
        ("2026-W46", Mark::Breach),
        ("2026-W47", Mark::Running),
    ];
    assert_eq!(marks, expected.map(|(at, mark)| (at.to_owned(), mark)), "week by week");
    assert_eq!(judged.missing(), [period("2026-W45")], "the gap is named");
    assert_eq!(judged.latest().map(|point| point.period), Some(period("2026-W46")), "the last");
}

#[test]
fn two_observed_periods_worse_than_their_baseline_open_the_emergency() {
    let three = &[("2026-W40", "3")][..];
    let lowered = &[("2026-W40", "3"), ("2026-W46", "2")][..];
    for (why, baselines, observed, run) in [
        ("one is not two", three, &[("2026-W46", "2.9")][..], 1),
        ("two in a row", three, &[("2026-W45", "2.9"), ("2026-W46", "2.8")], 2),
        (
            "a better one between",
            three,
            &[("2026-W44", "2.9"), ("2026-W45", "3"), ("2026-W46", "2.8")],
            1,
        ),
        ("a missing one resets nothing", three, &[("2026-W44", "2.9"), ("2026-W46", "2.8")], 2),
        ("a missing last one is no pass", three, &[("2026-W44", "2.9"), ("2026-W45", "2.8")], 2),
        ("the last one was better", three, &[("2026-W45", "2.9"), ("2026-W46", "3.1")], 0),
        ("each is held against its own", lowered, &[("2026-W45", "2.9"), ("2026-W46", "2.5")], 0),
        ("nothing to hold it against", &[], &[("2026-W45", "2.9"), ("2026-W46", "2.5")], 0),
        (
            "before the baseline nothing counts",
            &[("2026-W46", "3")],
            &[("2026-W45", "2.9"), ("2026-W46", "2.5")],
            1,
        ),
    ] {
        let judged = judge(&metric(replies(), baselines, observed), wednesday());
        assert_eq!(judged.worse_running().len(), run, "{why}");
        assert_eq!(judged.is_emergency(), run >= 2, "{why}");
    }
}

#[test]
fn lower_is_better_turns_the_lines_round() {
    let terms = Terms { direction: Direction::Lower, limit: Some(value("5")), ..replies() };
    let known = metric(
        terms,
        &[("2026-W40", "3")],
        &[("2026-W44", "3"), ("2026-W45", "3.1"), ("2026-W46", "5.1")],
    );
    let marks: Vec<_> = judge(&known, wednesday()).points.iter().map(|p| p.mark).take(7).collect();
    let expected = [Mark::Missing; 4].into_iter().chain([Mark::Held, Mark::Worse, Mark::Breach]);
    assert_eq!(marks, expected.collect::<Vec<_>>(), "above is worse");
}

#[test]
fn what_nobody_began_to_measure_is_not_missing() {
    let count = |metric: &Metric| judge(metric, wednesday()).points.len();
    assert_eq!(count(&metric(replies(), &[], &[])), 0, "neither value nor baseline");
    let ahead = metric(replies(), &[("2026-W50", "3")], &[]);
    assert_eq!(count(&ahead), 0, "a baseline that begins later");
    let old = Metric { retired: true, ..metric(replies(), &[], &[("2026-W40", "3")]) };
    assert_eq!(count(&old), 1, "a retired metric misses nothing after its last value");
}

fn any_day() -> impl Strategy<Value = chrono::NaiveDate> {
    (0..60_000_i64).prop_map(|days| day("1950-01-01") + chrono::Duration::days(days))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_day_lies_in_one_period_of_each_span(at in any_day(), start in 1..=12_u32) {
        for span in Span::ALL {
            let found = span.of(at, start);
            prop_assert!(found.first_day(start) <= at, "{found} has begun on {at}");
            prop_assert!(at < found.next().first_day(start), "{found} is not over on {at}");
            prop_assert_eq!(found.next().before(), found, "there and back");
            prop_assert!(found < found.next(), "periods are in the order of time");
            prop_assert!(found.to_string() < found.next().to_string(), "so are their spellings");
            prop_assert_eq!(found.to_string().parse::<Period>().ok(), Some(found), "read back");
        }
    }

    #[test]
    fn no_judgement_changes_what_was_observed(
        weeks in prop::collection::btree_map(1..46_u32, 0..6_u32, 0..30),
        lines in prop::collection::vec((1..46_u32, 0..6_u32), 0..5),
    ) {
        let mut known = metric(replies(), &[], &[]);
        known.observed = weeks
            .iter()
            .map(|(week, of)| Observed::typed(Period::Week(2026, *week), Value::from(*of)))
            .collect();
        known.baselines = lines
            .iter()
            .map(|(week, of)| Baseline { from: Period::Week(2026, *week), value: Value::from(*of) })
            .collect();
        let judged = judge(&known, wednesday());
        let seen: Vec<_> = judged
            .points
            .iter()
            .filter_map(|p| Some(Observed::typed(p.period, p.value?)))
            .collect();
        prop_assert_eq!(seen, known.observed, "each value stands in its period, and no other does");
        let consecutive = judged.points.windows(2).all(|two| two[0].period.next() == two[1].period);
        prop_assert!(consecutive, "no period is left out");
        let run = judged.worse_running();
        prop_assert!(run.iter().all(|p| p.value < p.baseline), "only worse ones run");
    }
}

#[test]
fn one_person_holds_a_metric_shorter_and_two_hold_it_longer() {
    let company = company();
    let held = |direction| {
        let terms = Terms { direction, warn: None, limit: None, ..replies() };
        metric(terms, &[("2026-W40", "3")], &[("2026-W45", "3")])
    };
    for (direction, to, expected) in [
        (Direction::Higher, "3.1", "done"),
        (Direction::Higher, "3", "done"),
        (Direction::Higher, "2.9", "needs-decision"),
        (Direction::Lower, "2.9", "done"),
        (Direction::Lower, "3.1", "needs-decision"),
    ] {
        let metric = held(direction);
        let (to, from) = (value(to), period("2026-W47"));
        let set = set_baseline(&company, MAREN, &metric, wednesday(), to, from, "new mean");
        assert_eq!(code(&set), expected, "{direction:?} is better: {to} in the place of 3");
    }
    let lines = |direction, warn: Option<&str>, limit: Option<&str>| Terms {
        name: Text::new("Bounces"),
        direction,
        warn: warn.map(value),
        limit: limit.map(value),
        ..replies()
    };
    use Direction::{Higher, Lower};
    for (before, after, expected) in [
        (lines(Lower, Some("2"), Some("5")), lines(Lower, Some("1"), Some("4")), "done"),
        (lines(Lower, None, None), lines(Lower, Some("2"), Some("5")), "done"),
        (lines(Lower, Some("2"), Some("5")), lines(Lower, Some("3"), Some("5")), "needs-decision"),
        (lines(Lower, Some("2"), Some("5")), lines(Lower, Some("2"), Some("6")), "needs-decision"),
        (lines(Lower, Some("2"), Some("5")), lines(Lower, Some("2"), None), "needs-decision"),
        (lines(Lower, Some("2"), Some("5")), lines(Lower, None, Some("5")), "needs-decision"),
        (lines(Higher, Some("5"), Some("2")), lines(Higher, Some("6"), Some("3")), "done"),
        (
            lines(Higher, Some("5"), Some("2")),
            lines(Higher, Some("4"), Some("2")),
            "needs-decision",
        ),
    ] {
        let now = metric(before.clone(), &[], &[("2026-W45", "3")]);
        let changed = change(&company, MAREN, std::slice::from_ref(&now), &[], &now, after.clone());
        assert_eq!(code(&changed), expected, "from {before:?} to {after:?}");
    }
    let retire = |metric: &Metric| code(&retire(&company, MAREN, metric, "nobody reads it"));
    let watched = metric(lines(Lower, Some("2"), None), &[], &[("2026-W45", "3")]);
    assert_eq!(retire(&held(Direction::Higher)), "needs-decision", "it is held against a baseline");
    assert_eq!(retire(&watched), "needs-decision", "its values are held against a line");
    let idle = metric(lines(Lower, None, None), &[], &[("2026-W45", "3")]);
    assert_eq!(retire(&idle), "done", "nothing was ever held against anything");
}
