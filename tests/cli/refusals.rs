//! What bad input gets: an exit code, a sentence, and an untouched file.

use journeys::Home;

const PASSPHRASE: &str = "correct horse battery";

fn workspace(home: &Home) {
    let words = ["new", "w.countersign", "--name", "Desk", "--founder", "Ada"];
    home.countersign_founds(PASSPHRASE, &words).done();
}

#[test]
fn a_wrong_passphrase_changes_nothing() {
    let home = Home::new();
    workspace(&home);
    let before = home.countersign(&["log", "w.countersign", "--json"]).done().out;
    let words = ["people", "add", "w.countersign", "--name", "Mallory"];
    let whose = "the key of Ada (PER-0001). It was read from COUNTERSIGN_PASSPHRASE.";
    let refused = home.countersign_with("not the one", &words).fails(1, whose);
    assert!(!refused.err.contains("not the one"), "what was said stays untold: {refused:?}");
    let after = home.countersign(&["log", "w.countersign", "--json"]).done().out;
    assert_eq!(before, after, "a refused act leaves no entry");
}

/// The demo's passphrase is on everybody's lips, and may still stand in the shell.
#[test]
fn a_founders_key_is_never_sealed_with_the_passphrase_of_somebody_who_acts() {
    let home = Home::new();
    let words = ["new", "w.countersign", "--name", "Desk", "--founder", "Ada"];
    home.countersign_with("northwind demo", &words).fails(1, "COUNTERSIGN_NEW_PASSPHRASE");
    assert!(!home.path("w.countersign").exists(), "nobody said what seals the key");
}

#[test]
fn an_existing_file_is_not_replaced_by_a_new_workspace() {
    let home = Home::new();
    home.put("w.countersign", "somebody's notes");
    let words = ["new", "w.countersign", "--name", "Desk", "--founder", "Ada"];
    home.countersign_founds(PASSPHRASE, &words).fails(1, "is there already");
    let kept = std::fs::read_to_string(home.path("w.countersign")).expect("still there");
    assert_eq!(kept, "somebody's notes", "the file that was there stays as it was");
}

#[test]
fn a_file_that_is_no_workspace_is_named_and_left_alone() {
    let home = Home::new();
    home.put("notes.countersign", "somebody's notes");
    home.countersign(&["status", "notes.countersign"]).fails(1, "notes.countersign");
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let home = Home::new();
    workspace(&home);
    let words = ["export", "w.countersign", "register", "--out", "no/such/register.csv"];
    home.countersign_with(PASSPHRASE, &words).fails(1, "There is no folder");
}

#[test]
fn a_missing_file_is_named() {
    Home::new().countersign(&["status", "nowhere.countersign"]).fails(1, "nowhere.countersign");
}

#[test]
fn an_unknown_word_is_a_matter_of_usage() {
    let answer = Home::new().countersign(&["frobnicate"]);
    assert_eq!(answer.code, Some(2), "usage has its own exit code: {answer:?}");
}

#[test]
fn an_option_that_means_nothing_for_what_is_asked_is_refused_and_not_ignored() {
    let home = Home::new();
    workspace(&home);
    home.put("people.csv", "Name\nNour Haddad\n");
    let people = ["import", "people", "w.countersign", "people.csv"];
    let pack = ["export", "w.countersign", "pack", "--out", "pack.zip"];
    for (words, option) in [
        ([&people[..], &["--map", "map.json"]].concat(), "--map"),
        ([&people[..], &["--propose", "Because"]].concat(), "--propose"),
        ([&pack[..], &["--review", "WEEKLY-2026-W47"]].concat(), "--review"),
        ([&pack[..], &["--shown", "late"]].concat(), "--shown"),
    ] {
        home.countersign_with(PASSPHRASE, &words).fails(2, option);
    }
    let minutes = ["export", "w.countersign", "minutes", "--out", "minutes.pdf"];
    home.countersign_with(PASSPHRASE, &minutes).fails(2, "--review WEEKLY");
    assert!(!home.path("pack.zip").exists(), "nothing was written");
    let rejected = [&people[..], &["--rejected", "bad.csv"]].concat();
    home.countersign_with(PASSPHRASE, &rejected).done();
    assert!(home.path("bad.csv").exists(), "a list of people gives its rejected rows back too");
}

#[test]
fn a_changed_byte_in_the_file_fails_verification() {
    let home = Home::new();
    workspace(&home);
    let path = home.path("w.countersign");
    let mut bytes = std::fs::read(&path).expect("the workspace");
    let at = find(&bytes, b"\"type\":\"workspace.created\"").expect("the first entry");
    bytes[at + 8] ^= 1;
    std::fs::write(&path, bytes).expect("tampering");
    let answer = home.countersign(&["verify", "w.countersign"]);
    assert_eq!(answer.code, Some(3), "verification says no: {answer:?}");
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(unix)]
#[test]
fn ctrl_c_stops_long_work_with_a_sentence_and_leaves_nothing() {
    let home = Home::new();
    let words = ["demo", "demo.countersign"];
    home.countersign_interrupted(&words, "demo.making").fails(1, "stopped");
    for left in ["demo.countersign", "demo.making"] {
        assert!(!home.path(left).exists(), "{left} stays behind");
    }
}
