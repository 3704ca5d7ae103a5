//! The desk as of a past moment.

use desk::operations::{
    AddWorkflow, ExportRegister, LogQuery, LookBack, Nothing, PaperForm, RegisterQuery, call,
};
use desk::{Desk, Problem};
use serde_json::json;

use crate::support::*;

fn look_back(desk: &mut Desk, as_of: &str) -> Result<(), Problem> {
    desk.look_back(LookBack { as_of: as_of.to_owned() }).map(|_| ())
}

fn registered(desk: &mut Desk, name: &str) {
    desk.add_workflow(AddWorkflow { name: name.to_owned(), ..AddWorkflow::default() }).unwrap();
}

/// A workspace with one workflow of Monday and another of Tuesday.
fn two_days(room: &Room) -> Desk {
    let mut desk = room.founded();
    registered(&mut desk, "Lead scoring");
    room.later(24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    registered(&mut desk, "Outreach");
    desk
}

fn names(desk: &mut Desk) -> Vec<String> {
    let rows = desk.register(RegisterQuery::default()).unwrap().workflows;
    rows.into_iter().filter_map(|row| row.name).collect()
}

#[test]
fn every_screen_shows_what_stood_at_the_end_of_the_day_that_was_asked_for() {
    let room = Room::new();
    let mut desk = two_days(&room);
    look_back(&mut desk, "2026-11-16").unwrap();
    assert_eq!(names(&mut desk), ["Lead scoring"], "Tuesday's workflow was not there yet");
    assert_eq!(desk.today(Nothing {}).unwrap().day, "2026-11-16", "time is counted from then");
    let newest = desk.log(LogQuery::default()).unwrap().rows.remove(0);
    assert!(newest.says.starts_with("Lead scoring"), "the log ends there: {}", newest.says);
    let past = desk.frame(Nothing {}).unwrap().workspace.unwrap().past.unwrap();
    assert_eq!(past.at, "2026-11-16T23:59:59+01:00", "a day means its end");
    assert_eq!(past.entry, newest.entry, "and the banner names the entry it stands after");
    desk.return_to_now(Nothing {}).unwrap();
    assert_eq!(names(&mut desk).len(), 2, "now is one step away");
}

#[test]
fn a_moment_is_named_by_entry_by_day_or_by_the_clock_on_the_wall() {
    let room = Room::new();
    let mut desk = two_days(&room);
    let last = desk.log(LogQuery::default()).unwrap().entries;
    for (asked, seen) in [
        ((last - 1).to_string().as_str(), 1),
        (last.to_string().as_str(), 2),
        ("2026-11-16T08:00", 1),
        ("2026-11-17", 2),
        ("2026-11-16T07:00:00Z", 1),
    ] {
        look_back(&mut desk, asked).unwrap();
        assert_eq!(names(&mut desk).len(), seen, "as of {asked}");
    }
    for (asked, refused) in [
        ("0", "no-such-moment"),
        ("99999", "no-such-moment"),
        ("2026-11-15", "no-such-moment"),
        ("2026-11-18", "no-such-moment"),
        ("2026-11-17T23:00", "no-such-moment"),
        ("last Monday", "unreadable-value"),
    ] {
        assert_eq!(code(look_back(&mut desk, asked)), refused, "as of {asked}");
    }
}

#[test]
fn nothing_is_changed_while_the_desk_shows_the_past() {
    let room = Room::new();
    let mut desk = two_days(&room);
    let entries = desk.log(LogQuery::default()).unwrap().entries;
    look_back(&mut desk, "2026-11-16").unwrap();
    for (operation, request) in [
        ("add_person", json!({ "name": "Nour", "contact": "", "roles": [] })),
        (
            "add_workflow",
            serde_json::to_value(AddWorkflow { name: "x".into(), ..AddWorkflow::default() })
                .unwrap(),
        ),
        ("retire_cadence", json!({ "cadence": "weekly", "why": "no" })),
        ("open_review", json!({ "review": REVIEW })),
        (
            "erase_text",
            json!({ "entry": 1, "path": "/event/name", "ground": "x", "passphrase": PASSPHRASE }),
        ),
        ("export_pack", json!({ "grant": room.grant("x.zip"), "withhold_contacts": false })),
    ] {
        assert_eq!(code(call(&mut desk, operation, request)), "looking-back", "{operation}");
    }
    desk.return_to_now(Nothing {}).unwrap();
    assert_eq!(desk.log(LogQuery::default()).unwrap().entries, entries, "no entry was made");
    registered(&mut desk, "Routing");
}

#[test]
fn a_report_of_then_leaves_with_an_entry_of_now() {
    let room = Room::new();
    let mut desk = two_days(&room);
    look_back(&mut desk, "2026-11-16").unwrap();
    let then = desk.frame(Nothing {}).unwrap().workspace.unwrap().past.unwrap().entry;
    let (form, grant) = (PaperForm::Csv, room.grant("register.csv"));
    let written =
        desk.export_register(ExportRegister { form, grant, as_of: None, seen: None }).unwrap();
    let csv = std::fs::read_to_string(room.path("register.csv")).unwrap();
    assert!(csv.contains("Lead scoring") && !csv.contains("Outreach"), "it is of then: {csv}");
    desk.return_to_now(Nothing {}).unwrap();
    let entry = desk.log(LogQuery::default()).unwrap().rows.remove(0);
    assert_eq!(Some(entry.entry), written.entry, "the export is the newest entry");
    assert!(then + 1 < entry.entry, "after what it shows");
}
