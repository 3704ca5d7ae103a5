//! `cargo xtask fuzz`: the readers of files, fed with changed ones on the stable toolchain. What leads
//! further, by coverage, is told in `src-tauri/fuzz/Cargo.toml`.

use crate::ground::{Ground, Sentence, show};

/// Feeds every reader, or those that are named, for so many seconds each.
///
/// # Errors
/// When one of them panics, is slow or takes memory without bound.
pub fn fuzz(ground: &Ground, words: &[&str]) -> Result<(), Sentence> {
    let (seconds, readers) = match words.split_first() {
        Some((first, rest)) if first.parse::<u64>().is_ok() => (*first, rest),
        Some(_) | None => ("60", words),
    };
    let run = ["run", "--release", "--quiet", "--bin", "drive", "--manifest-path"];
    let mut drive =
        ground.cargo(&[&run[..], &["src-tauri/fuzz/Cargo.toml", "--", seconds], readers].concat());
    drive.env("CARGO_TARGET_DIR", ground.target("fuzz"));
    drive.env("FOUND", ground.target("fuzz/found"));
    show(drive)
}
