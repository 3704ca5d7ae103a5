//! Reviews that somebody with the file and a key opens, attends, takes over or adds to past the desk.

use desk::Desk;
use desk::operations::{EnrolKey, OpenReview};
use domain::review::{
    AddendumWritten, AttendanceStated, ChairTaken, Presence, ReviewHeld, ReviewOpened,
};
use domain::{CadenceId, Event, Moment, PersonRef, ReviewRef, Text};
use store::Store;

use crate::conduct::append_as;
use crate::support::*;

const OPERATOR: PersonRef = PersonRef::new(1);
const SPONSOR: PersonRef = PersonRef::new(2);
/// Somebody who has a key and no role.
const THIRD: PersonRef = PersonRef::new(3);
/// Somebody who keeps the desk too.
const KEEPER: PersonRef = PersonRef::new(4);
const PIAS: &str = "amber lantern thistle";
const NOURS: &str = "granite willow comet";

/// A workspace whose weekly call can be opened, with the third and the keeper in it.
fn with_people(room: &Room) -> Desk {
    let mut desk = room.founded();
    for (name, roles, key) in [("Pia Sand", &[][..], PIAS), ("Nour Haddad", &["revops"], NOURS)] {
        let person = add(&mut desk, name, roles).unwrap();
        let (new_passphrase, passphrase) = (key.into(), PASSPHRASE.into());
        desk.enrol_key(EnrolKey { person, new_passphrase, passphrase }).unwrap();
    }
    desk
}

fn opened_by_the_operator(room: &Room) -> Desk {
    let mut desk = with_people(room);
    desk.open_review(OpenReview { review: REVIEW.into() }).unwrap();
    desk
}

/// The rule that the entry `event`, signed by `by`, is found to break; blank where none.
fn found(room: &Room, desk: &mut Desk, by: PersonRef, event: Event) -> String {
    let passphrases = [PASSPHRASE, SPONSORS, PIAS, NOURS];
    append_as(room, by, passphrases[by.number() as usize - 1], event);
    let last = size(desk);
    let faults = verify(desk).faults;
    let entries: Vec<Option<u64>> = faults.iter().map(|fault| fault.entry).collect();
    assert!(entries.iter().all(|entry| *entry == Some(last)), "no other is named: {faults:?}");
    let rules = faults.iter().filter_map(|fault| fault.code.strip_prefix("rule."));
    rules.collect::<Vec<_>>().join(", ")
}

/// When the weekly call falls due.
fn due() -> Moment {
    let room = Room::new();
    drop(opened_by_the_operator(&room));
    let store = Store::read(&room.workspace()).unwrap();
    store.now().held(&ReviewRef::new(REVIEW)).unwrap().unwrap().due
}

#[test]
fn a_review_that_was_opened_as_no_desk_would_is_named() {
    let due = due();
    let week = chrono::Duration::weeks(1);
    let opened = |review: &str, due: Moment, chair| {
        let (review, cadence) = (ReviewRef::new(review), CadenceId::new("weekly"));
        Event::from(ReviewOpened { review, cadence, due, chair })
    };
    for (attack, by, event, expected) in [
        ("one that the desk would have opened", OPERATOR, opened(REVIEW, due, OPERATOR), ""),
        ("one by who may not", THIRD, opened(REVIEW, due, THIRD), "not-entitled"),
        ("one before its week", OPERATOR, opened(NEXT, due.plus(week), OPERATOR), "too-early"),
        ("one that no cadence brings", OPERATOR, opened("WEEKLY-X", due, OPERATOR), "unknown"),
        ("one due a week later", OPERATOR, opened(REVIEW, due.plus(week), OPERATOR), "differs"),
        ("one that another is to chair", OPERATOR, opened(REVIEW, due, KEEPER), "differs"),
    ] {
        let room = Room::new();
        let mut desk = with_people(&room);
        assert_eq!(found(&room, &mut desk, by, event), expected, "{attack}");
    }
}

#[test]
fn a_review_opened_once_it_was_missed_is_named() {
    let due = due();
    let room = Room::new();
    let mut desk = with_people(&room);
    room.later(14 * 24 * 60);
    let (review, cadence) = (ReviewRef::new(REVIEW), CadenceId::new("weekly"));
    let event = Event::from(ReviewOpened { review, cadence, due, chair: OPERATOR });
    assert_eq!(found(&room, &mut desk, OPERATOR, event), "missed");
}

#[test]
fn attendance_that_no_desk_would_have_stated_is_named() {
    let stated = |person, presence, delegate: Option<&str>| {
        let (review, delegate) = (ReviewRef::new(REVIEW), delegate.map(Text::new));
        Event::from(AttendanceStated { review, person, presence, delegate })
    };
    let here = Presence::Present;
    for (attack, by, event, expected) in [
        ("what its chair states", OPERATOR, stated(THIRD, here, None), ""),
        ("a delegate", OPERATOR, stated(THIRD, Presence::Delegate, Some("Jo Weiss")), ""),
        ("what another states", THIRD, stated(THIRD, here, None), "not-the-chair"),
        ("of nobody", OPERATOR, stated(PersonRef::new(99), here, None), "unknown"),
        ("a delegate of who was there", OPERATOR, stated(THIRD, here, Some("Jo")), "differs"),
    ] {
        let room = Room::new();
        let mut desk = opened_by_the_operator(&room);
        assert_eq!(found(&room, &mut desk, by, event), expected, "{attack}");
    }
    let room = Room::new();
    let mut desk = with_people(&room);
    hold(&mut desk, REVIEW);
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    let late = found(&room, &mut desk, OPERATOR, stated(THIRD, here, None));
    assert_eq!(late, "closed", "what is stated once it is closed");
}

#[test]
fn a_chair_taken_as_no_desk_would_let_it_is_named() {
    let taken = |from, to, reason: &str| {
        let (review, reason) = (ReviewRef::new(REVIEW), Text::new(reason));
        Event::from(ChairTaken { review, from, to, reason })
    };
    let ill = "She is ill.";
    for (attack, by, event, expected) in [
        ("by who may lead it", KEEPER, taken(OPERATOR, KEEPER, ill), ""),
        ("by who may not", THIRD, taken(OPERATOR, THIRD, ill), "not-entitled"),
        ("for no reason", KEEPER, taken(OPERATOR, KEEPER, " "), "blank"),
        ("from who does not chair it", KEEPER, taken(SPONSOR, KEEPER, ill), "differs"),
        ("for another", KEEPER, taken(OPERATOR, THIRD, ill), "differs"),
        ("by who chairs it", OPERATOR, taken(OPERATOR, THIRD, ill), "chairs-already"),
    ] {
        let room = Room::new();
        let mut desk = opened_by_the_operator(&room);
        assert_eq!(found(&room, &mut desk, by, event), expected, "{attack}");
    }
}

#[test]
fn a_time_of_meeting_that_no_desk_would_have_stated_is_named() {
    let (morning, noon) = ("2026-11-16T07:10:00Z", "2026-11-16T12:00:00Z");
    for (attack, by, from, to, expected) in [
        ("what its chair states", OPERATOR, morning, "2026-11-16T07:40:00Z", ""),
        ("what another states", THIRD, morning, "2026-11-16T07:40:00Z", "not-the-chair"),
        ("one that ends as it begins", OPERATOR, morning, morning, "not-held-then"),
        ("one that is not over", OPERATOR, morning, noon, "not-held-then"),
        ("one of last year", OPERATOR, "2025-11-16T07:10:00Z", morning, "not-held-then"),
    ] {
        let room = Room::new();
        let mut desk = opened_by_the_operator(&room);
        room.later(60);
        let event = ReviewHeld { review: ReviewRef::new(REVIEW), from: at(from), to: at(to) };
        assert_eq!(found(&room, &mut desk, by, event.into()), expected, "{attack}");
    }
}

#[test]
fn words_added_to_a_review_that_is_not_closed_are_named() {
    let added = |words: &str| {
        Event::from(AddendumWritten { review: ReviewRef::new(REVIEW), text: Text::new(words) })
    };
    let room = Room::new();
    let mut desk = opened_by_the_operator(&room);
    assert_eq!(found(&room, &mut desk, OPERATOR, added("We forgot one.")), "not-closed");
    for (words, expected) in [("We forgot one.", ""), (" ", "blank")] {
        let room = Room::new();
        let mut desk = with_people(&room);
        hold(&mut desk, REVIEW);
        close(&mut desk, REVIEW, PASSPHRASE).unwrap();
        assert_eq!(found(&room, &mut desk, THIRD, added(words)), expected, "“{words}”");
    }
}
