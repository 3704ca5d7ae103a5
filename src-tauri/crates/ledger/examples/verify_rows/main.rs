//! Prints how long a pack with many rows of AI actions takes to verify, and the most memory that it
//! takes: `cargo run --release --example verify_rows -p countersign-ledger -- make FILE ROWS`, then
//! the same with `verify FILE`.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a measurement stops where it fails")]

#[path = "../../tests/record/mod.rs"]
mod record;

use std::fs::{self, File};
use std::time::Instant;

use ledger::verify::{self, Claims};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", file, rows] => make(file, rows.parse().expect("a number of rows")),
        ["verify", file] => measure(file),
        _ => println!("make FILE ROWS, or verify FILE"),
    }
}

/// Writes a pack with a batch of rows of 200 bytes, no two alike.
fn make(file: &str, rows: u64) {
    let row = |number: u64| {
        let hash = ledger::primitive::sha256(&[&number.to_be_bytes()]);
        let cell = ledger::encoding::hex(&hash);
        let row = format!("[{number},\"2026-09-01T08:00:00.000Z\",\"{cell}\",\"{cell}\",\"");
        format!("{row}{}\"]", "x".repeat(200 - 3 - row.len()))
    };
    let rows: Vec<String> = (2..rows + 2).map(row).collect();
    let mut writer = record::whole();
    writer.batch("BAT-0001", &rows.iter().map(String::as_str).collect::<Vec<_>>());
    fs::write(file, writer.pack().zip()).expect("the pack is written");
}

fn measure(file: &str) {
    let began = Instant::now();
    let verdicts = verify::pack(File::open(file).expect("the pack is there"), &Claims::default());
    let seconds = began.elapsed().as_secs_f64();
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("unknown");
    println!("accepted: {}, {seconds:.1} s, {most}", verdicts.accepted());
}
