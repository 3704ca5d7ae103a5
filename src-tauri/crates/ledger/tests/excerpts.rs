//! A decision that leaves alone: its votes cover exactly its proposal, and every change is found.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a record that cannot be made fails the test that makes it"
)]

mod record;

use ledger::encoding::hex;
use ledger::proof::Proof;
use ledger::statement::{Statement, subject_hash};
use ledger::text::{SealedText, SeededSalts, seal};
use ledger::verify::{self, Claims, FaultCode, NoteCode, RestsOn, Verdict};
use record::{Writer, codes, sentences, whole};
use serde_json::{Value, json};

const PROPOSED: u64 = 13;
const VOTED: u64 = 14;
const APPLIED: u64 = 15;
const ALL: [u64; 3] = [PROPOSED, VOTED, APPLIED];

/// The small record with a decision at its end: proposed, voted for by the sponsor, applied.
fn decided() -> Writer {
    decided_with(|_| {}, |_| {})
}

/// The same, its vote changed before it is signed, and the carrying event before it is entered.
fn decided_with(statement: impl Fn(&mut Statement), event: impl Fn(&mut Value)) -> Writer {
    let mut writer = whole();
    writer.append(
        "PER-0001",
        json!({
            "type": "decision.proposed",
            "decision": "DEC-0031",
            "change": { "tier": { "before": 2, "after": 3 } },
            "rationale": { "t": "Sample of 60 “clean”\nsince May \u{1F642}" },
        }),
    );
    vote(&mut writer, &statement, &event);
    writer.append("PER-0001", json!({ "type": "decision.applied", "decision": "DEC-0031" }));
    writer
}

fn vote(writer: &mut Writer, change: &dyn Fn(&mut Statement), carry: &dyn Fn(&mut Value)) {
    let mut reason = json!({ "t": "Agreed, send me the first sample" });
    let texts =
        seal(&mut reason, "/event/statement/statement/reason", &mut SeededSalts::new([7; 32]));
    let mut statement = Statement {
        ws: writer.ws.clone(),
        kind: "vote".to_owned(),
        about: "DEC-0031".to_owned(),
        hash: subject_hash(&event_of(writer, PROPOSED)).unwrap(),
        verdict: "approve".to_owned(),
        reason: Some(reason),
        head: writer.head(),
        at: "2026-09-01T08:13:30.000Z".to_owned(),
        expires: "2026-09-04T08:13:30.000Z".to_owned(),
        nonce: [5; 16],
        by: "PER-0002".to_owned(),
        key: writer.sponsor.public().id(&writer.ws, "PER-0002"),
    };
    change(&mut statement);
    let signed = statement.sign(&writer.sponsor).unwrap();
    let mut event = json!({
        "type": "decision.voted",
        "decision": "DEC-0031",
        "seats": [{ "role": "sponsor" }],
        "statement": signed.to_value(),
    });
    carry(&mut event);
    writer.append("PER-0001", event);
    let seq = writer.record.entries.len() as u64;
    writer.record.texts.extend(texts.into_iter().map(|SealedText { path, salt, text }| {
        verify::RawText { seq, path, salt: salt.to_vec(), text: text.into_bytes() }
    }));
}

fn event_of(writer: &Writer, seq: u64) -> Value {
    let body = &writer.record.entries[usize::try_from(seq - 1).unwrap()].body;
    serde_json::from_slice::<Value>(body).unwrap()["event"].clone()
}

fn excerpt(writer: &Writer, seqs: &[u64]) -> String {
    seqs.iter().map(|seq| writer.excerpt(*seq)).collect()
}

fn judged(file: &str) -> verify::Verdicts {
    verify::excerpt(file, &Claims::default())
}

fn notes(verdicts: &verify::Verdicts) -> Vec<NoteCode> {
    verdicts.notes.iter().map(|note| note.code).collect()
}

#[test]
fn the_votes_of_an_excerpt_cover_exactly_the_proposal_beside_them() {
    let writer = decided();
    assert!(writer.verify().accepted(), "the record itself holds: {}", sentences(&writer.verify()));
    let verdicts = judged(&excerpt(&writer, &ALL));
    assert!(verdicts.accepted(), "{}", sentences(&verdicts));
    assert_eq!(notes(&verdicts), [NoteCode::VoteCovers, NoteCode::DecisionSettled]);
    assert_eq!(
        verdicts.notes[0].sentence,
        "Entry 14: PER-0002 signed “approve” on DEC-0031, over exactly the proposal of entry 13."
    );
    assert_eq!(
        verdicts.notes[1].sentence,
        "Entry 15: DEC-0031 was applied. This file does not say whether it was rolled back later.",
        "what came after it is not in the file"
    );
    assert_eq!((verdicts.counts.entries, verdicts.counts.statements), (3, 1));
    assert_eq!((verdicts.counts.texts, verdicts.counts.withheld), (2, 0), "rationale and reason");
    assert_eq!(verdicts.completeness, Verdict::NotJudged, "it says nothing of what surrounds it");
}

#[test]
fn an_excerpt_led_by_the_first_entry_of_a_demo_says_that_it_is_of_one() {
    for demo in [true, false] {
        let mut writer = Writer::new(record::SEED);
        writer.create_as(demo);
        writer.append("PER-0001", json!({ "type": "decision.applied", "decision": "DEC-0031" }));
        let led = judged(&excerpt(&writer, &[1, 2]));
        assert!(led.accepted(), "{}", sentences(&led));
        assert_eq!(led.demo, demo, "as its first entry says");
        assert!(!judged(&excerpt(&writer, &[2])).demo, "without it nobody knows");
    }
}

#[test]
fn an_excerpt_that_holds_a_rollback_does_not_call_the_decision_applied_plainly() {
    let mut writer = decided();
    let undo = json!({
        "type": "decision.proposed",
        "decision": "DEC-0032",
        "undoes": "DEC-0031",
    });
    writer.append("PER-0001", undo);
    let waits = judged(&excerpt(&writer, &[PROPOSED, VOTED, APPLIED, 16]));
    assert!(sentences(&waits).is_empty(), "{}", sentences(&waits));
    let says = &waits.notes.last().unwrap().sentence;
    assert!(says.ends_with("whether it was rolled back later."), "it is only proposed: {says}");
    writer.append("PER-0001", json!({ "type": "decision.applied", "decision": "DEC-0032" }));
    let undone = judged(&excerpt(&writer, &[PROPOSED, VOTED, APPLIED, 16, 17]));
    let says: Vec<&str> = undone.notes.iter().map(|note| note.sentence.as_str()).collect();
    let wanted = "Entry 15: DEC-0031 was applied, and rolled back by DEC-0032 with entry 17.";
    assert!(says.contains(&wanted), "{says:?}");
}

#[test]
fn the_hash_a_vote_signs_is_that_of_the_event_as_it_was_entered() {
    let writer = decided();
    let body = String::from_utf8(writer.record.entries[12].body.clone()).unwrap();
    let (_, from) = body.split_once("\"event\":").unwrap();
    let (event, _) = from.rsplit_once(",\"key\":").unwrap();
    let by_hand = hex(&ledger::primitive::sha256(&[event.as_bytes()]));
    let statement = event_of(&writer, VOTED)["statement"]["statement"].as_str().unwrap().to_owned();
    assert!(
        statement.contains(&by_hand),
        "cut out of the body as it stands, without a JSON reader"
    );
}

#[test]
fn a_vote_without_its_proposal_says_that_it_stands_alone() {
    for seqs in [&[VOTED][..], &[VOTED, APPLIED]] {
        let verdicts = judged(&excerpt(&decided(), seqs));
        assert!(verdicts.accepted(), "{}", sentences(&verdicts));
        assert_eq!(notes(&verdicts)[0], NoteCode::VoteAlone);
    }
}

#[test]
fn a_vote_for_anything_else_is_found() {
    type Statements = fn(&mut Statement);
    type Events = fn(&mut Value);
    let as_signed: Statements = |_| {};
    let as_carried: Events = |_| {};
    let cases: [(&str, Statements, Events, FaultCode); 7] = [
        ("another proposal", |s| s.hash = [1; 32], as_carried, FaultCode::VoteSubject),
        ("another decision", |s| s.about = "DEC-0032".into(), as_carried, FaultCode::VoteSubject),
        ("no vote", |s| s.kind = "attestation".into(), as_carried, FaultCode::VoteSubject),
        ("no statement", as_signed, |event| event["statement"] = json!({}), FaultCode::VoteSubject),
        (
            "a vote that had expired",
            |s| s.expires = "2026-09-01T08:13:31.000Z".into(),
            as_carried,
            FaultCode::Statement,
        ),
        ("a head of another record", |s| s.head.root = [1; 32], as_carried, FaultCode::Statement),
        ("a head to come", |s| s.head.size = 14, as_carried, FaultCode::Statement),
    ];
    for (what, statement, event, wanted) in cases {
        let writer = decided_with(statement, event);
        let verdicts = judged(&excerpt(&writer, &ALL));
        assert!(codes(&verdicts).contains(&wanted), "{what}: {}", sentences(&verdicts));
    }
}

#[test]
fn a_vote_counts_once() {
    let mut writer = decided();
    vote(&mut writer, &|_| {}, &|_| {});
    let verdicts = judged(&excerpt(&writer, &[PROPOSED, VOTED, 16]));
    assert!(codes(&verdicts).contains(&FaultCode::StatementAgain), "{}", sentences(&verdicts));
}

#[test]
fn a_withheld_text_is_counted_and_an_erased_one_is_told_from_it() {
    let mut writer = decided();
    writer.erase(PROPOSED, "/event/rationale");
    let erasure = 16;
    let with = judged(&excerpt(&writer, &[PROPOSED, VOTED, APPLIED, erasure]));
    assert!(with.accepted(), "the votes hold without the words: {}", sentences(&with));
    assert!(notes(&with).contains(&NoteCode::VoteCovers), "the hash covers commitments");
    assert_eq!((with.counts.erased, with.counts.withheld), (1, 0));
    let without = judged(&excerpt(&writer, &ALL));
    assert!(without.accepted(), "{}", sentences(&without));
    assert_eq!((without.counts.erased, without.counts.withheld), (0, 1), "nothing says it is gone");
    let kept = excerpt(&decided(), &[PROPOSED]);
    let extra = kept.lines().nth(1).unwrap();
    let erased = excerpt(&writer, &[PROPOSED, VOTED, APPLIED, erasure]);
    let put_back = erased.replacen(erased.lines().nth(1).unwrap(), extra, 1);
    assert_eq!(codes(&judged(&put_back)), [FaultCode::TextNotErased], "words that were erased");
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let (writer, mut longer, other) = (decided(), decided(), record::whole_of(99));
    longer.workflow("PER-0001", 9);
    let cases = [
        ("out of order", excerpt(&writer, &[VOTED, PROPOSED])),
        ("the same twice", excerpt(&writer, &[VOTED, VOTED])),
        ("of two checkpoints", excerpt(&writer, &[PROPOSED]) + &excerpt(&longer, &[VOTED])),
        ("of two workspaces", excerpt(&writer, &[PROPOSED]) + &other.excerpt(12)),
        ("after something else", format!("hello\n{}", excerpt(&writer, &ALL))),
        ("before something else", format!("{}hello\n", excerpt(&writer, &ALL))),
    ];
    for (what, file) in cases {
        let verdicts = judged(&file);
        assert!(
            codes(&verdicts).contains(&FaultCode::ExcerptForm),
            "{what}: {}",
            sentences(&verdicts)
        );
    }
}

#[test]
fn every_key_that_signed_an_entry_or_a_vote_must_be_on_the_list() {
    let writer = decided();
    let file = excerpt(&writer, &ALL);
    let claims = |keys| Claims { keys: Some(keys), ..Claims::default() };
    let all = verify::excerpt(&file, &claims(writer.keys()));
    assert!(matches!(all.rests_on, RestsOn::Anchored { by_keys: true, .. }), "both are there");
    for (missing, keys) in ["PER-0002", "PER-0001"].iter().zip(writer.keys()) {
        let verdicts = verify::excerpt(&file, &claims(vec![keys]));
        assert_eq!(codes(&verdicts), [FaultCode::KeyNotNamed], "without {missing}");
        assert!(verdicts.faults[0].sentence.contains(missing), "{}", sentences(&verdicts));
        assert_eq!(verdicts.rests_on, RestsOn::NotAnchored, "half an anchor is none");
    }
}

/// What each kind of bytes is, and a change to it that keeps the file well formed.
#[test]
fn every_kind_of_byte_matters() {
    let writer = decided();
    let file = excerpt(&writer, &ALL);
    let part = |seq: u64, change: &dyn Fn(&mut Value)| {
        let parts = ALL.map(|each| {
            let mut proof: Proof = writer.excerpt(each).parse().unwrap();
            if each == seq {
                let mut extra: Value = serde_json::from_slice(&proof.extra.unwrap()).unwrap();
                change(&mut extra);
                proof.extra = Some(extra.to_string().into_bytes());
            }
            proof.to_string()
        });
        parts.concat()
    };
    let swap = |field: &'static str, from: &'static str, to: &'static str| {
        move |extra: &mut Value| {
            let changed = extra[field].as_str().unwrap().replace(from, to);
            assert_ne!(extra[field].as_str().unwrap(), changed, "{from} stands in {field}");
            extra[field] = json!(changed);
        }
    };
    let cases: Vec<(&str, String, FaultCode)> = vec![
        (
            "the proposal",
            part(PROPOSED, &swap("body", "\"after\":3", "\"after\":4")),
            FaultCode::EntrySignature,
        ),
        (
            "who proposed",
            part(PROPOSED, &swap("body", "PER-0001", "PER-0002")),
            FaultCode::EntrySignature,
        ),
        (
            "the vote's verdict",
            part(VOTED, &swap("body", "approve", "abstain")),
            FaultCode::Statement,
        ),
        (
            "the vote's decision",
            part(VOTED, &swap("body", "DEC-0031", "DEC-0032")),
            FaultCode::Statement,
        ),
        (
            "whom it counts for",
            part(VOTED, &swap("body", "sponsor", "founder")),
            FaultCode::EntrySignature,
        ),
        (
            "what is applied",
            part(APPLIED, &swap("body", "applied", "refused")),
            FaultCode::ExcerptProof,
        ),
        (
            "the rationale",
            part(PROPOSED, &|e| e["texts"][0]["text"] = json!("Nothing")),
            FaultCode::TextAltered,
        ),
        (
            "a salt",
            part(PROPOSED, &|e| e["texts"][0]["salt"] = json!("AAAAAAAAAAAAAAAAAAAAAA==")),
            FaultCode::TextAltered,
        ),
        (
            "a text's place",
            part(PROPOSED, &|e| e["texts"][0]["path"] = json!("/event/title")),
            FaultCode::TextAltered,
        ),
        (
            "a text twice",
            part(PROPOSED, &|e| {
                let text = e["texts"][0].clone();
                e["texts"].as_array_mut().unwrap().push(text);
            }),
            FaultCode::TextUncommitted,
        ),
        (
            "the vote's reason",
            part(VOTED, &|e| e["texts"][0]["text"] = json!("No")),
            FaultCode::TextAltered,
        ),
        (
            "whose key",
            part(VOTED, &|e| e["keys"][1]["person"] = json!("PER-0009")),
            FaultCode::KeyInvalid,
        ),
        (
            "a key left out",
            part(VOTED, &|e| {
                e["keys"].as_array_mut().unwrap().remove(1);
            }),
            FaultCode::Statement,
        ),
        (
            "the machine's key left out",
            part(VOTED, &|e| {
                e["keys"].as_array_mut().unwrap().pop();
            }),
            FaultCode::CheckpointSignature,
        ),
        ("an index", file.replacen("index 13", "index 12", 1), FaultCode::ExcerptProof),
        ("the checkpoints' size", file.replace("\n15\n", "\n16\n"), FaultCode::CheckpointSignature),
        ("the extra data", file.replacen("extra ", "extra A", 1), FaultCode::ExcerptForm),
    ];
    for (what, changed, wanted) in cases {
        let verdicts = judged(&changed);
        assert_eq!(verdicts.integrity, Verdict::Fails, "{what} can be changed unseen");
        assert!(codes(&verdicts).contains(&wanted), "{what}: {}", sentences(&verdicts));
    }
}

#[test]
fn no_byte_of_proofs_and_checkpoints_can_be_changed_unseen() {
    let file = excerpt(&decided(), &ALL);
    let mut at = 0;
    for line in file.split_inclusive('\n') {
        let judged_byte_by_byte = !line.starts_with("extra ");
        for place in (at..at + line.len()).filter(|_| judged_byte_by_byte) {
            let byte = file.as_bytes()[place];
            let mut bytes = file.clone().into_bytes();
            bytes[place] = if byte == b'A' { b'B' } else { b'A' };
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            assert!(!judged(&changed).accepted(), "byte {place} of {line:?} matters");
        }
        at += line.len();
    }
}
