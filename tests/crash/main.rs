//! Power cuts, at the command line: whatever the moment, the file opens, verifies, and holds a
//! piece of work whole or not at all. The store's own tests cut finer: bytes, syncs, pages.

use std::time::Duration;

use journeys::{Home, inventory};

const FILE: &str = "team.countersign";
const PASSPHRASE: &str = "correct horse battery";

/// From before the key is opened to after the work is done.
const MOMENTS: std::ops::Range<u64> = 0..24;
const STEP: Duration = Duration::from_millis(20);

fn workspace() -> Home {
    let home = Home::new();
    let words = ["new", FILE, "--name", "Desk", "--founder", "Ada"];
    home.countersign_founds(PASSPHRASE, &words).done();
    home
}

fn count(home: &Home, view: &str, list: &str) -> usize {
    let words = [view.split(' ').collect(), vec![FILE, "--json"]].concat();
    home.countersign(&words).done().json()[list].as_array().map_or(0, Vec::len)
}

#[test]
fn an_import_killed_at_any_moment_is_whole_or_absent() {
    for moment in MOMENTS {
        let home = workspace();
        inventory::put(&home, "inventory.csv");
        let words = ["import", "workflows", FILE, "inventory.csv"];
        home.countersign_killed(PASSPHRASE, &words, STEP * moment as u32);
        let found = count(&home, "register", "workflows");
        assert!([0, inventory::WORKFLOWS].contains(&found), "killed at {moment}: {found} came in");
        home.countersign(&["verify", FILE]).done();
    }
}

#[test]
fn acts_killed_one_after_the_other_never_take_back_what_stood() {
    let home = workspace();
    let mut people = 1;
    for moment in MOMENTS {
        let name = format!("Person {moment}");
        let words = ["people", "add", FILE, "--name", &name];
        home.countersign_killed(PASSPHRASE, &words, STEP * moment as u32);
        let now = count(&home, "people list", "people");
        assert!((people..=people + 1).contains(&now), "killed at {moment}: {people} became {now}");
        people = now;
    }
    home.countersign(&["verify", FILE]).done();
}
