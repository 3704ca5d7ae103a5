//! Which reviews a cadence brings.

use std::collections::BTreeSet;

use chrono::{Duration, NaiveDate, NaiveTime, Weekday};
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::cadence::{CadenceSet, Rhythm, occurrence, occurrences, set};
use domain::workspace::startup;
use domain::{Moment, ReviewRef};
use proptest::prelude::*;

use crate::support::*;

const DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

fn weekly(zone: Tz, on: Weekday, time: NaiveTime, from: NaiveDate) -> CadenceSet {
    let rhythm = Rhythm::Week { on };
    CadenceSet { rhythm, time, from, ..startup::weekly(zone, from) }
}

fn midnight(date: NaiveDate) -> Moment {
    Moment::new(date.and_time(NaiveTime::MIN).and_utc())
}

/// Whether the clocks of `zone` never show `time` on the day of `due`.
fn skipped(zone: Tz, due: Moment, time: NaiveTime) -> bool {
    due.in_zone(zone).time() != time
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn weekly_reviews_are_seven_days_apart_on_the_wall_and_found_by_their_names(
        zone in proptest::sample::select(TZ_VARIANTS.to_vec()),
        on in proptest::sample::select(DAYS.to_vec()),
        year in 1990_i32..2080,
        day_of_year in 1_u32..=365,
        minutes in 0_u32..1440,
    ) {
        let from = NaiveDate::from_yo_opt(year, day_of_year).unwrap();
        let time = NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap();
        let cadence = weekly(zone, on, time, from);
        let until = midnight(from + Duration::days(400));
        let found = occurrences(&cadence, midnight(from), until).unwrap();

        let names: BTreeSet<_> = found.iter().map(|o| o.review.clone()).collect();
        prop_assert_eq!(names.len(), found.len(), "a name means one review");
        prop_assert!(found.len() >= 56, "400 days hold {} weeks", found.len());
        for one in &found {
            let again = occurrence(&cadence, &one.review);
            prop_assert_eq!(again.as_ref(), Ok(one), "a name leads back to its review");
            prop_assert!(one.opens <= one.due && one.due < one.missed, "opens, due, missed");
            let local = one.due.in_zone(zone);
            prop_assert!(
                skipped(zone, one.due, time) || chrono::Datelike::weekday(&local) == on,
                "{} is due on {on}", one.review
            );
        }
        for pair in found.windows(2) {
            prop_assert_eq!(pair[0].missed, pair[1].due, "missed when the next falls due");
            let [one, next] = [&pair[0], &pair[1]].map(|o| o.due.in_zone(zone).naive_local());
            let gap = skipped(zone, pair[0].due, time) || skipped(zone, pair[1].due, time);
            prop_assert!(
                gap || next - one == Duration::days(7),
                "from {one} to {next} in {zone}: seven days on the wall"
            );
        }
    }

    #[test]
    fn no_window_loses_or_repeats_a_review(
        zone in proptest::sample::select(TZ_VARIANTS.to_vec()),
        hours in proptest::collection::vec(1_i64..400, 1..12),
    ) {
        let from = day("2026-01-01");
        let time = NaiveTime::from_hms_opt(10, 0, 0).unwrap();
        let cadence = weekly(zone, Weekday::Wed, time, from);
        let start = midnight(from);
        let until = start.plus(Duration::hours(hours.iter().sum()));
        let due = |from: Moment, until: Moment| -> Vec<ReviewRef> {
            let found = occurrences(&cadence, from, until).unwrap();
            found.into_iter().filter(|o| o.due < until).map(|o| o.review).collect()
        };
        let mut pieces = Vec::new();
        let mut edge = start;
        for hours in hours {
            let next = edge.plus(Duration::hours(hours));
            pieces.extend(due(edge, next));
            edge = next;
        }
        prop_assert_eq!(pieces, due(start, until), "looking piece by piece shows the same");
    }
}

#[test]
fn a_day_that_a_zone_skips_whole_moves_its_review_to_the_next() {
    // Samoa crossed the date line: Friday 30 December 2011 never came.
    let time = NaiveTime::from_hms_opt(10, 0, 0).unwrap();
    let cadence = weekly(Tz::Pacific__Apia, Weekday::Fri, time, day("2011-12-01"));
    let found = occurrence(&cadence, &ReviewRef::new("WEEKLY-2011-W52")).unwrap();
    let local = found.due.in_zone(Tz::Pacific__Apia).naive_local().to_string();
    assert_eq!(local, "2011-12-31 10:00:00", "moved on by the day that is skipped");
}

#[test]
fn a_time_that_comes_twice_is_the_first() {
    let time = NaiveTime::from_hms_opt(2, 30, 0).unwrap();
    let cadence = weekly(Tz::Europe__Berlin, Weekday::Sun, time, day("2026-10-01"));
    let found = occurrence(&cadence, &ReviewRef::new("WEEKLY-2026-W43")).unwrap();
    assert_eq!(found.due, at("2026-10-25T00:30:00Z"), "02:30 of summer time");
}

#[test]
fn a_name_has_one_spelling() {
    let cadence = startup::weekly(Tz::UTC, day("2020-01-01"));
    for (name, known) in [
        ("WEEKLY-2026-W07", true),
        ("WEEKLY-2026-W7", false),
        ("WEEKLY-2026-W+7", false),
        ("WEEKLY-02026-W07", false),
        ("WEEKLY-+2026-W07", false),
        ("WEEKLY-2026-W00", false),
        ("WEEKLY-2026-W53", true),
        ("WEEKLY-2025-W53", false),
        ("WEEKLY-2019-W50", false),
        ("WEEKLY-999999999-W01", false),
        ("WEEKLY-2026", false),
        ("2026-W07", false),
        ("", false),
    ] {
        let found = occurrence(&cadence, &ReviewRef::new(name));
        assert_eq!(found.is_ok(), known, "“{name}”");
    }
}

#[test]
fn a_cadence_is_set_by_keepers_with_roles_there_are_and_something_to_answer() {
    let mut roles = company();
    let cadence = startup::weekly(Tz::UTC, day("2026-01-01"));
    roles.roles = startup::roles().roles.into_iter().map(|defined| defined.role).collect();
    let with = |change: fn(&mut CadenceSet)| {
        let mut cadence = cadence.clone();
        change(&mut cadence);
        cadence
    };
    for (by, cadence, expected, why) in [
        (MAREN, cadence.clone(), "done", "the start-up call is sound"),
        (JONAS, cadence.clone(), "not-entitled", "a sales leader sets no cadence"),
        (MAREN, with(|c| c.zone = "Mars/Utopia".to_owned()), "unknown-zone", "no such zone"),
        (MAREN, with(|c| c.chair = role("druid")), "unknown", "nobody could chair"),
        (MAREN, with(|c| c.required.push(role("druid"))), "unknown", "nobody could attend"),
        (MAREN, with(|c| c.checklist.clear()), "blank", "nothing to answer"),
    ] {
        assert_eq!(code(&set(&roles, by, cadence)), expected, "{why}");
    }
}
