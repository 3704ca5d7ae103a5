//! Answers that came into the record past the desk.

use desk::Desk;
use desk::operations::{EnrolKey, ReviewQuery};
use domain::review::{ItemAnswered, Outcome};
use domain::{Event, ItemId, PersonRef, ReviewRef, Text};

use crate::conduct::append_as;
use crate::support::*;

const CALL: &str = "WEEKLY-2026-W47";
const CHAIR: (PersonRef, &str) = (PersonRef::new(1), PASSPHRASE);
/// Somebody who has a key, and chairs nothing.
const OTHER: (PersonRef, &str) = (PersonRef::new(3), "amber lantern thistle");

/// A call with every item answered, and somebody else with a key.
fn held(room: &Room) -> Desk {
    let mut desk = room.founded();
    let pia = add(&mut desk, "Pia Sand", &[]).unwrap();
    let (new_passphrase, passphrase) = (OTHER.1.into(), PASSPHRASE.into());
    desk.enrol_key(EnrolKey { person: pia, new_passphrase, passphrase }).unwrap();
    hold(&mut desk, CALL);
    desk
}

fn answered(review: &str, item: &str, outcome: Outcome, note: &str) -> Event {
    let (review, item) = (ReviewRef::new(review), ItemId::new(item));
    let note = (!note.is_empty()).then(|| Text::new(note));
    let (shown, tiers) = (Vec::new(), Vec::new());
    ItemAnswered { review, item, outcome, note, seconds: 60, shown, tiers }.into()
}

/// The rules that are found broken.
fn found(desk: &mut Desk) -> Vec<String> {
    let faults = verify(desk).faults.into_iter();
    faults.filter_map(|fault| Some(fault.code.strip_prefix("rule.")?.to_owned())).collect()
}

#[test]
fn an_answer_that_no_desk_would_have_taken_is_found_though_its_signature_holds() {
    use Outcome::{Attention, Breach, Fine};
    for (attack, (by, passphrase), (review, item), outcome, note, expected) in [
        ("what its chair may say", CHAIR, (CALL, "anomalies"), Attention, "Eleven.", ""),
        ("one by another", OTHER, (CALL, "anomalies"), Fine, "", "not-the-chair"),
        ("one to nothing that is asked", CHAIR, (CALL, "astrology"), Fine, "", "no-such-item"),
        ("a breach that says nothing", CHAIR, (CALL, "anomalies"), Breach, "", "note-missing"),
        ("one of no review", CHAIR, ("WEEKLY-2026-W48", "anomalies"), Fine, "", "unknown"),
    ] {
        let room = Room::new();
        let mut desk = held(&room);
        append_as(&room, by, passphrase, answered(review, item, outcome, note));
        let expected: Vec<&str> = [expected].into_iter().filter(|code| !code.is_empty()).collect();
        assert_eq!(found(&mut desk), expected, "{attack}");
    }
}

#[test]
fn an_answer_after_the_closing_is_found_wherever_it_shows() {
    let room = Room::new();
    let mut desk = held(&room);
    close(&mut desk, CALL, PASSPHRASE).unwrap();
    holds(&mut desk, "it was held by the rules");
    append_as(&room, CHAIR.0, CHAIR.1, answered(CALL, "anomalies", Outcome::Breach, "Eleven."));
    let view = desk.review(ReviewQuery { review: CALL.into() }).unwrap();
    let item = view.items.iter().find(|item| item.item == "anomalies").unwrap();
    assert_eq!(item.outcome, Some(Outcome::Breach), "the screen shows what was put there");
    assert_eq!(found(&mut desk), ["closed"], "and the check says that it was not there");
}
