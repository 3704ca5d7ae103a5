//! What changing a cadence or the calendar does to reviews, and never does to the past.

use chrono::{Duration, Weekday};
use chrono_tz::Tz;
use domain::cadence::{
    CadenceSet, Calendar, CalendarSet, Holiday, Rhythm, Schedule, Terms, Timing,
};
use domain::workspace::startup;
use domain::{CadenceId, Moment, ReviewRef, Text};
use proptest::prelude::*;

use crate::support::*;

const MONDAYS: Rhythm = Rhythm::Week { on: Weekday::Mon };
const FRIDAYS: Rhythm = Rhythm::Week { on: Weekday::Fri };

/// At 10:00 in UTC, from the first of November 2026 on.
fn timing(rhythm: Rhythm) -> Timing {
    Timing {
        rhythm,
        from: day("2026-11-01"),
        ..startup::weekly(Tz::UTC, day("2026-11-01")).timing()
    }
}

fn schedule(terms: Vec<Terms>) -> Schedule {
    Schedule { cadence: CadenceId::new("weekly"), fiscal_start: 1, terms }
}

fn since(at_: &str, timing: Option<Timing>) -> Terms {
    Terms { at: at(at_), timing, calendar: Calendar::default() }
}

fn november(schedule: &Schedule) -> Vec<String> {
    let found =
        schedule.occurrences(at("2026-11-01T00:00:00Z"), at("2026-12-05T00:00:00Z")).unwrap();
    let told = found.iter().filter(|one| one.due < at("2026-12-01T00:00:00Z")).map(|one| {
        format!(
            "{} {}",
            one.review.as_str().trim_start_matches("WEEKLY-2026-"),
            one.due.utc().format("%a %d")
        )
    });
    told.collect()
}

#[test]
fn an_edit_changes_what_is_still_to_come_and_nothing_else() {
    let begun = || since("2026-11-01T08:00:00Z", Some(timing(MONDAYS)));
    let fridays = || since("2026-11-01T08:00:00Z", Some(timing(FRIDAYS)));
    let weekly = ["W45 Mon 02", "W46 Mon 09", "W47 Mon 16", "W48 Mon 23", "W49 Mon 30"];
    for (terms, expected, why) in [
        (vec![begun()], &weekly[..], "nothing changed"),
        (
            vec![begun(), since("2026-11-18T12:00:00Z", Some(timing(FRIDAYS)))],
            &["W45 Mon 02", "W46 Mon 09", "W47 Mon 16", "W48 Fri 27"],
            "this week's fell due on Monday, and a week has one",
        ),
        (
            vec![begun(), since("2026-11-16T09:59:00Z", Some(timing(FRIDAYS)))],
            &["W45 Mon 02", "W46 Mon 09", "W47 Fri 20", "W48 Fri 27"],
            "this week's was still to come",
        ),
        (
            vec![fridays(), since("2026-11-18T12:00:00Z", Some(timing(MONDAYS)))],
            &["W45 Fri 06", "W46 Fri 13", "W47 Fri 20", "W48 Mon 23", "W49 Mon 30"],
            "Monday has passed: this week's keeps its Friday, and is not lost",
        ),
        (
            vec![
                begun(),
                since(
                    "2026-11-10T12:00:00Z",
                    Some(Timing { from: day("2026-11-23"), ..timing(FRIDAYS) }),
                ),
            ],
            &["W45 Mon 02", "W46 Mon 09", "W47 Mon 16", "W48 Fri 27"],
            "until the new first day the old terms go on",
        ),
        (
            vec![begun(), since("2026-11-17T12:00:00Z", None)],
            &["W45 Mon 02", "W46 Mon 09", "W47 Mon 16"],
            "a retired cadence brings no more",
        ),
        (
            vec![
                begun(),
                since("2026-11-10T12:00:00Z", None),
                since(
                    "2026-11-18T12:00:00Z",
                    Some(Timing { from: day("2026-11-16"), ..timing(FRIDAYS) }),
                ),
            ],
            &["W45 Mon 02", "W46 Mon 09", "W47 Fri 20", "W48 Fri 27"],
            "one that is taken up again goes on from there",
        ),
    ] {
        assert_eq!(november(&schedule(terms)), expected, "{why}");
    }
}

#[test]
fn what_was_late_when_its_cadence_was_retired_is_missed() {
    let terms = vec![
        since("2026-11-01T08:00:00Z", Some(timing(MONDAYS))),
        since("2026-11-17T12:00:00Z", None),
    ];
    let schedule = schedule(terms);
    let last = schedule.occurrence(&ReviewRef::new("WEEKLY-2026-W47")).unwrap();
    assert_eq!(last.missed, Some(at("2026-11-17T12:00:00Z")), "from the moment it was retired");
    let before = schedule.occurrence(&ReviewRef::new("WEEKLY-2026-W46")).unwrap();
    assert_eq!(before.missed, Some(at("2026-11-16T10:00:00Z")), "when the next fell due");
    assert!(schedule.waiting(at("2026-11-18T00:00:00Z")).unwrap().is_empty(), "nothing waits");
}

#[test]
fn a_calendar_takes_effect_from_its_entry_on() {
    let off = |dates: &[&str]| {
        let named = |date: &&str| Holiday { date: day(date), name: Text::new("off") };
        let holidays = dates.iter().map(named).collect();
        let business_days = Calendar::default().business_days().to_vec();
        Calendar::from(&CalendarSet { business_days, holidays })
    };
    let with = |at_: &str, calendar| Terms { at: at(at_), timing: Some(timing(MONDAYS)), calendar };
    for (entered, expected, why) in [
        ("2026-11-15T12:00:00Z", "W47 Tue 17", "entered before, it moves the review"),
        ("2026-11-16T11:00:00Z", "W47 Mon 16", "entered after it fell due, it changes nothing"),
    ] {
        let terms =
            vec![with("2026-11-01T08:00:00Z", off(&[])), with(entered, off(&["2026-11-16"]))];
        assert!(november(&schedule(terms)).contains(&expected.to_owned()), "{why}");
    }
    let terms = vec![
        with("2026-11-01T08:00:00Z", off(&["2026-11-16"])),
        with("2026-11-16T11:00:00Z", off(&[])),
    ];
    let found = november(&schedule(terms));
    assert!(found.contains(&"W47 Tue 17".to_owned()), "Monday has passed, so it keeps its Tuesday");
}

/// Up to five changes over two years: how many hours apart, and what each makes of the cadence.
fn changes() -> impl Strategy<Value = Vec<(i64, u8)>> {
    proptest::collection::vec((1_i64..4000, 0_u8..6), 1..6)
}

fn changed(choice: u8, on: chrono::NaiveDate) -> Option<Timing> {
    let rule = |rule: &str| Rhythm::Rule { rule: rule.to_owned() };
    Some(match choice {
        0 => return None,
        1 => timing(MONDAYS),
        2 => timing(FRIDAYS),
        3 => timing(Rhythm::BusinessDay),
        4 => Timing { from: on, ..timing(rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE")) },
        _ => timing(Rhythm::Month { on: domain::cadence::DayOfMonth::BusinessDay { nth: 4 } }),
    })
}

proptest! {
    #[test]
    fn no_change_rewrites_what_fell_due_before_it(changes in changes()) {
        let mut terms = vec![since("2026-11-01T08:00:00Z", Some(timing(MONDAYS)))];
        let mut now = at("2026-11-01T08:00:00Z");
        for (hours, choice) in changes {
            now = now.plus(Duration::hours(hours));
            let due = |terms: &[Terms]| -> Vec<(ReviewRef, Moment)> {
                let all = schedule(terms.to_vec()).occurrences(at("2026-10-01T00:00:00Z"), now).unwrap();
                all.into_iter().filter(|one| one.due <= now).map(|one| (one.review, one.due)).collect()
            };
            let before = due(&terms);
            let calendar = Calendar::default();
            terms.push(Terms { at: now, timing: changed(choice, now.utc().date_naive()), calendar });
            prop_assert_eq!(due(&terms), before, "what was expected stays expected");
        }
        let all = schedule(terms.clone()).occurrences(at("2026-10-01T00:00:00Z"), now.plus(Duration::days(200))).unwrap();
        let mut names: Vec<_> = all.iter().map(|one| one.review.clone()).collect();
        names.sort();
        names.dedup();
        prop_assert_eq!(names.len(), all.len(), "a name means one review, whatever changed");
        for one in &all {
            let again = schedule(terms.clone()).occurrence(&one.review);
            prop_assert_eq!(again.as_ref(), Ok(one), "and leads back to it");
        }
    }
}

#[test]
fn old_changes_do_not_matter_for_what_is_asked_of_today() {
    let mut terms = vec![since(
        "2020-01-01T08:00:00Z",
        Some(Timing { from: day("2020-01-01"), ..timing(MONDAYS) }),
    )];
    for month in 1..=12 {
        let at_ = format!("2021-{month:02}-03T08:00:00Z");
        let rhythm = if month % 2 == 0 { MONDAYS } else { FRIDAYS };
        terms.push(since(&at_, Some(Timing { from: day("2020-01-01"), ..timing(rhythm) })));
    }
    let all = schedule(terms.clone());
    let latest = schedule(terms.into_iter().last().into_iter().collect());
    assert_eq!(november(&all), november(&latest), "five years on only the last change rules");
}

#[test]
fn a_cadence_in_force_is_all_there_is_of_its_own_version() {
    let cadence =
        CadenceSet { from: day("2026-11-01"), ..startup::weekly(Tz::UTC, day("2026-11-01")) };
    let of = Schedule::of(&cadence, &Calendar::default(), 1);
    let alone = schedule(vec![since("2026-11-01T08:00:00Z", Some(timing(MONDAYS)))]);
    assert_eq!(november(&of), november(&alone), "a preview shows what will be");
}
