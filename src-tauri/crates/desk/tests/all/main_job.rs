//! From an empty folder to a countersigned review that verifies.

use desk::Desk;
use desk::operations::{
    CountersignReview, ExportMinutes, ExportPack, ExportRegister, ImportWorkflows, Nothing,
    PaperForm, PastReviews, PreviewImport, RegisterQuery, ReviewState, Verify, WriteAddendum,
};
use domain::review::Outcome;

use crate::support::*;

const INVENTORY: &str = "Name;Vendor;Status\n\"Lead scoring\nnightly\";Acme;live\nمساعد المبيعات;أكمي;draft\n销售助理 🤖;甲;draft\n";

#[test]
fn the_main_job_ends_countersigned_and_proven() {
    let room = Room::new();
    let mut desk = room.founded();
    add(&mut desk, "Jonas Weidmann", &["sales-leader"]).unwrap();
    let grant = room.write("inventory.csv", INVENTORY);
    let preview = desk.preview_import(PreviewImport::of(grant.clone())).unwrap();
    let sha256 = Some(preview.sha256);
    desk.import_workflows(ImportWorkflows { sha256, ..ImportWorkflows::of(grant) }).unwrap();
    let register = desk.register(RegisterQuery::default()).unwrap();
    assert_eq!(register.workflows.len(), 3, "three rows, three workflows");
    assert_eq!(register.live, 1, "one was found live");

    room.later(60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(hold(&mut desk, REVIEW).left, 0, "everything is answered");
    let closed = close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    assert_eq!(closed.state, ReviewState::Closed, "it is locked");
    assert_eq!(closed.closed.unwrap().name, "Maren Okafor", "and signed");
    let changed = answer(&mut desk, REVIEW, "anomalies", Outcome::Breach, "too late");
    assert_eq!(code(changed), "closed", "a closed review does not change");
    let words = WriteAddendum { review: REVIEW.into(), text: "The figure was 3.1 %.".into() };
    assert_eq!(desk.write_addendum(words).unwrap().addenda.len(), 1, "but words may be added");

    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let countersign = |passphrase: &str| CountersignReview {
        review: REVIEW.into(),
        passphrase: passphrase.into(),
        statement: String::new(),
    };
    let countersigned = desk.countersign_review(countersign(SPONSORS)).unwrap();
    assert_eq!(countersigned.countersigned.unwrap().person, "PER-0002", "by the sponsor");
    assert_eq!(code(desk.countersign_review(countersign(SPONSORS))), "countersigned", "once");

    for (form, name, head) in
        [(PaperForm::Pdf, "minutes.pdf", &b"%PDF"[..]), (PaperForm::Markdown, "minutes.md", b"# ")]
    {
        let grant = room.grant(name);
        desk.export_minutes(ExportMinutes { review: REVIEW.into(), form, grant }).unwrap();
        assert!(std::fs::read(room.path(name)).unwrap().starts_with(head), "{name}");
    }
    let (form, grant) = (PaperForm::Csv, room.grant("register.csv"));
    desk.export_register(ExportRegister { form, grant, as_of: None, seen: None }).unwrap();
    let csv = std::fs::read_to_string(room.path("register.csv")).unwrap();
    assert!(csv.contains("مساعد المبيعات") && csv.contains("销售助理 🤖"), "names stay as written");

    let proof = holds(&mut desk, "nothing but the desk wrote this file");
    assert_eq!(proof.entries, size(&mut desk), "every entry was looked at");
    assert!(!proof.demo, "this is no demo");

    let (grant, withhold_contacts) = (room.grant("pack.zip"), true);
    desk.export_pack(ExportPack { grant, withhold_contacts, ..ExportPack::default() }).unwrap();
    let pack = desk.verify_file(&room.path("pack.zip"), &Verify::default()).unwrap();
    assert!(pack.faults.is_empty(), "an outsider finds the pack sound: {:?}", pack.faults);
    assert!(!pack.anchored, "but has nothing of their own to hold it against");
    let seen = vec![proof.head.clone()];
    let pack = desk.verify_file(&room.path("pack.zip"), &Verify { keys: None, seen }).unwrap();
    assert!(pack.anchored, "until they bring a head they kept");
}

#[test]
fn a_review_is_listed_as_it_stands() {
    let room = Room::new();
    let mut desk = room.founded();
    for (now, state) in [
        ("2026-11-16T07:00:00Z", ReviewState::Due),
        ("2026-11-16T09:00:00Z", ReviewState::Late),
        ("2026-11-23T08:59:00Z", ReviewState::Late),
        ("2026-11-23T09:00:00Z", ReviewState::Missed),
        ("2027-01-23T09:00:00Z", ReviewState::Missed),
    ] {
        room.clock.set(at(now));
        let reviews = desk.reviews(Nothing {}).unwrap();
        let weekly = PastReviews { cadence: Some("weekly".into()), before: None };
        let past = desk.past_reviews(weekly).unwrap().rows;
        let all = [reviews.waiting, reviews.coming, past].concat();
        let row = all.iter().find(|row| row.review == REVIEW).unwrap();
        assert_eq!(row.state, state, "at {now}, whether the desk was running or not");
    }
}

#[test]
fn years_of_reviews_are_read_a_page_at_a_time() {
    let room = Room::new();
    let mut desk = room.founded();
    room.clock.set(at("2029-11-16T09:30:00Z"));
    let first = desk.reviews(Nothing {}).unwrap();
    assert!(first.more, "three years do not fit a page");
    assert!(first.past.len() < 100, "so only the latest come at once");
    let mut names: Vec<String> = first.past.into_iter().map(|row| row.review).collect();
    loop {
        let page = PastReviews { cadence: None, before: names.last().cloned() };
        let page = desk.past_reviews(page).unwrap();
        names.extend(page.rows.into_iter().map(|row| row.review));
        if !page.more {
            break;
        }
    }
    assert_eq!(names.len(), first.expected as usize, "the pages together hold every one");
    let unique: std::collections::BTreeSet<_> = names.iter().collect();
    assert_eq!(unique.len(), names.len(), "and each once");
    assert_eq!(names.last().map(String::as_str), Some(REVIEW), "back to the first");
    let waiting = first.waiting.iter().map(|row| row.review.as_str()).collect::<Vec<_>>();
    assert_eq!(
        waiting,
        ["QUARTERLY-2029-Q3", "MONTHLY-2029-10", "WEEKLY-2029-W46", "DAILY-2029-11-16"],
        "of each cadence the one that is late waits"
    );
    let frame = desk.frame(Nothing {}).unwrap().workspace.unwrap();
    assert_eq!(frame.reviews_waiting, 4, "and the frame counts the same");
}

#[test]
fn what_a_person_may_not_do_leaves_the_file_as_it_was() {
    let room = Room::new();
    let mut desk = room.founded();
    hold(&mut desk, REVIEW);
    let before = size(&mut desk);
    type Act<'a> = &'a dyn Fn(&mut Desk) -> String;
    let acts: [(Act<'_>, &str); 8] = [
        (&|desk| code(add(desk, "", &[])), "blank"),
        (&|desk| code(add(desk, "Nour", &["druid"])), "unknown"),
        (&|desk| code(add(desk, "Nour", &["legal", "legal"])), "holds-already"),
        (&|desk| code(answer(desk, REVIEW, "anomalies", Outcome::Breach, "")), "note-missing"),
        (&|desk| code(answer(desk, REVIEW, "astrology", Outcome::Fine, "")), "no-such-item"),
        (&|desk| code(answer(desk, NEXT, "anomalies", Outcome::Fine, "")), "unknown"),
        (&|desk| code(close(desk, REVIEW, "not her passphrase")), "passphrase-wrong"),
        (&|desk| code(close(desk, "WEEKLY-1999-W01", PASSPHRASE)), "unknown"),
    ];
    for (act, expected) in acts {
        assert_eq!(act(&mut desk), expected, "each refusal has its own code");
        assert_eq!(size(&mut desk), before, "{expected}: nothing half-written");
    }
}
