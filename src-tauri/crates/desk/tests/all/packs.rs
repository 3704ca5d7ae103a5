//! Evidence packs: of a period, as of a moment, whoever makes them and whenever.

use std::collections::BTreeMap;
use std::io::Read;

use desk::Desk;
use desk::operations::{
    AddPerson, CountersignReview, ExportPack, ImportBatch, LogOrigin, LogReading, Nothing,
    PackWords, ReplaceKey, SettingGiven, Verify,
};
use desk::workspace::released_page;
use domain::decision::DecisionKind;
use ledger::proof::Proof;
use ledger::rows::RowTree;
use ledger::tree::{leaf_hash, root_of};
use serde_json::Value;

use crate::support::*;

/// The audit of the room's first quarter.
const AUDIT: &str = "QUARTERLY-2026-Q4";
const QUARTER: &str = "2026-Q4";
/// A policy that a workspace begins with, as a draft.
const POLICY: &str = "POL-0001";

/// Two actions of the quarter, and one of the year before.
pub const LOG: &str = "id,time,action,person\n\
    1,2026-11-12T08:00:00Z,send,Maren Okafor\n\
    2,2026-11-13T08:00:00Z,send,Maren Okafor\n";
const EARLIER: &str = "id,time,action,person\n1,2025-11-12T08:00:00Z,send,Maren Okafor\n";

type Files = BTreeMap<String, Vec<u8>>;

fn asked(room: &Room, name: &str) -> ExportPack {
    ExportPack { grant: room.grant(name), withhold_contacts: true, ..ExportPack::default() }
}

/// The files of the pack that is asked for, by their paths.
fn pack(room: &Room, desk: &mut Desk, asked: ExportPack) -> Files {
    desk.export_pack(asked.clone()).unwrap();
    let file = std::fs::File::open(room.folder.path().join(&asked.grant.0)).unwrap();
    let mut zip = zip::ZipArchive::new(file).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let (name, mut bytes) = (file.name().unwrap().into_owned(), Vec::new());
            file.read_to_end(&mut bytes).unwrap();
            (name, bytes)
        })
        .collect()
}

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    std::str::from_utf8(files.get(path).map_or(&[][..], Vec::as_slice)).unwrap()
}

/// The lines of a file of JSON lines; none where it is not there.
fn lines(files: &Files, path: &str) -> Vec<Value> {
    text(files, path).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The event of an entry as a pack carries it.
fn event(line: &Value) -> Value {
    let body: Value = serde_json::from_str(line["body"].as_str().unwrap()).unwrap();
    body["event"].clone()
}

pub fn take_log(room: &Room, desk: &mut Desk, name: &str, log: &str) -> String {
    let origin = LogOrigin { source: name.to_owned(), ..LogOrigin::default() };
    let (grant, reading) = (room.write(name, log), LogReading::default());
    let wanted = ImportBatch { grant, sha256: None, reading, origin };
    desk.import_batch(wanted).unwrap().batch.batch
}

/// A workspace in its first quarter, with something on its record of every kind that packs carry.
fn lived_in(room: &Room) -> Desk {
    let mut desk = room.founded();
    let contact = "jonas@northwind.example".to_owned();
    desk.add_person(AddPerson { name: "Jonas Weidmann".into(), contact, roles: Vec::new() })
        .unwrap();
    found_live(&mut desk, room, "Lists builder");
    take_log(room, &mut desk, "log.csv", LOG);
    take_log(room, &mut desk, "earlier.csv", EARLIER);
    hold(&mut desk, REVIEW);
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    desk
}

/// Weeks go by; the founder is signed in.
fn weeks(room: &Room, desk: &mut Desk, weeks: i64) {
    room.later(weeks * 7 * 24 * 60);
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
}

/// The audit of the quarter is held, closed and countersigned; the sponsor is signed in.
fn sign_off(desk: &mut Desk) {
    hold(desk, AUDIT);
    close(desk, AUDIT, PASSPHRASE).unwrap();
    sign_in(desk, "PER-0002", SPONSORS).unwrap();
    desk.countersign_review(CountersignReview {
        review: AUDIT.into(),
        passphrase: SPONSORS.into(),
        statement: "The quarter stands as it is written.".into(),
    })
    .unwrap();
}

/// More happens: somebody gets another key, somebody comes, an action log is taken in.
fn goes_on(room: &Room, desk: &mut Desk) {
    weeks(room, desk, 9);
    desk.replace_key(ReplaceKey {
        passphrase: PASSPHRASE.into(),
        new_passphrase: PASSPHRASE.into(),
        why: None,
    })
    .unwrap();
    add(desk, "Nour Haddad", &["legal"]).unwrap();
    found_live(desk, room, "Reply drafter");
    let later = LOG.replace("2026-11", "2026-12");
    take_log(room, desk, "later.csv", &later);
}

fn outside(files: &Files) -> Vec<(&String, &Vec<u8>)> {
    files.iter().filter(|(path, _)| !path.starts_with("seal/")).collect()
}

#[test]
fn the_pack_of_a_quarter_is_the_same_file_by_file_whoever_makes_it_and_whenever() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    adopt_policy(&mut desk, POLICY);
    weeks(&room, &mut desk, 8);
    sign_off(&mut desk);
    let of = |name: &str| ExportPack { period: Some(QUARTER.into()), ..asked(&room, name) };
    let first = pack(&room, &mut desk, of("first.zip"));
    goes_on(&room, &mut desk);
    let later = pack(&room, &mut desk, of("later.zip"));
    for ((path, then), (other, now)) in outside(&first).into_iter().zip(outside(&later)) {
        assert_eq!(path, other, "the same files");
        assert!(then == now, "{path} differs");
    }
    assert_eq!(outside(&first).len(), outside(&later).len(), "and no more");
    assert_ne!(first["seal/entry.json"], later["seal/entry.json"], "each is an entry of its own");
    let policy = "reports/policies/POL-0001-version-1.pdf";
    for path in
        ["reports/sponsor-page.pdf", "reports/audit-report.pdf", "data/exceptions.csv", policy]
    {
        assert!(first.contains_key(path), "{path} is in it");
    }
    let nobody = "| Prepared by | Countersign, from the record alone |";
    assert!(text(&first, "README.md").contains(nobody), "whoever signed last prepared nothing");
    for review in [REVIEW, AUDIT] {
        assert!(first.contains_key(&format!("reports/minutes/{review}.pdf")), "{review}");
    }
}

#[test]
fn the_seal_of_a_pack_of_the_past_proves_its_entry_in_the_tree_of_all_entries() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    weeks(&room, &mut desk, 8);
    sign_off(&mut desk);
    let signed = size(&mut desk);
    goes_on(&room, &mut desk);
    let before = size(&mut desk);
    let files = pack(
        &room,
        &mut desk,
        ExportPack { period: Some(QUARTER.into()), ..asked(&room, "p.zip") },
    );

    let (own, between) = (lines(&files, "seal/entry.json"), lines(&files, "seal/between.jsonl"));
    let entries = lines(&files, "ledger/entries.jsonl");
    assert_eq!(entries.len() as u64, signed, "it ends with the sign-off and its checkpoint");
    assert_eq!(event(&entries[entries.len() - 1])["type"], "checkpoint.recorded");
    assert_eq!(event(&own[0])["as_of"], signed, "as its entry says");
    assert_eq!(event(&own[0])["period"], QUARTER);
    assert_eq!((entries.len() + between.len()) as u64, before, "all of them, none twice");
    let enrolled = between.iter().find(|line| event(line)["type"] == "key.replaced");
    let new = event(enrolled.unwrap())["key"].as_str().unwrap().to_owned();
    assert!(!text(&files, "keys/keys.json").contains(&new), "its keys are those of then");

    let leaves: Vec<_> = [&entries, &between, &own].into_iter().flatten().map(leaf).collect();
    let proof: Proof = text(&files, "seal/proof").parse().unwrap();
    assert_eq!(proof.index, before, "the export's own entry is the last");
    let said: Vec<&str> = text(&files, "seal/checkpoint").lines().collect();
    let (size, root) = ((before + 1).to_string(), ledger::encoding::base64(&root_of(&leaves)));
    assert_eq!(said[1..3], [size, root], "the tree over all of them");
}

fn leaf(line: &Value) -> ledger::Hash {
    let signature = ledger::encoding::from_base64(line["sig"].as_str().unwrap()).unwrap();
    leaf_hash(line["body"].as_str().unwrap().as_bytes(), &signature.try_into().unwrap())
}

#[test]
fn a_pack_of_now_has_nothing_in_between_and_verifies() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let files = pack(&room, &mut desk, asked(&room, "pack.zip"));
    assert!(!files.contains_key("seal/between.jsonl"), "nothing came in between");
    let proof = desk.verify_file(&room.path("pack.zip"), &Verify::default()).unwrap();
    assert!(proof.faults.is_empty(), "{:?}", proof.faults);
}

#[test]
fn that_nothing_was_left_out_at_the_end_is_said_only_beside_a_head_that_somebody_kept() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let kept = desk.frame(Nothing {}).unwrap().workspace.unwrap().foot.head_full;
    pack(&room, &mut desk, asked(&room, "pack.zip"));
    let found = |seen: Vec<String>| {
        desk.verify_file(&room.path("pack.zip"), &Verify { keys: None, seen }).unwrap()
    };
    let alone = found(Vec::new());
    assert_eq!(
        alone.headline, "it agrees with itself, nothing in it was altered and nothing is missing",
        "what the page in the pack says of it"
    );
    assert!(
        alone.completeness.says.contains("could have left out the last entries"),
        "nothing outside speaks against it: {}",
        alone.completeness.says
    );
    let anchored = found(vec![kept]);
    assert_eq!(anchored.headline, "nothing was altered and nothing is missing");
    assert!(
        anchored.completeness.says.ends_with("it continues every head given."),
        "{}",
        anchored.completeness.says
    );
}

#[test]
fn of_a_pack_it_is_said_whether_the_page_in_it_is_this_versions() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    pack(&room, &mut desk, asked(&room, "pack.zip"));
    let proof = desk.verify_file(&room.path("pack.zip"), &Verify::default()).unwrap();
    let this = format!("verify.html is the page of Countersign {}.", released_page().version);
    assert!(proof.notes.contains(&this), "{:?}", proof.notes);
}

#[test]
fn of_a_zip_that_is_refused_nothing_is_said_of_the_page_in_it() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    pack(&room, &mut desk, asked(&room, "pack.zip"));
    let path = room.path("pack.zip");
    let longer = [std::fs::read(&path).unwrap(), vec![0]].concat();
    std::fs::write(&path, longer).unwrap();
    let proof = desk.verify_file(&path, &Verify::default()).unwrap();
    assert!(proof.faults.iter().any(|fault| fault.code == "pack.archive"), "{:?}", proof.faults);
    assert!(!proof.notes.iter().any(|note| note.contains("verify.html")), "{:?}", proof.notes);
}

#[test]
fn every_row_of_a_batch_of_the_period_opens_the_root_that_its_entry_binds() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let of = ExportPack { period: Some(QUARTER.into()), ..asked(&room, "pack.zip") };
    let files = pack(&room, &mut desk, of);
    let texts = lines(&files, "ledger/texts.jsonl");
    let entries = lines(&files, "ledger/entries.jsonl");
    let taken = |batch: &str| {
        let found = entries.iter().position(|line| event(line)["batch"] == batch).unwrap();
        (found as u64 + 1, event(&entries[found]))
    };
    let (seq, imported) = taken("BAT-0001");
    let salt = texts.iter().find(|one| one["seq"] == seq && one["path"] == "/event/salt");
    let salt = salt.unwrap()["text"].as_str().unwrap();
    let salt: Vec<u8> =
        (0..16).map(|at| u8::from_str_radix(&salt[2 * at..2 * at + 2], 16).unwrap()).collect();
    let mut rows = RowTree::new(&salt.try_into().unwrap());
    for row in text(&files, "actions/BAT-0001.jsonl").lines() {
        rows.push(row.as_bytes());
    }
    let bound = ledger::encoding::base64(&rows.head().root);
    assert_eq!(imported["rows"]["root"], bound, "every row, in order");
    assert_eq!(rows.size(), 2);

    let (outside, _) = taken("BAT-0002");
    assert!(!files.contains_key("actions/BAT-0002.jsonl"), "it does not meet the period");
    let of_salt =
        |seq: u64| texts.iter().any(|one| one["seq"] == seq && one["path"] == "/event/salt");
    assert!(!of_salt(outside), "so its salt stays too");
    assert!(!texts.iter().any(|one| one["path"] == "/event/key"), "no key ever leaves");
}

#[test]
fn rows_that_are_left_out_take_their_salt_with_them_and_the_readme_names_them() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let files =
        pack(&room, &mut desk, ExportPack { without_rows: true, ..asked(&room, "pack.zip") });
    assert!(!files.keys().any(|path| path.starts_with("actions/")), "no row");
    assert!(!text(&files, "ledger/texts.jsonl").contains("/event/salt"), "no salt");
    assert!(text(&files, "README.md").contains("| BAT-0001 | 2 | Not in this pack"));
}

#[test]
fn words_from_before_the_period_are_withheld_counted_and_told_unless_all_are_asked_for() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    weeks(&room, &mut desk, 8);
    let first = size(&mut desk);
    add(&mut desk, "Nour Haddad", &["legal"]).unwrap();
    let of = |name: &str, words| {
        let period = Some("2027-Q1".into());
        ExportPack { period, words, ..asked(&room, name) }
    };
    let files = pack(&room, &mut desk, of("pack.zip", None));
    let texts = lines(&files, "ledger/texts.jsonl");
    assert!(texts.iter().all(|one| one["seq"].as_u64().unwrap() >= first), "only what came since");
    assert!(text(&files, "ledger/texts.jsonl").contains("Nour Haddad"), "and that is there");
    let withheld = lines(&files, "ledger/withheld.jsonl").len();
    let counted = format!("| Texts withheld | {withheld},");
    assert!(text(&files, "README.md").contains(&counted), "counted: {counted}");
    let told = "reports and tables show what stood, in such words too";
    assert!(text(&files, "README.md").contains(told), "for the register names what came before");
    assert!(text(&files, "data/register.csv").contains("Lists builder"), "as it does");
    let all = pack(&room, &mut desk, of("all.zip", Some(PackWords::All)));
    assert!(text(&all, "ledger/texts.jsonl").contains("Lists builder"), "unless all are asked for");
    let proof = desk.verify_file(&room.path("pack.zip"), &Verify::default()).unwrap();
    assert!(
        proof.faults.is_empty(),
        "a commitment that is withheld is no fault: {:?}",
        proof.faults
    );
}

#[test]
fn a_later_pack_begins_after_the_head_that_its_reader_holds() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let held = desk.frame(Nothing {}).unwrap().workspace.unwrap().foot.head_full;
    let last = size(&mut desk);
    add(&mut desk, "Nour Haddad", &["legal"]).unwrap();
    let files =
        pack(&room, &mut desk, ExportPack { since: Some(held.clone()), ..asked(&room, "p.zip") });
    let entries = lines(&files, "ledger/entries.jsonl");
    let body: Value = serde_json::from_str(entries[0]["body"].as_str().unwrap()).unwrap();
    assert_eq!(body["seq"], last + 1, "the entry after it is the first");
    let texts = lines(&files, "ledger/texts.jsonl");
    assert!(texts.iter().all(|one| one["seq"].as_u64().unwrap() > last), "and texts are of those");
    let since: Value = serde_json::from_str(text(&files, "ledger/since.json")).unwrap();
    assert_eq!(format!("{}:{}", since["size"], since["root"].as_str().unwrap()), held);
    assert_eq!(event(&lines(&files, "seal/entry.json")[0])["since"], held, "as its entry says");
    assert!(!files.contains_key("actions/BAT-0001.jsonl"), "its salt lies in the pack before");
}

#[test]
fn a_head_from_inside_the_seal_of_a_pack_is_refused_for_its_words_would_be_in_neither() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let last = size(&mut desk);
    add(&mut desk, "Nour Haddad", &["legal"]).unwrap();
    let inside = desk.frame(Nothing {}).unwrap().workspace.unwrap().foot.head_full;
    add(&mut desk, "Lena Aho", &["compliance"]).unwrap();
    pack(&room, &mut desk, ExportPack { as_of: Some(last.to_string()), ..asked(&room, "p.zip") });
    add(&mut desk, "Omar Said", &["security"]).unwrap();
    let wanted = ExportPack { since: Some(inside), ..asked(&room, "no.zip") };
    let refused = desk.export_pack(wanted).unwrap_err();
    assert_eq!(refused.code, "no-such-head");
    assert!(refused.says.contains(&format!("ends with entry {last}")), "{}", refused.says);
}

#[test]
fn a_head_that_a_pack_ended_with_is_taken_whatever_left_after_it() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let early = size(&mut desk);
    add(&mut desk, "Nour Haddad", &["legal"]).unwrap();
    let held = desk.frame(Nothing {}).unwrap().workspace.unwrap().foot.head_full;
    let whole = pack(&room, &mut desk, asked(&room, "whole.zip"));
    assert!(text(&whole, "README.md").contains(&held), "the head its README prints");
    let sealed = desk.frame(Nothing {}).unwrap().workspace.unwrap().foot.head_full;
    pack(&room, &mut desk, ExportPack { as_of: Some(early.to_string()), ..asked(&room, "e.zip") });
    add(&mut desk, "Omar Said", &["security"]).unwrap();
    for head in [held, sealed] {
        let next = ExportPack { since: Some(head.clone()), ..asked(&room, "next.zip") };
        let first: u64 = head.split(':').next().unwrap().parse().unwrap();
        let entries = lines(&pack(&room, &mut desk, next), "ledger/entries.jsonl");
        let body: Value = serde_json::from_str(entries[0]["body"].as_str().unwrap()).unwrap();
        assert_eq!(body["seq"], first + 1, "it goes on after {head}");
    }
}

#[test]
fn what_the_record_has_nothing_of_is_refused_in_a_sentence_and_leaves_no_file() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let last = size(&mut desk);
    let head = |size: u64, digit: &str| Some(format!("{size}:{}", digit.repeat(64)));
    let whole = || asked(&room, "no.zip");
    for (wanted, asked) in [
        ("no-such-head", ExportPack { since: head(3, "a"), ..whole() }),
        ("no-such-head", ExportPack { since: head(last, "a"), ..whole() }),
        ("no-such-head", ExportPack { since: head(0, "a"), ..whole() }),
        ("head-unreadable", ExportPack { since: Some("12".into()), ..whole() }),
        ("no-such-moment", ExportPack { as_of: Some((last + 1).to_string()), ..whole() }),
        ("no-such-moment", ExportPack { period: Some("2027-Q1".into()), ..whole() }),
        ("not-a-period", ExportPack { period: Some("2026-Q5".into()), ..whole() }),
        ("bad-request", ExportPack { words: Some(PackWords::Period), ..whole() }),
    ] {
        assert_eq!(code(desk.export_pack(asked.clone())), wanted, "{asked:?}");
    }
    assert!(!room.path("no.zip").exists(), "nothing was left behind");
    assert_eq!(size(&mut desk), last, "and nothing recorded");
}

#[test]
fn of_a_period_that_nothing_was_entered_in_it_is_said_when_a_pack_can_be_made() {
    let room = Room::new();
    let mut desk = room.founded();
    let mut says = |as_of: Option<&str>| {
        sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
        let (period, as_of) = (Some("2027-Q1".to_owned()), as_of.map(str::to_owned));
        let refused = desk.export_pack(ExportPack { period, as_of, ..asked(&room, "no.zip") });
        refused.unwrap_err().says
    };
    let to_come = "2027-Q1 is still to come: it begins on 2027-01-01, and a pack of it can be made \
                   once something was entered from that day on.";
    room.clock.set(at("2026-12-31T22:59:59.999Z"));
    assert_eq!(says(None), to_come, "up to its first moment in Berlin");
    room.clock.set(at("2026-12-31T23:00:00Z"));
    assert_eq!(
        says(None),
        "Nothing was entered yet since 2027-Q1 began on 2027-01-01. A pack of it can be made once \
         something was."
    );
    assert_eq!(
        says(Some("1")),
        "2027-Q1 began on 2027-01-01, after entry 1. Take a moment from that day on."
    );
}

#[test]
fn a_pack_has_each_version_of_a_policy_that_was_in_force_in_its_period() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    adopt_policy(&mut desk, POLICY);
    weeks(&room, &mut desk, 8);
    let given = SettingGiven::PolicyRetired { policy: POLICY.into() };
    set_by_two(&mut desk, DecisionKind::PolicyAdoption, given);
    weeks(&room, &mut desk, 13);
    let mut policies = |period: &str| policies_of(&room, &mut desk, period);
    let one = ["reports/policies/POL-0001-version-1.pdf"];
    assert_eq!(policies(QUARTER), one, "it was adopted in it");
    assert_eq!(policies("2027-Q1"), one, "and retired in the one after");
    assert_eq!(policies("2027-Q2"), [""; 0], "since then it binds nobody");
}

/// The policies in the pack of a period.
fn policies_of(room: &Room, desk: &mut Desk, period: &str) -> Vec<String> {
    let name = format!("{period} after {}.zip", size(desk));
    let of = ExportPack { period: Some(period.into()), ..asked(room, &name) };
    let files = pack(room, desk, of).into_keys();
    files.filter(|path| path.starts_with("reports/policies/")).collect()
}

#[test]
fn a_pack_has_no_policy_that_was_adopted_again_only_after_its_period() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    adopt_policy(&mut desk, POLICY);
    weeks(&room, &mut desk, 5);
    let given = SettingGiven::PolicyRetired { policy: POLICY.into() };
    set_by_two(&mut desk, DecisionKind::PolicyAdoption, given);
    weeks(&room, &mut desk, 8);
    assert_eq!(policies_of(&room, &mut desk, QUARTER).len(), 1, "it was adopted in it");
    weeks(&room, &mut desk, 8);
    adopt_policy(&mut desk, POLICY);
    assert_eq!(policies_of(&room, &mut desk, "2027-Q1"), [""; 0], "retired the year before");
    assert_eq!(policies_of(&room, &mut desk, "2027-Q2").len(), 1, "but from its adoption on");
}

#[test]
fn what_was_reviewed_found_checked_and_permitted_has_its_rows_in_every_pack() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let month = ExportPack { period: Some("2026-11".into()), ..asked(&room, "month.zip") };
    let whole = asked(&room, "whole.zip");
    for of in [month, whole] {
        let named = of.period.clone().unwrap_or_else(|| "the whole".into());
        let files = pack(&room, &mut desk, of);
        for name in ["reviews", "findings", "checks", "permits"] {
            for path in [format!("data/{name}.csv"), format!("data/{name}.json")] {
                assert!(files.contains_key(&path), "{path} is in the pack of {named}");
            }
        }
        let held = format!("{REVIEW},");
        let reviews = text(&files, "data/reviews.csv");
        let line = reviews.lines().find(|line| line.starts_with(&held)).unwrap_or_default();
        assert!(line.contains(",held,"), "the review of {named} that was held: {reviews}");
        assert!(
            text(&files, "data/findings.csv").lines().count() > 1,
            "a workflow without owner or drill breaks a rule or two"
        );
        let index = text(&files, "INDEX.md");
        let fair = index.lines().find(|line| line.contains("Are outputs fair")).unwrap();
        assert!(fair.contains("`data/checks.csv`"), "{named} says where checks are: {fair}");
    }
}

#[test]
fn each_file_that_the_index_names_lies_in_the_pack() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let files = pack(&room, &mut desk, asked(&room, "pack.zip"));
    let index = text(&files, "INDEX.md");
    let named: Vec<&str> = index.split('`').skip(1).step_by(2).collect();
    assert!(named.len() > 40, "every request and every file: {named:?}");
    for path in named.into_iter().filter(|path| *path != "seal/") {
        let there = files
            .keys()
            .any(|file| file == path || (path.ends_with('/') && file.starts_with(path)));
        assert!(there, "{path} is named and not there");
    }
}

#[test]
fn a_log_of_the_quarter_that_came_after_its_end_is_tested_in_its_pack_beside_its_rows() {
    let room = Room::new();
    let mut desk = room.founded();
    room.clock.set(at("2027-01-05T09:00:00Z"));
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    take_log(&room, &mut desk, "log.csv", LOG);
    let of = ExportPack { period: Some(QUARTER.into()), ..asked(&room, "pack.zip") };
    let files = pack(&room, &mut desk, of);
    assert!(files.contains_key("actions/BAT-0001.jsonl"), "its rows are of the quarter");
    let tests = text(&files, "data/population-tests.csv");
    assert!(tests.contains("BAT-0001"), "and every test on them is beside them: {tests}");
}
