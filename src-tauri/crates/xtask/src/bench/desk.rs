//! What the desk answers while a person types or looks.

use super::window::large_workspace;
use super::{Figure, Goal, bench_folder, example, figure, number};
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

/// What opening Today asks of the desk: 20,000 exceptions, and 200 metrics over three years.
pub(super) fn today(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let said = example(ground, "countersign-desk", "today", &[&bench_folder(ground)])?;
    let whole = "Today on 500 workflows, 20,000 exceptions, 200 metrics over 3 years";
    Ok(vec![
        figure(&said, "median_ms", whole, "ms", Goal::AtMost(50.0))?,
        figure(&said, "p99_ms", "99th percentile of it", "ms", Goal::Stated)?,
    ])
}

/// The audit report of a quarter in which much went wrong, read from the record, set and written.
pub(super) fn audit(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let said = example(ground, "countersign-desk", "audit_report", &[&bench_folder(ground)])?;
    let pages = number(&said, "pages")?;
    let whole = format!("an audit report of {pages} pages");
    Ok(vec![
        figure(&said, "median_s", &whole, "s", Goal::AtMost(2.0))?,
        figure(&said, "worst_s", "the slowest of five", "s", Goal::Stated)?,
    ])
}

/// What any screen asks of the desk when it is opened as of a moment in 100,000 entries.
pub(super) fn as_of(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let said = looking(ground)?;
    let worst = "any screen as of any moment, the slowest";
    Ok(vec![
        figure(&said, "as_of_worst_ms", worst, "ms", Goal::AtMost(200.0))?,
        figure(&said, "as_of_median_ms", "median of them", "ms", Goal::Stated)?,
    ])
}

/// What a search of the change log asks of the desk, over 100,000 entries.
pub(super) fn log(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let said = looking(ground)?;
    let worst = "100,000 entries searched, the slowest";
    Ok(vec![
        figure(&said, "search_worst_ms", worst, "ms", Goal::AtMost(100.0))?,
        figure(&said, "search_median_ms", "median of them", "ms", Goal::Stated)?,
    ])
}

/// A million rows of an action log: taken in, tested whole, looked into anywhere.
pub(super) fn actions(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let said = example(ground, "countersign-desk", "actions_ratio", &[&bench_folder(ground)])?;
    Ok(vec![
        figure(
            &said,
            "ratio",
            "a million rows, sqlite3's .import = 1",
            "times",
            Goal::AtMost(1.3),
        )?,
        figure(&said, "import_s", "of which ours", "s", Goal::Stated)?,
        figure(&said, "peak_mb", "resident memory at most", "MB", Goal::AtMost(150.0))?,
        figure(&said, "growth", "the file grows by, the CSV = 1", "times", Goal::AtMost(1.6))?,
        figure(&said, "tests_s", "all population tests of them", "s", Goal::AtMost(2.0))?,
        figure(&said, "draw_s", "60 of them drawn, the key opened", "s", Goal::AtMost(0.5))?,
        figure(&said, "strata_s", "60 of them drawn by stratum", "s", Goal::AtMost(0.5))?,
        figure(
            &said,
            "jump_worst_ms",
            "200 rows from anywhere, the slowest",
            "ms",
            Goal::AtMost(50.0),
        )?,
    ])
}

/// The evidence pack of a quarter with 50,000 entries and a million AI actions.
pub(super) fn pack(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let said = example(ground, "countersign-desk", "pack", &[&bench_folder(ground)])?;
    let whole = "50,000 entries, a million rows, written";
    Ok(vec![
        figure(&said, "write_s", whole, "s", Goal::AtMost(20.0))?,
        figure(&said, "write_mb", "resident memory at most", "MB", Goal::AtMost(300.0))?,
        figure(&said, "verify_s", "the same pack verified", "s", Goal::AtMost(20.0))?,
        figure(&said, "verify_mb", "resident memory at most", "MB", Goal::AtMost(300.0))?,
        figure(&said, "zip_mb", "its size", "MB", Goal::Stated)?,
    ])
}

fn looking(ground: &Ground) -> Result<String, Sentence> {
    let (file, profile) = (large_workspace(ground)?, ground.target("bench/profile"));
    let words = [file, profile].map(|path| path.to_string_lossy().into_owned());
    example(ground, "countersign-desk", "looking", &words.each_ref().map(String::as_str))
}
