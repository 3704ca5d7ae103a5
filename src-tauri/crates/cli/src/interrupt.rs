//! Ctrl-C: long work stops and leaves everything as it was; anything else ends at once.

use std::process::exit;

use desk::Desk;

/// What a shell expects of a command that was interrupted.
const INTERRUPTED: i32 = 130;

/// Lets Ctrl-C stop the long work of this desk. Pressed again, or with no such work, it ends the
/// command, which changes nothing either: entries are committed whole or not at all.
pub fn stops_work_at(desk: &Desk) {
    let beside = desk.beside();
    // Where the system lets nobody listen, Ctrl-C ends the command as ever.
    let _ = ctrlc::set_handler(move || {
        if !beside.stop() {
            exit(INTERRUPTED);
        }
    });
}
