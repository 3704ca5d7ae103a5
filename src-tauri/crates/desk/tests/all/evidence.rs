//! Evidence at the desk: files read, remembered, kept, given out, looked at again.

use desk::operations::{
    AddWorkflow, AttachEvidence, AttachTo, CaptureEvidence, DetachEvidence, EraseEvidence,
    EvidencePiece, EvidenceQuery, ExportPack, FileFound, KeepEvidence, LookBack, Nothing,
    OpenReview, RecheckEvidence, SaveEvidence,
};
use desk::{Desk, Grant, Problem};
use domain::evidence::{Class, Content, Validity};

use crate::support::*;

const WF: &str = "WF-0001";

fn desk(room: &Room) -> Desk {
    let mut desk = room.founded();
    desk.add_workflow(AddWorkflow { name: "Lead scoring".into(), ..AddWorkflow::default() })
        .unwrap();
    desk
}

fn to(reference: &str) -> AttachTo {
    AttachTo { reference: reference.into(), item: None }
}

fn report(grant: Grant, keep: bool) -> CaptureEvidence {
    CaptureEvidence {
        title: "SOC 2 report".into(),
        class: Class::ObservedFact,
        url: String::new(),
        grant: Some(grant),
        keep,
        expires: Some("2026-12-01".into()),
        to: Some(to(WF)),
    }
}

fn captured(desk: &mut Desk, room: &Room, keep: bool) -> EvidencePiece {
    let grant = room.write("soc2.pdf", "all is well");
    desk.capture_evidence(report(grant, keep)).unwrap().rows.remove(0)
}

fn one(desk: &mut Desk) -> EvidencePiece {
    desk.evidence(EvidenceQuery::default()).unwrap().rows.remove(0)
}

#[test]
fn a_file_is_captured_by_its_hash_and_attached_in_one_step() {
    let room = Room::new();
    let mut desk = desk(&room);
    let row = captured(&mut desk, &room, false);
    let file = row.file.unwrap();
    assert_eq!(row.evidence, "EVD-0001", "the first");
    assert_eq!(file.name.as_deref(), Some("soc2.pdf"), "its name, not where it lies");
    assert_eq!(file.size, 11, "its size");
    let sha256 = "f70579cce37a17bd1c4c4061b0beff0fbf58853a2f0c72a14f93c8f30c6b7cec";
    assert_eq!(file.sha256, sha256, "its hash");
    assert_eq!(file.content, Content::Pointer, "its content stays where it is");
    assert_eq!(row.validity, Validity::Expiring, "its last day is two weeks away");
    assert_eq!(row.attached[0].to, to(WF), "and what it bears out");
}

#[test]
fn what_is_wrong_with_a_capture_is_said_and_nothing_is_recorded() {
    let room = Room::new();
    let mut desk = desk(&room);
    let large = room.write("large.bin", vec![7_u8; 10 * 1024 * 1024 + 1]);
    let grant = room.write("soc2.pdf", "all is well");
    let url = CaptureEvidence { grant: None, ..report(grant.clone(), false) };
    for (request, expected) in [
        (report(room.grant("nowhere.pdf"), false), "file-missing"),
        (report(large.clone(), true), "file-too-large"),
        (CaptureEvidence { title: " ".into(), ..report(grant.clone(), false) }, "blank"),
        (CaptureEvidence { to: Some(to("WF-0099")), ..report(grant.clone(), false) }, "unknown"),
        (
            CaptureEvidence { expires: Some("soon".into()), ..report(grant, false) },
            "unreadable-value",
        ),
        (CaptureEvidence { keep: true, url: "https://n.example".into(), ..url.clone() }, "no-file"),
        (CaptureEvidence { url: "the shared folder".into(), ..url }, "not-an-address"),
    ] {
        let said = format!("{request:?}");
        assert_eq!(code(desk.capture_evidence(request)), expected, "{said}");
    }
    let rows = desk.evidence(EvidenceQuery::default()).unwrap().rows;
    assert!(rows.is_empty(), "none of them left a trace: {rows:?}");
    assert_eq!(code(desk.capture_evidence(report(large, false))), "done", "its pointer is kept");
}

#[test]
fn looking_again_says_whether_the_file_is_what_it_was() {
    let room = Room::new();
    let mut desk = desk(&room);
    let row = captured(&mut desk, &room, false);
    assert!(row.file.is_some_and(|file| file.here), "this machine remembers where it lies");
    let again = |desk: &mut Desk| {
        let request = RecheckEvidence { evidence: "EVD-0001".into(), grant: None };
        let row = desk.recheck_evidence(request).unwrap().rows.remove(0);
        row.file.unwrap().checked.unwrap().found
    };
    assert_eq!(again(&mut desk), FileFound::Matches, "nobody touched it");
    room.write("soc2.pdf", "all is not well");
    assert_eq!(again(&mut desk), FileFound::Changed, "somebody did");
    std::fs::remove_file(room.path("soc2.pdf")).unwrap();
    assert_eq!(again(&mut desk), FileFound::Missing, "somebody took it away");
    drop(desk);
    let mut other = room.desk("second");
    other.open_path(&room.workspace()).unwrap();
    assert!(!one(&mut other).file.unwrap().here, "another machine never saw it");
}

#[test]
fn the_very_file_is_kept_goes_into_packs_and_comes_out_again() {
    let room = Room::new();
    let mut desk = desk(&room);
    captured(&mut desk, &room, false);
    let other = room.write("other.pdf", "something else");
    let keep = |grant| KeepEvidence { evidence: "EVD-0001".into(), grant };
    assert_eq!(code(desk.keep_evidence(keep(Some(other)))), "another-file", "not that one");
    let kept = desk.keep_evidence(keep(None)).unwrap().rows.remove(0).file.unwrap();
    assert_eq!(kept.content, Content::Kept, "the file this machine remembers");
    let save = |name: &str| SaveEvidence { evidence: "EVD-0001".into(), grant: room.grant(name) };
    desk.save_evidence(save("out.pdf")).unwrap();
    assert_eq!(std::fs::read(room.path("out.pdf")).unwrap(), b"all is well", "byte for byte");
    let (grant, withhold_contacts) = (room.grant("pack.zip"), true);
    desk.export_pack(ExportPack { grant, withhold_contacts, ..ExportPack::default() }).unwrap();
    let pack = std::fs::read(room.path("pack.zip")).unwrap();
    let name = b"evidence/EVD-0001-soc2.pdf";
    assert!(pack.windows(name.len()).any(|part| part == name), "an auditor finds it by its name");
    assert!(verify(&mut desk).faults.is_empty(), "and the workspace proves itself");
}

#[test]
fn a_kept_file_is_erased_by_a_recorded_act_and_gone_from_every_moment() {
    let room = Room::new();
    let mut desk = desk(&room);
    captured(&mut desk, &room, true);
    let before = desk.frame(Nothing {}).unwrap().workspace.unwrap().foot.entry;
    let ground = "Art. 17".to_owned();
    let (evidence, passphrase) = ("EVD-0001".to_owned(), PASSPHRASE.into());
    desk.erase_evidence(EraseEvidence { evidence, ground, passphrase }).unwrap();
    assert_eq!(one(&mut desk).file.unwrap().content, Content::Erased, "the record says so");
    desk.look_back(LookBack { as_of: before.to_string() }).unwrap();
    assert_eq!(one(&mut desk).file.unwrap().content, Content::Kept, "then it was kept");
    let (evidence, grant) = ("EVD-0001".to_owned(), room.grant("out.pdf"));
    let out = code(desk.save_evidence(SaveEvidence { evidence, grant }));
    assert_eq!(out, "not-kept", "but nobody gets it back");
    desk.return_to_now(Nothing {}).unwrap();
    assert!(verify(&mut desk).faults.is_empty(), "the record still verifies");
}

#[test]
fn evidence_is_attached_to_anything_on_the_record_and_taken_off_with_a_reason() {
    let room = Room::new();
    let mut desk = desk(&room);
    captured(&mut desk, &room, false);
    desk.open_review(OpenReview { review: REVIEW.into() }).unwrap();
    let attach = |desk: &mut Desk, to: AttachTo| -> Result<(), Problem> {
        desk.attach_evidence(AttachEvidence { evidence: "EVD-0001".into(), to }).map(|_| ())
    };
    let item = |item: &str| AttachTo { reference: REVIEW.into(), item: Some(item.into()) };
    for (target, expected) in [
        (to("PER-0002"), "done"),
        (to("MET-0001"), "done"),
        (to(REVIEW), "done"),
        (item("anomalies"), "done"),
        (item("no-such-item"), "unknown"),
        (to(WF), "attached-already"),
        (to("ACT-0001"), "unknown"),
        (to("EVD-0001"), "unknown"),
    ] {
        let said = format!("{target:?}");
        assert_eq!(code(attach(&mut desk, target)), expected, "to {said}");
    }
    let about = |reference: &str| EvidenceQuery { about: Some(reference.into()) };
    let rows = desk.evidence(about(REVIEW)).unwrap().rows;
    assert_eq!(rows[0].attached.len(), 2, "to the review and to one of its items: {rows:?}");
    let detach = |reason: &str| DetachEvidence {
        evidence: "EVD-0001".into(),
        from: to(WF),
        reason: reason.into(),
    };
    assert_eq!(code(desk.detach_evidence(detach(""))), "blank", "say why");
    assert!(desk.detach_evidence(detach("Another vendor’s")).unwrap().rows.is_empty(), "it is off");
    assert_eq!(desk.evidence(EvidenceQuery::default()).unwrap().rows.len(), 1, "but on the record");
}
