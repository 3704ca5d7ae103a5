//! The developer's commands: run, test, bench, bindings.
fn main() {}
