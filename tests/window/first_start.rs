//! The first start: three ways in, a key each.

use journeys::{Home, Person};

#[test]
fn the_first_start_shows_three_ways_in() {
    let home = Home::new();
    let person = Person::opens_the_desk("first-start", &home);
    person.sees("Open the demo").sees("Start a workspace").sees("Open a file");
    person.takes_a_picture("ways-in");
    person.leaves();
}
