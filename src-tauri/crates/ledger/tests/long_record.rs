//! A record longer than the verifier holds in memory at a time, handed over entry by entry.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test helper")]

mod record;

use std::sync::OnceLock;

use ledger::verify::{Claims, FaultCode, Record, Texts, Verdicts, Verifier};
use record::{Writer, codes, sentences};
use serde_json::json;

/// The verifier reads 4,096 entries at a time: what a text, a tree or a key of one run means to
/// the next shows around the entries in front of and behind that.
const LAST: u64 = 4096;

/// Goes a little into the second run, whose last entries look back into the first.
fn long() -> &'static Record {
    static LONG: OnceLock<Record> = OnceLock::new();
    LONG.get_or_init(|| {
        let mut writer = Writer::new(7);
        writer.create();
        writer.enrol_sponsor();
        while writer.frontier.size() < LAST + 4 {
            let by = if writer.frontier.size().is_multiple_of(2) { "PER-0001" } else { "PER-0002" };
            let event = json!({ "type": "review.closed", "note": { "t": "seen" } });
            writer.append_at(by, "2026-09-01T08:02:00.000Z", event, None);
        }
        writer.checkpoint(true);
        writer.erase(LAST, "/event/note");
        writer.record
    })
}

fn verify(record: &Record, watch: &(dyn Fn(u64) -> bool + Sync)) -> Option<Verdicts> {
    let mut texts = Texts::default();
    record.texts.iter().for_each(|text| texts.take(text.clone()));
    let mut verifier = Verifier::new(texts, watch);
    let mut entries = record.entries.iter();
    while entries.next().is_some_and(|entry| verifier.entry(entry.clone())) {}
    verifier.verdicts(&Claims::default())
}

fn judged(record: &Record) -> Verdicts {
    verify(record, &|_| true).unwrap()
}

#[test]
fn it_holds_as_it_was_written() {
    let verdicts = judged(long());
    assert!(verdicts.accepted(), "nothing is wrong with it:\n{}", sentences(&verdicts));
    let (entries, texts) = (long().entries.len() as u64, long().texts.len() as u64);
    assert_eq!(verdicts.counts.entries, entries, "every entry was judged");
    assert_eq!(verdicts.counts.texts, texts, "every text was found by its commitment");
    assert_eq!(verdicts.counts.erased, 1, "an entry of one run erases a text of the one before");
    assert_eq!(verdicts.counts.checkpoints, 1, "the checkpoint covers both");
}

#[test]
fn an_entry_changed_on_either_side_of_a_run_is_named_by_the_first_that_vouches_for_it() {
    for changed in [LAST, LAST + 1] {
        let mut record = long().clone();
        let body = &mut record.entries[changed as usize - 1].body;
        let at = body.windows(4).position(|four| four == b"2026").unwrap();
        body[at + 3] = b'5';
        let verdicts = judged(&record);
        let found = |code| verdicts.faults.iter().find(|fault| fault.code == code).unwrap();
        assert_eq!(found(FaultCode::EntrySignature).seq, Some(changed), "it is not as signed");
        let past = found(FaultCode::EntryPrev);
        assert_eq!(past.seq, Some(changed + 1), "the next one vouches for another past");
        let origin = format!("entry {changed} was changed");
        assert!(past.sentence.contains(&origin), "{}", past.sentence);
    }
}

#[test]
fn a_missing_text_a_second_text_and_a_missing_entry_are_found_in_either_run() {
    for seq in [LAST - 1, LAST + 1] {
        let mut without = long().clone();
        without.texts.retain(|text| text.seq != seq);
        assert_eq!(codes(&judged(&without)), [FaultCode::TextMissing], "of entry {seq}");

        let mut twice = long().clone();
        let again = twice.texts.iter().find(|text| text.seq == seq).unwrap().clone();
        twice.texts.insert(0, again);
        assert_eq!(codes(&judged(&twice)), [FaultCode::TextUncommitted], "of entry {seq}");

        let mut shorter = long().clone();
        shorter.entries.remove(seq as usize - 1);
        assert!(codes(&judged(&shorter)).contains(&FaultCode::EntryMissing), "entry {seq}");
    }
}

#[test]
fn whoever_stops_it_gets_no_verdict() {
    assert_eq!(verify(long(), &|judged| judged < 1000), None, "half a judgement is none");
}
