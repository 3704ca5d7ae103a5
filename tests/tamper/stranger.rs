//! A verifier that somebody wrote from FORMAT.md alone, without this code: it accepts what is true
//! and finds what is tampered with. Where it does not, the documentation says too little.

use std::path::{Path, PathBuf};
use std::process::Command;

use desk::SeededChance;

use crate::packs::{files, written};
use crate::workspace::Workspace;

/// Debian's own interpreter: its cryptography package is what the set-up installs.
const PYTHON: &str = "/usr/bin/python3";
/// The exit code of a verification that says no.
const SAYS_NO: Option<i32> = Some(3);

#[test]
fn a_strangers_verifier_accepts_packs_with_texts_withheld_and_erased() {
    let workspace = Workspace::made(SeededChance::new(11));
    for pack in &workspace.packs {
        let (code, said) = verified(pack);
        assert_eq!(code, Some(0), "what is true is accepted: {said}");
        assert!(said.contains("not anchored"), "and rests on itself alone: {said}");
    }
    let (_, first) = verified(&workspace.packs[0]);
    let (_, later) = verified(&workspace.packs[1]);
    assert!(first.contains("'withheld': 1"), "a contact was left out of the first: {first}");
    assert!(later.contains("'erased': 1"), "and erased before the later: {later}");
}

#[test]
fn a_strangers_verifier_finds_a_byte_changed_in_any_file_of_a_pack() {
    let workspace = Workspace::made(SeededChance::new(12));
    let whole = files(&workspace.packs[1]);
    for path in whole.keys() {
        let mut changed = whole.clone();
        let bytes = changed.get_mut(path).unwrap();
        let at = bytes.len() / 2;
        match bytes.get_mut(at) {
            Some(byte) => *byte ^= 1,
            None => bytes.push(b'\n'),
        }
        let (code, said) = verified(&written(&workspace, &changed));
        assert_eq!(code, SAYS_NO, "{path} was changed: {said}");
    }
    println!("stranger: {0} files changed, {0} found", whole.len());
}

fn verified(pack: &Path) -> (Option<i32>, String) {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("stranger/verify.py");
    let done = Command::new(PYTHON).arg(script).arg(pack).output().unwrap();
    let said = [done.stdout, done.stderr].concat();
    (done.status.code(), String::from_utf8_lossy(&said).into_owned())
}
