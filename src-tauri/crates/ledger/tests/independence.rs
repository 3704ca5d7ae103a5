//! The verifier stands apart: it uses nothing of the writer but hash and signature primitives,
//! the plain types of heads and fingerprints, and the names of a pack's files.

#![allow(clippy::unwrap_used, reason = "a test helper")]

use std::fs;
use std::path::{Path, PathBuf};

const ALLOWED: [&str; 5] = [
    "use crate::Head;",
    "use crate::key::Fingerprint;",
    "use crate::pack;",
    "use crate::primitive::",
    "use crate::verify::",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn the_verifier_shares_only_primitives_with_the_writer() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![root.join("verify.rs")];
    sources(&root.join("verify"), &mut files);
    assert!(files.len() > 20, "the verifier's files are found");
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for line in text.lines().filter(|line| line.contains("crate::")) {
            let allowed = ALLOWED.iter().any(|allowed| line.trim_start().starts_with(allowed));
            assert!(allowed, "{}: {line}", file.display());
        }
    }
}

#[test]
fn the_writer_does_not_lean_on_the_verifier() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    for file in files {
        let own = file.starts_with(root.join("verify")) || file == root.join("verify.rs");
        if own || file == root.join("bench.rs") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        assert!(!text.contains("crate::verify"), "{} uses the verifier", file.display());
    }
}
