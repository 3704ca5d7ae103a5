//! Calls that do not go by the book: the chair leaves, the call was held before it was recorded.

use desk::Desk;
use desk::operations::{
    ExportMinutes, FromItem, PaperForm, RaiseAction, RaisedFrom, ReviewQuery, ReviewView,
    StateAttendance, StateHeld, TakeChair,
};
use domain::review::{Outcome, Presence};

use crate::support::*;

fn query() -> ReviewQuery {
    ReviewQuery { review: REVIEW.into() }
}

fn take(desk: &mut Desk, reason: &str) -> Result<ReviewView, desk::Problem> {
    desk.take_chair(TakeChair { review: REVIEW.into(), reason: reason.into() })
}

fn state(desk: &mut Desk, person: &str, presence: Presence) {
    let (review, person, delegate) = (REVIEW.into(), person.into(), String::new());
    desk.state_attendance(StateAttendance { review, person, presence, delegate }).unwrap();
}

fn markdown(desk: &mut Desk) -> String {
    desk.minutes_text(query()).unwrap().text
}

#[test]
fn a_review_whose_chair_is_away_is_closed_by_whoever_takes_the_chair() {
    let room = Room::new();
    let mut desk = room.founded();
    hold(&mut desk, REVIEW);
    state(&mut desk, "PER-0001", Presence::Absent);
    assert_eq!(code(close(&mut desk, REVIEW, PASSPHRASE)), "chair-away", "she was not there");

    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let view = desk.review(query()).unwrap();
    assert!(view.may_chair && !view.yours, "the sponsor is offered the chair");
    assert_eq!(code(close(&mut desk, REVIEW, SPONSORS)), "not-the-chair", "but has it not yet");
    assert_eq!(code(take(&mut desk, " ")), "blank", "it takes a reason");
    let view = take(&mut desk, "Maren is ill since noon.").unwrap();
    assert_eq!(view.chair_name.as_deref(), Some("Tobias Lindqvist"), "he chairs");
    assert_eq!(view.chairs_taken[0].from, "Maren Okafor", "and the record says from whom");
    assert_eq!(code(take(&mut desk, "Again.")), "chairs-already", "once is enough");

    state(&mut desk, "PER-0002", Presence::Present);
    let blocked = close(&mut desk, REVIEW, SPONSORS);
    assert_eq!(code(blocked), "no-quorum", "taking the chair makes nobody present who was not");
    state(&mut desk, "PER-0001", Presence::Delegate);
    close(&mut desk, REVIEW, SPONSORS).unwrap();
    let text = markdown(&mut desk);
    assert!(text.contains("took the chair from"), "the minutes say so: {text}");
    assert!(text.contains("Maren is ill since noon."), "with the reason");
    holds(&mut desk, "nothing but the desk wrote this file");
}

#[test]
fn a_call_recorded_afterwards_says_when_it_was_held_and_when_it_was_recorded() {
    let room = Room::new();
    let mut desk = room.founded();
    room.clock.set(at("2026-11-18T13:02:00Z"));
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    hold(&mut desk, REVIEW);
    let held = |from: &str, to: &str| StateHeld {
        review: REVIEW.into(),
        from: from.into(),
        to: to.into(),
    };
    for (from, to, expected, why) in [
        ("2026-11-15T10:00", "2026-11-15T10:58", "not-held-then", "that was the week before"),
        ("2026-11-18T14:00", "2026-11-18T14:30", "not-held-then", "that is still to come"),
        ("on Monday", "2026-11-16T10:58", "unreadable-value", "that is no time"),
    ] {
        assert_eq!(code(desk.state_held(held(from, to))), expected, "{why}");
    }
    let view = desk.state_held(held("2026-11-16T10:00", "2026-11-16T10:58")).unwrap();
    let meeting = view.held.unwrap();
    assert_eq!(meeting.from, "2026-11-16T10:00:00+01:00", "in the workspace's own zone");
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    let text = markdown(&mut desk);
    assert!(
        text.contains("Monday 16 November 2026, 10:00 to 10:58, as the chair states"),
        "the meeting's own time first: {text}"
    );
    assert!(text.contains("Recorded Wednesday 18 November 2026"), "then the machine's: {text}");
}

#[test]
fn closed_minutes_have_the_same_bytes_whoever_prints_them_and_whenever() {
    let room = Room::new();
    let mut desk = room.founded();
    hold(&mut desk, REVIEW);
    answer(&mut desk, REVIEW, "anomalies", Outcome::Attention, "Nine emails name a rival.")
        .unwrap();
    desk.raise_action(RaiseAction {
        what: "Read all 61 emails".into(),
        who: "PER-0002".into(),
        due: "2026-11-25".into(),
        cadence: String::new(),
        from: Some(RaisedFrom::Item(FromItem { review: REVIEW.into(), item: "anomalies".into() })),
    })
    .unwrap();
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    let print = |desk: &mut Desk, form: PaperForm, name: &str| {
        let grant = room.grant(name);
        desk.export_minutes(ExportMinutes { review: REVIEW.into(), form, grant }).unwrap();
        std::fs::read(room.path(name)).unwrap()
    };
    let first = print(&mut desk, PaperForm::Pdf, "first.pdf");
    let text = markdown(&mut desk);
    let (before, copied) = (size(&mut desk), desk.minutes_copied(query()).unwrap());
    assert_eq!(copied.entry, Some(before + 1), "that they were copied is an entry");
    desk.complete_action(desk::operations::CompleteAction {
        action: "ACT-0001".into(),
        words: String::new(),
    })
    .unwrap();
    room.later(60 * 24 * 40);
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    assert_eq!(print(&mut desk, PaperForm::Pdf, "later.pdf"), first, "by another, 40 days later");
    assert_eq!(markdown(&mut desk), text, "nor does the Markdown change");
    assert!(text.contains("| ACT-0001 | Read all 61 emails | Tobias Lindqvist | 25 Nov | New |"));
    assert!(text.contains("Nine emails name a rival. ACT-0001"), "beside what raised it: {text}");
}
