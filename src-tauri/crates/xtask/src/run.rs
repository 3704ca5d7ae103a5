//! `cargo xtask run`: from a checkout to the open desk.

use std::env;

use crate::ground::{Ground, Sentence, show};
use crate::prepare::{Purpose, prepare};

/// Sets up, builds and opens the desk.
///
/// # Errors
/// What is missing or failed.
pub fn run(ground: &Ground) -> Result<(), Sentence> {
    if cfg!(target_os = "linux") && !has_display() {
        return Err(
            "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the \
                    desk cannot open a window.\nThe same work is done by the command line:\n  \
                    cargo run --release -p countersign-cli -- demo demo.countersign\n  \
                    cargo run --release -p countersign-cli -- status demo.countersign"
                .to_owned(),
        );
    }
    prepare(ground, Purpose::Run)?;
    show(ground.npm(&["run", "build", "--silent"]))?;
    show(ground.cargo(&["build", "--release", "--package", "countersign-desktop"]))?;
    let app = ground.target("release/countersign-desktop");
    show(ground.command(&app.to_string_lossy(), &[]))
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}
