//! Who may sign, and how keys are enrolled, replaced and retired.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test helper")]

mod record;

use ed25519_dalek::{Signer as _, SigningKey};
use ledger::encoding::base64;
use ledger::key::{SecretKey, replacement_subject};
use ledger::statement::{KEY_REPLACEMENT, Statement, subject_hash};
use ledger::verify::FaultCode;
use record::{Writer, codes, sentences};
use serde_json::{Value, json};

const FOUNDER: &str = "PER-0001";
const SPONSOR: &str = "PER-0002";
const LEGAL: &str = "PER-0003";
const SECURITY: &str = "PER-0004";

/// Four people: the founder, the sponsor, and two whose keys have seeds 203 and 204.
fn four() -> Writer {
    let mut writer = Writer::new(record::SEED);
    writer.create();
    writer.enrol_sponsor();
    for (person, seed) in [(LEGAL, 203), (SECURITY, 204)] {
        let event = enrolment(&writer, person, &key(seed));
        writer.append(FOUNDER, event);
    }
    writer
}

fn key(seed: u8) -> SecretKey {
    SecretKey::from_seed([seed; 32])
}

fn enrolment(writer: &Writer, person: &str, key: &SecretKey) -> Value {
    let public = key.public();
    json!({
        "type": "key.enrolled",
        "person": person,
        "key": public.id(&writer.ws, person).to_string(),
        "public": public.to_base64(),
        "possession": base64(&key.possession(&writer.ws, person)),
    })
}

fn replacement(writer: &Writer, person: &str, old: &SecretKey, new: &SecretKey) -> Value {
    let mut event = enrolment(writer, person, new);
    event["type"] = json!("key.replaced");
    event["old"] = json!(old.public().id(&writer.ws, person).to_string());
    event
}

/// A statement by `by` that `person` may have the key `new`.
fn word(writer: &Writer, by: &str, secret: &SecretKey, person: &str, new: &SecretKey) -> Statement {
    let public = new.public();
    Statement {
        ws: writer.ws.clone(),
        kind: KEY_REPLACEMENT.to_owned(),
        about: public.fingerprint().to_string(),
        hash: subject_hash(&replacement_subject(&writer.ws, person, &public)).unwrap(),
        verdict: "approve".to_owned(),
        reason: None,
        head: writer.head(),
        at: "2026-09-01T08:00:00.000Z".to_owned(),
        expires: "2026-09-08T08:00:00.000Z".to_owned(),
        nonce: [by.as_bytes()[7]; 16],
        by: by.to_owned(),
        key: secret.public().id(&writer.ws, by),
    }
}

/// Replaces the sponsor's key on the word of others, each statement changed by `with`.
fn replaced_on_the_word_of(
    givers: &[(&str, u8)],
    with: impl Fn(&mut Statement),
) -> (Writer, Vec<FaultCode>) {
    let mut writer = four();
    let new = key(99);
    let statements: Vec<Value> = givers
        .iter()
        .map(|(by, seed)| {
            let secret = key(*seed);
            let mut statement = word(&writer, by, &secret, SPONSOR, &new);
            with(&mut statement);
            statement.sign(&secret).unwrap().to_value()
        })
        .collect();
    let mut event = replacement(&writer, SPONSOR, &key(record::SEED + 1), &new);
    event["statements"] = Value::Array(statements);
    writer.append(FOUNDER, event);
    let found = codes(&writer.verify());
    (writer, found)
}

#[test]
fn the_old_key_names_its_successor() {
    let mut writer = four();
    let new = key(99);
    let event = replacement(&writer, SPONSOR, &writer.sponsor, &new);
    writer.append(SPONSOR, event);
    writer.sponsor = new;
    writer.workflow(SPONSOR, 1);
    let verdicts = writer.verify();
    assert!(verdicts.accepted(), "the new key signs now:\n{}", sentences(&verdicts));
}

#[test]
fn a_replaced_key_signs_no_more() {
    let mut writer = four();
    let event = replacement(&writer, SPONSOR, &writer.sponsor, &key(99));
    writer.append(SPONSOR, event);
    writer.workflow(SPONSOR, 1);
    assert_eq!(codes(&writer.verify()), [FaultCode::EntryKeyRetired], "the old key has ended");
}

#[test]
fn a_retired_key_signs_no_more() {
    let mut writer = four();
    let key = writer.sponsor.public().id(&writer.ws, SPONSOR).to_string();
    writer.append(FOUNDER, json!({ "type": "key.retired", "person": SPONSOR, "key": key }));
    assert!(writer.verify().accepted(), "retiring a key is an act like any other");
    writer.workflow(SPONSOR, 1);
    assert_eq!(codes(&writer.verify()), [FaultCode::EntryKeyRetired], "but then it has ended");
}

#[test]
fn two_others_can_replace_a_lost_key() {
    let (_, found) = replaced_on_the_word_of(&[(LEGAL, 203), (SECURITY, 204)], |_| {});
    assert_eq!(found, [], "two other people vouch for the new key");
}

#[test]
fn whatever_falls_short_of_two_others_replaces_nothing() {
    type Change = fn(&mut Statement);
    type Case = (&'static str, &'static [(&'static str, u8)], Change, &'static [FaultCode]);
    let keep: Change = |_| {};
    let cases: [Case; 8] = [
        ("nobody", &[], keep, &[FaultCode::KeyUnauthorised]),
        ("one", &[(LEGAL, 203)], keep, &[FaultCode::KeyUnauthorised]),
        (
            "the same person twice",
            &[(LEGAL, 203), (LEGAL, 203)],
            keep,
            &[FaultCode::StatementAgain, FaultCode::KeyUnauthorised],
        ),
        (
            "the person herself and one other",
            &[(LEGAL, 203), (SPONSOR, record::SEED + 1)],
            keep,
            &[FaultCode::KeyUnauthorised],
        ),
        (
            "words about another kind of thing",
            &[(LEGAL, 203), (SECURITY, 204)],
            |s| s.kind = "vote".to_owned(),
            &[FaultCode::KeyUnauthorised],
        ),
        (
            "refusals",
            &[(LEGAL, 203), (SECURITY, 204)],
            |s| s.verdict = "reject".to_owned(),
            &[FaultCode::KeyUnauthorised],
        ),
        (
            "words given for another person",
            &[(LEGAL, 203), (SECURITY, 204)],
            |s| s.hash = [0; 32],
            &[FaultCode::KeyUnauthorised],
        ),
        (
            "words for another key",
            &[(LEGAL, 203), (SECURITY, 204)],
            |s| s.about = "0".repeat(64),
            &[FaultCode::KeyUnauthorised],
        ),
    ];
    for (who, givers, change, wanted) in cases {
        let (_, found) = replaced_on_the_word_of(givers, change);
        assert_eq!(found, wanted, "on the word of {who}");
    }
}

#[test]
fn a_statement_that_does_not_hold_is_named() {
    type Change = fn(&mut Statement);
    let cases: [(&str, Change); 3] = [
        ("expired before the entry", |s| s.expires = "2026-09-01T08:00:00.000Z".to_owned()),
        ("made on another record", |s| s.head.root = [1; 32]),
        ("made on a record still to come", |s| s.head.size = 99),
    ];
    for (what, change) in cases {
        let (_, found) = replaced_on_the_word_of(&[(LEGAL, 203), (SECURITY, 204)], change);
        let wanted = [FaultCode::Statement, FaultCode::Statement, FaultCode::KeyUnauthorised];
        assert_eq!(found, wanted, "{what}");
    }
}

#[test]
fn a_statement_counts_once_in_the_whole_record() {
    let mut writer = four();
    let secret = key(203);
    let statement = word(&writer, LEGAL, &secret, SPONSOR, &key(99)).sign(&secret).unwrap();
    for _ in 0..2 {
        writer.append(FOUNDER, json!({ "type": "vote.cast", "vote": statement.to_value() }));
    }
    assert_eq!(codes(&writer.verify()), [FaultCode::StatementAgain], "the second use is found");
}

#[test]
fn a_forged_statement_is_found_wherever_it_stands() {
    let mut writer = four();
    let secret = key(203);
    let mut signed = word(&writer, LEGAL, &secret, SPONSOR, &key(99)).sign(&secret).unwrap();
    signed.statement = signed.statement.replace("approve", "approvE");
    writer.append(FOUNDER, json!({ "type": "vote.cast", "deep": [{ "in": signed.to_value() }] }));
    assert_eq!(codes(&writer.verify()), [FaultCode::Statement], "LEGAL never signed that");
}

#[test]
fn an_enrolment_that_is_not_sound_is_named() {
    type Change = fn(&mut Value, &Writer);
    let cases: [(&str, Change, &[FaultCode]); 7] = [
        (
            "no possession",
            |e, _| e["possession"] = json!(base64(&[0; 64])),
            &[FaultCode::KeyInvalid],
        ),
        ("another's id", |e, _| e["key"] = json!("00000000"), &[FaultCode::KeyInvalid]),
        ("a weak key", |e, _| e["public"] = json!(base64(&[0; 32])), &[FaultCode::KeyInvalid]),
        (
            "a second key for somebody",
            |e, w| *e = enrolment(w, SPONSOR, &key(210)),
            &[FaultCode::KeyAgain],
        ),
        (
            "somebody's key for another",
            |e, w| *e = enrolment(w, "PER-0009", &w.sponsor),
            &[FaultCode::KeyAgain],
        ),
        (
            "a person called machine",
            |e, w| *e = enrolment(w, "machine", &key(210)),
            &[FaultCode::EventForm],
        ),
        (
            "no public key",
            |e, _| {
                e.as_object_mut().unwrap().remove("public");
            },
            &[FaultCode::EventForm],
        ),
    ];
    for (what, change, wanted) in cases {
        let mut writer = four();
        let mut event = enrolment(&writer, "PER-0005", &key(205));
        change(&mut event, &writer);
        writer.append(FOUNDER, event);
        let verdicts = writer.verify();
        assert_eq!(codes(&verdicts), wanted, "{what}:\n{}", sentences(&verdicts));
    }
}

#[test]
fn the_machine_signs_no_act_that_needs_a_person() {
    let mut writer = four();
    let event = enrolment(&writer, "PER-0005", &key(205));
    writer.append("machine", event);
    assert_eq!(codes(&writer.verify()), [FaultCode::EventMachine], "its key proves nothing alone");
}

#[test]
fn a_machines_key_stands_for_a_stop_and_for_nothing_else() {
    for (kind, expected) in [
        ("workflow.stopped", vec![]),
        ("exception.raised", vec![]),
        ("workflow.status-set", vec![FaultCode::EventMachine]),
        ("decision.applied", vec![FaultCode::EventMachine]),
        ("stop.attributed", vec![FaultCode::EventMachine]),
        ("anything.else", vec![FaultCode::EventMachine]),
    ] {
        let mut writer = four();
        writer.append("machine", json!({ "type": kind, "workflow": "WF-0007" }));
        assert_eq!(codes(&writer.verify()), expected, "{kind}");
    }
}

#[test]
fn another_machine_can_be_enrolled_and_then_signs_checkpoints() {
    let mut writer = four();
    let second = key(220);
    let public = second.public();
    writer.append(
        FOUNDER,
        json!({
            "type": "machine.enrolled",
            "key": public.id(&writer.ws, "machine").to_string(),
            "public": public.to_base64(),
            "possession": base64(&second.possession(&writer.ws, "machine")),
        }),
    );
    writer.machine = second;
    writer.checkpoint(true);
    let verdicts = writer.verify();
    assert!(verdicts.accepted(), "the new machine's checkpoint holds:\n{}", sentences(&verdicts));
}

#[test]
fn a_checkpoint_by_an_unknown_machine_is_refused() {
    let mut writer = four();
    writer.machine = key(220);
    writer.checkpoint(false);
    assert_eq!(codes(&writer.verify()), [FaultCode::CheckpointSignature], "nobody enrolled it");
}

#[test]
fn a_statement_is_used_before_those_that_it_carries() {
    let mut writer = four();
    let new = key(99);
    let about = |nonce: u8, kind: &str| {
        let mut statement = word(&writer, LEGAL, &key(203), SPONSOR, &new);
        (statement.nonce, statement.kind) = ([nonce; 16], kind.to_owned());
        statement
    };
    let inner = about(1, "seed").sign(&key(203)).unwrap().to_value();
    let plain = about(1, "seed").sign(&key(203)).unwrap().to_value();
    let carrier = carrying(&plain, inner, 203);
    writer.append(FOUNDER, json!({ "type": "x.y", "said": carrier }));
    let verdicts = writer.verify();
    assert_eq!(codes(&verdicts), [FaultCode::StatementAgain], "one of them counts");
    let path = verdicts.faults[0].path.as_deref();
    assert_eq!(path, Some("/event/said/statement/reason/c"), "the carried one is the second");
}

/// The same statement with another one where its reason's commitment stands, signed.
fn carrying(statement: &Value, inner: Value, seed: u8) -> Value {
    let mut said: Value = serde_json::from_str(statement["statement"].as_str().unwrap()).unwrap();
    said["reason"] = json!({ "c": inner });
    let said = ledger::canonical::to_string(&said).unwrap();
    let message = ["countersign/statement/v1\n", &said].concat();
    let signature = SigningKey::from_bytes(&[seed; 32]).sign(message.as_bytes());
    json!({ "signature": base64(&signature.to_bytes()), "statement": said })
}

#[test]
fn for_another_key_only_items_of_the_list_count() {
    let mut writer = four();
    let new = key(99);
    let said = |by: &str, seed| {
        word(&writer, by, &key(seed), SPONSOR, &new).sign(&key(seed)).unwrap().to_value()
    };
    let (first, second) = (said(LEGAL, 203), said(SECURITY, 204));
    let mut event = replacement(&writer, SPONSOR, &key(record::SEED + 1), &new);
    event["statements"] = json!([first, { "deeper": second }]);
    writer.append(FOUNDER, event);
    assert_eq!(codes(&writer.verify()), [FaultCode::KeyUnauthorised], "one of the two lies deeper");
}
