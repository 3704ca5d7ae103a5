//! What the desk tells a person by itself: on the desktop, and when they come back.

use desk::Desk;
use desk::notifications::Notification;
use desk::operations::{
    LookBack, Nothing, RaiseAction, ReportException, ResolveException, SetNotifications, SinceView,
};
use domain::exception::{Kind, Severity};

use crate::support::*;

fn report(desk: &mut Desk, kind: Kind, what: &str) -> String {
    let report = ReportException {
        kind,
        severity: Severity::High,
        workflow: None,
        what: what.into(),
        pointer: String::new(),
        from: None,
    };
    let before = desk.exceptions(Nothing {}).unwrap().open;
    let after = desk.report_exception(report).unwrap().open;
    let new = after.iter().find(|row| before.iter().all(|one| one.exception != row.exception));
    new.unwrap().exception.clone()
}

fn back(desk: &mut Desk, person: &str, passphrase: &str) -> SinceView {
    sign_in(desk, person, passphrase).unwrap();
    desk.since_last_here(Nothing {}).unwrap()
}

fn says(view: &SinceView) -> Vec<&str> {
    view.lines.iter().map(|line| line.says.as_str()).collect()
}

#[test]
fn whoever_comes_back_is_told_what_others_did_and_time_brought_until_they_have_seen_it() {
    let room = Room::new();
    let mut desk = room.founded();
    let first = desk.since_last_here(Nothing {}).unwrap();
    assert_eq!((first.since, first.lines.len()), (None, 0), "nothing, the first time");
    let mine = report(&mut desk, Kind::DataSecurity, "A list lay open");
    desk.lock(Nothing {}).unwrap();

    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let theirs = report(&mut desk, Kind::Bias, "Some are never written to");
    room.later(26 * 60);
    let view = back(&mut desk, "PER-0001", PASSPHRASE);
    assert_eq!(view.since.as_deref(), Some("2026-11-16T08:00:00+01:00"), "since they left");
    let entered: Vec<_> = view.lines.iter().filter(|line| line.entry.is_some()).collect();
    assert_eq!(entered.len(), 1, "what another entered, of {:?}", says(&view));
    assert_eq!(entered[0].about.as_deref(), Some(theirs.as_str()), "and nothing of one's own");
    let late = view.lines.iter().find(|line| line.about.as_deref() == Some(mine.as_str())).unwrap();
    assert_eq!(late.says, "passed its due", "of one's own only what time did");
    assert_eq!((late.by.as_deref(), late.entry), (None, None), "which nobody entered");

    desk.lock(Nothing {}).unwrap();
    let again = back(&mut desk, "PER-0001", PASSPHRASE);
    assert_eq!(says(&again), says(&view), "it stays until it was seen");
    let seen = desk.dismiss_since(Nothing {}).unwrap();
    assert_eq!(seen.lines, [], "then it goes");
    desk.lock(Nothing {}).unwrap();
    assert_eq!(back(&mut desk, "PER-0001", PASSPHRASE).lines, [], "for good");
    let report = says(&view).len();
    assert!(report <= 8, "a short list: {report}");
}

#[test]
fn nobody_is_told_what_happened_while_they_sat_there_or_when_they_look_back() {
    let room = Room::new();
    let mut desk = room.founded();
    desk.since_last_here(Nothing {}).unwrap();
    report(&mut desk, Kind::DataSecurity, "A list lay open");
    for _ in 0..30 {
        room.later(9);
        desk.stay(Nothing {}).unwrap();
    }
    for _ in 0..150 {
        room.later(9);
        desk.stay(Nothing {}).unwrap();
        assert_eq!(desk.since_last_here(Nothing {}).unwrap().lines, [], "they see it themselves");
    }
    desk.lock(Nothing {}).unwrap();
    assert_eq!(back(&mut desk, "PER-0001", PASSPHRASE).lines, [], "they saw its due pass");
    room.later(3 * 24 * 60);
    let away = back(&mut desk, "PER-0001", PASSPHRASE);
    assert!(says(&away).contains(&"was missed"), "reviews were missed: {:?}", says(&away));
    desk.look_back(LookBack { as_of: "2".into() }).unwrap();
    let past = desk.since_last_here(Nothing {}).unwrap();
    assert_eq!((past.since, past.lines.len()), (None, 0), "the past has no news");
}

fn titles(shown: &[Notification]) -> Vec<&str> {
    shown.iter().map(|one| one.title.as_str()).collect()
}

fn wanted(on: bool, hours: Option<(&str, &str)>, quiet_weekends: bool) -> SetNotifications {
    SetNotifications {
        on,
        quiet_from: hours.map(|(from, _)| from.to_owned()),
        quiet_to: hours.map(|(_, to)| to.to_owned()),
        quiet_weekends,
    }
}

#[test]
fn what_is_asked_is_told_once_without_anybodys_words_also_while_the_desk_is_locked() {
    let room = Room::new();
    let mut desk = room.founded();
    assert_eq!(desk.notify().unwrap(), [], "nothing waits yet");
    let exception = report(&mut desk, Kind::OutputError, "A secret of Ada's");
    desk.lock(Nothing {}).unwrap();
    let shown = desk.notify().unwrap();
    assert_eq!(titles(&shown), [format!("{exception} is asked of you")], "RevOps is asked");
    assert!(shown.iter().all(|one| !one.words.contains("Ada")), "no words: {shown:?}");
    assert_eq!(desk.notify().unwrap(), [], "once");

    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    desk.raise_action(RaiseAction {
        what: "Ask".into(),
        who: "PER-0001".into(),
        due: "2026-11-16".into(),
        cadence: "weekly".into(),
        from: None,
    })
    .unwrap();
    assert_eq!(titles(&desk.notify().unwrap()), ["ACT-0001 is due today"], "its last day");
    let words = "Mended".to_owned();
    desk.resolve_exception(ResolveException { exception, words }).unwrap();
    room.later(24 * 60 + 5);
    let shown = desk.notify().unwrap();
    assert!(
        titles(&shown).contains(&"ACT-0001 is late"),
        "and once more when it passed: {shown:?}"
    );
}

#[test]
fn in_quiet_hours_nothing_is_told_and_afterwards_what_still_waits() {
    let room = Room::new();
    let mut desk = room.founded();
    desk.notify().unwrap();
    room.clock.set(at("2026-11-16T17:30:00Z"));
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let gone = report(&mut desk, Kind::OutputError, "One");
    let stays = report(&mut desk, Kind::OutputError, "Two");
    assert_eq!(desk.notify().unwrap(), [], "half past six is after hours");
    let words = "Mended".to_owned();
    desk.resolve_exception(ResolveException { exception: gone.clone(), words }).unwrap();
    room.clock.set(at("2026-11-17T06:59:00Z"));
    assert_eq!(desk.notify().unwrap(), [], "until eight");
    room.clock.set(at("2026-11-17T07:00:00Z"));
    let shown = format!("{:?}", desk.notify().unwrap());
    assert!(shown.contains(&stays) && !shown.contains(&gone), "only what still waits: {shown}");
}

#[test]
fn each_person_sets_for_themselves_when_they_are_told() {
    let room = Room::new();
    let mut desk = room.founded();
    let view = desk.notifications(Nothing {}).unwrap();
    assert_eq!(view.quiet_from.as_deref(), Some("18:00"), "as it starts");
    desk.set_notifications(wanted(false, None, false)).unwrap();
    report(&mut desk, Kind::OutputError, "One");
    assert_eq!(desk.notify().unwrap(), [], "switched off");
    let before = size(&mut desk);
    let view = desk.set_notifications(wanted(true, Some(("12:00", "13:00")), false)).unwrap();
    assert_eq!(size(&mut desk), before, "a matter of this machine, not of the record");
    assert_eq!(view.quiet_to.as_deref(), Some("13:00"), "it is kept");
    assert_eq!(desk.notify().unwrap().len(), 1, "and what waits is told");
    let unreadable = wanted(true, Some(("noon", "13:00")), false);
    assert_eq!(code(desk.set_notifications(unreadable)), "unreadable-value", "no such time");
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let theirs = desk.notifications(Nothing {}).unwrap();
    assert_eq!(theirs.quiet_from.as_deref(), Some("18:00"), "another person's stay theirs");
}
