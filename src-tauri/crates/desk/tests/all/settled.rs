//! What is over is shown as it was when it ended, whenever it is read: decisions, and what undid them.

use desk::Desk;
use desk::operations::{
    CaptureEvidence, ChangeGiven, DecisionForm, DecisionView, EvidenceGiven, EvidenceRow,
    ExportDecision, ProposeDecision, Verify,
};
use domain::decision::{DecisionKind, DecisionState, EvidenceAsked, Verdict};
use domain::evidence;
use domain::workflow::Permitted;
use lopdf::Document;

use crate::decisions::{launch, of_workflow, operator, proposal, sponsor, with_draft};
use crate::reports::words;
use crate::support::*;

/// A workflow that was launched, and a step up its tiers on evidence that counts until tomorrow.
fn with_a_step_up(room: &Room) -> (Desk, ProposeDecision) {
    let mut desk = with_draft(room);
    launch(&mut desk).unwrap();
    approve(&mut desk, "DEC-0001");
    let captured = desk.capture_evidence(CaptureEvidence {
        title: "Thirteen weeks of samples".into(),
        class: evidence::Class::ObservedFact,
        url: String::new(),
        grant: Some(room.write("samples.csv", "130 drafts, none bad")),
        keep: false,
        expires: Some("2026-11-17".into()),
        to: None,
    });
    let piece = captured.unwrap().rows.remove(0).evidence;
    let shown = |asked: &EvidenceAsked| EvidenceGiven {
        asked: *asked,
        words: "As agreed".into(),
        at: if *asked == EvidenceAsked::Samples { vec![piece.clone()] } else { Vec::new() },
    };
    let change = of_workflow(&mut desk, vec![permission(Permitted::Tier2)]);
    let mut up = proposal(DecisionKind::TierOrStage, change);
    up.evidence = EvidenceAsked::ALL.iter().map(shown).collect();
    (desk, up)
}

/// Approved by the sponsor; who runs it is signed in again.
pub fn approve(desk: &mut Desk, decision: &str) {
    sponsor(desk);
    let yes = approval(desk, decision, SPONSORS);
    desk.give_votes(yes).unwrap();
    operator(desk);
}

fn samples(view: &DecisionView) -> &EvidenceRow {
    view.evidence.iter().find(|row| row.asked == EvidenceAsked::Samples).unwrap()
}

/// What the pages of a decision say, without white space.
fn pages(room: &Room, desk: &mut Desk, decision: &str) -> String {
    export(room, desk, decision, DecisionForm::Pdf, "record.pdf");
    let pdf = Document::load(room.path("record.pdf")).unwrap();
    words(&pdf).chars().filter(|one| !one.is_whitespace()).collect()
}

fn export(room: &Room, desk: &mut Desk, decision: &str, form: DecisionForm, name: &str) {
    let (decision, grant) = (decision.to_owned(), room.grant(name));
    desk.export_decision(ExportDecision { decision, form, withhold_words: false, grant }).unwrap();
}

#[test]
fn a_settled_decision_shows_its_evidence_as_it_stood_when_it_was_settled() {
    let room = Room::new();
    let (mut desk, up) = with_a_step_up(&room);
    desk.propose_decision(up.clone()).unwrap();
    sponsor(&mut desk);
    let no = vote(&mut desk, "DEC-0002", Verdict::Refuse, "Not yet.", SPONSORS);
    desk.give_votes(no).unwrap();
    operator(&mut desk);
    desk.propose_decision(up).unwrap();
    approve(&mut desk, "DEC-0003");
    let then = ["DEC-0002", "DEC-0003"].map(|decision| read_decision(&mut desk, decision));
    room.later(3 * 24 * 60);
    operator(&mut desk);
    for was in then {
        let decision = was.row.decision.as_str();
        let now = read_decision(&mut desk, decision);
        assert!(samples(&now).there, "{decision}: it counted then: {:?}", samples(&now).known);
        assert_eq!(now.evidence, was.evidence, "{decision}: nothing of it reads otherwise");
        assert!(now.known_at.unwrap().starts_with("2026-11-16T"), "{decision}: and says of when");
        let record = pages(&room, &mut desk, decision);
        assert!(!record.contains("counteduntil"), "{decision}: nor on its pages: {record}");
    }
}

#[test]
fn a_decision_whose_time_passed_shows_its_evidence_as_it_stood_when_it_lapsed() {
    let room = Room::new();
    let (mut desk, up) = with_a_step_up(&room);
    let waits = desk.propose_decision(up).unwrap();
    assert!(samples(&waits).there && waits.known_at.is_none(), "while it is open that is now");
    room.later(2 * 24 * 60);
    operator(&mut desk);
    let waits = read_decision(&mut desk, "DEC-0002");
    assert!(!samples(&waits).there, "what ended meanwhile proves nothing: {:?}", waits.evidence);
    room.later(7 * 24 * 60);
    operator(&mut desk);
    let lapsed = read_decision(&mut desk, "DEC-0002");
    assert_eq!(lapsed.row.state, DecisionState::Lapsed, "a week is more than it had");
    assert_eq!(lapsed.known_at.as_ref(), Some(&lapsed.row.until), "as of its last moment");
    assert_eq!(lapsed.evidence, waits.evidence, "and as it stood then");
}

#[test]
fn a_decision_that_was_rolled_back_says_so_wherever_it_is_read() {
    let room = Room::new();
    let (mut desk, up) = with_a_step_up(&room);
    desk.propose_decision(up).unwrap();
    approve(&mut desk, "DEC-0002");
    room.later(24 * 60);
    operator(&mut desk);
    let undo = ChangeGiven::Undo { decision: "DEC-0002".into() };
    desk.propose_decision(proposal(DecisionKind::Rollback, undo)).unwrap();
    let waits = pages(&room, &mut desk, "DEC-0002");
    assert!(waits.contains("DEC-0002:applied16November2026"), "it is so until then: {waits}");
    approve(&mut desk, "DEC-0003");

    let undone = read_decision(&mut desk, "DEC-0002").undone.unwrap();
    assert!(undone.at.starts_with("2026-11-17T") && undone.applied, "{undone:?}");
    let record = pages(&room, &mut desk, "DEC-0002");
    assert!(record.contains("DEC-0002:rolledback17November2026"), "in the head: {record}");
    let by = format!("RolledbackbyDEC-0003on2026-11-17{}", &undone.at[11..16]);
    assert!(record.contains(&by), "{by} below its name: {record}");

    let listed = format!("{}{}", undone.entry, undone.at[..10].to_owned());
    assert!(record.contains(&listed), "the entry lies in its excerpt and is listed: {record}");

    export(&room, &mut desk, "DEC-0002", DecisionForm::Excerpt, "undone.excerpt");
    let proof = desk.verify_file(&room.path("undone.excerpt"), &Verify::default()).unwrap();
    assert!(proof.faults.is_empty(), "{:?}", proof.faults);
    let wanted =
        format!("DEC-0002 was applied, and rolled back by DEC-0003 with entry {}.", undone.entry);
    assert!(proof.notes.iter().any(|note| note.ends_with(&wanted)), "{wanted} {:?}", proof.notes);
}
