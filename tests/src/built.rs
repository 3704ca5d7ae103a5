//! Where the programs under test were built.

use std::env;
use std::path::{Path, PathBuf};

/// The desktop app, built with the feature `journey`.
pub fn app() -> PathBuf {
    program("countersign-desktop", "cargo build -p countersign-desktop --features journey")
}

/// The `countersign` command.
pub fn command_line() -> PathBuf {
    program("countersign", "cargo build -p countersign-cli")
}

/// A file of the project.
pub fn project(inside: &str) -> PathBuf {
    let room = Path::new(env!("CARGO_MANIFEST_DIR"));
    room.parent().expect("tests/ lies in the project").join(inside)
}

/// Where pictures of the journeys go, to be looked at.
pub fn pictures() -> PathBuf {
    let folder = target().join("journeys");
    std::fs::create_dir_all(&folder).expect("the build folder takes files");
    folder
}

fn program(name: &str, build: &str) -> PathBuf {
    // What is measured is optimised, and so is the app it measures.
    let profile = if cfg!(debug_assertions) { "debug" } else { "release" };
    let path = target().join(profile).join(name);
    assert!(
        path.exists(),
        "{} is not built; `cargo xtask test` does it, or: {build}",
        path.display()
    );
    path
}

fn target() -> PathBuf {
    project("").join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}
