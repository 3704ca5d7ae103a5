//! Asking all three.

use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use ledger::verify::{self, Claims};
use serde_json::{Value, json};

/// Debian's own interpreter: its cryptography package is what the set-up installs.
const PYTHON: &str = "/usr/bin/python3";

/// A pack, and the packs that hold what was before it.
pub struct Case {
    pub what: &'static str,
    pub zip: Vec<u8>,
    pub after: Vec<Vec<u8>>,
    pub accepted: bool,
}

type Codes = BTreeSet<String>;

/// All three find the same, and accept what is to be accepted.
pub fn agree(cases: impl IntoIterator<Item = Case>) {
    let cases: Vec<Case> = cases.into_iter().collect();
    let room = tempfile::tempdir().unwrap();
    let written: Vec<Written> =
        cases.iter().enumerate().map(|(number, case)| written(room.path(), number, case)).collect();
    let pages = the_pages(&written);
    assert_eq!(pages.len(), cases.len(), "the page judges every pack");
    for ((case, written), page) in cases.iter().zip(&written).zip(pages) {
        assert_eq!(two(case, written), page, "{}: ours and the page's", case.what);
    }
}

/// Ours and the stranger's find the same, and accept what is to be accepted.
pub fn two_agree(case: &Case) {
    let room = tempfile::tempdir().unwrap();
    two(case, &written(room.path(), 0, case));
}

/// What both of them find.
fn two(case: &Case, (pack, after): &Written) -> Codes {
    let ours = ours(case);
    assert_eq!(ours, strangers(pack, after), "{}: ours and the stranger's", case.what);
    assert_eq!(ours.is_empty(), case.accepted, "{}: {ours:?}", case.what);
    ours
}

/// The files of a pack and of those that are given before it.
type Written = (PathBuf, Vec<PathBuf>);

fn written(room: &Path, number: usize, case: &Case) -> Written {
    let put = |name: String, zip: &[u8]| {
        let place = room.join(name);
        std::fs::write(&place, zip).unwrap();
        place
    };
    let after = case.after.iter().enumerate();
    let after = after.map(|(n, zip)| put(format!("{number}-after-{n}.zip"), zip));
    (put(format!("{number}.zip"), &case.zip), after.collect())
}

fn ours(case: &Case) -> Codes {
    let after = case.after.iter().map(|zip| Cursor::new(zip.as_slice()));
    let zip = Cursor::new(case.zip.as_slice());
    let verdicts = verify::pack_after(zip, after, &Claims::default(), &|_| true).unwrap();
    verdicts.faults.iter().map(|fault| fault.code.as_str().to_owned()).collect()
}

fn strangers(pack: &Path, after: &[PathBuf]) -> Codes {
    let mut command = Command::new(PYTHON);
    command.arg(project("tests/stranger/verify.py")).arg(pack);
    for earlier in after {
        command.arg("--after").arg(earlier);
    }
    let done = command.output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.stderr.is_empty(), "{}", String::from_utf8_lossy(&done.stderr));
    let faults = said.lines().filter_map(|line| line.strip_prefix("FAULT "));
    faults.filter_map(|fault| Some(fault.split_once(": ")?.0.to_owned())).collect()
}

/// What the page finds in each, asked once for all: it takes a while to be built.
fn the_pages(packs: &[Written]) -> Vec<Codes> {
    let asked: Vec<Value> =
        packs.iter().map(|(pack, after)| json!({ "pack": pack, "after": after })).collect();
    let mut node = Command::new("node");
    node.arg(project("ui/tests/verifier/codes.mjs"));
    node.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut node = node.spawn().unwrap();
    node.stdin.take().unwrap().write_all(Value::Array(asked).to_string().as_bytes()).unwrap();
    let done = node.wait_with_output().unwrap();
    let complained = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "the page's code did not run: {complained}");
    serde_json::from_slice(&done.stdout).unwrap()
}

fn project(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..").join(path)
}
