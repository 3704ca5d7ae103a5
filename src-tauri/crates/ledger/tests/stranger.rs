//! The verifier that a stranger wrote from FORMAT.md finds in wrong packs just what this one finds.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test helper")]

mod record;

use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::PathBuf;
use std::process::Command;

use ledger::verify::{self, Claims};
use record::{Pack, whole};

/// Debian's own interpreter: its cryptography package is what the set-up installs.
const PYTHON: &str = "/usr/bin/python3";

fn ours(zip: &[u8]) -> BTreeSet<String> {
    let verdicts = verify::pack(Cursor::new(zip), &Claims::default());
    verdicts.faults.iter().map(|fault| fault.code.as_str().to_owned()).collect()
}

fn theirs(zip: &[u8]) -> BTreeSet<String> {
    let room = tempfile::tempdir().unwrap();
    let place = room.path().join("pack.zip");
    std::fs::write(&place, zip).unwrap();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let script = root.join("../../../tests/stranger/verify.py");
    let done = Command::new(PYTHON).arg(script).arg(place).output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.stderr.is_empty(), "{}", String::from_utf8_lossy(&done.stderr));
    let faults = said.lines().filter_map(|line| line.strip_prefix("FAULT "));
    faults.filter_map(|fault| Some(fault.split_once(": ")?.0.to_owned())).collect()
}

/// The pack with something put in front of the end of a file's last object.
fn with_more(pack: &Pack, path: &str, more: &str) -> Vec<u8> {
    let text = String::from_utf8(pack.files[path].clone()).unwrap();
    let (front, rest) = text.rsplit_once('}').unwrap();
    with_file(pack, path, &format!("{front},{more}}}{rest}"))
}

fn with_file(pack: &Pack, path: &str, content: &str) -> Vec<u8> {
    let mut changed = pack.clone();
    changed.put(path, content);
    changed.zip()
}

/// The pack's zip with a number in the central directory's first file raised by one.
fn with_size(pack: &Pack, field: usize) -> Vec<u8> {
    let mut zip = pack.zip();
    let first = zip.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    zip[first + field] += 1;
    zip
}

#[test]
fn two_verifiers_find_the_same_in_wrong_bytes() {
    let pack = whole().pack();
    let nested = |lists: usize, inside: &str| {
        format!("\"more\":{}{inside}{}", "[".repeat(lists), "]".repeat(lists))
    };
    let (seal, withheld) = ("seal/entry.json", "ledger/withheld.jsonl");
    let cases = [
        ("nothing wrong", pack.zip(), true),
        ("lists 64 deep in an object", with_more(&pack, seal, &nested(64, "")), true),
        ("a number inside 64 lists in an object", with_more(&pack, seal, &nested(64, "1")), false),
        ("half a character", with_more(&pack, seal, r#""more":"\ud800""#), false),
        ("both halves", with_more(&pack, seal, r#""more":"\ud83d\ude00""#), true),
        ("a number no reader can hold", with_more(&pack, seal, r#""more":1e999"#), true),
        ("a seq of 0", with_file(&pack, withheld, "{\"path\":\"/event/name\",\"seq\":0}\n"), false),
        ("no entry but the export", with_file(&pack, "ledger/entries.jsonl", ""), false),
        ("a byte behind the end", [pack.zip(), vec![0]].concat(), false),
        ("another packed size", with_size(&pack, 20), false),
        ("another unpacked size", with_size(&pack, 24), false),
    ];
    for (what, zip, accepted) in cases {
        let (ours, theirs) = (ours(&zip), theirs(&zip));
        assert_eq!(ours, theirs, "{what}");
        assert_eq!(ours.is_empty(), accepted, "{what}: {ours:?}");
    }
}
