//! The desktop app: window, dialogs, commands.
fn main() {}
