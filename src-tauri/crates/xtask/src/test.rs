//! `cargo xtask test`: everything that must hold, one line per step.

use std::process::Command;

use crate::bindings;
use crate::ground::{Ground, Sentence};
use crate::prepare::{Purpose, prepare};
use crate::steps::Steps;

/// How much is tested.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    Everything,
    /// All but what needs the window.
    WithoutWindow,
}

const WINDOWLESS: &[&str] = &["--workspace", "--exclude", "countersign-desktop"];

/// Sets up and tests.
///
/// # Errors
/// What is missing, or that something failed.
pub fn test(ground: &Ground, scope: Scope) -> Result<(), Sentence> {
    let window = scope == Scope::Everything;
    prepare(ground, if window { Purpose::Test } else { Purpose::TestFast })?;
    let mut steps = Steps::new(ground)?;

    steps.run("rust format", ground.cargo(&["fmt", "--all", "--check"]));
    // The app embeds the built ui, so nothing of it compiles before.
    let ui = steps.run("ui build", ground.npm(&["run", "build"]));
    let window = window && ui;
    steps.run("rust lints", lints(ground, window));
    steps.run("rust tests", rust_tests(ground, window));
    steps.work("bindings follow the operations", || bindings::check(ground));
    steps.run("ui types, lints, format", ground.npm(&["run", "check"]));
    steps.run("ui tests", ground.npm(&["run", "test"]));

    if steps.run("build the command line", ground.cargo(&["build", "-p", "countersign-cli"])) {
        steps.run("journeys by command line", journeys(ground, "cli"));
        steps.run("journeys through crashes", journeys(ground, "crash"));
    } else {
        steps.cannot("journeys by command line", "there is no command line to drive");
    }
    if window {
        through_the_window(ground, &mut steps);
    } else if scope == Scope::Everything {
        steps.cannot("journeys in the window", "there is no ui to show");
    }
    steps.close()
}

fn through_the_window(ground: &Ground, steps: &mut Steps) {
    let app = ["build", "-p", "countersign-desktop", "--features", "journey"];
    if steps.run("build the window", ground.cargo(&app)) {
        steps.run("journeys in the window", journeys(ground, "window"));
    } else {
        steps.cannot("journeys in the window", "there is no window to drive");
    }
}

fn lints(ground: &Ground, window: bool) -> Command {
    let rooms = if window { &["--workspace"] } else { WINDOWLESS };
    ground.cargo(&[&["clippy"], rooms, &["--all-targets", "--", "-D", "warnings"]].concat())
}

fn rust_tests(ground: &Ground, window: bool) -> Command {
    let rooms = if window { &["--workspace"] } else { WINDOWLESS };
    let rest = &["--exclude", "countersign-journeys", "--no-fail-fast"];
    ground.cargo(&[&["test"], rooms, rest].concat())
}

fn journeys(ground: &Ground, name: &str) -> Command {
    ground.cargo(&["test", "-p", "countersign-journeys", "--test", name])
}
