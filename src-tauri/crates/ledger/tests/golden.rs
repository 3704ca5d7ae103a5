//! These bytes are frozen for ever: a record signed today reads the same in thirty years.
//! FORMAT.md takes its examples from these files.

#![allow(clippy::unwrap_used, reason = "a test helper")]

mod record;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::PathBuf;

use ledger::Head;
use ledger::key::SecretKey;
use ledger::statement::{Response, Statement, subject_hash};
use ledger::text::{SealedText, SeededSalts, seal};
use record::{Pack, Writer, whole};
use serde_json::json;

/// Compares with the file of that name; `COUNTERSIGN_GOLDEN=write` writes a new one, never an
/// existing one anew.
fn golden(name: &str, bytes: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if !path.exists() && std::env::var("COUNTERSIGN_GOLDEN").as_deref() == Ok("write") {
        fs::write(&path, bytes).unwrap();
    }
    let frozen = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(bytes, frozen, "the bytes of {name} must never change");
}

#[test]
fn entries_keep_their_bytes() {
    let lines: String = whole()
        .record
        .entries
        .iter()
        .map(|entry| {
            let body = String::from_utf8(entry.body.clone()).unwrap();
            let sig = ledger::encoding::base64(&entry.signature);
            format!("{}\n", json!({ "body": body, "sig": sig }))
        })
        .collect();
    golden("entries.jsonl", &lines);
}

#[test]
fn sealed_texts_keep_their_bytes() {
    let mut event = json!({
        "type": "workflow.registered",
        "name": { "t": "Première relance — 你好 🙂" },
        "a/b~c": [{ "t": "" }],
    });
    let sealed = seal(&mut event, "/event", &mut SeededSalts::new([7; 32]));
    let rows: String = sealed
        .iter()
        .map(|row| {
            let salt = ledger::encoding::base64(&row.salt);
            format!("{}\n", json!({ "path": row.path, "salt": salt, "text": row.text }))
        })
        .collect();
    golden("sealed.txt", &format!("{}\n{rows}", ledger::canonical::to_string(&event).unwrap()));
}

#[test]
fn a_statement_keeps_its_bytes() {
    let writer = whole();
    let secret = SecretKey::from_seed([record::SEED + 1; 32]);
    let mut reason = json!({ "t": "the difference is what we agreed" });
    let texts: Vec<SealedText> = seal(&mut reason, "/reason", &mut SeededSalts::new([9; 32]));
    let statement = Statement {
        ws: writer.ws.clone(),
        kind: "vote".to_owned(),
        about: "DEC-0031".to_owned(),
        hash: subject_hash(&json!({ "field": "tier", "before": 2, "after": 3 })).unwrap(),
        verdict: "approve".to_owned(),
        reason: Some(reason),
        head: writer.head(),
        at: "2026-09-30T16:02:11.123Z".to_owned(),
        expires: "2026-10-01T16:02:11.123Z".to_owned(),
        nonce: [5; 16],
        by: "PER-0002".to_owned(),
        key: secret.public().id(&writer.ws, "PER-0002"),
    };
    let signed = statement.sign(&secret).unwrap();
    golden("statement.json", &Response { signed, texts, request: None }.to_file().unwrap());
}

#[test]
fn a_checkpoint_with_a_cosignature_keeps_its_bytes() {
    let mut writer = Writer::new(record::SEED);
    writer.create();
    writer.enrol_sponsor();
    writer.checkpoint(true);
    let body = writer.record.entries[2].body.clone();
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    golden("checkpoint.txt", body["event"]["note"].as_str().unwrap());
}

#[test]
fn an_excerpt_keeps_its_bytes() {
    golden("excerpt.tlog-proof", &whole().excerpt(5));
}

#[test]
fn heads_keep_their_form() {
    let lines: String = (0..=12)
        .map(|size| {
            let root = ledger::tree::root_of(&whole().leaves[..size]);
            format!("{}\n", Head { size: size as u64, root })
        })
        .collect();
    golden("heads.txt", &lines);
}

#[test]
fn a_pack_keeps_its_bytes() {
    let pack = whole().pack();
    for name in ["manifest.json", "seal/entry.json", "seal/proof", "keys/keys.json"] {
        let bytes = String::from_utf8(pack.files[name].clone()).unwrap();
        golden(&format!("pack-{}", name.replace('/', "-")), &bytes);
    }
}

/// A pack, and one that goes on from it: with rows, and sealed after a further entry.
fn two_packs() -> [Pack; 2] {
    let mut writer = whole();
    let first = writer.pack();
    let since = writer.head();
    writer.batch("BAT-0001", &["[2,\"sent\"]", "[3,\"held back\"]"]);
    let upto = writer.head().size;
    let contents = writer.contents(Some(since), upto);
    writer.workflow("PER-0001", 6);
    [first, writer.sealed(contents, Some(since), upto)]
}

#[test]
fn a_pack_that_goes_on_keeps_its_bytes() {
    let [_, later] = two_packs();
    for name in ["ledger/since.json", "seal/between.jsonl", "seal/entry.json"] {
        let bytes = String::from_utf8(later.files[name].clone()).unwrap();
        golden(&format!("later-{}", name.replace('/', "-")), &bytes);
    }
}

/// The page's own tests read these two, too.
#[test]
fn packs_for_the_page_hold_what_they_held() {
    for (name, pack) in ["first.zip", "second.zip"].into_iter().zip(two_packs()) {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let path = path.join("../../../ui/tests/verifier").join(name);
        if !path.exists() && std::env::var("COUNTERSIGN_GOLDEN").as_deref() == Ok("write") {
            fs::write(&path, pack.zip()).unwrap();
        }
        let mut zip = zip::ZipArchive::new(fs::File::open(&path).unwrap()).unwrap();
        let held: BTreeMap<String, Vec<u8>> = (0..zip.len())
            .map(|index| {
                let mut file = zip.by_index(index).unwrap();
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes).unwrap();
                (file.name().unwrap().into_owned(), bytes)
            })
            .collect();
        assert_eq!(held, pack.files, "{name}");
    }
}
