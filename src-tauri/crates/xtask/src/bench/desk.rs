//! What the desk answers while a person types or looks.

use super::{Figure, Goal, bench_folder, example, figure};
use crate::ground::{Ground, Sentence};

/// What a keystroke in the matrix asks of the desk; the window paints its cell before the answer.
pub(super) fn raci(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let said = example(ground, "countersign-desk", "raci_lint", &[&bench_folder(ground)])?;
    let goal = || Goal::AtMost(16.0);
    Ok(vec![
        figure(&said, "median_ms", "60 by 25 linted, 500 workflows", "ms", goal())?,
        figure(&said, "p99_ms", "99th percentile of it", "ms", goal())?,
    ])
}

/// What looking at the findings asks of the desk, each dated by the entry that made it.
pub(super) fn findings(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let said = example(ground, "countersign-desk", "findings", &[&bench_folder(ground)])?;
    let goal = || Goal::AtMost(50.0);
    Ok(vec![
        figure(&said, "median_ms", "findings over 500 workflows, in words", "ms", goal())?,
        figure(&said, "p99_ms", "99th percentile of it", "ms", goal())?,
        figure(&said, "found", "findings there were", "", Goal::Stated)?,
    ])
}
