//! The clocks of exceptions: over daylight saving, holidays, pauses, reopening, and what is set
//! later.

use chrono::{Duration, Timelike};
use chrono_tz::Tz;
use domain::Moment;
use domain::Text;
use domain::cadence::{Calendar, CalendarSet, Holiday};
use domain::exception::{Clock, Happened, Hours, Kind, Severity, Terms, Turn};
use proptest::prelude::*;

use crate::support::*;

const USUAL: Hours = Hours { critical: 4, high: 24, normal: 48 };

fn calendar(days: &[chrono::Weekday], holidays: &[&str]) -> Calendar {
    let name = Text::new("Off");
    let holidays =
        holidays.iter().map(|date| Holiday { date: day(date), name: name.clone() }).collect();
    Calendar::from(&CalendarSet { business_days: days.to_vec(), holidays })
}

fn berlin() -> Terms {
    let zone = "Europe/Berlin".parse().unwrap();
    Terms { zone, hours: vec![(1, USUAL)], calendars: vec![], usual: Calendar::default() }
}

fn turn(seq: u64, written: &str, happened: Happened) -> Turn {
    Turn { seq, at: at(written), happened }
}

fn raised(written: &str, severity: Severity) -> Turn {
    turn(10, written, Happened::Raised { severity })
}

fn waiting() -> Happened {
    Happened::Waiting { why: Text::new("The vendor looks for it") }
}

fn told(moment: Option<Moment>, zone: Tz) -> String {
    moment.map_or_else(|| "none".to_owned(), |due| due.in_zone(zone).to_rfc3339())
}

#[test]
fn hours_count_on_business_days_and_the_gravest_and_the_most_delicate_run_on_the_wall_clock() {
    use Kind::{DataSecurity, OutputError, Privacy};
    use Severity::{Critical, High, Normal};
    let holidays = ["2026-11-23", "2026-12-25"];
    let week = *Calendar::default().business_days().first_chunk::<5>().unwrap();
    for (kind, severity, raised_at, due, why) in [
        (OutputError, High, "2026-11-18T15:00:00+01:00", "2026-11-19T15:00:00+01:00", "a day"),
        (OutputError, Normal, "2026-11-18T15:00:00+01:00", "2026-11-20T15:00:00+01:00", "two"),
        (
            OutputError,
            High,
            "2026-11-20T15:00:00+01:00",
            "2026-11-24T15:00:00+01:00",
            "over a weekend and the Monday that is a holiday",
        ),
        (
            OutputError,
            High,
            "2026-11-14T10:00:00+01:00",
            "2026-11-17T00:00:00+01:00",
            "raised on a Saturday, it has all of Monday",
        ),
        (
            OutputError,
            High,
            "2026-03-27T15:00:00+01:00",
            "2026-03-30T15:00:00+02:00",
            "clocks go forward on a Sunday that does not count",
        ),
        (
            OutputError,
            High,
            "2026-10-23T15:00:00+02:00",
            "2026-10-26T15:00:00+01:00",
            "and back on another",
        ),
        (
            OutputError,
            Critical,
            "2026-11-20T23:00:00+01:00",
            "2026-11-21T03:00:00+01:00",
            "critical ones know no weekend",
        ),
        (
            OutputError,
            Critical,
            "2026-10-25T01:00:00+02:00",
            "2026-10-25T04:00:00+01:00",
            "four hours pass while the wall shows three",
        ),
        (
            OutputError,
            Critical,
            "2026-03-29T01:00:00+01:00",
            "2026-03-29T06:00:00+02:00",
            "and while it shows five",
        ),
        (
            DataSecurity,
            High,
            "2026-11-20T15:00:00+01:00",
            "2026-11-21T15:00:00+01:00",
            "data security runs on the wall clock",
        ),
        (
            Privacy,
            Normal,
            "2026-12-24T20:00:00+01:00",
            "2026-12-26T20:00:00+01:00",
            "so does privacy, over holidays too",
        ),
    ] {
        let terms = Terms { calendars: vec![(1, calendar(&week, &holidays))], ..berlin() };
        let clock = Clock::read(kind, &[raised(raised_at, severity)], &terms, at(raised_at));
        assert_eq!(told(clock.due, terms.zone), due, "{why}");
        assert_eq!(clock.left, Duration::hours(clock.hours.into()), "{why}: all of it is left");
    }
}

#[test]
fn where_sundays_count_a_business_day_has_the_hours_it_has() {
    use chrono::Weekday::{Mon, Sat, Sun};
    let every_day = calendar(&[Sat, Sun, Mon], &[]);
    for (raised_at, due, why) in [
        ("2026-03-28T15:00:00+01:00", "2026-03-29T16:00:00+02:00", "a Sunday of 23 hours"),
        ("2026-10-24T15:00:00+02:00", "2026-10-25T14:00:00+01:00", "a Sunday of 25"),
    ] {
        let terms = Terms { calendars: vec![(1, every_day.clone())], ..berlin() };
        let turns = [raised(raised_at, Severity::High)];
        let clock = Clock::read(Kind::OutputError, &turns, &terms, at(raised_at));
        assert_eq!(told(clock.due, terms.zone), due, "{why}: 24 hours pass");
    }
}

#[test]
fn each_time_the_due_passes_it_goes_a_step_up_and_no_further_than_there_are_steps() {
    let turns = [raised("2026-11-18T09:00:00Z", Severity::High)];
    for (now, passed, next, why) in [
        ("2026-11-19T09:00:00Z", 0, "2026-11-19T09:00:00Z", "to the very moment it is in time"),
        ("2026-11-19T09:00:00.001Z", 1, "2026-11-20T09:00:00Z", "then the role's lead is asked"),
        ("2026-11-20T12:00:00Z", 2, "2026-11-23T09:00:00Z", "a business day on, RevOps"),
        ("2026-11-22T12:00:00Z", 2, "2026-11-23T09:00:00Z", "nothing moves on a weekend"),
        ("2026-11-23T12:00:00Z", 3, "none", "then the sponsor, and nobody is above"),
        ("2027-11-23T12:00:00Z", 3, "none", "however long it takes"),
    ] {
        let clock = Clock::read(Kind::OutputError, &turns, &berlin(), at(now));
        assert_eq!(clock.passed.len(), passed, "{why}");
        let due = at("2026-11-19T09:00:00Z");
        assert_eq!(clock.due, Some(due), "{why}: what it was due does not move");
        let next = (next != "none").then(|| at(next));
        assert_eq!(clock.next, next, "{why}");
        assert_eq!(clock.left.is_zero(), passed > 0 || now.ends_with("09:00:00Z"), "{why}");
    }
}

#[test]
fn waiting_stops_the_clock_and_going_on_gives_what_was_left() {
    let turns = [
        raised("2026-11-18T09:00:00+01:00", Severity::High),
        turn(11, "2026-11-18T15:00:00+01:00", waiting()),
        turn(12, "2026-11-20T10:00:00+01:00", Happened::Resumed),
    ];
    let waits =
        Clock::read(Kind::OutputError, &turns[..2], &berlin(), at("2027-01-04T09:00:00+01:00"));
    assert_eq!((waits.due, waits.next), (None, None), "nobody knows when it goes on");
    assert_eq!(waits.left, Duration::hours(18), "six of its hours are gone");
    assert!(waits.passed.is_empty(), "and nothing passes while it waits");
    assert_eq!(waits.pauses.len(), 1, "the pause is shown");
    assert_eq!(waits.pauses[0].why.words(), Some("The vendor looks for it"), "with its reason");
    let on = Clock::read(Kind::OutputError, &turns, &berlin(), at("2026-11-20T10:00:00+01:00"));
    assert_eq!(
        told(on.due, berlin().zone),
        "2026-11-23T04:00:00+01:00",
        "fourteen hours of Friday and four of Monday"
    );
    assert_eq!(on.pauses[0].to, Some(at("2026-11-20T10:00:00+01:00")), "the pause is over");
}

#[test]
fn what_passed_before_it_waits_has_passed() {
    let turns = [
        raised("2026-11-18T09:00:00+01:00", Severity::High),
        turn(11, "2026-11-19T10:00:00+01:00", waiting()),
    ];
    let late = Clock::read(Kind::OutputError, &turns, &berlin(), at("2026-12-18T09:00:00+01:00"));
    assert_eq!(late.passed, [at("2026-11-19T09:00:00+01:00")], "once, and no further");
    assert_eq!(late.next, None, "while it waits it goes no step up");
}

#[test]
fn resolving_ends_a_run_and_reopening_begins_another_with_its_whole_time() {
    let turns = [
        raised("2026-11-18T09:00:00+01:00", Severity::High),
        turn(11, "2026-11-18T12:00:00+01:00", Happened::Resolved),
        turn(12, "2026-11-24T09:00:00+01:00", Happened::Reopened),
        turn(13, "2026-11-26T09:00:00+01:00", Happened::Resolved),
    ];
    let read = |until: usize, now: &str| {
        Clock::read(Kind::OutputError, &turns[..until], &berlin(), at(now))
    };
    let over = read(2, "2026-12-24T09:00:00+01:00");
    assert!(!over.is_late(), "it was in time, and no later day changes that");
    assert_eq!(told(over.due, berlin().zone), "2026-11-19T09:00:00+01:00", "as it would have been");
    let again = read(3, "2026-11-24T09:00:00+01:00");
    assert_eq!(told(again.due, berlin().zone), "2026-11-25T09:00:00+01:00", "all of its time");
    let ended = read(4, "2026-12-24T09:00:00+01:00");
    let late: Vec<bool> = ended.runs.iter().map(|run| run.late).collect();
    assert_eq!(late, [false, true], "each run is judged by itself");
}

#[test]
fn a_severity_counts_from_its_entry_on() {
    use Severity::{Critical, High, Normal};
    let set = |at, severity| turn(11, at, Happened::SeveritySet { severity });
    for (first, change, due, why) in [
        (
            Normal,
            set("2026-11-18T12:00:00+01:00", Critical),
            "2026-11-18T16:00:00+01:00",
            "a graver one has its own hours from there",
        ),
        (
            High,
            set("2026-11-19T07:30:00+01:00", Critical),
            "2026-11-19T09:00:00+01:00",
            "but never more than were left",
        ),
        (
            High,
            set("2026-11-18T12:00:00+01:00", Normal),
            "2026-11-20T09:00:00+01:00",
            "a milder one as though it had been so from the start",
        ),
        (
            Critical,
            set("2026-11-18T12:00:00+01:00", High),
            "2026-11-19T09:00:00+01:00",
            "on business days then",
        ),
        (
            High,
            set("2026-11-19T15:00:00+01:00", Normal),
            "2026-11-19T09:00:00+01:00",
            "what passed has passed",
        ),
    ] {
        let turns = [raised("2026-11-18T09:00:00+01:00", first), change];
        let clock = Clock::read(Kind::OutputError, &turns, &berlin(), turns[1].at);
        assert_eq!(told(clock.due, berlin().zone), due, "{why}");
    }
}

#[test]
fn what_is_set_later_changes_no_clock_that_runs() {
    let turns = [
        raised("2026-11-18T09:00:00+01:00", Severity::High),
        turn(30, "2026-11-18T12:00:00+01:00", Happened::Resolved),
        turn(40, "2026-11-18T13:00:00+01:00", Happened::Reopened),
    ];
    let later = Terms {
        hours: vec![(1, USUAL), (20, Hours { high: 2, ..USUAL })],
        calendars: vec![(20, calendar(&[chrono::Weekday::Mon], &[]))],
        ..berlin()
    };
    let now = at("2026-11-18T13:00:00+01:00");
    for (until, due, why) in [
        (1, "2026-11-19T09:00:00+01:00", "hours and days as they were when it was raised"),
        (3, "2026-11-23T02:00:00+01:00", "a new run has those of its beginning"),
    ] {
        let clock = Clock::read(Kind::OutputError, &turns[..until], &later, now);
        assert_eq!(told(clock.due, later.zone), due, "{why}");
    }
}

#[test]
fn an_exception_that_was_never_raised_has_no_clock() {
    let lost = [turn(3, "2026-11-18T09:00:00Z", Happened::Resumed)];
    let clock = Clock::read(Kind::Bias, &lost, &berlin(), at("2026-11-18T09:00:00Z"));
    assert_eq!((clock.due, clock.runs.len()), (None, 0), "nothing is counted, and nothing breaks");
}

const ZONES: [&str; 6] = [
    "Europe/Berlin",
    "America/New_York",
    "America/Havana",
    "Asia/Beirut",
    "America/Santiago",
    "Pacific/Apia",
];

fn happened() -> impl Strategy<Value = Happened> {
    prop_oneof![
        Just(waiting()),
        Just(Happened::Resumed),
        Just(Happened::Resolved),
        Just(Happened::Reopened),
        (0_usize..3).prop_map(|place| Happened::SeveritySet { severity: severity(place) }),
    ]
}

fn severity(place: usize) -> Severity {
    [Severity::Normal, Severity::High, Severity::Critical][place]
}

prop_compose! {
    /// An exception's life, and a moment after it.
    fn life()(
        kind in 0_usize..12,
        first in 0_usize..3,
        start in 0_i64..(3 * 365 * 24),
        steps in proptest::collection::vec((0_i64..5000, happened()), 0..7),
        after in 0_i64..10_000,
    ) -> (Kind, Vec<Turn>, Moment) {
        let mut now = at("2025-01-01T00:00:00Z").plus(Duration::hours(start));
        let first = Happened::Raised { severity: severity(first) };
        let mut turns = vec![Turn { seq: 10, at: now, happened: first }];
        for (seq, (minutes, happened)) in (11..).zip(steps) {
            now = now.plus(Duration::minutes(minutes));
            turns.push(Turn { seq, at: now, happened });
        }
        (Kind::ALL[kind], turns, now.plus(Duration::minutes(after)))
    }
}

proptest! {
    /// Counted by an oracle that walks through the hours one by one and asks the wall for the day.
    #[test]
    fn a_due_is_as_many_hours_of_business_days_away_as_it_has(
        zone in 0_usize..6,
        start in 0_i64..(3 * 365 * 24),
        high: bool,
        off in proptest::collection::vec(0_i64..20, 0..4),
    ) {
        let zone: Tz = ZONES[zone].parse().unwrap();
        let from = at("2025-01-01T00:00:00Z").plus(Duration::hours(start));
        let first = from.in_zone(zone).date_naive();
        let holidays: Vec<String> =
            off.iter().map(|days| (first + Duration::days(*days)).to_string()).collect();
        let holidays: Vec<&str> = holidays.iter().map(String::as_str).collect::<std::collections::BTreeSet<_>>().into_iter().collect();
        let calendar = calendar(Calendar::default().business_days(), &holidays);
        let terms = Terms { zone, calendars: vec![(1, calendar.clone())], ..berlin() };
        let severity = if high { Severity::High } else { Severity::Normal };
        let turns = [Turn { seq: 10, at: from, happened: Happened::Raised { severity } }];
        let due = Clock::read(Kind::Anomaly, &turns, &terms, from).due.unwrap();
        let (mut left, mut hour) = (if high { 24 } else { 48 }, from);
        while left > 0 {
            let local = hour.in_zone(zone);
            prop_assume!(local.minute() == 0);
            left -= i32::from(calendar.is_business_day(local.date_naive()));
            hour = hour.plus(Duration::hours(1));
        }
        prop_assert_eq!(due, hour, "{} from {}", zone, from.in_zone(zone));
    }

    #[test]
    fn while_nothing_is_entered_time_only_runs_out(life in life(), more in 0_i64..10_000) {
        let (kind, turns, now) = life;
        let sooner = Clock::read(kind, &turns, &berlin(), now);
        let later = Clock::read(kind, &turns, &berlin(), now.plus(Duration::minutes(more)));
        prop_assert!(later.left <= sooner.left, "what is left never grows");
        prop_assert!(later.passed.starts_with(&sooner.passed), "what passed stays so");
        prop_assert_eq!(later.due, sooner.due, "and what is due does not move");
        let share = later.share();
        prop_assert!((0.0..=1.0).contains(&share), "a share is one: {}", share);
    }

    #[test]
    fn what_is_set_after_its_own_last_entry_moves_nothing(life in life(), hours in 1_u32..200) {
        let (kind, turns, now) = life;
        let last = turns.last().unwrap().seq;
        let set = Terms {
            hours: vec![(1, USUAL), (last + 1, Hours { critical: hours, high: hours, normal: hours })],
            calendars: vec![(last + 1, calendar(&[chrono::Weekday::Wed], &[]))],
            ..berlin()
        };
        prop_assert_eq!(
            Clock::read(kind, &turns, &set, now),
            Clock::read(kind, &turns, &berlin(), now),
            "settings take effect from their entry on, never backwards"
        );
    }

    #[test]
    fn a_past_moment_is_told_the_same_whatever_came_later(life in life(), until in 1_usize..8) {
        let (kind, turns, _) = life;
        let until = until.min(turns.len());
        let then = turns[until - 1].at;
        let told = Clock::read(kind, &turns[..until], &berlin(), then);
        let passed = Clock::read(kind, &turns, &berlin(), turns.last().unwrap().at);
        for (early, late) in told.runs.iter().zip(&passed.runs) {
            prop_assert!(!early.late || late.late, "a run that was late stays late");
            prop_assert_eq!(early.from, late.from, "and began when it began");
        }
    }
}
