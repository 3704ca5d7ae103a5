//! The main job in the window: a team's inventory comes in, this week's review is held by keyboard
//! and closed signed, the papers are readable by strangers' tools, the file verifies.

use journeys::{Home, Person, inventory, paper};

const FOUNDER: &str = "Ada Okafor-Lindqvist";
const SPONSOR: &str = "Bruno Salvatierra";
const PASSPHRASE: &str = "correct horse battery";
const SPONSORS_PASSPHRASE: &str = "staple of another kind";

#[test]
fn an_inventory_comes_in_and_the_weekly_review_is_held_closed_and_verified() {
    let home = Home::new();
    inventory::put(&home, "inventory.csv");
    let person = Person::opens_the_desk("main-job", &home);

    start_a_workspace(&person, &home);
    import_the_inventory(&person, &home);
    hold_this_weeks_review(&person);
    save_the_minutes(&person, &home);
    save_the_register(&person, &home);
    verify_the_file(&person);
    person.leaves();

    home.countersign(&["verify", "team.countersign"]).done();
}

/// Starts a workspace with two people, each with a key.
pub fn start_a_workspace(person: &Person, home: &Home) {
    home.will_choose("new-workspace", "team.countersign");
    person.sees("Start a workspace").presses("N");
    person.fills("Name of the workspace", "Revenue desk").fills("Your name", FOUNDER);
    person.fills("Your passphrase", PASSPHRASE).fills("Your passphrase again", PASSPHRASE);
    person.fills("Sponsor’s name", SPONSOR).fills("Sponsor’s passphrase", SPONSORS_PASSPHRASE);
    person.takes_a_picture("1-new-workspace");
    person.presses("Ctrl+Enter").sees("No workflows yet");
    person.takes_a_picture("2-empty-register");
}

fn import_the_inventory(person: &Person, home: &Home) {
    home.will_choose("read-inventory", "inventory.csv");
    person.presses("I").sees("Import an inventory").presses("Ctrl+Enter");
    person.sees(&format!("Take in {} workflows", inventory::WORKFLOWS));
    for line in inventory::REJECTED_LINES {
        person.sees(&line.to_string());
    }
    person.takes_a_picture("3-dry-run").presses("Ctrl+Enter");
    person.sees(&format!("{} workflows registered", inventory::WORKFLOWS));
    person.presses("Ctrl+Enter").sees_no_more("Import an inventory\n");
    for name in inventory::NAMES {
        person.sees(name);
    }
    person.takes_a_picture("4-register");
}

fn hold_this_weeks_review(person: &Person) {
    person.clicks("Reviews").sees("WEEKLY-").presses("Enter").sees("Open the review");
    person.takes_a_picture("5-review-to-open").presses("Enter");
    person.sees("to go").presses("P").sees_no_more("not stated");
    let mut answered = 0;
    while person.reads().contains("to go") {
        assert!(answered < 40, "a weekly checklist is shorter than this");
        person.presses("F").presses("Ctrl+Enter").settles();
        answered += 1;
    }
    person.takes_a_picture("6-live-review").presses("C");
    person.fills(&format!("Passphrase of {FOUNDER}"), PASSPHRASE).takes_a_picture("7-close");
    person.presses("Enter").sees("Minutes as PDF");
    person.takes_a_picture("8-closed-review");
}

fn save_the_minutes(person: &Person, home: &Home) {
    let minutes = home.will_choose("save-report", "minutes.pdf");
    person.presses("P").sees("minutes.pdf saved");
    paper::assert_sound(&minutes);
    let text = paper::text(&minutes);
    assert!(text.contains("WEEKLY-"), "the minutes name their review:\n{text}");
    assert!(text.contains(FOUNDER), "the minutes name who closed it:\n{text}");
}

fn save_the_register(person: &Person, home: &Home) {
    let register = home.will_choose("save-report", "register.pdf");
    person.clicks("Register").sees(inventory::NAMES[1]).presses("E").presses("P");
    person.sees("register.pdf saved");
    paper::assert_sound(&register);
    let text = paper::text(&register);
    for name in inventory::NAMES {
        assert!(paper::shows(&text, name), "the register shows {name}:\n{text}");
    }
}

fn verify_the_file(person: &Person) {
    person.presses("Ctrl+K").types("Verify the whole file").presses("Enter");
    person.sees("Integrity").sees("Completeness").sees("not anchored");
    person.takes_a_picture("9-verified");
}
