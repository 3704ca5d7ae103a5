//! The built app in its window.

use std::path::PathBuf;

use super::{Figure, Goal, example, figure};
use crate::ground::{Ground, Sentence, output, show};

pub(super) fn window(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    show(ground.npm(&["run", "build", "--silent"]))?;
    let build = ["build", "--release", "--quiet", "--package", "countersign-desktop"];
    show(ground.cargo(&[&build[..], &["--bins", "--example", "empty_window"]].concat()))?;
    let app = ground.target("release/countersign-desktop");
    let empty = ground.target("release/examples/empty_window");
    let paths =
        [&app, &empty, &large_workspace(ground)?].map(|path| path.to_string_lossy().into_owned());
    let words = paths.each_ref().map(String::as_str);
    let said = example(ground, "countersign-journeys", "window_ratio", &words)?;
    Ok(vec![
        figure(
            &said,
            "start_ratio",
            "100,000 entries to painted, times an empty window",
            "times",
            Goal::AtMost(1.3),
        )?,
        figure(&said, "memory_ratio", "memory, times an empty window", "times", Goal::AtMost(1.3))?,
        figure(&said, "start_s", "start to painted", "s", Goal::Stated)?,
        figure(&said, "memory_mb", "memory of the process tree", "MB", Goal::Stated)?,
    ])
}

/// The app is the one that journeys drive, since file dialogs are answered for it.
pub(super) fn first_item(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    show(ground.npm(&["run", "build", "--silent"]))?;
    let build = ["build", "--release", "--quiet", "--package", "countersign-desktop"];
    show(ground.cargo(&[&build[..], &["--features", "journey"]].concat()))?;
    let said = example(ground, "countersign-journeys", "first_item", &[])?;
    let stated = |key, what| figure(&said, key, what, "s", Goal::Stated);
    Ok(vec![
        stated("new_s", "launch to first item answered, new workspace")?,
        stated("demo_s", "launch to first item answered, demo made")?,
    ])
}

/// A workspace of 100,000 entries, made once.
pub(super) fn large_workspace(ground: &Ground) -> Result<PathBuf, Sentence> {
    let file = ground.target("bench/large.countersign");
    if !file.exists() {
        let name = file.to_string_lossy().into_owned();
        let run = ["run", "--release", "--quiet", "--package", "countersign-desk"];
        let words = ["--example", "large_workspace", "--", &name, "100000"];
        let mut making = ground.cargo(&[&run[..], &words].concat());
        making.env("COUNTERSIGN_PROFILE", ground.target("bench/profile"));
        output(making)?;
    }
    Ok(file)
}
