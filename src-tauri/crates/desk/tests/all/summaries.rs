//! What is pasted and printed of a week and of exceptions, and every date as a calendar.

use desk::Desk;
use desk::operations::{
    ExceptionWords, ExceptionsAbout, ExportCalendar, ExportPostmortem, ExportSummary, LogQuery,
    Nothing, RaiseAction, RaisedFrom, ReportException, ResolveException, SummaryOf, SummaryQuery,
};
use domain::exception::{Kind, Severity};

use crate::reports::words;
use crate::support::*;

/// A live workflow, and an exception about it.
fn something_went_wrong(room: &Room) -> (Desk, String, String) {
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, room, "Lists builder");
    let view = desk
        .report_exception(ReportException {
            kind: Kind::DataSecurity,
            severity: Severity::High,
            workflow: Some(workflow.clone()),
            what: "A list | lay open".into(),
            pointer: String::new(),
            from: None,
        })
        .unwrap();
    let exception = view.open[0].exception.clone();
    (desk, workflow, exception)
}

fn raise(desk: &mut Desk, exception: &str) -> String {
    let raised = RaiseAction {
        what: "Close every list".into(),
        who: "PER-0001".into(),
        due: "2026-11-30".into(),
        cadence: "weekly".into(),
        from: Some(RaisedFrom::Exception(exception.into())),
    };
    desk.raise_action(raised).unwrap().open[0].action.clone()
}

fn about(desk: &mut Desk, reference: &str) -> Vec<String> {
    let view = desk.exceptions_about(ExceptionsAbout { reference: reference.into() }).unwrap();
    view.open.into_iter().chain(view.over).map(|row| row.exception).collect()
}

fn resolve(desk: &mut Desk, exception: &str) {
    let (exception, words) = (exception.to_owned(), "The link is closed".to_owned());
    desk.resolve_exception(ResolveException { exception, words }).unwrap();
}

#[test]
fn a_workflow_and_an_action_item_lead_to_their_exceptions_whether_open_or_over() {
    let room = Room::new();
    let (mut desk, workflow, exception) = something_went_wrong(&room);
    let action = raise(&mut desk, &exception);
    for reference in [&workflow, &action] {
        assert_eq!(about(&mut desk, reference), std::slice::from_ref(&exception), "of {reference}");
    }
    resolve(&mut desk, &exception);
    assert_eq!(about(&mut desk, &workflow), [exception], "resolved ones too");
    for other in ["WF-0099", "DEC-0001", "ACT-0099", REVIEW] {
        assert_eq!(about(&mut desk, other), [""; 0], "nothing of {other}");
    }
}

#[test]
fn a_summary_tells_exceptions_by_how_pressing_they_are_and_its_copying_is_recorded() {
    let room = Room::new();
    let (mut desk, _, exception) = something_went_wrong(&room);
    let query = SummaryQuery { of: SummaryOf::Exceptions };
    let open = desk.summary_text(query).unwrap().text;
    let line = format!("| {exception} | A list \\| lay open | WF-0001 Lists builder |");
    let part = |text: &str, head: &str| {
        text.split("## ").find(|part| part.starts_with(head)).unwrap().to_owned()
    };
    assert!(part(&open, "Open").contains(&line), "nobody's words make a column:\n{open}");
    assert!(part(&open, "Past due").contains("None is past due."), "{open}");

    room.later(25 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let late = desk.summary_text(query).unwrap().text;
    assert!(part(&late, "Past due").contains(&line), "its time ran out:\n{late}");
    resolve(&mut desk, &exception);
    let before = size(&mut desk);
    let copied = desk.summary_copied(query).unwrap();
    assert_eq!(copied.entry, Some(before + 1), "what leaves is an entry");
    let over = desk.summary_text(query).unwrap().text;
    assert!(part(&over, "Resolved").contains(&exception), "{over}");
    room.later(8 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let later = desk.summary_text(query).unwrap().text;
    assert!(part(&later, "Resolved").contains("None was resolved."), "not for ever:\n{later}");
}

#[test]
fn the_week_in_short_tells_what_was_held_decided_and_done_in_it() {
    let room = Room::new();
    let (mut desk, _, exception) = something_went_wrong(&room);
    let action = raise(&mut desk, &exception);
    hold(&mut desk, REVIEW);
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    let of = SummaryOf::Week;
    let text = desk.summary_text(SummaryQuery { of }).unwrap().text;
    assert!(text.starts_with("# Week 47, 16 to 22 November 2026\n"), "{text}");
    let held = |line: &str| line.starts_with(&format!("| {REVIEW} |")) && line.contains("| held |");
    assert!(text.lines().any(held), "the call was held:\n{text}");
    assert!(text.contains("1 raised and 0 resolved this week, 1 open."), "{text}");
    assert!(text.contains(&format!("| {action} | Close every list |")), "{text}");
    let written = desk.export_summary(ExportSummary { of, grant: room.grant("w.md") }).unwrap();
    assert!(written.entry.is_some(), "recorded");
    let saved = std::fs::read_to_string(room.path("w.md")).unwrap();
    assert_eq!(saved, text, "what is saved is what is copied");
}

#[test]
fn a_postmortem_leaves_once_it_is_written_and_stands_with_its_exception() {
    let room = Room::new();
    let (mut desk, _, exception) = something_went_wrong(&room);
    raise(&mut desk, &exception);
    let export = |desk: &mut Desk, name: &str| {
        let (exception, grant) = (exception.clone(), room.grant(name));
        desk.export_postmortem(ExportPostmortem { exception, grant })
    };
    let before = size(&mut desk);
    assert_eq!(code(export(&mut desk, "early.pdf")), "bad-request", "nothing was learnt yet");
    assert_eq!(size(&mut desk), before, "so nothing left");
    resolve(&mut desk, &exception);
    learn(&mut desk, &exception);
    let written = export(&mut desk, "learnt.pdf").unwrap();
    let pdf = std::fs::read(room.path("learnt.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"), "pages");
    let log = LogQuery { about: Some(exception.clone()), ..LogQuery::default() };
    let told = desk.log(log).unwrap().rows;
    assert_eq!(Some(told[0].entry), written.entry, "its leaving stands with the exception");
}

#[test]
fn a_postmortem_tells_when_its_exception_was_resolved_and_reopened() {
    let room = Room::new();
    let (mut desk, _, exception) = something_went_wrong(&room);
    resolve(&mut desk, &exception);
    room.later(24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let words_of =
        |words: &str| ExceptionWords { exception: exception.clone(), words: words.to_owned() };
    desk.reopen_exception(words_of("It lies open again")).unwrap();
    room.later(5);
    resolve(&mut desk, &exception);
    learn(&mut desk, &exception);
    let grant = room.grant("learnt.pdf");
    desk.export_postmortem(ExportPostmortem { exception: exception.clone(), grant }).unwrap();
    let pdf = lopdf::Document::load(room.path("learnt.pdf")).unwrap();
    let said: String = words(&pdf).chars().filter(|one| !one.is_whitespace()).collect();
    let steps = [
        "2026-11-1608:00Resolved",
        "2026-11-1708:00Reopened;allofitstimeanew",
        "2026-11-1708:05Resolved",
    ];
    let places = steps.map(|step| said.find(step));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {said}");
}

#[test]
fn the_calendar_holds_what_is_due_of_every_kind() {
    let room = Room::new();
    let (mut desk, workflow, exception) = something_went_wrong(&room);
    let action = raise(&mut desk, &exception);
    desk.export_calendar(ExportCalendar { grant: room.grant("all.ics") }).unwrap();
    let text = std::fs::read_to_string(room.path("all.ics")).unwrap().replace("\r\n ", "");
    let event = |uid: &str| {
        let found = text.split("BEGIN:VEVENT").find(|event| event.contains(&format!("UID:{uid}@")));
        found.unwrap_or_else(|| panic!("{uid} in {text}")).to_owned()
    };
    let drill = desk.stops(Nothing {}).unwrap().drills[0].due.replace('-', "");
    assert!(event(&format!("{workflow}.drill")).contains(&format!("DTSTART;VALUE=DATE:{drill}")));
    let item = event(&format!("{action}.due"));
    assert!(item.contains("DTSTART;VALUE=DATE:20261130"), "its last day: {item}");
    assert!(item.contains("TRANSP:TRANSPARENT"), "nobody is busy all day: {item}");
    let due = event(&format!("{exception}.due"));
    assert!(due.contains("DTSTART:20261117T"), "24 hours from Monday: {due}");
    assert!(due.contains(r"Due\, Security\, Compliance"), "{due}");
    assert!(!due.contains("lay open"), "what happened stays in the desk: {due}");
}
