//! Changes to the rows of AI actions that lie in a pack.

use ledger::verify::{Claims, FaultCode};

use crate::record::{Pack, codes, sentences, whole};
use crate::table::Table;

const FIRST: &str = "actions/BAT-0001.jsonl";
const SECOND: &str = "actions/BAT-0002.jsonl";

fn with_rows() -> Pack {
    let mut writer = whole();
    writer.batch("BAT-0001", &["[2,\"a\"]", "[3,\"b\"]", "[4,\"c\"]", "[5,\"d\"]", "[6,\"e\"]"]);
    writer.batch("BAT-0002", &["[2,\"a\"]", "[3,\"b\"]", "[4,\"c\"]", "[5,\"d\"]", "[6,\"e\"]"]);
    writer.batch("BAT-0003", &[]);
    writer.pack()
}

/// The pack with other bytes at a path, listed in the manifest, which the export then does not
/// commit to.
fn with(pack: &Pack, path: &str, bytes: &[u8]) -> Pack {
    let mut changed = pack.clone();
    changed.put(path, bytes);
    changed.list_anew();
    changed
}

fn rows_refused(pack: &Pack) -> bool {
    codes(&pack.verify(&Claims::default())).contains(&FaultCode::PackRows)
}

#[test]
fn rows_that_a_batch_took_in_are_those_in_its_file() {
    let verdicts = with_rows().verify(&Claims::default());
    assert!(verdicts.accepted(), "{}", sentences(&verdicts));
}

#[test]
fn a_batch_without_a_file_is_no_fault() {
    let mut pack = with_rows();
    pack.files.remove(FIRST);
    pack.list_anew();
    let found = codes(&pack.verify(&Claims::default()));
    assert_eq!(found, [FaultCode::PackSeal], "only that the manifest is another");
}

#[test]
fn every_change_to_rows_is_found_though_the_manifest_fits() {
    let pack = with_rows();
    let text = String::from_utf8(pack.files[FIRST].clone()).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let joined = |lines: &[&str]| with(&pack, FIRST, lines.concat().as_bytes());
    let each = |act: &dyn Fn(&mut Vec<&str>, usize)| -> Vec<(String, Pack)> {
        let changed = (1..lines.len()).map(|index| {
            let mut lines = lines.clone();
            act(&mut lines, index);
            (format!("row {index}"), joined(&lines))
        });
        changed.collect()
    };
    let mut table = Table::new();
    let changed = |lines: &mut Vec<&str>, index: usize| lines[index] = "[9,\"z\"]\n";
    table.row("a row changed", each(&changed), rows_refused);
    let dropped = |lines: &mut Vec<&str>, index: usize| {
        lines.remove(index);
    };
    table.row("a row dropped", each(&dropped), rows_refused);
    let added = |lines: &mut Vec<&str>, index: usize| lines.insert(index, "[9,\"z\"]\n");
    table.row("a row added", each(&added), rows_refused);
    let swapped = |lines: &mut Vec<&str>, index: usize| lines.swap(index - 1, index);
    table.row("two rows swapped", each(&swapped), rows_refused);
    let joins =
        |lines: &mut Vec<&str>, index: usize| lines[index - 1] = lines[index - 1].trim_end();
    table.row("two rows made one", each(&joins), rows_refused);
    let ends = ["\n", "\r\n", "x", " "];
    let ends =
        ends.map(|end| (format!("{end:?}"), with(&pack, FIRST, (text.clone() + end).as_bytes())));
    table.row("bytes behind the last row", ends, rows_refused);
    table.done();
}

#[test]
fn rows_of_one_batch_are_not_those_of_another() {
    let pack = with_rows();
    let first = pack.files[FIRST].clone();
    assert_eq!(first, pack.files[SECOND], "both hold the same rows, under another salt");
    let mut swapped = pack.clone();
    swapped.put("actions/BAT-0003.jsonl", first);
    swapped.list_anew();
    assert!(rows_refused(&swapped), "rows in the file of a batch that took in none");
    let mut writer = whole();
    writer.batch("BAT-0001", &["[2,\"a\"]"]);
    writer.batch("BAT-0002", &["[2,\"b\"]"]);
    let mut pack = writer.pack();
    let (a, b) = (pack.files[FIRST].clone(), pack.files[SECOND].clone());
    pack.put(FIRST, b);
    pack.put(SECOND, a);
    pack.list_anew();
    let found = codes(&pack.verify(&Claims::default()));
    let rows = found.iter().filter(|code| **code == FaultCode::PackRows).count();
    assert_eq!(rows, 2, "each holds the other's: {found:?}");
}

#[test]
fn rows_need_the_salt_that_their_batch_committed_to() {
    let pack = with_rows();
    let texts = String::from_utf8(pack.files["ledger/texts.jsonl"].clone()).unwrap();
    let is_salt = |line: &&str| line.contains("/event/salt") && line.contains("\"seq\":13");
    let without: String = texts.lines().filter(|l| !is_salt(l)).map(|l| format!("{l}\n")).collect();
    let mut missing = with(&pack, "ledger/texts.jsonl", without.as_bytes());
    let found = codes(&missing.verify(&Claims::default()));
    assert!(found.contains(&FaultCode::PackRows), "it is missing: {found:?}");
    let line = "{\"path\":\"/event/salt\",\"seq\":13}\n";
    missing.files.get_mut("ledger/withheld.jsonl").unwrap().extend_from_slice(line.as_bytes());
    missing.list_anew();
    let found = codes(&missing.verify(&Claims::default()));
    assert!(found.contains(&FaultCode::PackRows), "it is withheld: {found:?}");
    let other = texts.replace(&"01".repeat(16), &"02".repeat(16));
    let found =
        codes(&with(&pack, "ledger/texts.jsonl", other.as_bytes()).verify(&Claims::default()));
    assert!(found.contains(&FaultCode::PackRows), "it is another: {found:?}");
}

#[test]
fn rows_lie_under_the_name_of_a_batch_and_no_other() {
    let pack = with_rows();
    let names = ["BAT-0009.jsonl", "BAT-0001", "BAT-0001.csv", "2026/BAT-0001.jsonl", ".jsonl"];
    for name in names {
        let named = with(&pack, &format!("actions/{name}"), &pack.files[FIRST].clone());
        let found = codes(&named.verify(&Claims::default()));
        assert!(found.contains(&FaultCode::PackRows), "{name}: {found:?}");
    }
}

#[test]
fn rows_of_a_batch_taken_in_by_an_earlier_pack_need_that_pack() {
    let mut writer = whole();
    writer.batch("BAT-0001", &["[2,\"a\"]"]);
    let earlier = writer.pack();
    let since = writer.head().size;
    writer.workflow("PER-0001", 6);
    let upto = writer.head().size;
    let mut contents = writer.contents(Some(writer.head_of(since)), upto);
    contents.put(FIRST, "[2,\"a\"]\n");
    contents.list_anew();
    let later = writer.sealed(contents, Some(writer.head_of(since)), upto);
    let verdicts = later.verify_after(&[&earlier]);
    assert!(verdicts.accepted(), "the salt lies in the earlier pack:\n{}", sentences(&verdicts));
}
