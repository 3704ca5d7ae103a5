//! Action items: raised in a call, carried into the next, and over.

use desk::Desk;
use desk::operations::{
    ActionRow, ActionState, ActionsShown, ActionsView, CompleteAction, DropAction, ExportActions,
    FromItem, HandOverAction, Nothing, OpenReview, RaiseAction, RaisedFrom, ReopenAction,
    RescheduleAction, ReviewQuery, ReviewView,
};

use crate::support::*;

/// The Mondays after the room's first, at eight o'clock in Berlin.
const MONDAYS: [(&str, &str); 3] = [
    ("WEEKLY-2026-W48", "2026-11-23T07:00:00Z"),
    ("WEEKLY-2026-W49", "2026-11-30T07:00:00Z"),
    ("WEEKLY-2026-W50", "2026-12-07T07:00:00Z"),
];

fn raise(desk: &mut Desk, what: &str, due: &str, review: Option<&str>) -> ActionsView {
    let item = |review: &str| FromItem { review: review.into(), item: "anomalies".into() };
    let from = review.map(|review| RaisedFrom::Item(item(review)));
    desk.raise_action(RaiseAction {
        what: what.into(),
        who: "PER-0002".into(),
        due: due.into(),
        cadence: "weekly".into(),
        from,
    })
    .unwrap()
}

fn complete(desk: &mut Desk, action: &str) -> ActionsView {
    let (action, words) = (action.to_owned(), "All 61 read.".to_owned());
    desk.complete_action(CompleteAction { action, words }).unwrap()
}

fn review(desk: &mut Desk, review: &str) -> ReviewView {
    desk.review(ReviewQuery { review: review.into() }).unwrap()
}

fn refs(rows: &[ActionRow]) -> Vec<&str> {
    rows.iter().map(|row| row.action.as_str()).collect()
}

/// The first week's call held, with ACT-0001 raised in it, and the second Monday begun.
fn second_monday(room: &Room) -> Desk {
    let mut desk = room.founded();
    hold(&mut desk, REVIEW);
    raise(&mut desk, "Read the emails", "2026-11-20", Some(REVIEW));
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    room.clock.set(at(MONDAYS[0].1));
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    desk
}

#[test]
fn an_action_item_raised_in_a_call_stands_with_its_item_and_is_carried_until_it_is_over() {
    let room = Room::new();
    let mut desk = second_monday(&room);
    let first = review(&mut desk, REVIEW);
    let anomalies = first.items.iter().find(|item| item.item == "anomalies").unwrap();
    assert_eq!(refs(&anomalies.raised), ["ACT-0001"], "it stands where it came up");
    assert!(first.carried_actions.is_empty(), "and was not carried into its own call");

    let before = review(&mut desk, MONDAYS[0].0);
    assert_eq!(refs(&before.carried_actions), ["ACT-0001"], "the next call is told beforehand");
    assert_eq!(before.carried_actions[0].state, ActionState::Late, "Friday has passed");
    assert_eq!(before.carried_actions[0].days, -3, "by three days");
    assert_eq!(before.carried_actions[0].who_name, "Tobias Lindqvist", "and whose it is");

    hold(&mut desk, MONDAYS[0].0);
    complete(&mut desk, "ACT-0001");
    let during = review(&mut desk, MONDAYS[0].0);
    assert_eq!(refs(&during.carried_actions), ["ACT-0001"], "done in the call, it stays in view");
    assert_eq!(during.carried_actions[0].state, ActionState::Done, "as done");
    close(&mut desk, MONDAYS[0].0, PASSPHRASE).unwrap();

    room.clock.set(at(MONDAYS[1].1));
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let after = review(&mut desk, MONDAYS[1].0);
    assert!(after.carried_actions.is_empty(), "what is over is carried no further");
    holds(&mut desk, "nothing but the desk wrote this file");
}

#[test]
fn a_closed_review_shows_its_action_items_as_they_stood_when_it_was_closed() {
    let room = Room::new();
    let mut desk = second_monday(&room);
    hold(&mut desk, MONDAYS[0].0);
    close(&mut desk, MONDAYS[0].0, PASSPHRASE).unwrap();
    let closed = review(&mut desk, MONDAYS[0].0);
    complete(&mut desk, "ACT-0001");
    room.later(60 * 24 * 30);
    let later = review(&mut desk, MONDAYS[0].0);
    assert_eq!(later.carried_actions, closed.carried_actions, "late by three days for ever");
    let first = review(&mut desk, REVIEW);
    let raised = first.items.iter().flat_map(|item| &item.raised).next().unwrap();
    assert_eq!(raised.state, ActionState::Open, "nobody had done it when that call was closed");
}

#[test]
fn a_call_carries_what_was_to_be_done_when_it_was_opened_and_nothing_of_another_cadence() {
    let room = Room::new();
    let mut desk = room.founded();
    for (what, review) in [("one", None), ("two", None)] {
        raise(&mut desk, what, "2026-12-24", review);
    }
    complete(&mut desk, "ACT-0002");
    desk.open_review(OpenReview { review: REVIEW.into() }).unwrap();
    raise(&mut desk, "three", "2026-12-24", None);
    let view = review(&mut desk, REVIEW);
    assert_eq!(refs(&view.carried_actions), ["ACT-0001"], "two was over, three came after");
    let wrong = RaiseAction {
        what: "four".into(),
        who: "PER-0002".into(),
        due: "2026-12-24".into(),
        cadence: "yearly".into(),
        from: None,
    };
    assert_eq!(code(desk.raise_action(wrong)), "unknown", "a cadence that there is carries it");
}

#[test]
fn the_list_says_who_has_what_and_what_became_of_it() {
    let room = Room::new();
    let mut desk = room.founded();
    for (what, due) in [("one", "2026-11-25"), ("two", "2026-11-18"), ("three", "2026-11-16")] {
        raise(&mut desk, what, due, None);
    }
    let view = desk.actions(Nothing {}).unwrap();
    assert_eq!(refs(&view.open), ["ACT-0003", "ACT-0002", "ACT-0001"], "the soonest due first");
    let action = || "ACT-0001".to_owned();
    let (to, reason) = ("PER-0001".to_owned(), "Tobias travels.".to_owned());
    let handed = HandOverAction { action: action(), to, reason };
    let view = desk.hand_over_action(handed).unwrap();
    assert_eq!(view.open[2].who_name, "Maren Okafor", "it changed hands");
    let moved = RescheduleAction {
        action: action(),
        due: "2026-11-17".into(),
        reason: "The board meets.".into(),
    };
    assert_eq!(desk.reschedule_action(moved).unwrap().open[1].action, action(), "and its day");
    let dropped = DropAction { action: action(), words: "The template is gone.".into() };
    let view = desk.drop_action(dropped).unwrap();
    assert_eq!(view.over[0].words.as_deref(), Some("The template is gone."), "it says why not");
    let again = ReopenAction { action: action(), reason: "It came back.".into() };
    let view = desk.reopen_action(again).unwrap();
    assert_eq!((view.open.len(), view.over.len()), (3, 0), "nothing is over for good");
    assert_eq!(view.open[1].words, None, "nor remembered as dropped");
}

#[test]
fn the_csv_holds_what_the_list_shows() {
    let room = Room::new();
    let mut desk = room.founded();
    raise(&mut desk, "=cmd()|'/C calc'!A0", "2026-11-25", None);
    raise(&mut desk, "Read the emails", "2026-11-18", None);
    complete(&mut desk, "ACT-0002");
    for (shown, has, lacks) in [
        (ActionsShown::Open, "'=cmd()", "ACT-0002"),
        (ActionsShown::Over, "All 61 read.", "ACT-0001"),
        (ActionsShown::Mine, "Action,What,Who", "ACT-"),
        (ActionsShown::Late, "Action,What,Who", "ACT-"),
    ] {
        let grant = room.grant("actions.csv");
        let written = desk.export_actions(ExportActions { shown, grant }).unwrap();
        let csv = std::fs::read_to_string(room.path("actions.csv")).unwrap();
        assert!(csv.contains(has) && !csv.contains(lacks), "{shown:?}: {csv}");
        assert!(written.entry.is_some(), "leaving the desk is an entry");
    }
}
