//! Which reviews a cadence brings, rhythm by rhythm.

use std::collections::BTreeSet;

use chrono::{Duration, NaiveDate, NaiveTime, Weekday};
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::cadence::{
    CadenceSet, Calendar, CalendarSet, DayOfMonth, DayOfQuarter, Holiday, Occurrence, OnHoliday,
    Rhythm, Schedule,
};
use domain::workspace::startup;
use domain::{Moment, ReviewRef, Text};
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

/// A cadence at 10:00 in Berlin from the beginning of 2026.
fn every(rhythm: Rhythm) -> CadenceSet {
    CadenceSet {
        rhythm,
        from: day("2026-01-01"),
        on_holiday: None,
        ..startup::weekly(Tz::Europe__Berlin, day("2026-01-01"))
    }
}

fn weekly(zone: Tz, on: Weekday, time: NaiveTime, from: NaiveDate) -> CadenceSet {
    CadenceSet { zone: zone.name().to_owned(), time, from, ..every(Rhythm::Week { on }) }
}

fn alone(cadence: &CadenceSet) -> Schedule {
    Schedule::of(cadence, &Calendar::default(), 1)
}

fn holidays(dates: &[&str]) -> Calendar {
    let named = |date: &&str| Holiday { date: day(date), name: Text::new("off") };
    let holidays = dates.iter().map(named).collect();
    let business_days = DAYS.iter().copied().take(5).collect();
    Calendar::from(&CalendarSet { business_days, holidays })
}

fn midnight(date: NaiveDate) -> Moment {
    Moment::new(date.and_time(NaiveTime::MIN).and_utc())
}

/// The period and the local day of each review due from `from` to `until`.
fn due(schedule: &Schedule, from: &str, until: &str) -> Vec<String> {
    let (from, until) = (midnight(day(from)), midnight(day(until)));
    let found = schedule.occurrences(from, until).unwrap();
    let inside = found.into_iter().filter(|one| one.due < until);
    inside.map(|one| told(&one)).collect()
}

fn told(one: &Occurrence) -> String {
    let period = one.review.as_str().trim_start_matches("WEEKLY-");
    format!("{period} on {}", one.due.in_zone(one.zone).format("%a %Y-%m-%d"))
}

#[test]
fn each_rhythm_names_its_reviews_and_puts_them_on_their_days() {
    use DayOfMonth::{BusinessDay, Date};
    use Weekday::{Fri, Mon, Tue, Wed};
    let rule = |rule: &str| Rhythm::Rule { rule: rule.to_owned() };
    let in_month = |month, on| Rhythm::Quarter { on: DayOfQuarter::InMonth { month, on } };
    let nth = |nth, day| Rhythm::Month { on: DayOfMonth::Weekday { nth, day } };
    let month = |on| Rhythm::Month { on };
    let after_end = |days| Rhythm::Quarter { on: DayOfQuarter::DaysAfterEnd { days } };
    for (rhythm, from, until, expected) in [
        (
            Rhythm::BusinessDay,
            "2026-11-19",
            "2026-11-24",
            &[
                "2026-11-19 on Thu 2026-11-19",
                "2026-11-20 on Fri 2026-11-20",
                "2026-11-23 on Mon 2026-11-23",
            ][..],
        ),
        (
            Rhythm::Day { on: vec![Mon, Wed] },
            "2026-11-17",
            "2026-11-24",
            &["2026-11-18 on Wed 2026-11-18", "2026-11-23 on Mon 2026-11-23"],
        ),
        (
            Rhythm::Week { on: Fri },
            "2026-12-21",
            "2027-01-09",
            &[
                "2026-W52 on Fri 2026-12-25",
                "2026-W53 on Fri 2027-01-01",
                "2027-W01 on Fri 2027-01-08",
            ],
        ),
        (
            month(Date { day: 31 }),
            "2027-02-01",
            "2027-05-15",
            // The last of January, and of February, are Sundays: a number has no regard for weekends.
            &[
                "2026-12 on Mon 2027-02-01",
                "2027-01 on Mon 2027-03-01",
                "2027-02 on Wed 2027-03-31",
                "2027-03 on Fri 2027-04-30",
            ],
        ),
        (
            nth(1, Tue),
            "2026-12-01",
            "2027-02-03",
            &[
                "2026-11 on Tue 2026-12-01",
                "2026-12 on Tue 2027-01-05",
                "2027-01 on Tue 2027-02-02",
            ],
        ),
        (
            nth(-1, Fri),
            "2026-11-01",
            "2026-12-31",
            &["2026-10 on Fri 2026-11-27", "2026-11 on Fri 2026-12-25"],
        ),
        (
            month(BusinessDay { nth: 1 }),
            "2026-11-01",
            "2027-02-10",
            &[
                "2026-10 on Mon 2026-11-02",
                "2026-11 on Tue 2026-12-01",
                "2026-12 on Fri 2027-01-01",
                "2027-01 on Mon 2027-02-01",
            ],
        ),
        (
            month(BusinessDay { nth: -1 }),
            "2026-10-05",
            "2026-12-01",
            &["2026-09 on Fri 2026-10-30", "2026-10 on Mon 2026-11-30"],
        ),
        (
            in_month(1, Date { day: 14 }),
            "2026-07-01",
            "2027-01-20",
            &[
                "2026-Q2 on Tue 2026-07-14",
                "2026-Q3 on Wed 2026-10-14",
                "2026-Q4 on Thu 2027-01-14",
            ],
        ),
        (
            in_month(2, BusinessDay { nth: 2 }),
            "2026-11-01",
            "2026-12-01",
            &["2026-Q3 on Tue 2026-11-03"],
        ),
        (
            after_end(20),
            "2026-10-01",
            "2027-02-01",
            &["2026-Q3 on Tue 2026-10-20", "2026-Q4 on Wed 2027-01-20"],
        ),
        (
            rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
            "2026-11-01",
            "2026-12-01",
            &["2026-11-03 on Tue 2026-11-03", "2026-11-17 on Tue 2026-11-17"],
        ),
        (
            rule("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"),
            "2026-11-01",
            "2026-12-01",
            &["2026-11-27 on Fri 2026-11-27"],
        ),
        (
            rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
            "2026-01-01",
            "2033-01-01",
            &["2028-02-29 on Tue 2028-02-29", "2032-02-29 on Sun 2032-02-29"],
        ),
    ] {
        let cadence = every(rhythm);
        assert_eq!(due(&alone(&cadence), from, until), expected, "{:?}", cadence.rhythm);
    }
}

#[test]
fn a_fiscal_quarter_is_named_by_the_year_its_fiscal_year_ends_in() {
    let on = DayOfQuarter::DaysAfterEnd { days: 10 };
    let cadence = CadenceSet { on_holiday: Some(OnHoliday::Keep), ..every(Rhythm::Quarter { on }) };
    for (fiscal_start, expected) in [
        (1, "2026-Q3 on Sat 2026-10-10"),
        (2, "2027-Q3 on Tue 2026-11-10"),
        (3, "2027-Q2 on Thu 2026-09-10"),
        (4, "2027-Q2 on Sat 2026-10-10"),
        (7, "2027-Q1 on Sat 2026-10-10"),
        (10, "2026-Q4 on Sat 2026-10-10"),
        (12, "2026-Q3 on Thu 2026-09-10"),
    ] {
        let schedule = Schedule::of(&cadence, &Calendar::default(), fiscal_start);
        let found = due(&schedule, "2026-09-01", "2026-11-30");
        assert_eq!(
            found.first().map(String::as_str),
            Some(expected),
            "from month {fiscal_start} on"
        );
    }
}

#[test]
fn a_day_off_skips_moves_or_leaves_a_review() {
    use OnHoliday::{Keep, Move, Skip};
    use Weekday::{Fri, Mon, Thu};
    let christmas = holidays(&["2026-12-24", "2026-12-25", "2026-12-28"]);
    let month = |day| Rhythm::Month { on: DayOfMonth::Date { day } };
    let first_business = Rhythm::Month { on: DayOfMonth::BusinessDay { nth: 18 } };
    for (rhythm, on_holiday, expected, why) in [
        (
            Rhythm::Week { on: Thu },
            Some(Move),
            &["2026-W52 on Tue 2026-12-29"][..],
            "the next day on which people work",
        ),
        (
            Rhythm::Week { on: Thu },
            None,
            &["2026-W52 on Tue 2026-12-29"],
            "a weekly review moves where nothing is said",
        ),
        (Rhythm::Week { on: Thu }, Some(Skip), &[], "the week has none"),
        (Rhythm::Week { on: Thu }, Some(Keep), &["2026-W52 on Thu 2026-12-24"], "it stays"),
        (
            Rhythm::BusinessDay,
            None,
            &["2026-12-29 on Tue 2026-12-29"],
            "a daily review is skipped where nothing is said",
        ),
        (
            Rhythm::BusinessDay,
            Some(Move),
            &["2026-12-29 on Tue 2026-12-29"],
            "the next day has its own",
        ),
        (
            Rhythm::Day { on: vec![Thu, Fri] },
            Some(Move),
            &["2026-12-25 on Tue 2026-12-29"],
            "Friday has its own, and moves; Thursday's is gone",
        ),
        (
            Rhythm::Day { on: vec![Mon, Fri] },
            Some(Move),
            &["2026-12-28 on Tue 2026-12-29"],
            "Friday cannot pass Monday",
        ),
        (
            month(26),
            Some(Move),
            &["2026-11 on Tue 2026-12-29"],
            "a number may fall on a weekend, which is a day off too",
        ),
        (month(26), Some(Keep), &["2026-11 on Sat 2026-12-26"], "unless it is told to stay"),
        (
            first_business,
            Some(Move),
            &["2026-11 on Tue 2026-12-29"],
            "business days are counted without holidays",
        ),
    ] {
        let cadence = CadenceSet { on_holiday, ..every(rhythm) };
        let schedule = Schedule::of(&cadence, &christmas, 1);
        let found = due(&schedule, "2026-12-24", "2026-12-30");
        assert_eq!(found, expected, "{:?} {on_holiday:?}: {why}", cadence.rhythm);
    }
}

#[test]
fn a_review_may_be_opened_from_the_start_of_its_period() {
    let rule = |rule: &str| Rhythm::Rule { rule: rule.to_owned() };
    let month = Rhythm::Month { on: DayOfMonth::BusinessDay { nth: 4 } };
    let quarter = Rhythm::Quarter { on: DayOfQuarter::DaysAfterEnd { days: 40 } };
    for (rhythm, review, opens) in [
        (Rhythm::BusinessDay, "2026-11-18", "2026-11-18"),
        (Rhythm::Week { on: Weekday::Thu }, "2026-W47", "2026-11-16"),
        (month, "2026-10", "2026-11-01"),
        (quarter, "2026-Q3", "2026-10-01"),
        (rule("FREQ=WEEKLY;BYDAY=TH"), "2026-11-19", "2026-11-16"),
        (rule("FREQ=WEEKLY;BYDAY=TU,TH"), "2026-11-19", "2026-11-18"),
    ] {
        let schedule = alone(&every(rhythm));
        let found = schedule.occurrence(&ReviewRef::new(format!("WEEKLY-{review}"))).unwrap();
        let local = found.opens.in_zone(Tz::Europe__Berlin).naive_local();
        assert_eq!(local.to_string(), format!("{opens} 00:00:00"), "{review}");
    }
}

/// Any rhythm a cadence may have.
fn rhythms() -> impl Strategy<Value = Rhythm> {
    let weekday = || proptest::sample::select(DAYS.to_vec());
    let on_month = || {
        prop_oneof![
            (1_u32..=31).prop_map(|day| DayOfMonth::Date { day }),
            (proptest::sample::select(vec![-1, 1, 2, 3, 4]), weekday())
                .prop_map(|(nth, day)| DayOfMonth::Weekday { nth, day }),
            (1_i32..=15, any::<bool>()).prop_map(|(nth, last)| DayOfMonth::BusinessDay {
                nth: if last { -nth } else { nth }
            }),
        ]
    };
    let rules = proptest::sample::select(vec![
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR",
        "FREQ=MONTHLY;BYDAY=2TU,-1FR",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYMONTH=3,9;BYDAY=MO;BYSETPOS=1",
    ]);
    prop_oneof![
        Just(Rhythm::BusinessDay),
        proptest::sample::subsequence(DAYS.to_vec(), 1..=7).prop_map(|on| Rhythm::Day { on }),
        weekday().prop_map(|on| Rhythm::Week { on }),
        on_month().prop_map(|on| Rhythm::Month { on }),
        (1_u32..=3, on_month())
            .prop_map(|(month, on)| Rhythm::Quarter { on: DayOfQuarter::InMonth { month, on } }),
        (1_u32..=85).prop_map(|days| Rhythm::Quarter { on: DayOfQuarter::DaysAfterEnd { days } }),
        rules.prop_map(|rule| Rhythm::Rule { rule: rule.to_owned() }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn reviews_follow_one_another_and_each_is_found_by_its_name(
        rhythm in rhythms(),
        on_holiday in proptest::sample::select(vec![OnHoliday::Skip, OnHoliday::Move, OnHoliday::Keep]),
        zone in proptest::sample::select(TZ_VARIANTS.to_vec()),
        fiscal_start in 1_u32..=12,
        off in proptest::collection::vec(0_i64..500, 0..40),
        year in 1990_i32..2080,
        day_of_year in 1_u32..=365,
        minutes in 0_u32..1440,
    ) {
        let from = NaiveDate::from_yo_opt(year, day_of_year).unwrap();
        let time = NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap();
        let zone_name = zone.name().to_owned();
        let cadence = CadenceSet { zone: zone_name, time, from, on_holiday: Some(on_holiday), ..every(rhythm) };
        let off: Vec<String> = off.iter().map(|days| (from + Duration::days(*days)).to_string()).collect();
        let calendar = holidays(&BTreeSet::from_iter(off.iter().map(String::as_str)).into_iter().collect::<Vec<_>>());
        let schedule = Schedule::of(&cadence, &calendar, fiscal_start);
        let found = schedule.occurrences(midnight(from), midnight(from + Duration::days(500))).unwrap();

        let names: BTreeSet<_> = found.iter().map(|o| o.review.clone()).collect();
        prop_assert_eq!(names.len(), found.len(), "a name means one review");
        let may_skip = on_holiday == OnHoliday::Skip;
        prop_assert!(may_skip || !found.is_empty(), "a year and more brings some, unless a holiday takes them");
        for one in &found {
            let again = schedule.occurrence(&one.review);
            prop_assert_eq!(again.as_ref(), Ok(one), "a name leads back to its review");
            prop_assert!(one.opens <= one.due, "{} opens before it is due", one.review);
        }
        for pair in found.windows(2) {
            prop_assert!(pair[0].due < pair[1].due, "one after the other");
            prop_assert_eq!(pair[0].missed, Some(pair[1].due), "missed when the next falls due");
        }
    }

    #[test]
    fn what_waits_is_what_has_begun_and_is_not_missed(
        rhythm in rhythms(),
        days in 0_i64..900,
        hour in 0_i64..24,
    ) {
        let schedule = alone(&every(rhythm));
        let now = midnight(day("2026-01-01")).plus(Duration::days(days) + Duration::hours(hour));
        let all = schedule.occurrences(midnight(day("2025-12-31")), now).unwrap();
        let open: Vec<_> = all.into_iter().filter(|one| one.is_open_at(now)).collect();
        prop_assert_eq!(schedule.waiting(now).unwrap(), open, "looking back a little is enough");
        let next = schedule.next(now, 5).unwrap();
        prop_assert_eq!(next.len(), 5, "there are always five to come");
        let until = next.last().unwrap().due;
        let far = schedule.occurrences(now.plus(Duration::milliseconds(1)), until).unwrap();
        let far: Vec<_> = far.into_iter().filter(|one| one.due <= until).collect();
        prop_assert_eq!(next, far, "and they are the next five");
    }

    #[test]
    fn no_window_loses_or_repeats_a_review(
        rhythm in rhythms(),
        hours in proptest::collection::vec(1_i64..900, 1..12),
    ) {
        let cadence = every(rhythm);
        let start = midnight(cadence.from);
        let until = start.plus(Duration::hours(hours.iter().sum()));
        let schedule = alone(&cadence);
        let due = |from: Moment, until: Moment| -> Vec<Occurrence> {
            let found = schedule.occurrences(from, until).unwrap();
            found.into_iter().filter(|o| o.due < until).collect()
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
fn a_time_that_summer_skips_moves_on_by_the_hour_skipped() {
    let time = NaiveTime::from_hms_opt(2, 30, 0).unwrap();
    let cadence = weekly(Tz::Europe__Berlin, Weekday::Sun, time, day("2026-03-01"));
    let found = alone(&cadence).occurrence(&ReviewRef::new("WEEKLY-2026-W13")).unwrap();
    assert_eq!(found.due.to_string(), "2026-03-29T01:30:00.000Z", "02:30 is read as 03:30");
}

#[test]
fn a_day_that_a_zone_skips_whole_moves_its_review_to_the_next() {
    // Samoa crossed the date line: Friday 30 December 2011 never came.
    let time = NaiveTime::from_hms_opt(10, 0, 0).unwrap();
    let cadence = weekly(Tz::Pacific__Apia, Weekday::Fri, time, day("2011-12-01"));
    let found = alone(&cadence).occurrence(&ReviewRef::new("WEEKLY-2011-W52")).unwrap();
    let local = found.due.in_zone(Tz::Pacific__Apia).naive_local().to_string();
    assert_eq!(local, "2011-12-31 10:00:00", "moved on by the day that is skipped");
}

#[test]
fn a_time_that_comes_twice_is_the_first() {
    let time = NaiveTime::from_hms_opt(2, 30, 0).unwrap();
    let cadence = weekly(Tz::Europe__Berlin, Weekday::Sun, time, day("2026-10-01"));
    let found = alone(&cadence).occurrence(&ReviewRef::new("WEEKLY-2026-W43")).unwrap();
    assert_eq!(found.due, at("2026-10-25T00:30:00Z"), "02:30 of summer time");
}

#[test]
fn a_name_has_one_spelling() {
    let cadence =
        CadenceSet { from: day("2020-01-01"), ..every(Rhythm::Week { on: Weekday::Mon }) };
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
        ("WEEKLY-2026-02-09", false),
        ("WEEKLY-2026-02", false),
        ("WEEKLY-2026-Q1", false),
        ("WEEKLY-2026", false),
        ("WEEKLY-2026-W07é", false),
        ("WEEKLY-é026-W07", false),
        ("DAILY-2026-W07", false),
        ("weekly-2026-w07", false),
        ("2026-W07", false),
        ("", false),
    ] {
        let found = alone(&cadence).occurrence(&ReviewRef::new(name));
        assert_eq!(found.is_ok(), known, "“{name}”");
    }
}
