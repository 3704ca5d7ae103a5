//! `cargo xtask bench`: ratios measured in one run on one machine, each beside its goal.

mod desk;
mod ledger;
mod report;
mod table;
mod window;

use std::fs;

use crate::ground::{Ground, Sentence, output};
use crate::prepare::{Purpose, prepare};

/// One thing that is measured.
struct Bench {
    name: &'static str,
    measure: fn(&Ground) -> Result<Vec<Figure>, Sentence>,
}

const BENCHES: &[Bench] = &[
    Bench { name: "append", measure: ledger::append },
    Bench { name: "verify", measure: ledger::verify },
    Bench { name: "replay", measure: ledger::replay },
    Bench { name: "report", measure: report::report },
    Bench { name: "raci", measure: desk::raci },
    Bench { name: "findings", measure: desk::findings },
    Bench { name: "today", measure: desk::today },
    Bench { name: "audit", measure: desk::audit },
    Bench { name: "as-of", measure: desk::as_of },
    Bench { name: "log", measure: desk::log },
    Bench { name: "actions", measure: desk::actions },
    Bench { name: "pack", measure: desk::pack },
    Bench { name: "table", measure: table::table },
    Bench { name: "window", measure: window::window },
    Bench { name: "first-item", measure: window::first_item },
];

/// A measured figure and what it is to be.
struct Figure {
    what: String,
    measured: f64,
    unit: &'static str,
    goal: Goal,
}

enum Goal {
    AtMost(f64),
    AtLeast(f64),
    /// Stated, not judged.
    Stated,
}

/// Measures what is named, or everything.
///
/// # Errors
/// What could not be measured. A figure beyond its goal is printed as such and is no error.
pub fn bench(ground: &Ground, names: &[&str]) -> Result<(), Sentence> {
    if let Some(unknown) = names.iter().find(|name| !BENCHES.iter().any(|b| b.name == **name)) {
        let known: Vec<_> = BENCHES.iter().map(|bench| bench.name).collect();
        return Err(format!("There is no bench “{unknown}”; there are {}.", known.join(", ")));
    }
    prepare(ground, Purpose::Bench)?;
    fs::create_dir_all(ground.target("bench")).map_err(|error| format!("target/bench: {error}"))?;
    for bench in BENCHES.iter().filter(|b| names.is_empty() || names.contains(&b.name)) {
        for Figure { what, measured, unit, goal } in (bench.measure)(ground)? {
            let (goal, met) = match goal {
                Goal::AtMost(most) => (format!("at most {most}"), measured <= most),
                Goal::AtLeast(least) => (format!("at least {least}"), measured >= least),
                Goal::Stated => (String::new(), true),
            };
            let met = if met { "" } else { "  MISSED" };
            println!("{:<8} {what:<44} {measured:>10.2} {unit:<12} {goal}{met}", bench.name);
        }
    }
    Ok(())
}

fn bench_folder(ground: &Ground) -> String {
    ground.target("bench").to_string_lossy().into_owned()
}

/// What an optimised example of a room prints.
fn example(ground: &Ground, room: &str, name: &str, words: &[&str]) -> Result<String, Sentence> {
    let run = ["run", "--release", "--quiet", "--package", room, "--example", name, "--"];
    let said = output(ground.cargo(&[&run[..], words].concat()))?;
    Ok(String::from_utf8_lossy(&said).trim().to_owned())
}

fn figure(
    said: &str,
    key: &str,
    what: &str,
    unit: &'static str,
    goal: Goal,
) -> Result<Figure, Sentence> {
    Ok(Figure { what: what.to_owned(), measured: number(said, key)?, unit, goal })
}

/// The number after `key=` or `"key":`.
fn number(said: &str, key: &str) -> Result<f64, Sentence> {
    let after = |start: String| said.split_once(&start).map(|(_, rest)| rest.to_owned());
    after(format!("\"{key}\":"))
        .or_else(|| after(format!("{key}=")))
        .and_then(|rest| {
            let end = rest.find(|sign: char| !sign.is_ascii_digit() && sign != '.' && sign != '-');
            rest.get(..end.unwrap_or(rest.len()))?.parse().ok()
        })
        .ok_or_else(|| format!("There is no “{key}” in: {said}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_in_json_and_in_plain_pairs() {
        for said in ["{\"wall_ms\":3,\"ms\":1.25}", "x=1 ms=1.25 y=2"] {
            assert_eq!(number(said, "ms"), Ok(1.25), "in {said}");
        }
        assert!(number("ms=fast", "ms").is_err(), "a word is no number");
    }
}
