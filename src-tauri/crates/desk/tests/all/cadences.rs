//! Cadences and the calendar, set, changed and retired at the desk.

use desk::Desk;
use desk::operations::{
    CadenceDraft, ExportCalendar, HolidayRow, ImportHolidays, ItemDraft, Nothing, PastReviews,
    PreviewHolidays, RetireCadence, ReviewMonth, ReviewState, SaveRejectedHolidays, SetCadence,
    SetCalendar, SettingGiven,
};
use domain::cadence::{Pulled, Rhythm};
use domain::decision::DecisionKind;

use crate::support::*;

#[test]
fn a_cadence_is_changed_from_now_on_and_its_past_stays() {
    let room = Room::new();
    let mut desk = room.founded();
    room.clock.set(at("2026-11-25T12:00:00Z"));
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let view = desk.cadences(Nothing {}).unwrap();
    let mut terms =
        view.cadences.into_iter().find(|row| row.terms.cadence == "weekly").unwrap().terms;
    terms.rhythm = Rhythm::Week { on: chrono::Weekday::Thu };
    terms.checklist.swap(0, 1);
    let preview = desk.preview_cadence(terms.clone()).unwrap();
    assert_eq!(preview.rhythm, "Every week on Thursday", "in words before it is set");
    let why = "Mondays collide with the pipeline call".to_owned();
    let view = desk.set_cadence(SetCadence { terms: terms.clone(), begins: false, why }).unwrap();
    let row = view.cadences.iter().find(|row| row.terms.cadence == "weekly").unwrap();
    assert_eq!(row.terms.checklist[0].item, terms.checklist[0].item, "the new order stands");
    let next: Vec<_> = row.next.iter().map(|one| one.review.as_str()).collect();
    assert_eq!(next[0], "WEEKLY-2026-W49", "this week's fell due on Monday, and a week has one");
    let waiting = desk.reviews(Nothing {}).unwrap().waiting;
    let late = waiting.iter().find(|row| row.review == "WEEKLY-2026-W48").unwrap();
    assert_eq!(late.state, ReviewState::Late, "what was expected stays expected");

    let why = String::new();
    let alone = RetireCadence { cadence: "weekly".into(), why };
    assert_eq!(code(desk.retire_cadence(alone)), "needs-decision", "nobody retires it alone");
    let given = SettingGiven::CadenceRetired { cadence: "weekly".into() };
    set_by_two(&mut desk, DecisionKind::RuleSetting, given);
    let weekly = PastReviews { cadence: Some("weekly".into()), before: None };
    let past = desk.past_reviews(weekly).unwrap().rows;
    let names: Vec<_> = past.iter().map(|row| row.review.as_str()).collect();
    assert_eq!(names, ["WEEKLY-2026-W48", "WEEKLY-2026-W47"], "late when it was retired: missed");
    let again = RetireCadence { cadence: "weekly".into(), why: String::new() };
    assert_eq!(code(desk.retire_cadence(again)), "unknown", "it is retired already");
}

#[test]
fn the_call_of_the_week_in_which_a_desk_starts_can_be_held_and_is_not_late() {
    let room = Room::new();
    room.clock.set(at("2026-11-19T12:00:00Z"));
    let mut desk = room.founded();
    let weekly = |desk: &mut Desk| {
        let waiting = desk.reviews(Nothing {}).unwrap().waiting;
        let found = waiting.into_iter().find(|row| row.cadence == "weekly").unwrap();
        (found.review, found.state)
    };
    let due = ("WEEKLY-2026-W47".to_owned(), ReviewState::Due);
    assert_eq!(weekly(&mut desk), due, "nobody asked for it on Monday");
    room.clock.set(at("2026-11-23T12:00:00Z"));
    let late = ("WEEKLY-2026-W48".to_owned(), ReviewState::Late);
    assert_eq!(weekly(&mut desk), late, "the next one was asked for in time");
}

#[test]
fn what_a_cadence_cannot_be_is_refused() {
    let room = Room::new();
    let mut desk = room.founded();
    let view = desk.cadences(Nothing {}).unwrap();
    let daily = view.cadences.into_iter().next().unwrap().terms;
    assert_eq!(daily.cadence, "daily", "by identifier");
    let before = size(&mut desk);
    let mut with = |change: &dyn Fn(&mut desk::operations::CadenceDraft)| {
        let mut terms = daily.clone();
        change(&mut terms);
        code(desk.set_cadence(SetCadence { terms, begins: false, why: String::new() }))
    };
    assert_eq!(with(&|t| t.time = "25:00".into()), "unreadable-value");
    assert_eq!(with(&|t| t.from = "soon".into()), "unreadable-value");
    assert_eq!(with(&|t| t.quorum = 9), "out-of-range");
    assert_eq!(with(&|t| t.checklist[0].figures = vec!["moon.phase".into()]), "unknown");
    assert_eq!(with(&|t| t.checklist[0].metrics = vec!["MET-9999".into()]), "unknown");
    assert_eq!(with(&|t| t.rhythm = Rhythm::Rule { rule: "FREQ=HOURLY".into() }), "bad-rule");
    assert_eq!(size(&mut desk), before, "nothing was entered");
}

#[test]
fn a_holiday_takes_its_reviews_with_it() {
    let room = Room::new();
    let mut desk = room.founded();
    let calendar = desk.calendar(Nothing {}).unwrap();
    assert_eq!(calendar.business_days, ["Mon", "Tue", "Wed", "Thu", "Fri"], "until one is set");
    let holidays = vec![HolidayRow { date: "2026-11-23".into(), name: "Works outing".into() }];
    let set = SetCalendar { business_days: calendar.business_days, holidays, why: String::new() };
    let calendar = desk.set_calendar(set).unwrap();
    assert_eq!(calendar.holidays.len(), 1, "it stands");
    let view = desk.cadences(Nothing {}).unwrap();
    let due = |cadence: &str, review: &str| {
        let row = view.cadences.iter().find(|row| row.terms.cadence == cadence).unwrap();
        row.next.iter().find(|one| one.review == review).map(|one| one.due.clone())
    };
    assert_eq!(due("daily", "DAILY-2026-11-23"), None, "a daily watch is skipped");
    let weekly = due("weekly", "WEEKLY-2026-W48");
    assert_eq!(weekly.as_deref(), Some("2026-11-24T10:00:00+01:00"), "a weekly call moves");
}

/// A cadence that nobody has yet, as the window would begin one.
fn vendor_check(desk: &mut Desk) -> CadenceDraft {
    let view = desk.cadences(Nothing {}).unwrap();
    let weekly = view.cadences.iter().find(|row| row.terms.cadence == "weekly").unwrap();
    let item = ItemDraft {
        item: "changes".into(),
        title: "Vendor changes".into(),
        group: "Vendors".into(),
        question: "Which vendor changed a model or its terms?".into(),
        guidance: String::new(),
        minutes: 10,
        figures: vec!["workflows.live".into()],
        metrics: Vec::new(),
        pulls: vec![Pulled::Logs],
    };
    CadenceDraft {
        cadence: "vendors".into(),
        name: "Vendor check".into(),
        rhythm: Rhythm::Rule { rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU".into() },
        time: "15:00".into(),
        zone: "America/New_York".into(),
        on_holiday: None,
        minutes: 30,
        required: vec!["security".into()],
        quorum: 1,
        countersigned_by: None,
        from: "2026-11-16".into(),
        checklist: vec![item],
        ..weekly.terms.clone()
    }
}

#[test]
fn a_new_cadence_says_what_it_brings_before_it_is_set_and_brings_it_after() {
    let room = Room::new();
    let mut desk = room.founded();
    let terms = vendor_check(&mut desk);
    let preview = desk.preview_cadence(terms.clone()).unwrap();
    assert_eq!(preview.rhythm, "Every 2 weeks on Tuesday", "the rule in words");
    assert_eq!(preview.earliest, "2026-11-16", "the Monday of this week");
    assert!(preview.changes.is_empty(), "nothing stands that could differ");
    let due: Vec<_> = preview.next.iter().map(|one| one.due.as_str()).take(2).collect();
    let expected = ["2026-11-17T15:00:00-05:00", "2026-12-01T15:00:00-05:00"];
    assert_eq!(due, expected, "at its own clock");

    let set = SetCadence { terms, begins: true, why: String::new() };
    let view = desk.set_cadence(set.clone()).unwrap();
    let row = view.cadences.iter().find(|row| row.terms.cadence == "vendors").unwrap();
    assert_eq!(row.next[0].due, expected[0], "as it was foretold");
    assert_eq!(row.terms.checklist[0].group, "Vendors", "under its heading");
    assert_eq!(row.terms.checklist[0].pulls, [Pulled::Logs], "with its evidence");
    assert_eq!(row.chair, "RevOps", "roles by name");
    assert_eq!(code(desk.set_cadence(set)), "name-taken", "a second would take the first's place");
}

#[test]
fn an_edit_says_what_it_changes_and_what_it_leaves() {
    let room = Room::new();
    let mut desk = room.founded();
    room.clock.set(at("2026-11-25T12:00:00Z"));
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let view = desk.cadences(Nothing {}).unwrap();
    let weekly = view.cadences.into_iter().find(|row| row.terms.cadence == "weekly").unwrap();
    let mut terms = weekly.terms;
    terms.rhythm = Rhythm::Week { on: chrono::Weekday::Thu };
    terms.time = "09:30".into();
    terms.chair = "executive-sponsor".into();
    let gone = terms.checklist.pop().unwrap();
    terms.checklist[0].minutes += 1;
    terms.checklist.swap(0, 1);
    let preview = desk.preview_cadence(terms).unwrap();
    let changes: Vec<_> = preview
        .changes
        .iter()
        .map(|change| (change.fact.as_str(), change.before.as_deref(), change.after.as_deref()))
        .collect();
    assert_eq!(
        changes[0],
        ("Rhythm", Some("Every week on Monday"), Some("Every week on Thursday"))
    );
    assert_eq!(changes[1], ("Time", Some("10:00"), Some("09:30")));
    assert_eq!(changes[2], ("Chair", Some("RevOps"), Some("Executive sponsor")));
    assert!(changes[3].0.ends_with(", minutes"), "an item by its title: {:?}", changes[3]);
    assert_eq!(changes[4], ("Item removed", Some(gone.title.as_str()), None));
    assert_eq!(changes[5].0, "Order of the items", "which is told last");
    assert_eq!(changes.len(), 6, "and nothing else: {changes:?}");
    let late: Vec<_> = preview.late.iter().map(|one| one.review.as_str()).collect();
    assert_eq!(late, ["WEEKLY-2026-W48"], "what waits goes on waiting");
    let next = &preview.next[0];
    assert_eq!(next.review, "WEEKLY-2026-W49");
    assert_eq!(next.was.as_deref(), Some("2026-11-30T10:00:00+01:00"), "where it moves from");
    assert!(preview.gone.is_empty(), "a week still has its call");
}

#[test]
fn a_rhythm_that_comes_less_often_says_what_is_gone() {
    let room = Room::new();
    let mut desk = room.founded();
    let view = desk.cadences(Nothing {}).unwrap();
    let mut terms =
        view.cadences.into_iter().find(|row| row.terms.cadence == "daily").unwrap().terms;
    terms.rhythm = Rhythm::Day { on: vec![chrono::Weekday::Mon] };
    let preview = desk.preview_cadence(terms.clone()).unwrap();
    let gone: Vec<_> = preview.gone.iter().map(|one| one.review.as_str()).collect();
    let expected = ["DAILY-2026-11-17", "DAILY-2026-11-18", "DAILY-2026-11-19", "DAILY-2026-11-20"];
    assert_eq!(gone, expected, "Tuesday to Friday");
    terms.from = "2026-11-13".into();
    assert_eq!(code(desk.preview_cadence(terms)), "begins-in-the-past", "before it is sent");
}

#[test]
fn a_month_is_shown_in_whole_weeks_with_its_reviews_and_holidays() {
    let room = Room::new();
    let mut desk = room.founded();
    let business_days = ["Mon", "Tue", "Wed", "Thu", "Fri"].map(str::to_owned).to_vec();
    let holidays = vec![HolidayRow { date: "2026-11-26".into(), name: "Thanksgiving".into() }];
    desk.set_calendar(SetCalendar { business_days, holidays, why: String::new() }).unwrap();
    let view = desk.review_month(ReviewMonth { month: None }).unwrap();
    assert_eq!((view.month.as_str(), view.today.as_str()), ("2026-11", "2026-11-16"), "this one");
    assert_eq!(view.zone, "Europe/Berlin", "the workspace's");
    let (first, last) = (&view.days[0], view.days.last().unwrap());
    assert_eq!(
        (first.date.as_str(), last.date.as_str()),
        ("2026-10-26", "2026-12-06"),
        "whole weeks"
    );
    let on = |date: &str| view.days.iter().find(|day| day.date == date).unwrap();
    let reviews = |date: &str| -> Vec<(String, ReviewState)> {
        on(date).reviews.iter().map(|row| (row.review.clone(), row.state)).collect()
    };
    let today = [("WEEKLY-2026-W47".to_owned(), ReviewState::Due)];
    assert_eq!(reviews("2026-11-16"), today, "the daily watch begins tomorrow");
    let monday = [
        ("DAILY-2026-11-23".to_owned(), ReviewState::Coming),
        ("WEEKLY-2026-W48".to_owned(), ReviewState::Coming),
    ];
    assert_eq!(reviews("2026-11-23"), monday, "what is to come, in order of time");
    assert_eq!(on("2026-11-26").holiday.as_deref(), Some("Thanksgiving"));
    assert!(reviews("2026-11-26").is_empty(), "a daily watch is skipped");
    assert!(!on("2026-11-21").business, "a Saturday");
    for wrong in ["2026-13", "November", "0001-01", "9999-12"] {
        let month = Some(wrong.to_owned());
        assert_eq!(code(desk.review_month(ReviewMonth { month })), "unreadable-value", "{wrong}");
    }
}

#[test]
fn the_calendar_leaves_as_a_file_that_says_when_every_review_is_due() {
    let room = Room::new();
    let mut desk = room.founded();
    let written = desk.export_calendar(ExportCalendar { grant: room.grant("r.ics") }).unwrap();
    assert!(written.entry.is_some(), "an export is an entry");
    let text = std::fs::read_to_string(room.path("r.ics")).unwrap();
    let events = text.matches("BEGIN:VEVENT").count();
    assert!(events > 300, "a year of daily, weekly, monthly and quarterly ones: {events}");
    let weekly =
        text.split("BEGIN:VEVENT").find(|event| event.contains("WEEKLY-2026-W47")).unwrap();
    for line in
        ["DTSTART:20261116T090000Z", "DTEND:20261116T100000Z", "SUMMARY:Weekly governance call"]
    {
        assert!(weekly.contains(line), "{line} in {weekly}");
    }
    assert!(text.lines().all(|line| line.len() <= 75), "lines are folded");
    desk.export_calendar(ExportCalendar { grant: room.grant("again.ics") }).unwrap();
    let again = std::fs::read_to_string(room.path("again.ics")).unwrap();
    let uids = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
    };
    assert_eq!(uids(&again), uids(&text), "a calendar program replaces what it has");
}

const FEED: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\
    BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas Day\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261226\r\nSUMMARY:Boxing Day\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261226\r\nSUMMARY:St Stephen\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nDTSTART:20261224T120000Z\r\nSUMMARY:Half a day\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270501\r\nSUMMARY:May Day\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n\
    END:VCALENDAR\r\n";

#[test]
fn holidays_are_taken_in_from_a_calendar_file_as_the_preview_said() {
    let room = Room::new();
    let mut desk = room.founded();
    let business_days = ["Mon", "Tue", "Wed", "Thu", "Fri"].map(str::to_owned).to_vec();
    let holidays = vec![HolidayRow { date: "2026-12-25".into(), name: "Office closed".into() }];
    desk.set_calendar(SetCalendar { business_days, holidays, why: String::new() }).unwrap();
    let grant = room.write("uk.ics", FEED);
    let before = size(&mut desk);
    let preview = desk.preview_holidays(PreviewHolidays { grant: grant.clone() }).unwrap();
    assert_eq!(size(&mut desk), before, "a preview writes nothing");
    let added: Vec<_> = preview.added.iter().map(|day| day.date.as_str()).collect();
    let may = ["2027-05-01", "2028-05-01", "2029-05-01", "2030-05-01", "2031-05-01"];
    assert_eq!(added, [&["2026-12-26"], may.as_slice()].concat(), "what repeats, for five years");
    assert_eq!(preview.until, "2031-12-31", "as is said");
    assert_eq!(preview.named[0].known, "Office closed", "a day keeps its name");
    let rejected: Vec<_> =
        preview.rejected.iter().map(|bad| (bad.line, bad.code.as_str())).collect();
    assert_eq!(rejected, [(11, "twice"), (15, "not-a-day")], "by line");

    let saved = SaveRejectedHolidays { source: grant.clone(), grant: room.grant("bad.csv") };
    desk.save_rejected_holidays(saved).unwrap();
    let bad = std::fs::read_to_string(room.path("bad.csv")).unwrap();
    assert!(bad.contains("St Stephen"), "what is rejected can be kept: {bad}");

    let import = |sha256: Option<&str>| ImportHolidays {
        grant: grant.clone(),
        sha256: sha256.map(str::to_owned),
        why: "The public holidays".into(),
    };
    assert_eq!(code(desk.import_holidays(import(Some("0")))), "import-changed");
    let done = desk.import_holidays(import(Some(&preview.sha256))).unwrap();
    assert_eq!((done.added, done.known, done.rejected.len()), (6, 1, 2));
    let names: Vec<_> = done.calendar.holidays.iter().map(|day| day.name.as_str()).collect();
    assert_eq!(names[..2], ["Office closed", "Boxing Day"], "added to what stood, by date");
    assert_eq!(code(desk.import_holidays(import(None))), "nothing-changed", "the second time");
    let preview = desk.preview_holidays(PreviewHolidays { grant }).unwrap();
    assert!(preview.taken_in_before.is_some(), "the file is recognised");
}
