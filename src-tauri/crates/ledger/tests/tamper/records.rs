//! Changes to a record: entries, signatures, texts, order, the end.

use ed25519_dalek::{Signer as _, SigningKey};
use ledger::Head;
use ledger::verify::{Claims, FaultCode, RawText, Record};
use serde_json::{Value, json};

use crate::record::{self, Writer, whole, whole_of};
use crate::table::Table;
use crate::{refused, refused_against};

/// Each variant is the record with one thing done to it.
fn variants<'r>(
    record: &'r Record,
    count: usize,
    act: impl Fn(&mut Record, usize) + 'r,
) -> impl Iterator<Item = (String, Record)> + 'r {
    (0..count).map(move |index| {
        let mut changed = record.clone();
        act(&mut changed, index);
        (format!("number {index}"), changed)
    })
}

fn flip(bytes: &mut [u8], at: usize) {
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << (at % 8);
    }
}

#[test]
fn every_change_to_a_record_is_found() {
    let writer = whole();
    let record = &writer.record;
    let entries = record.entries.len();
    let texts = record.texts.len();
    let mut table = Table::new();
    table.row(
        "a field of an entry changed in place",
        (0..entries).flat_map(|index| edits(record, index)),
        refused,
    );
    table.row(
        "a signature replaced by another entry's",
        variants(record, entries, |r, i| {
            r.entries[i].signature = r.entries[(i + 1) % entries].signature.clone();
        }),
        refused,
    );
    table.row(
        "a signature cut short, emptied, lengthened",
        (0..3 * entries).map(|n| {
            let mut changed = record.clone();
            let signature = &mut changed.entries[n / 3].signature;
            match n % 3 {
                0 => signature.truncate(63),
                1 => signature.clear(),
                _ => signature.push(0),
            }
            (format!("number {n}"), changed)
        }),
        refused,
    );
    table.row(
        "an entry dropped (but the last)",
        variants(record, entries - 1, |r, i| {
            r.entries.remove(i);
        }),
        refused,
    );
    table.row(
        "two entries swapped",
        variants(record, entries - 1, |r, i| {
            r.entries.swap(i, i + 1);
        }),
        refused,
    );
    table.row(
        "an entry repeated behind itself",
        variants(record, entries, |r, i| {
            r.entries.insert(i, r.entries[i].clone());
        }),
        refused,
    );
    table.row(
        "an entry repeated at the end",
        variants(record, entries, |r, i| {
            r.entries.push(r.entries[i].clone());
        }),
        refused,
    );
    table.row(
        "an entry moved to the front",
        variants(record, entries - 1, |r, i| {
            let entry = r.entries.remove(i + 1);
            r.entries.insert(0, entry);
        }),
        refused,
    );
    table.row(
        "an entry of another workspace put in",
        variants(record, entries, |r, i| {
            r.entries[i] = whole_of(77).record.entries[i].clone();
        }),
        refused,
    );
    table.row(
        "a text changed",
        variants(record, texts, |r, i| {
            r.texts[i].text.push(b'!');
        }),
        refused,
    );
    table.row(
        "a salt changed",
        variants(record, texts, |r, i| flip(&mut r.texts[i].salt, 5)),
        refused,
    );
    table.row(
        "a salt's end moved into its text",
        variants(record, texts, |r, i| {
            let last = r.texts[i].salt.pop().unwrap();
            r.texts[i].text.insert(0, last);
        }),
        refused,
    );
    table.row(
        "a text removed",
        variants(record, texts, |r, i| {
            r.texts.remove(i);
        }),
        refused,
    );
    table.row(
        "a text doubled",
        variants(record, texts, |r, i| {
            r.texts.push(r.texts[i].clone());
        }),
        refused,
    );
    table.row(
        "a text moved to another place",
        variants(record, texts, |r, i| {
            r.texts[i].path.push('x');
        }),
        refused,
    );
    table.row(
        "a text added that nobody signed",
        variants(record, entries, |r, i| {
            let row = RawText {
                seq: i as u64 + 1,
                path: "/event/zone".into(),
                salt: vec![0; 16],
                text: vec![],
            };
            r.texts.push(row);
        }),
        refused,
    );
    table.row("an erased text put back", [("it".to_owned(), with_the_erased_text_back())], refused);
    table.row("everything removed", [("it".to_owned(), Record::default())], refused);
    table.done();
}

#[test]
fn every_cut_off_the_end_is_found_by_whoever_remembers() {
    let writer = whole();
    let entries = writer.record.entries.len();
    let cut = |count: usize| {
        let mut record = writer.record.clone();
        record.entries.truncate(count);
        record.texts.retain(|text| text.seq <= count as u64);
        record
    };
    let mut table = Table::new();
    let memory = Claims { memory: Some(writer.head()), ..Claims::default() };
    let cuts = || (1..entries).map(|count| (format!("after {count}"), cut(count)));
    table.row("cut off, the machine remembers", cuts(), |r| refused_against(r, &memory));
    let seen = Claims { seen: vec![writer.head()], ..Claims::default() };
    table.row("cut off, somebody kept the head", cuts(), |r| refused_against(r, &seen));
    let grown = || {
        (2..entries).map(|count| {
            let mut other = Writer::new(record::SEED);
            other.create();
            while other.record.entries.len() < count {
                other.append("PER-0001", json!({ "type": "something.else" }));
            }
            (format!("to {count}"), other.record)
        })
    };
    let root = |size: usize| Head {
        size: size as u64,
        root: ledger::tree::root_of(&writer.leaves[..size]),
    };
    let kept = Claims { seen: vec![root(2)], ..Claims::default() };
    table.row("cut off and grown anew, somebody kept a head", grown(), |r| {
        refused_against(r, &kept)
    });
    let remembered = Claims { memory: Some(root(2)), ..Claims::default() };
    table.row("cut off and grown anew, the machine remembers", grown(), |r| {
        refused_against(r, &remembered)
    });
    table.done();
}

#[test]
fn every_bit_of_a_small_record_matters() {
    let mut writer = Writer::new(record::SEED);
    writer.create();
    writer.enrol_sponsor();
    writer.workflow("PER-0002", 1);
    let record = &writer.record;
    let mut table = Table::new();
    let bits = |length: usize| (0..length * 8).map(|bit| (bit / 8, bit % 8));
    let mut flips = Vec::new();
    for (index, entry) in record.entries.iter().enumerate() {
        for (at, bit) in bits(entry.body.len()) {
            flips.push((0, index, at, bit));
        }
        for (at, bit) in bits(entry.signature.len()) {
            flips.push((1, index, at, bit));
        }
    }
    for (index, text) in record.texts.iter().enumerate() {
        flips.extend(bits(text.salt.len()).map(|(at, bit)| (2, index, at, bit)));
        flips.extend(bits(text.text.len()).map(|(at, bit)| (3, index, at, bit)));
    }
    let changed = flips.into_iter().map(|(part, index, at, bit)| {
        let mut changed = record.clone();
        let bytes = match part {
            0 => &mut changed.entries[index].body,
            1 => &mut changed.entries[index].signature,
            2 => &mut changed.texts[index].salt,
            _ => &mut changed.texts[index].text,
        };
        bytes[at] ^= 1 << bit;
        (format!("part {part} of {index}, byte {at}, bit {bit}"), changed)
    });
    table.row("one bit flipped: bodies, signatures, salts, texts", changed, refused);
    table.done();
}

/// Every field of a body, changed to something of the same form where there is one.
fn edits(record: &Record, index: usize) -> Vec<(String, Record)> {
    let body: Value = serde_json::from_slice(&record.entries[index].body).unwrap();
    let other = ledger::encoding::base64(&[9; 32]);
    [
        ("/at", json!("2026-09-02T00:00:00.000Z")),
        ("/by", json!("PER-0003")),
        ("/event", json!({ "type": "harmless" })),
        ("/event/type", json!("harmless")),
        ("/key", json!("00000000")),
        ("/prev", json!(other)),
        ("/seq", json!(99)),
        ("/v", json!(2)),
        ("/why", json!({ "c": other })),
        ("/ws", json!("00000000000000000000000000")),
    ]
    .into_iter()
    .map(|(path, value)| {
        let mut body = body.clone();
        match body.pointer_mut(path) {
            Some(place) => *place = value,
            None => body["why"] = value,
        }
        let mut changed = record.clone();
        changed.entries[index].body = ledger::canonical::to_string(&body).unwrap().into_bytes();
        (format!("entry {} {path}", index + 1), changed)
    })
    .collect()
}

fn with_the_erased_text_back() -> Record {
    let mut writer = Writer::new(record::SEED);
    writer.create();
    writer.enrol_sponsor();
    writer.workflow("PER-0001", 1);
    let text = writer.record.texts.iter().find(|t| t.seq == 3 && t.path == "/event/name").cloned();
    let mut record = whole().record;
    record.texts.push(text.unwrap());
    record
}

#[test]
fn what_is_missing_or_moved_is_blamed_on_no_entry_that_is_as_it_was_signed() {
    type Change = fn(&mut Record);
    let changes: [(&str, Change); 3] = [
        ("dropped", |record| {
            record.entries.remove(4);
        }),
        ("swapped", |record| record.entries.swap(4, 5)),
        ("repeated", |record| record.entries.insert(5, record.entries[4].clone())),
    ];
    for (what, change) in changes {
        let mut changed = whole().record.clone();
        change(&mut changed);
        let verdicts = ledger::verify::record(&changed, &Claims::default());
        let past: Vec<_> =
            verdicts.faults.iter().filter(|fault| fault.code == FaultCode::EntryPrev).collect();
        assert_eq!(past.len(), 1, "{what}: the broken past is told once");
        let sentence = &past[0].sentence;
        assert!(!sentence.contains("was changed"), "{what}: nobody changed an entry: {sentence}");
    }
}

/// A whole record and one more event of its founder, signed whatever it is.
fn with_event(event: Value) -> Record {
    let mut writer = whole();
    writer.append("PER-0001", json!({ "type": "x.y" }));
    let last = writer.record.entries.last_mut().unwrap();
    let mut body: Value = serde_json::from_slice(&last.body).unwrap();
    body["event"] = event;
    last.body = ledger::canonical::to_string(&body).unwrap().into_bytes();
    let message = [b"countersign/entry/v1\n".as_slice(), &last.body].concat();
    let founder = SigningKey::from_bytes(&[record::SEED; 32]);
    last.signature = founder.sign(&message).to_bytes().to_vec();
    writer.record
}

fn found(record: &Record) -> Vec<FaultCode> {
    record::codes(&ledger::verify::record(record, &Claims::default()))
}

#[test]
fn a_malformed_commitment_is_one_all_the_same() {
    let mut record = with_event(json!({ "type": "x.y", "name": { "c": "none" } }));
    let seq = record.entries.len() as u64;
    assert_eq!(found(&record), [FaultCode::TextForm, FaultCode::TextMissing], "it lacks its text");
    record.withheld = Some(vec![ledger::verify::TextPlace { seq, path: "/event/name".into() }]);
    assert_eq!(found(&record), [FaultCode::TextForm], "which may be withheld");
    record.withheld = None;
    let (path, text) = ("/event/name".into(), b"none".to_vec());
    record.texts.push(RawText { seq, path, salt: vec![0; 16], text });
    assert_eq!(found(&record), [FaultCode::TextForm, FaultCode::TextAltered], "but is nowhere");
}

#[test]
fn only_the_events_of_section_6_have_a_form() {
    for event in [
        json!({ "type": "batch.imported", "rows": 7, "batch": null }),
        json!({ "type": "batch.purged" }),
        json!({ "type": "batch.other" }),
        json!({ "type": "" }),
    ] {
        assert_eq!(found(&with_event(event.clone())), [], "{event} is opaque");
    }
    let head = json!({ "size": 0, "root": ledger::encoding::base64(&[0; 32]) });
    for event in [
        json!({ "type": "restore.declared", "lost": head }),
        json!({ "type": "checkpoint.recorded", "note": "", "cosigned_by": ["PER 1"] }),
        json!({ "type": "key.replaced", "statements": {} }),
    ] {
        assert_eq!(found(&with_event(event.clone())), [FaultCode::EventForm], "{event}");
    }
}

#[test]
fn what_is_asked_of_a_type_is_asked_of_a_malformed_event_too() {
    let again = with_event(json!({ "type": "workspace.created" }));
    assert_eq!(found(&again), [FaultCode::EventForm, FaultCode::EntryCreation], "a second one");
    let mut writer = whole();
    writer.append("machine", json!({ "type": "key.retired" }));
    assert_eq!(found(&writer.record), [FaultCode::EventForm, FaultCode::EventMachine], "by whom");
}

#[test]
fn an_entry_that_votes_on_nothing_carries_no_vote() {
    for event in
        [json!({ "type": "decision.voted" }), json!({ "type": "decision.voted", "decision": 1 })]
    {
        assert_eq!(found(&with_event(event.clone())), [FaultCode::VoteSubject], "{event}");
    }
}
