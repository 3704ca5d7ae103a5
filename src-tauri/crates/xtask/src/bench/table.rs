//! What the window takes to draw large tables, in a headless Chromium over the fake desk. What the
//! desk itself answers is measured apart and comes on top.

use super::{Figure, Goal, figure};
use crate::ground::{Ground, Sentence, output, succeeds};

/// Names under which systems have it.
const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

pub(super) fn table(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let chromium = chromium(ground)?;
    let built = ground.target("bench/ui").to_string_lossy().into_owned();
    let mut node = ground.command("node", &["tests/bench/table.mjs", chromium, &built]);
    node.current_dir(ground.path("ui"));
    let said = output(node)?;
    let said = String::from_utf8_lossy(&said).into_owned();
    let ms = |key, what, goal| figure(&said, key, what, "ms", goal);
    Ok(vec![
        ms("register_median_ms", "500 workflows to a painted row", Goal::AtMost(100.0))?,
        ms("register_p99_ms", "99th percentile of it", Goal::Stated)?,
        ms("raci_work_median_ms", "60 by 25, a key's work to painted lint", Goal::AtMost(16.0))?,
        ms("raci_work_p99_ms", "99th percentile of it", Goal::Stated)?,
        ms("raci_median_ms", "60 by 25, a key to painted lint", Goal::Stated)?,
        ms("raci_p99_ms", "99th percentile of it", Goal::Stated)?,
    ])
}

fn chromium(ground: &Ground) -> Result<&'static str, Sentence> {
    let mut names = CHROMIUM.into_iter();
    names
        .find(|name| succeeds(ground.command(name, &["--version"])))
        .ok_or_else(|| format!("There is no Chromium: none of {}.", CHROMIUM.join(", ")))
}
