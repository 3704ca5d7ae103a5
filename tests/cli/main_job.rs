//! The main job without a window: the same work, the same papers, the same proof.

use journeys::{Answer, Home, inventory, paper};
use serde_json::Value;

const FILE: &str = "team.countersign";
const OWN: &str = "correct horse battery";
const SPONSORS: &str = "staple of another kind";

#[test]
fn an_inventory_comes_in_and_the_weekly_review_is_held_closed_and_verified() {
    let home = Home::new();
    inventory::put(&home, "inventory.csv");
    start_a_workspace(&home);

    import_the_inventory(&home);
    let review = hold_this_weeks_review(&home);
    countersign(&home, &review);
    save_the_papers(&home, &review);
    save_a_pack(&home);
    verify_everything(&home);
}

/// Starts a workspace with two people, each with a key.
fn start_a_workspace(home: &Home) {
    let words = ["new", FILE, "--name", "Revenue desk", "--founder", "Ada Okafor-Lindqvist"];
    let sponsor = ["--sponsor", "Bruno Salvatierra", "--zone", "Europe/Lisbon"];
    home.countersign_founds(OWN, &[&words[..], &sponsor].concat()).done();
    home.countersign_with_new([OWN, SPONSORS], &["key", "enrol", FILE, "PER-0002"]).done();
    let keys = json(home, &["people", "list", FILE]);
    let people = keys["people"].as_array().expect("a list of people");
    let with_keys =
        people.iter().filter(|one| one["keys"].as_array().is_some_and(|k| k.len() == 1));
    assert_eq!(with_keys.count(), 2, "founder and sponsor each have a key: {keys}");
}

fn import_the_inventory(home: &Home) {
    let words = ["import", "workflows", FILE, "inventory.csv"];
    let preview = ours(home, &[&words[..], &["--dry-run", "--json"]].concat()).json();
    assert_eq!(preview["accepted"].as_array().map(Vec::len), Some(inventory::WORKFLOWS));
    let lines: Vec<_> = list(&preview["rejected"]).iter().map(|row| row["line"].as_u64()).collect();
    assert_eq!(lines, inventory::REJECTED_LINES.map(Some), "rejected rows are named by line");
    assert_eq!(register(home).len(), 0, "a dry run writes nothing");

    ours(home, &[&words[..], &["--rejected", "rejected.csv"]].concat()).done();
    let names: Vec<_> = register(home).iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names.len(), inventory::WORKFLOWS, "every good row became a workflow");
    for name in inventory::NAMES {
        assert!(names.contains(&Value::from(name)), "{name} came through as it was written");
    }
    assert!(home.path("rejected.csv").exists(), "bad rows never vanish");
}

fn hold_this_weeks_review(home: &Home) -> String {
    let waiting = json(home, &["review", "list", FILE])["waiting"].clone();
    let review = waiting[0]["review"].as_str().expect("one waits").to_owned();
    ours(home, &["review", "open", FILE, &review]).done();
    ours(home, &["review", "attend", FILE, &review, "PER-0001", "present"]).done();
    ours(home, &["review", "close", FILE, &review]).fails(1, "16 items to go");
    for item in list(&json(home, &["review", "show", FILE, &review])["items"]) {
        let item = item["item"].as_str().expect("items have names");
        ours(home, &["review", "answer", FILE, &review, item, "fine"]).done();
    }
    ours(home, &["review", "close", FILE, &review]).done();
    ours(home, &["review", "close", FILE, &review]).fails(1, "closed");
    review
}

fn countersign(home: &Home, review: &str) {
    let words = ["review", "countersign", FILE, review, "--as", "PER-0002"];
    home.countersign_with(SPONSORS, &words).done();
}

fn save_the_papers(home: &Home, review: &str) {
    let minutes = ["export", FILE, "minutes", "--review", review, "--out", "minutes.pdf"];
    ours(home, &minutes).done();
    ours(home, &["export", FILE, "register", "--out", "register.pdf"]).done();
    ours(home, &["export", FILE, "register", "--out", "register.csv"]).done();
    for pdf in ["minutes.pdf", "register.pdf"] {
        paper::assert_sound(&home.path(pdf));
    }
    let minutes = paper::text(&home.path("minutes.pdf"));
    assert!(minutes.contains(review), "the minutes name their review:\n{minutes}");
    let register = paper::text(&home.path("register.pdf"));
    let table = std::fs::read_to_string(home.path("register.csv")).expect("the CSV is UTF-8");
    for name in inventory::NAMES {
        assert!(paper::shows(&register, name), "the register shows {name}:\n{register}");
        assert!(table.contains(name), "the CSV holds {name}");
    }
}

fn save_a_pack(home: &Home) {
    ours(home, &["export", FILE, "pack", "--out", "pack.zip"]).done();
}

fn verify_everything(home: &Home) {
    for file in [FILE, "pack.zip"] {
        let verdict = json(home, &["verify", file]);
        assert_eq!(verdict["integrity"]["verdict"], "holds", "{file} was not altered: {verdict}");
        assert_eq!(verdict["completeness"]["verdict"], "holds", "{file} is whole: {verdict}");
        assert_eq!(verdict["anchored"], false, "nobody outside vouched for {file} yet");
    }
}

fn ours(home: &Home, words: &[&str]) -> Answer {
    home.countersign_with(OWN, words)
}

fn json(home: &Home, words: &[&str]) -> Value {
    home.countersign(&[words, &["--json"]].concat()).done().json()
}

fn register(home: &Home) -> Vec<Value> {
    list(&json(home, &["register", FILE])["workflows"])
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}
