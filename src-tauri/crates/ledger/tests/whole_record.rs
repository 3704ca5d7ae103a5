//! A record that nobody touched holds, and says what that rests on.

mod record;

use ledger::Head;
use ledger::verify::{self, Claims, FaultCode, RestsOn, Verdict};
use record::{Writer, codes, sentences, whole, whole_of};
use serde_json::json;

#[test]
fn an_untouched_record_holds_and_is_not_anchored_by_itself() {
    let verdicts = whole().verify();
    assert!(verdicts.accepted(), "nothing is wrong with it:\n{}", sentences(&verdicts));
    assert_eq!(verdicts.integrity, Verdict::Holds, "nothing was altered");
    assert_eq!(verdicts.completeness, Verdict::Holds, "nothing is missing");
    assert_eq!(
        verdicts.rests_on.words(),
        "consistent with itself, not anchored",
        "nobody outside said anything"
    );
    assert_eq!(verdicts.counts.erased, 1, "one text was erased by a recorded act");
    assert_eq!(verdicts.counts.checkpoints, 2, "two checkpoints were recorded");
    assert_eq!(verdicts.counts.cosignatures, 1, "the sponsor cosigned one");
    assert_eq!(verdicts.head, whole().head(), "the verifier's tree is the writer's");
}

#[test]
fn a_head_or_the_keys_that_somebody_kept_anchor_it() {
    let writer = whole();
    let by_keys = Claims { keys: Some(writer.keys()), ..Claims::default() };
    assert_eq!(
        verify::record(&writer.record, &by_keys).rests_on,
        RestsOn::Anchored { by_keys: true, by_heads: vec![] },
        "all signers are on the list"
    );
    let by_head = Claims { seen: vec![writer.head()], ..Claims::default() };
    assert_eq!(
        verify::record(&writer.record, &by_head).rests_on,
        RestsOn::Anchored { by_keys: false, by_heads: vec![writer.head()] },
        "the record continues the head"
    );
}

#[test]
fn a_wholly_forged_workspace_reads_not_anchored_and_is_refused_with_keys() {
    let genuine = whole();
    let forged = whole_of(99);
    let alone = forged.verify();
    assert!(alone.accepted(), "it is consistent with itself");
    assert_eq!(alone.rests_on, RestsOn::NotAnchored, "and says that this is all");
    let claims = Claims { keys: Some(genuine.keys()), ..Claims::default() };
    let held_against = verify::record(&forged.record, &claims);
    assert!(!held_against.accepted(), "keys somebody kept unmask it");
    assert_eq!(held_against.rests_on, RestsOn::NotAnchored, "nothing anchors it");
    assert!(codes(&held_against).contains(&FaultCode::KeyNotNamed), "and it says why");
}

#[test]
fn a_record_that_went_back_in_time_is_found_unless_the_loss_was_declared() {
    let writer = whole();
    let before = writer.head();
    let mut restored = Writer::new(record::SEED);
    restored.create();
    restored.enrol_sponsor();
    restored.workflow("PER-0001", 1);
    let claims = Claims { memory: Some(before), ..Claims::default() };
    let found = verify::record(&restored.record, &claims);
    assert_eq!(codes(&found), [FaultCode::MemoryCut], "the machine remembers more entries");
    assert_eq!(found.completeness, Verdict::Fails, "so something is missing");

    restored.append(
        "PER-0002",
        json!({
            "type": "restore.declared",
            "lost": { "size": before.size, "root": ledger::encoding::base64(&before.root) },
            "ground": { "t": "the disk failed; Friday's backup was put back" },
        }),
    );
    let declared = verify::record(&restored.record, &claims);
    assert!(declared.accepted(), "a declared loss is a gap:\n{}", sentences(&declared));
    assert_eq!(declared.gaps.len(), 1, "and the gap is named");
}

#[test]
fn a_head_of_the_lost_part_is_named_as_such() {
    let full = whole();
    let mut restored = Writer::new(record::SEED);
    restored.create();
    let lost = full.head();
    restored.append(
        "PER-0001",
        json!({
            "type": "restore.declared",
            "lost": { "size": lost.size, "root": ledger::encoding::base64(&lost.root) },
            "ground": { "t": "backup" },
        }),
    );
    let root = ledger::tree::root_of(&full.leaves[..6]);
    let claims = Claims { seen: vec![Head { size: 6, root }], ..Claims::default() };
    let verdicts = verify::record(&restored.record, &claims);
    assert_eq!(codes(&verdicts), [FaultCode::SeenCut], "what was kept is not there");
    assert!(
        verdicts.faults[0].sentence.contains("Entry 2 declares"),
        "and the sentence points to the declaration: {}",
        verdicts.faults[0].sentence
    );
}

#[test]
fn time_going_backwards_is_noted_and_nothing_more() {
    let mut writer = whole();
    writer.append_at("PER-0001", "2026-08-01T00:00:00.000Z", json!({ "type": "x" }), None);
    let verdicts = writer.verify();
    assert!(verdicts.accepted(), "sequence is the only order");
    assert_eq!(verdicts.notes.len(), 1, "but it is flagged");
}
