//! The lock: only the passphrase opens it.

use journeys::{Home, Person};

use crate::workspace::{PASSPHRASE, start_a_workspace};

#[test]
fn a_locked_desk_shows_nothing_until_the_passphrase_is_right() {
    let home = Home::new();
    let person = Person::opens_the_desk("locked", &home);
    start_a_workspace(&person, &home);

    person.presses("Ctrl+L").sees("Locked").sees_no_more("No workflows yet");
    person.fills("Passphrase", "not the one").presses("Enter").sees("does not open");
    person.takes_a_picture("wrong-passphrase").sees("Locked");
    person.fills("Passphrase", PASSPHRASE).presses("Enter").sees("No workflows yet");
    person.leaves();
}
