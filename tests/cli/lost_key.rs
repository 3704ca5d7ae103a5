//! A lost key, by command line: asked for, vouched for on two other machines, taken in.

use journeys::Home;

const FILE: &str = "team.countersign";
const OWN: &str = "correct horse battery";
const SPONSORS: &str = "staple of another kind";
const JONAS: &str = "a passphrase of Jonas";
const AMARA: &str = "a passphrase of Amara";
const NEW: &str = "a passphrase never lost";

/// Founder, sponsor, and two of other roles, each with a key; the sponsor's came last, so that both
/// others were there when it was in use.
fn four() -> Home {
    let home = Home::new();
    let words = ["new", FILE, "--name", "Revenue desk", "--founder", "Ada Okafor-Lindqvist"];
    let sponsor = ["--sponsor", "Bruno Salvatierra", "--zone", "Europe/Lisbon"];
    home.countersign_founds(OWN, &[&words[..], &sponsor].concat()).done();
    for (name, role) in [("Jonas Weidmann", "sales-leader"), ("Amara Nwosu", "legal")] {
        let words = ["people", "add", FILE, "--name", name, "--role", role];
        home.countersign_with(OWN, &words).done();
    }
    for (person, theirs) in [("PER-0003", JONAS), ("PER-0004", AMARA), ("PER-0002", SPONSORS)] {
        home.countersign_with_new([OWN, theirs], &["key", "enrol", FILE, person]).done();
    }
    home
}

fn request(home: &Home) {
    let words = ["key", "request", FILE, "PER-0002", "--out", "request.json"];
    home.countersign_with_new(["", NEW], &words).done();
}

fn sign(home: &Home, person: &str, passphrase: &str, answer: &str, out: &str) {
    let words = ["sign", "request.json", "--as", person, answer, "--out", out];
    home.countersign_with(passphrase, &words).done();
}

#[test]
fn two_others_sign_for_a_new_key_and_it_is_taken_in() {
    let home = four();
    request(&home);
    let shown = home.countersign(&["sign", "request.json", "--as", "PER-0003"]);
    let shown = shown.fails(2, "--approve or --refuse").out;
    for words in ["Bruno Salvatierra", "Revenue desk", "the new key", "compare", "of use until"] {
        assert!(shown.contains(words), "the whole request is shown, “{words}” too:\n{shown}");
    }
    sign(&home, "PER-0003", JONAS, "--approve", "jonas.json");
    sign(&home, "PER-0004", AMARA, "--approve", "amara.json");

    let came = ["--statement", "jonas.json", "--statement", "amara.json"];
    let look = [&["key", "replace", FILE, "--dry-run"][..], &came].concat();
    let said = home.countersign(&look).done().out;
    assert!(said.contains("They are enough."), "before anybody signs it in:\n{said}");
    let take = [&["key", "replace", FILE, "--why", "Laptop stolen"][..], &came].concat();
    home.countersign_with(OWN, &take).done();
    home.countersign_with(OWN, &take).fails(1, "counts once");

    let words = ["people", "add", FILE, "--name", "Nour Haddad", "--as", "PER-0002"];
    home.countersign_with(NEW, &words).done();
    let verdict = home.countersign(&["verify", FILE, "--json"]).done().json();
    assert_eq!(verdict["integrity"]["verdict"], "holds", "the statements verify: {verdict}");
    let log = home.countersign(&["log", FILE, "--json"]).done().json();
    assert_eq!(log["rows"][1]["why"], "Laptop stolen", "the entry says why");
}

#[test]
fn whatever_falls_short_says_so_and_changes_nothing() {
    let home = four();
    request(&home);
    sign(&home, "PER-0003", JONAS, "--approve", "jonas.json");
    sign(&home, "PER-0004", AMARA, "--refuse", "amara.json");
    home.put("notes.json", "somebody's notes");
    let before = home.countersign(&["log", FILE, "--json"]).done().out;

    let take = |files: &[&str]| {
        let came: Vec<&str> = files.iter().flat_map(|file| ["--statement", file]).collect();
        home.countersign_with(OWN, &[&["key", "replace", FILE][..], &came].concat())
    };
    take(&["jonas.json"]).fails(1, "1 valid given");
    take(&["jonas.json", "amara.json"]).fails(1, "PER-0004 was asked and says “refuse”");
    take(&["jonas.json", "notes.json"]).fails(1, "notes.json cannot be read");
    let words = ["sign", "request.json", "--as", "PER-0002", "--approve", "--out", "own.json"];
    home.countersign_with(SPONSORS, &words).fails(1, "their own new key");
    let words = ["sign", "request.json", "--as", "PER-0003", "--approve", "--out", "jonas.json"];
    home.countersign_with(JONAS, &words).fails(1, "is there already");
    home.countersign(&["sign", "notes.json"]).fails(1, "notes.json cannot be read");
    assert_eq!(home.countersign(&["sign"]).code, Some(2), "usage has its own exit code");

    let after = home.countersign(&["log", FILE, "--json"]).done().out;
    assert_eq!(before, after, "a refused act leaves no entry");
}
