//! A decision's record as it leaves: as pages, and as an excerpt that anybody can verify.

use desk::operations::{
    ChangeGiven, CloseReview, DecisionForm, EraseText, ExportDecision, LogQuery, PermitGiven,
    ProposeDecision, ReviewQuery, Verdict as Proven, Verification, Verify, Written,
};
use desk::{Desk, Problem};
use domain::ItemId;
use domain::decision::{Class, DecisionKind, Verdict};
use domain::review::Spent;

use crate::support::*;

/// A request that RevOps proposed and the sponsor approved.
fn decided(room: &Room) -> Desk {
    let mut desk = room.founded();
    desk.propose_decision(ProposeDecision {
        kind: DecisionKind::MassSend,
        title: "Autumn newsletter".into(),
        rationale: "Four thousand customers wait for it.".into(),
        rollback_plan: "Send a correction.".into(),
        evidence: Vec::new(),
        change: ChangeGiven::Request {
            what: "Send the autumn newsletter".into(),
            workflow: None,
            permit: Some(PermitGiven {
                class: Class::Batch,
                last_day: "2026-12-01".into(),
                count: Some(4000),
                discount_percent: String::new(),
                to: "All customers".into(),
                segments: Vec::new(),
            }),
        },
    })
    .unwrap();
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let yes = vote(&mut desk, "DEC-0001", Verdict::Approve, "Once, and no more.", SPONSORS);
    desk.give_votes(yes).unwrap();
    desk
}

fn export(
    room: &Room,
    desk: &mut Desk,
    form: DecisionForm,
    name: &str,
) -> Result<Written, Problem> {
    let (decision, grant) = ("DEC-0001".to_owned(), room.grant(name));
    desk.export_decision(ExportDecision { decision, form, withhold_words: false, grant })
}

fn proven(room: &Room, desk: &Desk, name: &str) -> Verification {
    desk.verify_file(&room.path(name), &Verify::default()).unwrap()
}

#[test]
fn an_excerpt_proves_that_the_votes_cover_exactly_the_proposal() {
    let room = Room::new();
    let mut desk = decided(&room);
    export(&room, &mut desk, DecisionForm::Excerpt, "DEC-0001.excerpt").unwrap();
    let proof = proven(&room, &desk, "DEC-0001.excerpt");
    assert!(proof.faults.is_empty(), "{:?}", proof.faults);
    assert_eq!(proof.integrity.verdict, Proven::Holds, "nothing was altered");
    assert_eq!(proof.completeness.verdict, Proven::Unchecked, "it says nothing of the rest");
    assert_eq!(proof.entries, 3, "proposed, voted, applied");
    assert!(
        proof.notes.iter().any(|note| note.contains("PER-0002 signed “approve” on DEC-0001")
            && note.contains("exactly the proposal")),
        "{:?}",
        proof.notes
    );
    assert!(proof.notes.iter().any(|note| note.contains("DEC-0001 was applied")));
    let (present, erased, withheld) = proof.texts;
    assert!(present > 3 && erased == 0 && withheld == 0, "with everybody's words");
}

#[test]
fn an_excerpt_that_was_tampered_with_is_found_out() {
    let room = Room::new();
    let mut desk = decided(&room);
    export(&room, &mut desk, DecisionForm::Excerpt, "whole.excerpt").unwrap();
    let whole = std::fs::read_to_string(room.path("whole.excerpt")).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let second = lines.iter().rposition(|line| line.starts_with("extra ")).unwrap();
    let swapped = whole.replacen(lines[1], lines[second], 1);
    room.write("swapped.excerpt", swapped);
    assert_eq!(proven(&room, &desk, "swapped.excerpt").integrity.verdict, Proven::Fails);
    let cut = whole.find("\nc2sp.org").unwrap() + 1;
    room.write("alone.excerpt", &whole[cut..]);
    let alone = proven(&room, &desk, "alone.excerpt");
    assert!(
        alone.notes.iter().any(|note| note.contains("proposal does not stand before it")),
        "without its proposal a vote says nothing of what it covers: {:?}",
        alone.notes
    );
}

#[test]
fn words_can_be_withheld_and_erased_ones_are_said_to_be() {
    let room = Room::new();
    let mut desk = decided(&room);
    let (decision, grant) = ("DEC-0001".to_owned(), room.grant("bare.excerpt"));
    let form = DecisionForm::Excerpt;
    desk.export_decision(ExportDecision { decision, form, withhold_words: true, grant }).unwrap();
    let (present, erased, withheld) = proven(&room, &desk, "bare.excerpt").texts;
    assert!(present == 0 && erased == 0 && withheld > 3, "the proof stands without the words");
    assert!(
        files_with(&room.path(""), "no more").iter().all(|path| !path.ends_with("bare.excerpt"))
    );

    let log = desk.log(LogQuery { about: Some("DEC-0001".into()), ..LogQuery::default() }).unwrap();
    let entry = log.rows.iter().find(|row| row.event == "decision.proposed").unwrap().entry;
    desk.erase_text(EraseText {
        entry,
        path: "/event/rationale".into(),
        ground: "Names a customer.".into(),
        passphrase: SPONSORS.into(),
    })
    .unwrap();
    export(&room, &mut desk, DecisionForm::Excerpt, "erased.excerpt").unwrap();
    let proof = proven(&room, &desk, "erased.excerpt");
    assert!(proof.faults.is_empty(), "votes hold over what was erased: {:?}", proof.faults);
    assert_eq!((proof.entries, proof.texts.1), (4, 1), "the entry that erased it is there too");
    assert_eq!(proof.texts.2, 1, "why it was erased may say too much, and stays");
    let pdf = export(&room, &mut desk, DecisionForm::Pdf, "erased.pdf").unwrap();
    assert!(pdf.bytes > 1000, "pages can still be made");
}

#[test]
fn a_record_that_leaves_is_an_entry_about_its_decision() {
    let room = Room::new();
    let mut desk = decided(&room);
    for (form, name) in [(DecisionForm::Pdf, "one.pdf"), (DecisionForm::Excerpt, "one.excerpt")] {
        let before = size(&mut desk);
        let written = export(&room, &mut desk, form, name).unwrap();
        assert_eq!(written.entry, Some(before + 1), "{name} is on the record");
        let about = Some("DEC-0001".to_owned());
        let log = desk.log(LogQuery { about, ..LogQuery::default() }).unwrap();
        assert_eq!(log.rows[0].entry, before + 1, "and in the history of its decision");
        assert_eq!(log.rows[0].event, "export.made");
    }
    let (first, again) = ("first.pdf", "again.pdf");
    export(&room, &mut desk, DecisionForm::Pdf, first).unwrap();
    export(&room, &mut desk, DecisionForm::Pdf, again).unwrap();
    assert_ne!(
        std::fs::read(room.path(first)).unwrap(),
        std::fs::read(room.path(again)).unwrap(),
        "each counts its version"
    );
    holds(&mut desk, "the record holds with what left it");
}

/// Ada proposes something once more has been decided.
fn move_the_call(desk: &mut Desk) {
    desk.propose_decision(ProposeDecision {
        kind: DecisionKind::Other,
        title: "Move the call to Tuesday".into(),
        rationale: "Mondays are full.".into(),
        rollback_plan: String::new(),
        evidence: Vec::new(),
        change: ChangeGiven::Request {
            what: "Hold it on Tuesdays".into(),
            workflow: None,
            permit: None,
        },
    })
    .unwrap();
}

#[test]
fn minutes_tell_what_was_decided_since_the_review_before_and_as_it_stood_then() {
    let room = Room::new();
    let mut desk = decided(&room);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    move_the_call(&mut desk);
    let minutes = |desk: &mut Desk, review: &str| {
        desk.minutes_text(ReviewQuery { review: review.into() }).unwrap().text
    };
    hold(&mut desk, REVIEW);
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    let first = minutes(&mut desk, REVIEW);
    for words in ["1 applied, 1 proposed", "| DEC-0001 | Autumn newsletter", "Once, and no more."] {
        assert!(first.contains(words), "{words:?} is not in {first}");
    }
    room.later(60 * 24 * 7);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    hold(&mut desk, NEXT);
    let next = minutes(&mut desk, NEXT);
    assert!(next.contains("1 lapsed; here and since WEEKLY-2026-W47"), "{next}");
    assert!(next.contains("| DEC-0002 | Move the call to Tuesday"), "{next}");
    assert!(!next.contains("DEC-0001"), "what was told before is not told again: {next}");
    assert_eq!(minutes(&mut desk, REVIEW), first, "what came later changes nothing in the first");
}

#[test]
fn minutes_of_a_missed_review_say_so_and_hold_nothing_of_later_ones() {
    let room = Room::new();
    let mut desk = decided(&room);
    room.later(60 * 24 * 8);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    move_the_call(&mut desk);
    let minutes =
        |desk: &mut Desk| desk.minutes_text(ReviewQuery { review: REVIEW.into() }).unwrap().text;
    let text = minutes(&mut desk);
    for wanted in [
        "due Monday 16 November 2026, 10:00, never opened. Missed.",
        "## Missed",
        "This review was missed. It was due on Monday 16 November 2026, 10:00. Nobody opened it \
         before Monday 23 November 2026, 10:00, when it could be held no longer.",
        "| Not answered |",
        "1 applied; until this one was missed.",
    ] {
        assert!(text.contains(wanted), "{wanted:?} is not in {text}");
    }
    for later in ["DEC-0002", "still open", "Waiting", "quorum", "Exceptions open"] {
        assert!(!text.contains(later), "{later:?} is in {text}");
    }
    room.later(60 * 24);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(minutes(&mut desk), text, "whenever they are made");
}

#[test]
fn the_time_of_items_comes_to_that_of_the_meeting_without_being_rounded() {
    let room = Room::new();
    let mut desk = decided(&room);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let view = hold(&mut desk, REVIEW);
    room.later(30);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let spent = view.items.iter().map(|row| Spent { item: ItemId::new(&row.item), seconds: 61 });
    desk.close_review(CloseReview {
        review: REVIEW.into(),
        passphrase: PASSPHRASE.into(),
        spent: spent.collect(),
        narrative: String::new(),
    })
    .unwrap();
    let text = desk.minutes_text(ReviewQuery { review: REVIEW.into() }).unwrap().text;
    assert!(text.contains("Workflows live: 0"), "a figure is parted from its name: {text}");
    let items = view.items.len();
    assert_eq!(text.matches("| 1:01 |").count(), items, "each as long as it took: {text}");
    let around = 30 * 60 - items * 61;
    let wanted = format!("opening and closing {}:{:02}; 30:00 in all.", around / 60, around % 60);
    assert!(text.contains(&wanted), "{wanted:?} is not in {text}");
}

#[test]
fn a_decision_that_is_not_there_does_not_leave() {
    let room = Room::new();
    let mut desk = room.founded();
    let before = size(&mut desk);
    assert_eq!(code(export(&room, &mut desk, DecisionForm::Pdf, "no.pdf")), "unknown");
    assert_eq!(size(&mut desk), before, "nothing left, so nothing is recorded");
}
