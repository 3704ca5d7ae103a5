//! The main job in the window: a team's inventory comes in, this week's review is held by keyboard
//! and closed signed, the papers are readable by strangers' tools, the file verifies.

use journeys::{Home, Person, inventory, paper};

use crate::workspace::{FOUNDER, PASSPHRASE, preview_the_inventory, start_a_workspace};

#[test]
fn an_inventory_comes_in_and_the_weekly_review_is_held_closed_and_verified() {
    let home = Home::new();
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

fn import_the_inventory(person: &Person, home: &Home) {
    preview_the_inventory(person, home);
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
