//! From the launch of the app to the first answered item of a review that waits, by keyboard at full
//! speed, on a new workspace and on the demo: `first_item`. Prints one line; each figure is the median
//! of three.

use std::time::Duration;

use journeys::{Home, Person};

const TIMES: usize = 3;
const PASSPHRASE: &str = "correct horse battery";

fn main() {
    println!(
        "new_s={:.2} demo_s={:.2}",
        median(on_a_new_workspace).as_secs_f64(),
        median(on_the_demo).as_secs_f64()
    );
}

fn on_a_new_workspace() -> Duration {
    let home = Home::new();
    home.will_choose("new-workspace", "team.countersign");
    let person = Person::opens_the_desk("first-item-new", &home);
    person.sees("Start a workspace").presses("N").fills("Name of the workspace", "Revenue desk");
    person.fills("Your name", "Ada Okafor-Lindqvist");
    person.fills("Your passphrase", PASSPHRASE).fills("Your passphrase again", PASSPHRASE);
    person.fills("Sponsor’s name", "Bruno Salvatierra").presses("Ctrl+Enter");
    person.sees_no_more("Your passphrase");
    answer_the_first_item(person)
}

fn on_the_demo() -> Duration {
    let home = Home::new();
    let person = Person::opens_the_desk("first-item-demo", &home);
    person.sees("Open the demo").presses("D").sees_after_long_work("Change log");
    answer_the_first_item(person)
}

/// The first review that waits stands on top.
fn answer_the_first_item(person: Person) -> Duration {
    person.finds_and_takes("Reviews").sees("held of").presses("Enter");
    person.sees("Open the review").presses("Enter").sees("Item 1 of");
    person.presses("F").presses("Ctrl+Enter").sees("Item 2 of");
    let passed = person.since_launch();
    person.leaves();
    passed
}

fn median(measure: fn() -> Duration) -> Duration {
    let mut all: Vec<Duration> = (0..TIMES).map(|_| measure()).collect();
    all.sort();
    all[all.len() / 2]
}
