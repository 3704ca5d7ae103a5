//! Prints how many times the bare strict Ed25519 signatures a whole verification costs:
//! `cargo run --release --example verify_ratio -p countersign-ledger [ENTRIES]`.

mod history;

fn main() -> Result<(), ledger::Error> {
    let entries = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(100_000);
    let ratio = history::history(entries)?.measure(5);
    println!(
        "{} entries, all cores: bare strict Ed25519 {:.3} s, verify {:.3} s, {:.2} times",
        ratio.entries,
        ratio.bare.as_secs_f64(),
        ratio.verify.as_secs_f64(),
        ratio.times()
    );
    Ok(())
}
