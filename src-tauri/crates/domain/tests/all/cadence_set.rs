//! What a keeper may set: cadences, their end, and the calendar.

use chrono::Weekday;
use chrono_tz::Tz;
use domain::cadence::{
    CadenceSet, CalendarSet, ChecklistItem, DayOfMonth, DayOfQuarter, Holiday, OnHoliday, Pulled,
    Rhythm, check_rule, retire, set, set_calendar,
};
use domain::people::Standing;
use domain::workspace::startup;
use domain::{CadenceId, Event, ItemId, Text};

use crate::support::*;

fn everybody() -> Standing {
    let roles = startup::roles().roles.into_iter().map(|defined| defined.role).collect();
    Standing { roles, ..company() }
}

fn weekly() -> CadenceSet {
    startup::weekly(Tz::UTC, day("2026-11-16"))
}

#[test]
fn a_cadence_is_held_to_what_a_review_needs() {
    type Change = fn(&mut CadenceSet);
    let rhythm = |rhythm| CadenceSet { rhythm, ..weekly() };
    let month = |on| rhythm(Rhythm::Month { on });
    let quarter = |on| rhythm(Rhythm::Quarter { on });
    let rule = |rule: &str| rhythm(Rhythm::Rule { rule: rule.to_owned() });
    let with = |change: Change| {
        let mut cadence = weekly();
        change(&mut cadence);
        cadence
    };
    for (cadence, expected, why) in [
        (weekly(), "done", "the start-up call is sound"),
        (
            with(|c| c.cadence = CadenceId::new("")),
            "not-an-identifier",
            "reviews would have no name",
        ),
        (
            with(|c| c.cadence = CadenceId::new("Weekly call")),
            "not-an-identifier",
            "names hold no blanks",
        ),
        (
            with(|c| c.cadence = CadenceId::new("weekly-")),
            "not-an-identifier",
            "names hold single hyphens",
        ),
        (with(|c| c.cadence = CadenceId::new("a".repeat(41))), "too-long", "names are said aloud"),
        (with(|c| c.name = Text::new(" ")), "blank", "it is called something"),
        (with(|c| c.zone = "Mars/Utopia".to_owned()), "unknown-zone", "no such zone"),
        (with(|c| c.minutes = 0), "out-of-range", "it takes time"),
        (with(|c| c.minutes = 481), "out-of-range", "but not more than a day's work"),
        (with(|c| c.minutes = 57), "agenda-too-long", "58 minutes are planned for the items"),
        (with(|c| c.quorum = 8), "out-of-range", "seven roles are required"),
        (with(|c| c.quorum = 0), "out-of-range", "somebody must take part"),
        (with(|c| (c.required.clear(), c.quorum = 0).1), "done", "unless nobody is required"),
        (with(|c| c.required.push(role("revops"))), "twice", "a role counts once"),
        (with(|c| c.required.push(role("druid"))), "unknown", "nobody could attend"),
        (with(|c| c.chair = role("druid")), "unknown", "nobody could chair"),
        (with(|c| c.countersigned_by = Some(role("druid"))), "unknown", "nobody could countersign"),
        (with(|c| c.checklist.clear()), "blank", "there is nothing to answer"),
        (
            with(|c| c.checklist[1].item = c.checklist[0].item.clone()),
            "twice",
            "answers go by item",
        ),
        (
            with(|c| c.checklist[0].pulls = vec![Pulled::Logs, Pulled::Tiers, Pulled::Logs]),
            "twice",
            "a table stands beside an item once",
        ),
        (
            with(|c| c.checklist[0].item = ItemId::new("ÄÖ")),
            "not-an-identifier",
            "items have plain names",
        ),
        (with(|c| c.checklist[0].title = Text::new("")), "blank", "an item has a title"),
        (with(|c| c.checklist[0].question = Text::new("")), "blank", "and asks something"),
        (with(|c| c.checklist[0].question = Text::new("?".repeat(1001))), "too-long", "in brief"),
        (with(|c| c.checklist[0].minutes = 0), "out-of-range", "and takes a minute"),
        (with(|c| c.from = day("2026-11-15")), "begins-in-the-past", "last week is over"),
        (with(|c| c.from = day("2026-12-24")), "done", "it may begin later"),
        (rhythm(Rhythm::Day { on: vec![] }), "blank", "it would fall on no day"),
        (rhythm(Rhythm::Day { on: vec![Weekday::Mon, Weekday::Mon] }), "twice", "a day has one"),
        (month(DayOfMonth::Date { day: 32 }), "out-of-range", "no month is as long"),
        (month(DayOfMonth::Date { day: 31 }), "done", "shorter months take their last day"),
        (
            month(DayOfMonth::Weekday { nth: 5, day: Weekday::Mon }),
            "out-of-range",
            "most months have four",
        ),
        (month(DayOfMonth::Weekday { nth: -1, day: Weekday::Mon }), "done", "all have a last one"),
        (month(DayOfMonth::BusinessDay { nth: 0 }), "out-of-range", "counted from 1"),
        (month(DayOfMonth::BusinessDay { nth: -15 }), "done", "or back from the last"),
        (quarter(DayOfQuarter::DaysAfterEnd { days: 86 }), "out-of-range", "within the quarter"),
        (
            quarter(DayOfQuarter::InMonth { month: 4, on: DayOfMonth::Date { day: 1 } }),
            "out-of-range",
            "a quarter has three",
        ),
        (
            CadenceSet { on_holiday: Some(OnHoliday::Skip), ..month(DayOfMonth::Date { day: 3 }) },
            "never-skipped",
            "a month would go unreviewed",
        ),
        (rule("FREQ=WEEKLY;BYDAY=TU"), "done", "a plain rule"),
        (rule("FREQ=HOURLY"), "bad-rule", "reviews are days apart"),
    ] {
        let done = set(&everybody(), MAREN, cadence, None, 1);
        assert_eq!(code(&done), expected, "{why}: {done:?}");
    }
    assert_eq!(
        code(&set(&everybody(), JONAS, weekly(), None, 1)),
        "not-entitled",
        "keepers set cadences"
    );
}

#[test]
fn the_start_up_cadences_are_held_to_the_same_rules_as_any_other() {
    for cadence in startup::cadences(Tz::Europe__Berlin, day("2026-11-16"), 2) {
        let name = cadence.cadence.clone();
        let done = set(&everybody(), MAREN, cadence, None, 2);
        assert_eq!(code(&done), "done", "{name}: {done:?}");
    }
}

#[test]
fn a_rule_says_on_which_days_and_nothing_else() {
    for (rule, sound) in [
        ("FREQ=DAILY", true),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=SU", true),
        ("FREQ=MONTHLY;BYDAY=-1FR", true),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3", true),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", true),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", true),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", true),
        ("FREQ=YEARLY;BYYEARDAY=100", true),
        ("", false),
        ("INTERVAL=2", false),
        ("FREQ=WEEKLY;FREQ=DAILY", false),
        ("FREQ=WEEKLY;COUNT=3", false),
        ("FREQ=WEEKLY;UNTIL=20270101T000000Z", false),
        ("FREQ=DAILY;BYHOUR=9", false),
        ("FREQ=SECONDLY", false),
        ("FREQ=WEEKLY;BYDAY=2MO", false),
        ("FREQ=WEEKLY;BYMONTHDAY=1", false),
        ("FREQ=MONTHLY;BYYEARDAY=1", false),
        ("FREQ=WEEKLY;INTERVAL=0", false),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", false),
        ("FREQ=YEARLY;INTERVAL=50;BYMONTH=1", false),
        ("FREQ=WEEKLY;BYDAY=", false),
        ("FREQ=WEEKLY;BYDAY=é", false),
        ("FREQ=WEEKLY;BYDAY=XX", false),
        ("FREQ=WEEKLY\nBYDAY=MO", false),
        ("RRULE:FREQ=WEEKLY", false),
        ("FREQ=WEEKLY;", false),
        ("FREQ=MONTHLY;BYSETPOS=1", false),
        ("FREQ=MONTHLY;BYDAY=999999999999MO", false),
    ] {
        let checked = check_rule(rule, day("2026-11-16"));
        assert_eq!(checked.is_ok(), sound, "“{rule}”: {checked:?}");
    }
    assert!(
        check_rule(&format!("FREQ=DAILY;BYMONTHDAY={}1", "1,".repeat(200)), day("2026-11-16"))
            .is_err(),
        "too long"
    );
}

#[test]
fn a_version_that_goes_on_keeps_its_first_day() {
    let before = CadenceSet { from: day("2026-01-05"), ..weekly() };
    let goes_on = set(&everybody(), MAREN, before.clone(), Some(&before), 1);
    assert_eq!(code(&goes_on), "done", "a question can be reworded without counting anew");
    let moved = CadenceSet { from: day("2026-01-06"), ..before.clone() };
    let moved = set(&everybody(), MAREN, moved, Some(&before), 1);
    assert_eq!(code(&moved), "begins-in-the-past", "another day in the past means nothing");
}

#[test]
fn a_cadence_is_retired_by_keepers_while_it_is_in_force() {
    let weekly = CadenceId::new("weekly");
    let (begun, to_come) =
        (self::weekly(), CadenceSet { from: day("2026-11-23"), ..self::weekly() });
    for (by, in_force, expected, why) in [
        (MAREN, Some(&to_come), "done", "its first day is still to come"),
        (TOBIAS, Some(&to_come), "done", "a sponsor keeps cadences too"),
        (JONAS, Some(&to_come), "not-entitled", "a sales leader does not"),
        (MAREN, Some(&begun), "needs-decision", "its reviews are expected"),
        (MAREN, None, "unknown", "there is none"),
    ] {
        assert_eq!(code(&retire(&everybody(), by, &weekly, in_force)), expected, "{by}: {why}");
    }
}

#[test]
fn a_calendar_has_days_people_work_and_each_holiday_once() {
    let holiday = |date: &str, name: &str| Holiday { date: day(date), name: Text::new(name) };
    let calendar = |business_days: &[Weekday], holidays| CalendarSet {
        business_days: business_days.to_vec(),
        holidays,
    };
    let sound = calendar(
        &[Weekday::Sun, Weekday::Mon, Weekday::Mon],
        vec![holiday("2027-01-01", "New Year"), holiday("2026-12-25", " Christmas ")],
    );
    for (by, set, expected) in [
        (MAREN, sound.clone(), "done"),
        (JONAS, sound.clone(), "not-entitled"),
        (MAREN, calendar(&[], vec![]), "blank"),
        (MAREN, calendar(&[Weekday::Mon], vec![holiday("2026-12-25", "")]), "blank"),
        (
            MAREN,
            calendar(&[Weekday::Mon], vec![holiday("2026-12-25", "a"), holiday("2026-12-25", "b")]),
            "twice",
        ),
        (MAREN, calendar(&[Weekday::Mon], vec![holiday("2026-12-25", "a"); 2001]), "out-of-range"),
    ] {
        assert_eq!(code(&set_calendar(&everybody(), by, set, Some(&sound))), expected);
    }
    let Ok(Event::CalendarSet(set)) =
        set_calendar(&everybody(), MAREN, sound.clone(), Some(&sound))
    else {
        panic!("set")
    };
    assert_eq!(set.business_days, [Weekday::Mon, Weekday::Sun], "the week in its order, once");
    let named: Vec<_> = set.holidays.iter().map(|holiday| holiday.name.words().unwrap()).collect();
    assert_eq!(named, ["Christmas", "New Year"], "holidays in theirs");
}

/// A change of a cadence.
type Edit = fn(&mut CadenceSet);

#[test]
fn one_person_asks_for_more_of_a_cadence_and_two_for_less() {
    let week = |on| Rhythm::Week { on };
    let edits: [(&str, &str, Edit); 16] = [
        ("another weekday", "done", |c| c.rhythm = Rhythm::Week { on: Weekday::Fri }),
        ("another time", "done", |c| c.time = chrono::NaiveTime::from_hms_opt(7, 0, 0).unwrap()),
        ("held every business day", "done", |c| c.rhythm = Rhythm::BusinessDay),
        ("an item more", "done", |c| {
            let more = ChecklistItem { item: ItemId::new("more"), ..c.checklist[0].clone() };
            c.minutes += more.minutes;
            c.checklist.push(more);
        }),
        ("a title in other words", "done", |c| c.checklist[0].title = Text::new("First")),
        ("another chair", "done", |c| c.chair = role("executive-sponsor")),
        ("countersigned from now on", "done", |c| c.countersigned_by = Some(role("legal"))),
        ("an item gone", "needs-decision", |c| drop(c.checklist.remove(0))),
        ("a question that asks something else", "needs-decision", |c| {
            c.checklist[0].question = Text::new("Anything to add?");
        }),
        ("a role that need not come", "needs-decision", |c| {
            c.required.pop();
            c.quorum = 1;
        }),
        ("a lower quorum", "needs-decision", |c| c.quorum -= 1),
        ("held monthly", "needs-decision", |c| {
            c.rhythm = Rhythm::Month { on: DayOfMonth::Date { day: 1 } };
        }),
        ("held by a rule", "needs-decision", |c| {
            c.rhythm = Rhythm::Rule { rule: "FREQ=DAILY".into() };
        }),
        ("dropped on a day off", "needs-decision", |c| c.on_holiday = Some(OnHoliday::Skip)),
        ("beginning later", "needs-decision", |c| c.from = day("2027-01-04")),
        ("countersigned by nobody", "needs-decision", |c| c.countersigned_by = None),
    ];
    let before = CadenceSet {
        rhythm: week(Weekday::Mon),
        countersigned_by: Some(role("executive-sponsor")),
        quorum: 2,
        ..weekly()
    };
    for (what, expected, edit) in edits {
        // What nobody countersigned before may be countersigned from now on.
        let mut before = before.clone();
        if what == "countersigned from now on" {
            before.countersigned_by = None;
        }
        let mut after = before.clone();
        edit(&mut after);
        let set = set(&everybody(), MAREN, after, Some(&before), 1);
        assert_eq!(code(&set), expected, "{what}: {set:?}");
    }
}

#[test]
fn one_person_asks_for_verdicts_on_tiers_and_two_give_them_up() {
    const DAYS: DayOfQuarter = DayOfQuarter::DaysAfterEnd { days: 9 };
    let (tiers, logs) = (Pulled::Tiers, Pulled::Logs);
    let none: &[Pulled] = &[];
    let quarter = Rhythm::Quarter { on: DAYS };
    let month = Rhythm::Month { on: DayOfMonth::Date { day: 9 } };
    let later = Rhythm::Quarter { on: DayOfQuarter::DaysAfterEnd { days: 12 } };
    let both: &[Pulled] = &[tiers, logs];
    for (what, before, after, expected) in [
        ("tiers no more", (&quarter, both), (&quarter, &[logs][..]), "needs-decision"),
        ("every month instead", (&quarter, both), (&month, both), "needs-decision"),
        ("nothing but tiers", (&quarter, both), (&quarter, &[tiers][..]), "done"),
        ("tiers from now on", (&quarter, none), (&quarter, both), "done"),
        ("on another day of the quarter", (&quarter, both), (&later, both), "done"),
        ("every month, where no tiers are judged", (&quarter, none), (&month, none), "done"),
        ("tiers no more, where they are only looked at", (&month, both), (&month, none), "done"),
    ] {
        let with = |(rhythm, pulls): (&Rhythm, &[Pulled])| {
            let mut cadence = CadenceSet { rhythm: rhythm.clone(), ..weekly() };
            cadence.checklist[0].pulls = pulls.to_vec();
            // It began before either of them, and goes on.
            CadenceSet { from: day("2026-10-01"), ..cadence }
        };
        let set = set(&everybody(), MAREN, with(after), Some(&with(before)), 1);
        assert_eq!(code(&set), expected, "{what}: {set:?}");
    }
}

#[test]
fn one_person_adds_days_to_work_on_and_two_take_them_away() {
    let holiday = |date: &str| Holiday { date: day(date), name: Text::new("Outing") };
    let days = |business_days: &[Weekday], holidays: &[&str]| CalendarSet {
        business_days: business_days.to_vec(),
        holidays: holidays.iter().map(|date| holiday(date)).collect(),
    };
    let (five, four) = {
        use Weekday::{Fri, Mon, Thu, Tue, Wed};
        ([Mon, Tue, Wed, Thu, Fri], [Mon, Tue, Wed, Thu])
    };
    let (outing, none) = (days(&five, &["2026-11-23"]), days(&five, &[]));
    let today = days(&five, &["2026-11-16"]);
    for (before, after, expected, why) in [
        (Some(&none), &today, "needs-decision", "today, all of a sudden"),
        (Some(&none), &days(&five, &["2026-11-29"]), "needs-decision", "thirteen days ahead"),
        (Some(&none), &days(&five, &["2026-11-30"]), "done", "fourteen days ahead"),
        (Some(&none), &days(&five, &["2026-11-15"]), "done", "a day that is over counts nowhere"),
        (None, &outing, "done", "holidays are told for the first time"),
        (None, &days(&four, &[]), "needs-decision", "Friday counted until now"),
        (Some(&outing), &none, "done", "a holiday less"),
        (Some(&none), &outing, "needs-decision", "a holiday more"),
        (Some(&none), &days(&four, &[]), "needs-decision", "a business day less"),
        (Some(&days(&four, &[])), &none, "done", "a business day more"),
    ] {
        let set = set_calendar(&everybody(), MAREN, after.clone(), before);
        assert_eq!(code(&set), expected, "{why}");
    }
}
