//! What may not be signed, because no verifier could read it back.

#![allow(clippy::unwrap_used, reason = "a test helper")]

use ledger::key::SecretKey;
use ledger::{Draft, canonical, workspace};
use serde_json::{Value, json};

fn draft(event: Value) -> Draft {
    let ws = workspace::id([1; 16]);
    let key = SecretKey::from_seed([1; 32]).public().id(&ws, "PER-0001");
    Draft {
        ws,
        seq: 1,
        at: "2026-09-30T16:02:11.123Z".to_owned(),
        by: "PER-0001".to_owned(),
        key,
        prev: ledger::tree::empty_root(),
        event,
        why: None,
    }
}

fn refusal(draft: &Draft) -> &'static str {
    draft.sign(&SecretKey::from_seed([1; 32])).map_or_else(|error| error.code(), |_| "signed")
}

fn deep(levels: usize) -> Value {
    (0..levels).fold(json!(1), |value, _| json!([value]))
}

#[test]
fn an_event_that_could_not_be_read_back_is_not_signed() {
    let cases = [
        (json!({ "type": "x" }), "signed"),
        (json!({ "type": "x", "deep": deep(62) }), "signed"),
        (json!({ "type": "x", "deep": deep(63) }), "ledger.not_canonical"),
        (json!({ "type": "x", "n": 1.5 }), "ledger.number"),
        (json!({ "type": "x", "n": 9_007_199_254_740_992u64 }), "ledger.number"),
        (json!({ "type": "x", "name": { "t": "in the clear" } }), "ledger.unsealed_text"),
        (json!({ "type": "x", "name": { "c": "no commitment" } }), "ledger.unsealed_text"),
        (json!({ "name": 1 }), "ledger.field"),
        (json!({ "type": "" }), "ledger.field"),
        (json!("x"), "ledger.field"),
    ];
    for (event, wanted) in cases {
        assert_eq!(refusal(&draft(event.clone())), wanted, "{event}");
    }
}

#[test]
fn a_draft_names_what_is_wrong_with_it() {
    type Change = fn(&mut Draft);
    let cases: [(Change, &str); 6] = [
        (|d| d.ws = "short".to_owned(), "ledger.field"),
        (|d| d.seq = 0, "ledger.field"),
        (|d| d.seq = canonical::MAX_INTEGER + 1, "ledger.field"),
        (|d| d.at = "2026-09-30T16:02:11Z".to_owned(), "ledger.field"),
        (|d| d.by = "Ada Okafor".to_owned(), "ledger.field"),
        (|d| d.by = "PER-0002".to_owned(), "ledger.wrong_key"),
    ];
    for (change, wanted) in cases {
        let mut draft = draft(json!({ "type": "x" }));
        change(&mut draft);
        assert_eq!(refusal(&draft), wanted, "{draft:?}");
    }
}
