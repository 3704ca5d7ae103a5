//! A log whose heads say nothing to the desk goes in by keyboard: each column is told what it means, the
//! rows are tested whole against the register, and the file verifies.

use std::fmt::Write;

use journeys::{Home, Person};

use crate::workspace::{FILE, start_a_workspace};

const ROWS: u32 = 240;
/// What each column of the log means, by the words that a person types.
const MEANINGS: [(&str, &str); 4] =
    [("concept", "Kind"), ("resource", "Person"), ("group", "Segment"), ("case", "Target")];

#[test]
fn a_log_of_foreign_heads_is_mapped_by_keyboard_taken_in_and_tested_whole() {
    let home = Home::new();
    let person = Person::opens_the_desk("action-log", &home);
    start_a_workspace(&person, &home);
    home.put("cases.csv", log());
    home.will_choose("read-inventory", "cases.csv");

    person.finds_and_takes("AI actions").sees("No action log was taken in yet").presses("I");
    person.sees("Import an action log").presses("Ctrl+Enter").sees("System that wrote the log");
    person.types("Case desk");
    for (column, meaning) in MEANINGS {
        person.tabs_to_the_field(&format!("{column} means")).types(meaning);
    }
    person.takes_a_picture("1-mapped").presses("Ctrl").sees("5 of 6 columns are read");
    person.presses("Ctrl+Enter").sees("240 AI actions taken in").takes_a_picture("2-taken-in");
    person.presses("Ctrl+Enter").sees("Not on the register").sees("240 of 240 fail a test");
    person.takes_a_picture("3-tested");
    person.leaves();

    home.countersign(&["verify", FILE]).done();
    let read =
        home.countersign(&["call", FILE, "batches", "{}", "--json"]).done().json().to_string();
    for field in ["action", "person", "segment", "target", "time"] {
        assert!(read.contains(&format!("\"field\":\"{field}\"")), "{field} was read: {read}");
    }
}

/// Heads as a process-mining export writes them; none suggests its field but the time's.
fn log() -> String {
    let mut log = "case,concept,deadline,group,resource,timestamp\n".to_owned();
    for row in 0..ROWS {
        let (day, hour) = (row / 24 + 1, row % 24);
        let (case, step, group) = (row / 6, row % 6, row % 4);
        writeln!(
            log,
            "case-{case},Step {step},,Group {group},Resource {group},2026-09-{day:02}T{hour:02}:00:00Z"
        )
        .expect("a string takes lines");
    }
    log
}
