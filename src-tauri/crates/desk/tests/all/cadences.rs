//! Cadences and the calendar, set, changed and retired at the desk.

use desk::operations::{
    HolidayRow, Nothing, PastReviews, RetireCadence, ReviewState, SetCadence, SetCalendar,
};
use domain::cadence::Rhythm;

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
    let view = desk.set_cadence(SetCadence { terms: terms.clone(), why }).unwrap();
    let row = view.cadences.iter().find(|row| row.terms.cadence == "weekly").unwrap();
    assert_eq!(row.terms.checklist[0].item, terms.checklist[0].item, "the new order stands");
    let next: Vec<_> = row.next.iter().map(|one| one.review.as_str()).collect();
    assert_eq!(next[0], "WEEKLY-2026-W49", "this week's fell due on Monday, and a week has one");
    let waiting = desk.reviews(Nothing {}).unwrap().waiting;
    let late = waiting.iter().find(|row| row.review == "WEEKLY-2026-W48").unwrap();
    assert_eq!(late.state, ReviewState::Late, "what was expected stays expected");

    let why = String::new();
    desk.retire_cadence(RetireCadence { cadence: "weekly".into(), why }).unwrap();
    let weekly = PastReviews { cadence: Some("weekly".into()), before: None };
    let past = desk.past_reviews(weekly).unwrap().rows;
    let names: Vec<_> = past.iter().map(|row| row.review.as_str()).collect();
    assert_eq!(names, ["WEEKLY-2026-W48", "WEEKLY-2026-W47"], "late when it was retired: missed");
    let again = RetireCadence { cadence: "weekly".into(), why: String::new() };
    assert_eq!(code(desk.retire_cadence(again)), "unknown", "it is retired already");
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
        code(desk.set_cadence(SetCadence { terms, why: String::new() }))
    };
    assert_eq!(with(&|t| t.time = "25:00".into()), "bad-request");
    assert_eq!(with(&|t| t.from = "soon".into()), "bad-request");
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
