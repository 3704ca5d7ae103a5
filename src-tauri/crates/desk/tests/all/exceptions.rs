//! Exceptions at the desk: on their clocks, up their way, as of any past moment.

use desk::Desk;
use desk::operations::{
    AssignException, ExceptionNamed, ExceptionRow, ExceptionWords, FindingsQuery, LinkException,
    LookBack, Nothing, RaiseAction, RaisedFrom, ReportException, ResolveException,
    SetExceptionSeverity, TimeState, WritePostmortem,
};
use domain::exception::{Kind, Severity, Stage, Step};
use domain::rule::Rule;

use crate::support::*;

pub fn report(desk: &mut Desk, kind: Kind, severity: Severity) -> ExceptionRow {
    let request = ReportException {
        kind,
        severity,
        workflow: None,
        what: "A list lay open".into(),
        pointer: "https://crm.example/lists/7".into(),
        from: None,
    };
    let before = desk.exceptions(Nothing {}).unwrap().open;
    let view = desk.report_exception(request).unwrap();
    let new = |row: &ExceptionRow| before.iter().all(|one| one.exception != row.exception);
    view.open.into_iter().find(new).unwrap()
}

fn row(desk: &mut Desk, exception: &str) -> ExceptionRow {
    let view = desk.exceptions(Nothing {}).unwrap();
    let mut all = view.open.into_iter().chain(view.over);
    all.find(|row| row.exception == exception).unwrap()
}

fn named(exception: &str) -> ExceptionNamed {
    ExceptionNamed { exception: exception.into() }
}

fn words(exception: &str, words: &str) -> ExceptionWords {
    ExceptionWords { exception: exception.into(), words: words.into() }
}

pub fn resolve(desk: &mut Desk, exception: &str) -> String {
    let (exception, words) = (exception.to_owned(), "The link is closed".to_owned());
    code(desk.resolve_exception(ResolveException { exception, words }))
}

/// Time passes, and Maren sits down again.
fn later(room: &Room, desk: &mut Desk, minutes: i64) {
    room.later(minutes);
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
}

fn rules_of(desk: &mut Desk, exception: &str) -> Vec<Rule> {
    let groups = desk.findings(FindingsQuery::default()).unwrap().groups;
    let all = groups.into_iter().flat_map(|group| group.findings);
    all.filter(|finding| finding.about == exception).map(|finding| finding.rule).collect()
}

#[test]
fn an_exception_runs_on_its_clock_goes_up_its_way_and_the_past_is_told_the_same() {
    let room = Room::new();
    let mut desk = room.founded();
    let rafael = add(&mut desk, "Rafael Castellanos", &["security"]).unwrap();
    let raised = report(&mut desk, Kind::DataSecurity, Severity::High);
    let exception = raised.exception.clone();
    let asked = raised.asked.unwrap();
    assert_eq!((asked.step, asked.me), (Step::Person, false), "security is asked first");
    assert_eq!(asked.names, ["Rafael Castellanos"], "by name");
    assert_eq!((raised.time.state, raised.time.wall), (TimeState::Running, true), "wall clock");
    assert_eq!(raised.time.says, "24 h left", "all of it");
    assert_eq!(raised.routed_name, "Security, Compliance", "both are asked");

    later(&room, &mut desk, 19 * 60);
    let near = row(&mut desk, &exception);
    assert_eq!((near.time.state, near.time.says.as_str()), (TimeState::Near, "5 h left"), "near");
    assert_eq!(rules_of(&mut desk, &exception), [], "nothing is found while it is in time");

    later(&room, &mut desk, 6 * 60);
    let late = row(&mut desk, &exception);
    let asked = late.asked.unwrap();
    assert_eq!(late.time.says, "1 h past due", "in words");
    assert_eq!((asked.step, asked.me), (Step::RevOps, true), "RevOps is asked, and sits here");
    assert_eq!(late.time.steps.len(), 1, "where it went is told");
    assert_eq!(rules_of(&mut desk, &exception), [Rule::ExceptionInTime], "and it is a finding");
    let today = desk.today(Nothing {}).unwrap().exceptions;
    assert_eq!((today.open, today.late, today.asked), (1, 1, 1), "Today counts it");
    assert_eq!(today.rows[0].exception, exception, "and shows it");

    let was = size(&mut desk);
    let person = Some(rafael);
    desk.assign_exception(AssignException { exception: exception.clone(), person }).unwrap();
    assert_eq!(resolve(&mut desk, &exception), "done", "a keeper may");
    let over = row(&mut desk, &exception);
    assert_eq!((over.time.state, over.stage), (TimeState::WasLate, Stage::Resolved), "too late");
    desk.look_back(LookBack { as_of: was.to_string() }).unwrap();
    let then = row(&mut desk, &exception);
    assert_eq!((then.stage, then.person), (Stage::Open, None), "as it stood then");
    assert!(then.time.due.is_some_and(|due| Some(due) == over.time.due), "due when it was due");
    desk.return_to_now(Nothing {}).unwrap();
    holds(&mut desk, "all of it verifies");
}

#[test]
fn waiting_stops_its_clock_and_reopening_gives_it_its_whole_time() {
    let room = Room::new();
    let mut desk = room.founded();
    let exception = report(&mut desk, Kind::Privacy, Severity::High).exception;
    later(&room, &mut desk, 60);
    desk.acknowledge_exception(named(&exception)).unwrap();
    let view = desk.let_exception_wait(words(&exception, "The vendor looks for it")).unwrap();
    assert_eq!(view.open[0].stage, Stage::Waiting, "it waits");
    later(&room, &mut desk, 3 * 24 * 60);
    let waits = row(&mut desk, &exception);
    assert_eq!(waits.time.says, "waits, 23 h left", "nothing runs out");
    assert_eq!(waits.time.pauses[0].why.as_deref(), Some("The vendor looks for it"), "and why");
    desk.resume_exception(named(&exception)).unwrap();
    assert_eq!(row(&mut desk, &exception).time.says, "23 h left", "it goes on");
    assert_eq!(resolve(&mut desk, &exception), "done", "in time");
    assert_eq!(row(&mut desk, &exception).time.says, "in time", "which is told");
    let view = desk.reopen_exception(words(&exception, "It lies open again")).unwrap();
    let again = &view.open[0];
    assert_eq!(
        (again.stage, again.time.says.as_str()),
        (Stage::Reopened, "24 h left"),
        "all of it"
    );
    assert_eq!((again.words.clone(), again.ended_at.clone()), (None, None), "it is not over");
}

#[test]
fn what_was_severe_wants_a_postmortem_in_some_days() {
    let room = Room::new();
    let mut desk = room.founded();
    let exception = report(&mut desk, Kind::OutputError, Severity::Normal).exception;
    let (severity, why) = (Severity::High, "Two customers saw it".to_owned());
    let set = SetExceptionSeverity { exception: exception.clone(), severity, why };
    let view = desk.set_exception_severity(set).unwrap();
    assert_eq!(view.open[0].may_set, [Severity::Critical], "whoever told it makes it no milder");
    assert_eq!(resolve(&mut desk, &exception), "done", "resolved");
    assert_eq!(rules_of(&mut desk, &exception), [], "there is time for it");
    later(&room, &mut desk, 6 * 24 * 60);
    assert_eq!(rules_of(&mut desk, &exception), [Rule::PostmortemWritten], "then it is missed");
    let text = |words: &str| words.to_owned();
    let written = WritePostmortem {
        exception: exception.clone(),
        cause: text("A default"),
        impact: text("Nobody outside"),
        done: text("It was closed"),
        changes: text("The default"),
    };
    desk.write_postmortem(written).unwrap();
    assert_eq!(rules_of(&mut desk, &exception), [], "and written");
    let over = row(&mut desk, &exception);
    assert_eq!(over.postmortem.unwrap().changes.as_deref(), Some("The default"), "to be read");
}

#[test]
fn what_came_out_of_it_stands_on_both_sides() {
    let room = Room::new();
    let mut desk = room.founded();
    let exception = report(&mut desk, Kind::OutputError, Severity::Normal).exception;
    let raise = |from: &str| RaiseAction {
        what: "Close every list".into(),
        who: "PER-0001".into(),
        due: "2026-11-30".into(),
        cadence: "weekly".into(),
        from: Some(RaisedFrom::Exception(from.into())),
    };
    let actions = desk.raise_action(raise(&exception)).unwrap();
    assert_eq!(actions.open[0].source.as_deref(), Some(exception.as_str()), "the action item");
    assert_eq!(row(&mut desk, &exception).actions, [actions.open[0].action.clone()], "and back");
    assert_eq!(code(desk.raise_action(raise("EXC-0077"))), "unknown", "there is no such exception");
    let decision = "DEC-0077".to_owned();
    let link = LinkException { exception: exception.clone(), decision };
    assert_eq!(code(desk.link_exception(link)), "unknown", "nor such a decision");
    assert_eq!(row(&mut desk, &exception).pointer.as_deref(), Some("https://crm.example/lists/7"));
}
