//! A review that the sponsor countersigns on a machine where nothing lies but their key.

use desk::operations::{
    Asks, BringKeyFile, CountersignatureAsked, Nothing, OpenRequest, OpenStatements,
    RequestCountersignature, RequestView, ReviewQuery, ReviewView, SaveKeyFile, SignRequest,
    TakeStatements,
};
use desk::{Desk, Problem};
use domain::ReviewRef;
use domain::review::{Outcome, ReviewCountersigned};

use crate::conduct::append;
use crate::support::*;

const SPONSOR: &str = "PER-0002";
const NOTE: &str = "Two sequences went out without a second reader";
const STATES: &str = "I have read it, and stand behind what is done about the sequences.";

/// The operator's desk with a closed review, and the sponsor's, which has their key.
fn closed(room: &Room) -> (Desk, Desk) {
    let mut here = room.founded();
    sign_in(&mut here, SPONSOR, SPONSORS).unwrap();
    let key = room.grant("sponsor.pem");
    here.save_key_file(SaveKeyFile { grant: key.clone() }).unwrap();
    let mut there = room.desk("sponsors");
    there.open_path(&room.workspace()).unwrap();
    there.bring_key_file(BringKeyFile { grant: key, passphrase: SPONSORS.into() }).unwrap();
    there.close_workspace(Nothing {}).unwrap();
    sign_in(&mut here, "PER-0001", PASSPHRASE).unwrap();
    hold(&mut here, REVIEW);
    answer(&mut here, REVIEW, "anomalies", Outcome::Attention, NOTE).unwrap();
    close(&mut here, REVIEW, PASSPHRASE).unwrap();
    (here, there)
}

fn ask(room: &Room, here: &mut Desk) -> Result<RequestView, Problem> {
    let (review, grant) = (REVIEW.to_owned(), room.grant("asked.json"));
    Ok(here.request_countersignature(RequestCountersignature { review, grant })?.request)
}

fn read(room: &Room, there: &mut Desk) -> Result<RequestView, Problem> {
    there.open_request(OpenRequest { grant: room.grant("asked.json") })
}

fn told(request: &RequestView) -> &CountersignatureAsked {
    let Asks::Countersignature(asked) = &request.asks else { panic!("{:?}", request.asks) };
    asked
}

fn sign(
    room: &Room,
    desk: &mut Desk,
    (person, passphrase): (&str, &str),
    approve: bool,
) -> Result<(), Problem> {
    let sha256 = read(room, desk)?.sha256;
    let signed = desk.sign_request(SignRequest {
        grant: room.grant("asked.json"),
        sha256,
        person: person.into(),
        approve,
        consulted: false,
        reason: STATES.into(),
        passphrase: passphrase.into(),
        out: room.grant("signed.json"),
    });
    signed.map(|_| ())
}

fn take(room: &Room, here: &mut Desk) -> Result<(), Problem> {
    let grants = vec![room.grant("signed.json")];
    here.take_statements(TakeStatements { grants, passphrase: PASSPHRASE.into(), why: None })?;
    Ok(())
}

fn stands(here: &mut Desk) -> ReviewView {
    here.review(ReviewQuery { review: REVIEW.into() }).unwrap()
}

#[test]
fn a_countersignature_by_file_shows_all_that_was_found_and_counts_here_once() {
    let room = Room::new();
    let (mut here, mut there) = closed(&room);
    ask(&room, &mut here).unwrap();
    let request = read(&room, &mut there).unwrap();
    assert!(!request.known, "nothing of that workspace lies on this machine");
    let asked = told(&request);
    let view = stands(&mut here);
    assert_eq!(asked.by_name, "Maren Okafor", "it says who closed it");
    let shown: Vec<_> = asked.items.iter().map(|item| (&item.title, Some(item.outcome))).collect();
    let found: Vec<_> = view.items.iter().map(|item| (&item.title, item.outcome)).collect();
    assert_eq!(shown, found, "every item as it was answered, in the order of the agenda");
    let noted = asked.items.iter().find_map(|item| item.note.as_deref());
    assert_eq!(noted, Some(NOTE), "with what was noted");
    let mut shown = asked.items.iter().flat_map(|item| &item.shown);
    assert!(shown.any(|one| one.label.contains(" (MET-")), "metrics by name and reference");
    let head = view.closed.as_ref().unwrap().head.clone();
    assert_eq!(asked.root, head, "and everything up to the closing");

    sign(&room, &mut there, (SPONSOR, SPONSORS), true).unwrap();
    let grants = vec![room.grant("signed.json")];
    let came = here.open_statements(OpenStatements { grants }).unwrap();
    assert!(came.refused.is_none(), "it counts: {:?}", came.refused);
    take(&room, &mut here).unwrap();
    let view = stands(&mut here);
    let signature = view.countersigned.unwrap();
    assert_eq!(
        signature.name, "Tobias Lindqvist",
        "whoever signed countersigns, not who took it in"
    );
    let closer = view.closed.unwrap();
    assert_ne!(signature.fingerprint, closer.fingerprint, "with their own key");
    assert_eq!(view.statement.as_deref(), Some(STATES), "in their own words");
    let minutes = here.minutes_text(ReviewQuery { review: REVIEW.into() }).unwrap().text;
    assert!(minutes.contains(STATES), "which the minutes say: {minutes}");
    assert_eq!(code(take(&room, &mut here)), "statement-again", "once");
    assert_eq!(code(ask(&room, &mut here)), "countersigned", "and nobody is asked again");
    holds(&mut here, "it stands like one given here");
}

#[test]
fn who_closed_it_or_says_no_countersigns_nothing() {
    let room = Room::new();
    let (mut here, mut there) = closed(&room);
    ask(&room, &mut here).unwrap();
    let own = sign(&room, &mut here, ("PER-0001", PASSPHRASE), true);
    assert_eq!(code(own), "own-countersignature", "two people close a quarter");
    sign(&room, &mut there, (SPONSOR, SPONSORS), false).unwrap();
    assert_eq!(code(take(&room, &mut here)), "statement-says-no");
    assert!(stands(&mut here).countersigned.is_none(), "it waits still");
}

#[test]
fn a_request_that_shows_something_else_than_what_is_signed_is_not_read() {
    let room = Room::new();
    let (mut here, mut there) = closed(&room);
    ask(&room, &mut here).unwrap();
    let whole = std::fs::read_to_string(room.path("asked.json")).unwrap();
    let breach = whole.replacen("\"outcome\":\"attention\"", "\"outcome\":\"breach\"", 1);
    let lies = [
        ("another outcome than the closing counts", breach),
        ("other words of a note", whole.replace(NOTE, "Nothing worth a word")),
    ];
    for (what, lie) in lies {
        assert_ne!(lie, whole, "{what} is a change");
        std::fs::write(room.path("asked.json"), lie).unwrap();
        assert_eq!(code(read(&room, &mut there)), "statement-unreadable", "{what}");
    }
    // Titles are only told beside it; where the workspace is open they are held against it.
    let mut retitled: serde_json::Value = serde_json::from_str(&whole).unwrap();
    retitled["beside"]["items"]["anomalies"] = "Nothing to see".into();
    std::fs::write(room.path("asked.json"), retitled.to_string()).unwrap();
    let told = read(&room, &mut here).unwrap().refused.map(|problem| problem.code.to_string());
    assert_eq!(told.as_deref(), Some("request-differs"), "a title that is not the agenda’s");
    // One that fits itself can be signed where nothing is known of the workspace, and counts for nothing.
    std::fs::write(room.path("asked.json"), whole.replace(REVIEW, NEXT)).unwrap();
    sign(&room, &mut there, (SPONSOR, SPONSORS), true).unwrap();
    assert_eq!(code(take(&room, &mut here)), "request-differs", "no such review was closed");
}

#[test]
fn a_statement_over_another_closing_is_found_though_every_signature_holds() {
    let room = Room::new();
    let (mut here, mut there) = closed(&room);
    ask(&room, &mut here).unwrap();
    sign(&room, &mut there, (SPONSOR, SPONSORS), true).unwrap();
    let file = std::fs::read_to_string(room.path("signed.json")).unwrap();
    let file: serde_json::Value = serde_json::from_str(&file).unwrap();
    let signed = serde_json::json!({
        "statement": file["statement"],
        "signature": file["signature"],
    });
    let closed_by_entry = stands(&mut here).closed.unwrap().entry;
    room.later(60 * 24 * 7);
    sign_in(&mut here, "PER-0001", PASSPHRASE).unwrap();
    hold(&mut here, NEXT);
    let next = close(&mut here, NEXT, PASSPHRASE).unwrap().closed.unwrap().entry;
    here.close_workspace(Nothing {}).unwrap();
    assert_ne!(next, closed_by_entry, "two closings");
    append(
        &room,
        ReviewCountersigned {
            review: ReviewRef::new(NEXT),
            closed_by_entry: next,
            statement: None,
            signed: Some(serde_json::from_value(signed).unwrap()),
        }
        .into(),
    );
    here.open_path(&room.workspace()).unwrap();
    let proof = verify(&mut here);
    let named = proof.faults.iter().any(|fault| fault.code == "rule.differs");
    assert!(named, "it was given for {REVIEW}, not {NEXT}: {:?}", proof.faults);
}
