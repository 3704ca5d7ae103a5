//! Each screen in the real web view holds what axe-core checks of WCAG 2.2 AA, light and dark.

use std::fs;

use journeys::{Home, Person, built};

use crate::workspace::{preview_the_inventory, start_a_workspace};

/// Where the palette leads from anywhere.
const PLACES: [&str; 16] = [
    "Reviews",
    "Action items",
    "Register",
    "RACI",
    "Findings",
    "Metrics",
    "Change log",
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
    person.finds_and_takes("Register").settles().presses("Enter").settles();
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

/// Collects what every screen breaks, so that one look shows all of it.
struct Rules<'a> {
    person: &'a Person,
    axe: String,
    broken: Vec<String>,
}

impl<'a> Rules<'a> {
    fn of(person: &'a Person) -> Self {
        let axe = fs::read_to_string(built::project("ui/node_modules/axe-core/axe.min.js"));
        let axe = axe.expect("the ui's packages are installed");
        Self { person, axe, broken: Vec::new() }
    }

    fn check_both(&mut self, screen: &str) {
        for theme in ["light", "dark"] {
            let words = format!("Theme: {theme}");
            self.person.finds_and_takes(&words).settles();
            self.person.takes_a_picture(&format!("{}-{theme}", screen.replace([' ', ':'], "-")));
            self.check(&format!("{screen}, {theme}"));
        }
    }

    fn check(&mut self, screen: &str) {
        self.person.asks(&self.axe);
        let tags = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";
        let broken = self.person.asks(&format!(
            "return axe.run({{ runOnly: {tags} }}).then(({{ violations }}) => violations.map(
                ({{ id, nodes }}) => `${{id}}: ${{nodes.map((node) => node.html).join(' ')}}`
            ).join('\\n'))"
        ));
        let broken = broken.as_str().expect("axe answers in words");
        if !broken.is_empty() {
            self.broken.push(format!("{screen}\n{broken}"));
        }
    }

    fn hold(self) {
        assert!(self.broken.is_empty(), "screens break rules:\n{}", self.broken.join("\n\n"));
    }
}
