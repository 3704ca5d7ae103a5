//! What the desk answers while a person types.

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
