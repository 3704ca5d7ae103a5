//! Every code that the window has words for can really be met.

use std::path::Path;

use crate::secrets::sources;

/// What the crates say, without the lists that only name codes.
fn said(crates: &[&str], but: &str) -> String {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    crates
        .iter()
        .flat_map(|name| sources(&here.join(name).join("src")))
        .filter(|path| !path.ends_with(but))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn every_code_of_the_desk_is_said_somewhere() {
    let problems = include_str!("../../src/problem.rs");
    let (list, after) = problems.split_once("\n];\n").unwrap();
    let (_, list) = list.split_once("const DESK_CODES").unwrap();
    // `..` is the app, which grants files.
    let said = said(&["desk", "store", ".."], "desk/src/problem.rs") + after;
    let codes: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    assert!(codes.len() > 30, "the list was found: {codes:?}");
    let silent: Vec<_> =
        codes.iter().filter(|code| !said.contains(&format!("\"{code}\""))).collect();
    assert!(silent.is_empty(), "nothing ever says {silent:?}; take them off the list");
}

#[test]
fn every_refusal_is_made_by_some_rule() {
    let said = said(&["desk", "domain"], "domain/src/refusal/mod.rs");
    let silent: Vec<_> = domain::Refusal::CODES
        .iter()
        .map(|code| format!("Refusal::{}", variant(code)))
        .filter(|name| !said.contains(name))
        .collect();
    assert!(silent.is_empty(), "no rule ever refuses with {silent:?}");
}

/// What the code `not-the-chair` stands for: `NotTheChair`.
fn variant(code: &str) -> String {
    let mut name = String::new();
    for word in code.split('-') {
        let (first, rest) = word.split_at(1);
        name += &(first.to_uppercase() + rest);
    }
    name
}
