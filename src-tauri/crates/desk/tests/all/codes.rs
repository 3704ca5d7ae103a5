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
    let refusals = include_str!("../../../domain/src/refusal.rs");
    let (_, list) = refusals.split_once("\ncodes! {\n").unwrap();
    let (list, after) = list.split_once("\n}\n").unwrap();
    let said = said(&["desk", "domain"], "domain/src/refusal.rs") + after;
    let variants: Vec<&str> =
        list.lines().filter_map(|line| line.trim().split_once(':').map(|(name, _)| name)).collect();
    assert_eq!(variants.len(), domain::Refusal::CODES.len(), "the list was found");
    let silent: Vec<_> =
        variants.iter().filter(|name| !said.contains(&format!("Refusal::{name}"))).collect();
    assert!(silent.is_empty(), "no rule ever refuses with {silent:?}");
}
