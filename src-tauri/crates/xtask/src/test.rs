//! `cargo xtask test`: everything that must hold, one line per step.

use std::fs;
use std::process::Command;

use crate::bindings;
use crate::ground::{Ground, Sentence};
use crate::prepare::{Purpose, prepare};
use crate::steps::Steps;
use crate::verifier;

/// How much is tested.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    Everything,
    /// All but what needs the window.
    WithoutWindow,
}

/// The journeys that need the window.
const WINDOW: &str = "window";

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
    steps.work("packs carry the built verifier", || verifier::check(ground));
    steps.run("ui types, lints, format", ground.npm(&["run", "check"]));
    steps.run("ui tests", ground.npm(&["run", "test"]));

    let without_window = declared(ground)?.into_iter().filter(|name| name != WINDOW);
    if steps.run("build the command line", ground.cargo(&["build", "-p", "countersign-cli"])) {
        for name in without_window {
            steps.run(&format!("journeys: {name}"), journeys(ground, &name));
        }
    } else {
        steps.cannot("journeys without the window", "there is no command line to drive");
    }
    if window {
        through_the_window(ground, &mut steps);
    } else if scope == Scope::Everything {
        steps.cannot("journeys: window", "there is no ui to show");
    }
    steps.close()
}

fn through_the_window(ground: &Ground, steps: &mut Steps) {
    let app = ["build", "-p", "countersign-desktop", "--features", "journey"];
    if steps.run("build the window", ground.cargo(&app)) {
        steps.run("journeys: window", journeys(ground, WINDOW));
    } else {
        steps.cannot("journeys: window", "there is no window to drive");
    }
}

fn lints(ground: &Ground, window: bool) -> Command {
    let rooms = if window { &["--workspace"] } else { WINDOWLESS };
    ground.cargo(&[&["clippy"], rooms, &["--all-targets", "--", "-D", "warnings"]].concat())
}

fn rust_tests(ground: &Ground, window: bool) -> Command {
    let rooms = if window { &["--workspace"] } else { WINDOWLESS };
    // Every target, examples too: some tests start one, and cargo builds them only where no kind of
    // target is named.
    let rest = &["--exclude", "countersign-journeys", "--no-fail-fast"];
    ground.cargo(&[&["test"], rooms, rest].concat())
}

/// The journeys that `tests/Cargo.toml` declares, so that none is forgotten here.
fn declared(ground: &Ground) -> Result<Vec<String>, Sentence> {
    let manifest = ground.path("tests/Cargo.toml");
    let text = fs::read_to_string(&manifest)
        .map_err(|error| format!("{}: {error}.", manifest.display()))?;
    let tests = text.split("[[test]]").skip(1);
    let name = |table: &str| Some(table.split_once("name = \"")?.1.split_once('"')?.0.to_owned());
    Ok(tests.filter_map(name).collect())
}

fn journeys(ground: &Ground, name: &str) -> Command {
    ground.cargo(&["test", "-p", "countersign-journeys", "--test", name])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn no_journey_is_forgotten() {
        let ground = Ground::here();
        let declared = declared(&ground).unwrap();
        for folder in folders(&ground.path("tests")) {
            let room = ground.path("tests").join(&folder);
            if let Ok(main) = fs::read_to_string(room.join("main.rs")) {
                assert!(declared.contains(&folder), "tests/Cargo.toml declares {folder}");
                for file in sources(&room).iter().filter(|file| *file != "main") {
                    let named = main.contains(&format!("mod {file};"));
                    assert!(named, "tests/{folder}/main.rs names {file}.rs");
                }
            }
        }
        assert!(declared.iter().any(|name| name == WINDOW), "the window is driven: {declared:?}");
    }

    fn folders(room: &Path) -> Vec<String> {
        names(room, |path| path.is_dir())
    }

    fn sources(room: &Path) -> Vec<String> {
        names(room, |path| path.extension().is_some_and(|ending| ending == "rs"))
    }

    fn names(room: &Path, wanted: fn(&Path) -> bool) -> Vec<String> {
        let entries = fs::read_dir(room).unwrap().map(|entry| entry.unwrap().path());
        let stems =
            entries.filter(|path| wanted(path)).map(|path| path.file_stem().unwrap().into());
        stems.map(|stem: std::ffi::OsString| stem.into_string().unwrap()).collect()
    }
}
