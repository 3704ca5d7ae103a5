//! What may be captured, attached, kept and erased, and by whom.

use domain::evidence::{
    Captured, Class, Content, Evidence, MOST_BYTES, Place, Target, Validity, attach, capture,
    detach, embed, erase, recheck, validity,
};
use domain::{Event, EvidenceRef, ItemId, PersonRef};

use crate::support::*;

const SHA: &str = "abab";

fn held() -> Evidence {
    Evidence {
        evidence: EvidenceRef::new(1),
        file: Some((SHA.to_owned(), 12)),
        captured_by: JONAS,
        content: Content::Pointer,
        attached: vec![(to("WF-0001"), JONAS)],
    }
}

fn to(reference: &str) -> Target {
    Target { reference: reference.to_owned(), item: None }
}

fn captured(title: &str, found: Place<'_>, by: PersonRef) -> &'static str {
    let captured = Captured { title, class: Class::ObservedFact, found, expires: None };
    code(&capture(&company(), by, EvidenceRef::new(1), captured))
}

#[test]
fn evidence_is_captured_with_a_title_and_a_place_where_it_is_found() {
    let file = Place::File { name: "soc2.pdf", sha256: SHA, size: 12 };
    for (title, found, by, expected) in [
        ("SOC 2", file, JONAS, "done"),
        ("SOC 2", file, RAFAEL, "done"),
        ("SOC 2", file, GONE, "has-left"),
        ("  ", file, JONAS, "blank"),
        ("SOC 2", Place::Url("https://n.example/soc2"), JONAS, "done"),
        ("SOC 2", Place::Url("mailto:legal@n.example"), JONAS, "done"),
        ("SOC 2", Place::Url(""), JONAS, "blank"),
        ("SOC 2", Place::Url("soc2 in the shared folder"), JONAS, "not-an-address"),
        ("SOC 2", Place::Url("https://"), JONAS, "not-an-address"),
        ("SOC 2", Place::Url("https://n.example/soc 2"), JONAS, "not-an-address"),
        ("SOC 2", Place::Url("C:\\soc2.pdf"), JONAS, "not-an-address"),
    ] {
        assert_eq!(captured(title, found, by), expected, "“{title}” at {found:?} by {by}");
    }
}

#[test]
fn it_is_attached_once_to_what_is_on_the_record() {
    let item = Target { item: Some(ItemId::new("anomalies")), ..to("WEEKLY-2026-W47") };
    for (target, known, expected) in [
        (to("WF-0002"), true, "done"),
        (item, true, "done"),
        (to("WF-0001"), true, "attached-already"),
        (to("WF-0099"), false, "unknown"),
        (to("EVD-0001"), true, "unknown"),
    ] {
        let done = attach(&company(), &held(), RAFAEL, &target, known);
        assert_eq!(code(&done), expected, "to {target}");
    }
}

#[test]
fn it_is_taken_off_by_who_attached_it_or_a_keeper_with_a_reason() {
    for (by, reference, reason, expected) in [
        (JONAS, "WF-0001", "another vendor’s", "done"),
        (MAREN, "WF-0001", "another vendor’s", "done"),
        (RAFAEL, "WF-0001", "another vendor’s", "not-entitled"),
        (JONAS, "WF-0001", " ", "blank"),
        (JONAS, "WF-0002", "another vendor’s", "not-attached"),
    ] {
        let done = detach(&company(), &held(), by, &to(reference), reason);
        assert_eq!(code(&done), expected, "off {reference} by {by} because “{reason}”");
    }
}

#[test]
fn only_the_very_file_that_was_captured_is_kept_and_only_up_to_a_size() {
    let large = Evidence { file: Some((SHA.to_owned(), MOST_BYTES + 1)), ..held() };
    let url = Evidence { file: None, ..held() };
    let kept = Evidence { content: Content::Kept, ..held() };
    let erased = Evidence { content: Content::Erased, ..held() };
    for (evidence, sha256, expected) in [
        (held(), SHA, "done"),
        (erased, SHA, "done"),
        (held(), "cdcd", "another-file"),
        (large, SHA, "file-too-large"),
        (url, SHA, "no-file"),
        (kept, SHA, "nothing-changed"),
    ] {
        let done = embed(&company(), &evidence, JONAS, sha256);
        assert_eq!(code(&done), expected, "{evidence:?} with {sha256}");
    }
}

#[test]
fn a_kept_file_is_erased_by_those_who_erase_words_and_with_a_ground() {
    let kept = Evidence { content: Content::Kept, ..held() };
    for (evidence, by, ground, expected) in [
        (&kept, MAREN, "Art. 17", "done"),
        (&kept, JONAS, "Art. 17", "not-entitled"),
        (&kept, MAREN, "", "blank"),
        (&held(), MAREN, "Art. 17", "not-kept"),
    ] {
        let done = erase(&company(), evidence, by, ground);
        assert_eq!(code(&done), expected, "by {by} because “{ground}”");
    }
}

#[test]
fn looking_again_tells_the_same_other_and_no_bytes_apart() {
    for (read, expected) in [
        (Some((SHA, 12)), r#""it":"matches""#),
        (Some(("cdcd", 13)), r#""it":"changed""#),
        (None, r#""it":"missing""#),
    ] {
        let event: Event = recheck(&company(), &held(), RAFAEL, read).unwrap();
        let written = serde_json::to_string(&event).unwrap();
        assert!(written.contains(expected), "{read:?} reads {written}");
    }
}

#[test]
fn evidence_is_said_to_expire_thirty_days_ahead_and_counts_on_its_last_day() {
    for (expires, expected) in [
        (None, Validity::Lasting),
        (Some("2026-11-15"), Validity::Expired),
        (Some("2026-11-16"), Validity::Expiring),
        (Some("2026-12-16"), Validity::Expiring),
        (Some("2026-12-17"), Validity::Valid),
    ] {
        let found = validity(expires.map(day), day("2026-11-16"));
        assert_eq!(found, expected, "until {expires:?}, on 16 November");
    }
}
