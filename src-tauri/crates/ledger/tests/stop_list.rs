//! A stop list: what the machine signs is accepted, and nothing else.

#![allow(clippy::unwrap_used, reason = "a test helper")]

mod record;

use ledger::Head;
use ledger::key::SecretKey;
use ledger::stop_list::{Listed, StopList};
use ledger::verify::{self, Claims, FaultCode, RestsOn, Verdict, Verdicts};
use record::{Writer, whole};
use serde_json::Value;

fn list(writer: &Writer) -> StopList {
    let head = writer.frontier.head();
    let stopped = Listed {
        workflow: "WF-0007".to_owned(),
        stop: Some("STOP-0003".to_owned()),
        entry: 9,
        at: "2026-09-01T08:09:00.000Z".to_owned(),
    };
    let at = "2026-09-01T08:15:00.000Z".to_owned();
    let drill = Listed {
        workflow: "WF-0002".to_owned(),
        stop: Some("STOP-0004".to_owned()),
        ..stopped.clone()
    };
    StopList {
        stopped: vec![stopped],
        drills: vec![drill],
        ..StopList::empty(&writer.ws, head.size, at, head)
    }
}

fn codes(verdicts: &Verdicts) -> Vec<FaultCode> {
    verdicts.faults.iter().map(|fault| fault.code).collect()
}

fn judge(file: &str) -> Vec<FaultCode> {
    codes(&verify::stop_list(file, &Claims::default()))
}

#[test]
fn a_stop_list_keeps_its_bytes() {
    let writer = whole();
    let file = list(&writer).to_file(&writer.machine).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/stop-list.json");
    if std::env::var("COUNTERSIGN_GOLDEN").as_deref() == Ok("write")
        && !std::path::Path::new(path).exists()
    {
        std::fs::write(path, &file).unwrap();
    }
    assert_eq!(file, std::fs::read_to_string(path).unwrap_or_default(), "frozen for ever");
    assert_eq!(StopList::from_file(&file), Some(list(&writer)), "it reads as it was written");
}

#[test]
fn what_the_machine_signed_is_accepted_and_anchored_by_its_key_or_by_the_head() {
    let writer = whole();
    let file = list(&writer).to_file(&writer.machine).unwrap();
    let bare = verify::stop_list(&file, &Claims::default());
    assert!(bare.accepted(), "nothing is wrong: {:?}", bare.faults);
    assert_eq!(bare.rests_on, RestsOn::NotAnchored, "nobody outside kept anything");
    assert_eq!(bare.completeness, Verdict::NotJudged, "without a head it may be an old one");
    let keys = Some(vec![writer.machine.public().fingerprint()]);
    let by_key = verify::stop_list(&file, &Claims { keys, ..Claims::default() });
    assert!(matches!(by_key.rests_on, RestsOn::Anchored { by_keys: true, .. }), "by the key");
    let seen = vec![writer.frontier.head()];
    let by_head = verify::stop_list(&file, &Claims { seen, ..Claims::default() });
    assert!(matches!(by_head.rests_on, RestsOn::Anchored { .. }), "by the head");
    assert_eq!(by_head.completeness, Verdict::Holds, "it is no older than what was seen");
}

#[test]
fn a_list_of_a_demo_says_so_and_any_other_says_nothing_of_it() {
    let writer = whole();
    let made_up = StopList { demo: true, ..list(&writer) };
    let file = made_up.to_file(&writer.machine).unwrap();
    let verdicts = verify::stop_list(&file, &Claims::default());
    assert!(verdicts.accepted() && verdicts.demo, "it holds, as a demo: {:?}", verdicts.faults);
    assert_eq!(StopList::from_file(&file), Some(made_up), "it reads as it was written");
    assert_eq!(judge(&file.replace("\\\"demo\\\":true,", "")), [FaultCode::StopListSignature]);
    assert_eq!(judge(&file.replace(":true,", ":false,")), [FaultCode::StopListForm], "left out");
    let real = list(&writer).to_file(&writer.machine).unwrap();
    assert!(!verify::stop_list(&real, &Claims::default()).demo && !real.contains("demo"));
}

#[test]
fn whatever_is_changed_in_a_list_is_found() {
    let writer = whole();
    let file = list(&writer).to_file(&writer.machine).unwrap();
    for (what, from, to, expected) in [
        ("a workflow is taken off", "WF-0007", "WF-0008", FaultCode::StopListSignature),
        ("the time is moved", "08:15:00", "08:16:00", FaultCode::StopListSignature),
        (
            "another key is named",
            "\\\"key\\\":\\\"9",
            "\\\"key\\\":\\\"8",
            FaultCode::StopListSignature,
        ),
        ("it calls itself otherwise", "stop list", "start list", FaultCode::StopListForm),
        (
            "a field is put in",
            "\\\"drills\\\"",
            "\\\"dr\\\":1,\\\"drills\\\"",
            FaultCode::StopListForm,
        ),
        (
            "an entry to come is named",
            "\\\"entry\\\":9",
            "\\\"entry\\\":99",
            FaultCode::StopListForm,
        ),
        ("it is cut short", "\"v\":1}", "", FaultCode::StopListForm),
    ] {
        assert!(file.contains(from), "{what}: the list holds {from}");
        assert_eq!(judge(&file.replacen(from, to, 1)), [expected], "{what}");
    }
    assert_eq!(judge(""), [FaultCode::StopListForm], "an empty file is none");
}

#[test]
fn a_list_by_another_key_or_from_before_a_head_that_was_seen_is_not_taken() {
    let writer = whole();
    let stranger = SecretKey::from_seed([77; 32]);
    let file = list(&writer).to_file(&stranger).unwrap();
    let keys = Some(vec![writer.machine.public().fingerprint()]);
    let verdicts = verify::stop_list(&file, &Claims { keys, ..Claims::default() });
    assert_eq!(codes(&verdicts), [FaultCode::KeyNotNamed], "anybody can sign with a key of theirs");

    let file = list(&writer).to_file(&writer.machine).unwrap();
    let head = writer.frontier.head();
    let later = Head { size: head.size + 1, root: [1; 32] };
    let verdicts = verify::stop_list(&file, &Claims { seen: vec![later], ..Claims::default() });
    assert_eq!(codes(&verdicts), [FaultCode::SeenCut], "an older list is put in place of a newer");
    let other = Head { root: [1; 32], ..head };
    let verdicts = verify::stop_list(&file, &Claims { seen: vec![other], ..Claims::default() });
    assert_eq!(codes(&verdicts), [FaultCode::SeenDiffers], "it is of another record");
}

#[test]
fn the_list_is_json_that_any_reader_takes() {
    let writer = whole();
    let file = list(&writer).to_file(&writer.machine).unwrap();
    let outer: Value = serde_json::from_str(&file).unwrap();
    let inner: Value = serde_json::from_str(outer["list"].as_str().unwrap()).unwrap();
    assert_eq!(inner["stopped"][0]["workflow"], "WF-0007", "plain names, no commitments");
    assert!(file.ends_with("}\n") && file.matches('\n').count() == 1, "one line");
}

#[test]
fn what_was_registered_as_stopped_names_no_stop_and_a_drill_always_does() {
    let writer = whole();
    let mut told = list(&writer);
    told.stopped[0].stop = None;
    let file = told.to_file(&writer.machine).unwrap();
    assert_eq!(judge(&file), [], "nobody pulled a switch");
    assert!(!file.contains("STOP-0003") && !file.contains("null"), "the field is not there");
    told.drills[0].stop = None;
    let file = told.to_file(&writer.machine).unwrap();
    assert_eq!(judge(&file), [FaultCode::StopListForm], "a drill is a stop that somebody tried");
}
