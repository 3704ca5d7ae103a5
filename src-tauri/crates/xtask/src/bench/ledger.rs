//! What the ledger costs: appending, verifying, replaying.

use super::{Figure, Goal, bench_folder, example, figure};
use crate::ground::{Ground, Sentence};

pub(super) fn append(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let folder = bench_folder(ground);
    let said = example(ground, "countersign-store", "append_ratio", &[&folder])?;
    Ok(vec![
        figure(&said, "wall_ratio", "times a bare durable insert", "times", Goal::AtMost(1.5))?,
        figure(&said, "cpu_on_top_ms", "CPU on top of it", "ms", Goal::AtMost(0.3))?,
        figure(&said, "p99_ms", "99th percentile of an append", "ms", Goal::Stated)?,
        figure(&said, "bare_p99_ms", "99th percentile of a bare insert", "ms", Goal::Stated)?,
    ])
}

pub(super) fn verify(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let said = example(ground, "countersign-ledger", "verify_ratio", &["100000"])?;
    let words: Vec<&str> = said.split_whitespace().collect();
    let times = words.iter().rev().nth(1).and_then(|number| number.parse().ok());
    let measured = times.ok_or_else(|| format!("verify_ratio said: {said}"))?;
    let what = "100,000 entries, times bare Ed25519".to_owned();
    Ok(vec![Figure { what, measured, unit: "times", goal: Goal::AtMost(1.3) }])
}

pub(super) fn replay(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let folder = bench_folder(ground);
    let said = example(ground, "countersign-store", "replay_rate", &[&folder, "100000"])?;
    let goal = || Goal::AtLeast(50_000.0);
    Ok(vec![
        figure(&said, "memory_per_s", "replay into memory", "entries/s", goal())?,
        figure(&said, "file_per_s", "replay into a file", "entries/s", goal())?,
    ])
}
