//! Hands that are too fast, and power that goes in the middle.

use journeys::{Home, Mouse, Person, inventory};

use crate::workspace::{FILE, preview_the_inventory, start_a_workspace, workflows_in_the_file};

#[test]
fn two_quick_clicks_register_one_workflow() {
    let home = Home::new();
    let person = Mouse::opens_the_desk("two-clicks", &home);
    start_a_workspace(&person, &home);

    person.presses("N").fills("Name", "Outbound drafting");
    person.clicks_twice("Add workflow");
    person.sees("WF-0001").settles();
    person.leaves();
    assert_eq!(workflows_in_the_file(&home), 1, "the second click found the first at work");
}

#[test]
fn a_power_cut_in_an_import_leaves_all_of_it_or_nothing() {
    let home = Home::new();
    let person = Person::opens_the_desk("power-cut", &home);
    start_a_workspace(&person, &home);
    preview_the_inventory(&person, &home);
    person.presses("Ctrl+Enter");
    person.loses_power();

    let found = workflows_in_the_file(&home);
    assert!([0, inventory::WORKFLOWS].contains(&found), "half an import was kept: {found}");
    home.countersign(&["verify", FILE]).done();
}

#[test]
fn the_desk_opens_again_where_the_power_was_cut() {
    let home = Home::new();
    let person = Person::opens_the_desk("after-power-cut", &home);
    start_a_workspace(&person, &home);
    person.loses_power();

    let person = Person::opens_the_file("after-power-cut", &home, &home.path(FILE));
    person.sees("Who signs?").takes_a_picture("opened-again");
    person.leaves();
}
