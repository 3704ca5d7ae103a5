//! A verifier that somebody wrote from FORMAT.md alone, without this code: it accepts what is true
//! and finds what is tampered with. Where it does not, the documentation says too little.

use std::path::{Path, PathBuf};
use std::process::Command;

use desk::SeededChance;
use desk::operations::Verify;

use crate::packs::{files, written};
use crate::workspace::{EXCERPT, Workspace};

/// Debian's own interpreter: its cryptography package is what the set-up installs.
const PYTHON: &str = "/usr/bin/python3";
/// How each part of an excerpt begins.
const PART: &str = "c2sp.org/tlog-proof@v1\n";
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
    let left_out = "a contact, the keys of two logs and the salt of the purged one were left out";
    assert!(first.contains("'withheld': 4"), "{left_out}: {first}");
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

#[test]
fn a_strangers_verifier_reads_a_decisions_excerpt_as_ours_does() {
    let workspace = Workspace::made(SeededChance::new(13));
    let whole = std::fs::read_to_string(workspace.place(EXCERPT)).unwrap();
    let said = |name: &str, excerpt: &str| {
        let path = workspace.place(name);
        std::fs::write(&path, excerpt).unwrap();
        let ours = workspace.judged(&path, &Verify::default());
        (verified(&path), ours.is_ok_and(|ours| ours.faults.is_empty()))
    };
    let ((code, words), ours) = said("whole.excerpt", &whole);
    assert_eq!((code, ours), (Some(0), true), "what is true is accepted: {words}");
    assert!(words.contains("'approve' on DEC-0001, over the proposal in front of it"), "{words}");
    assert!(words.contains("completeness: not judged"), "it says nothing of the rest: {words}");

    let keys = workspace.place("keys.txt");
    std::fs::write(&keys, workspace.keys()).unwrap();
    let named = asked(&[&workspace.place("whole.excerpt"), Path::new("--keys"), &keys]);
    assert_eq!(named.0, Some(0), "{}", named.1);
    assert!(named.1.contains("outside: anchored"), "its signers are known: {}", named.1);

    let parts: Vec<&str> = whole.split(PART).skip(1).collect();
    let (proposed, voted) = (parts[0], parts[1]);
    let joined =
        |parts: &[&str]| parts.iter().map(|part| [PART, part].concat()).collect::<String>();
    let other = proposed.replacen("index ", "index 1", 1);
    let changed = [
        ("a vote before its proposal", joined(&[voted, proposed])),
        ("a vote that stands twice", joined(&[proposed, voted, voted])),
        ("an entry at another place", joined(&[&other, voted])),
        ("a part that is cut short", whole[..whole.len() - 20].to_owned()),
        ("nothing but a beginning", PART.to_owned()),
    ];
    for (what, excerpt) in changed {
        let ((code, words), ours) = said("changed.excerpt", &excerpt);
        assert_eq!((code, ours), (SAYS_NO, false), "{what}: {words}");
    }
    let ((code, words), ours) = said("alone.excerpt", &joined(&[voted]));
    assert_eq!((code, ours), (Some(0), true), "a vote may leave without its proposal: {words}");
    assert!(words.contains("over a proposal that is not here"), "and then says so: {words}");
}

fn verified(file: &Path) -> (Option<i32>, String) {
    asked(&[file])
}

fn asked(arguments: &[&Path]) -> (Option<i32>, String) {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("stranger/verify.py");
    let done = Command::new(PYTHON).arg(script).args(arguments).output().unwrap();
    let said = [done.stdout, done.stderr].concat();
    (done.status.code(), String::from_utf8_lossy(&said).into_owned())
}
