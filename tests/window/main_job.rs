//! The main job in the window, by keyboard from the first start on: a team's inventory comes in, this
//! week's review is held and closed signed, the papers are readable by strangers' tools, the file verifies.

use journeys::{Home, Person, inventory, paper};

use crate::workspace::{FOUNDER, PASSPHRASE, preview_the_inventory, start_a_workspace};

/// What the weekly call asks.
const ITEMS: usize = 16;
const NOTE: &str = "Two sequences went out without a second reader";
const ACTION: &str = "Name a second reader for every sequence";
const VALUE: &str = "3.25";

#[test]
fn an_inventory_comes_in_and_the_weekly_review_is_held_closed_and_verified() {
    let home = Home::new();
    let person = Person::opens_the_desk("main-job", &home);

    start_a_workspace(&person, &home);
    import_the_inventory(&person, &home);
    hold_this_weeks_review(&person);
    copy_the_minutes(&person);
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
    person.finds_and_takes("Reviews").sees("WEEKLY-").finds_and_takes("WEEKLY-");
    person.sees("Open the review").takes_a_picture("5-review-to-open").presses("Enter");
    person.sees(&format!("Item 1 of {ITEMS}"));
    state_who_is_there(person);
    answer_every_item(person);
    person.takes_a_picture("6-live-review").presses("C");
    person.fills(&format!("Passphrase of {FOUNDER}"), PASSPHRASE).takes_a_picture("7-close");
    person.presses("Enter").sees("Minutes as PDF");
    person.takes_a_picture("8-closed-review");
}

/// One person by name, everybody else at once.
fn state_who_is_there(person: &Person) {
    person.presses("T").types("p").settles();
    let stated = person.asks("return document.activeElement.value");
    assert_eq!(stated, "present", "`T` leads to the first person's attendance, a letter states it");
    person.presses("Escape").presses("P").sees_no_more("not stated");
}

/// Fine all the way, but for one item that wants attention and an action item.
fn answer_every_item(person: &Person) {
    let mut typed = 0;
    for number in 1..=ITEMS {
        person.sees(&format!("Item {number} of {ITEMS}"));
        if typed == 0 && person.can_press("Record") {
            type_the_value_asked_for(person);
            typed += 1;
        }
        if number == 2 {
            person.presses("A").types(NOTE).presses("Escape");
            raise_an_action_item(person);
        } else {
            person.presses("F");
        }
        if number == ITEMS {
            person.settles();
        } else {
            person.presses("Ctrl+Enter");
        }
    }
    assert_eq!(typed, 1, "an item of the weekly call asks for a metric's value");
}

fn raise_an_action_item(person: &Person) {
    person.presses("Shift+A").sees("Raise an action item");
    person.fills("What is to be done", ACTION).presses("Ctrl+Enter").sees("ACT-0001");
}

/// `V` leads to the field for the value asked for.
fn type_the_value_asked_for(person: &Person) {
    person.presses("V").types(VALUE).takes_a_picture("5-value");
    person.presses("Enter").sees("is typed");
}

fn copy_the_minutes(person: &Person) {
    person.presses("C").sees("The minutes are copied").settles();
    // What was copied is seen where it can be pasted.
    person.presses("Ctrl+K").presses("Ctrl+V").settles();
    let pasted = person.asks("return document.activeElement.value");
    let pasted = pasted.as_str().unwrap_or_default();
    for words in ["WEEKLY-", NOTE, ACTION, VALUE] {
        assert!(pasted.contains(words), "the Markdown says “{words}”: {pasted}");
    }
    person.presses("Escape");
}

fn save_the_minutes(person: &Person, home: &Home) {
    let minutes = home.will_choose("save-report", "minutes.pdf");
    person.presses("P").sees("minutes.pdf saved");
    paper::assert_sound(&minutes);
    let text = paper::text(&minutes);
    for words in ["WEEKLY-", FOUNDER, NOTE, ACTION] {
        assert!(paper::shows(&text, words), "the minutes say “{words}”:\n{text}");
    }
}

fn save_the_register(person: &Person, home: &Home) {
    let register = home.will_choose("save-report", "register.pdf");
    person.finds_and_takes("Register").sees(inventory::NAMES[1]).presses("E").presses("P");
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
