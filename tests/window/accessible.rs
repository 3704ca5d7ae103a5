//! Each screen in the real web view holds what axe-core checks of WCAG 2.2 AA, light and dark.

use journeys::{Home, Person};

use crate::rules::Rules;
use crate::workspace::{preview_the_inventory, start_a_workspace};

/// Where the palette leads from anywhere.
const PLACES: [&str; 18] = [
    "Reviews",
    "Action items",
    "Register",
    "RACI",
    "Findings",
    "Scorecards",
    "Metrics",
    "Change log",
    "Reports and packs",
    "Settings: People",
    "Settings: Roles",
    "Settings: Teams",
    "Settings: Absences",
    "Settings: Cadences",
    "Settings: Calendar",
    "Settings: Rules",
    "Settings: Keys",
    "Settings: This machine",
];

#[test]
fn the_first_start_and_a_new_workspace_hold_the_accessibility_rules() {
    let home = Home::new();
    let person = Person::opens_the_desk("accessible", &home);
    let mut rules = Rules::of(&person);
    person.sees("Start a workspace");
    rules.check("first start");
    person.presses("N").sees("Name of the workspace");
    rules.check("a new workspace's sheet");
    person.presses("Escape").sees_no_more("Name of the workspace");
    start_a_workspace(&person, &home);
    rules.check_both("an empty register");
    for place in ["Reviews", "Action items", "Metrics"] {
        person.finds_and_takes(place).settles();
        rules.check_both(&format!("{place} of a new workspace"));
    }
    person.finds_and_takes("Register").sees("No workflows yet");
    preview_the_inventory(&person, &home);
    rules.check("the import");
    rules.hold();
    person.leaves();
}

#[test]
fn every_screen_of_a_lived_in_desk_holds_the_accessibility_rules() {
    let home = Home::new();
    let person = Person::opens_the_desk("accessible-demo", &home);
    person.sees("Open the demo").presses("D").sees_after_long_work("Change log").settles();
    let mut rules = Rules::of(&person);
    rules.check_both("the first screen");
    for place in PLACES {
        person.finds_and_takes(place).settles();
        rules.check_both(place);
    }
    look_into_what_lists_lead_to(&person, &mut rules);
    person.presses("Ctrl+L").sees("Locked");
    rules.check("the locked desk");
    rules.hold();
    person.leaves();
}

fn look_into_what_lists_lead_to(person: &Person, rules: &mut Rules<'_>) {
    for place in ["Action items", "Register", "Metrics", "Change log"] {
        person.finds_and_takes(place).settles().presses("Space").settles();
        rules.check_both(&format!("a drawer over {place}"));
        person.presses("Escape");
    }
    person.finds_and_takes("Register").settles().presses("J").presses("Enter");
    person.sees("Allowed actions").settles();
    rules.check_both("a workflow's page");
    person.finds_and_takes("Reviews").settles().finds_and_takes("WEEKLY-").sees("What it asks");
    rules.check_both("a review to open");
    person.presses("Enter").sees("Item 1 of");
    rules.check_both("a live review");
    person.presses("L").settles();
    rules.check("a live review on a shared screen");
    person.presses("L").presses("Shift+A").sees("Raise an action item");
    rules.check("an action item's sheet");
    person.presses("Escape").finds_and_takes("Reviews").settles();
    person.presses("End");
    rules.check("the end of the reviews");
    person.presses("M").settles();
    rules.check_both("the reviews by month");
    person.presses("L").settles();
    open_a_closed_review(person);
    rules.check_both("a closed review");
}

/// Walks down the list of reviews to one that was closed, and opens it.
fn open_a_closed_review(person: &Person) {
    let chosen = "return document.querySelector('li.chosen')?.innerText ?? ''";
    let closed = (0..100).any(|_| {
        let line = person.presses("J").asks(chosen);
        line.as_str().is_some_and(|line| line.starts_with("closed"))
    });
    assert!(closed, "the demo's list of reviews holds one that was closed");
    person.presses("Enter").sees("Signed and locked");
}
