//! `cargo xtask bench`: ratios measured in one run on one machine, each beside its goal.

use std::fs;
use std::path::PathBuf;

use crate::ground::{Ground, Sentence, output, show};
use crate::prepare::{Purpose, prepare};

/// One thing that is measured.
struct Bench {
    name: &'static str,
    measure: fn(&Ground) -> Result<Vec<Figure>, Sentence>,
}

const BENCHES: &[Bench] = &[
    Bench { name: "append", measure: append },
    Bench { name: "verify", measure: verify },
    Bench { name: "replay", measure: replay },
    Bench { name: "report", measure: report },
    Bench { name: "raci", measure: raci },
    Bench { name: "window", measure: window },
    Bench { name: "first-item", measure: first_item },
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

fn append(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let folder = bench_folder(ground);
    let said = example(ground, "countersign-store", "append_ratio", &[&folder])?;
    Ok(vec![
        figure(&said, "wall_ratio", "times a bare durable insert", "times", Goal::AtMost(1.5))?,
        figure(&said, "cpu_on_top_ms", "CPU on top of it", "ms", Goal::AtMost(0.3))?,
        figure(&said, "p99_ms", "99th percentile of an append", "ms", Goal::Stated)?,
        figure(&said, "bare_p99_ms", "99th percentile of a bare insert", "ms", Goal::Stated)?,
    ])
}

fn verify(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let said = example(ground, "countersign-ledger", "verify_ratio", &["100000"])?;
    let words: Vec<&str> = said.split_whitespace().collect();
    let times = words.iter().rev().nth(1).and_then(|number| number.parse().ok());
    let measured = times.ok_or_else(|| format!("verify_ratio said: {said}"))?;
    let what = "100,000 entries, times bare Ed25519".to_owned();
    Ok(vec![Figure { what, measured, unit: "times", goal: Goal::AtMost(1.3) }])
}

fn replay(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let folder = bench_folder(ground);
    let said = example(ground, "countersign-store", "replay_rate", &[&folder, "100000"])?;
    let goal = || Goal::AtLeast(50_000.0);
    Ok(vec![
        figure(&said, "memory_per_s", "replay into memory", "entries/s", goal())?,
        figure(&said, "file_per_s", "replay into a file", "entries/s", goal())?,
    ])
}

/// What a keystroke in the matrix asks of the desk; the window paints its cell before the answer.
fn raci(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let said = example(ground, "countersign-desk", "raci_lint", &[&bench_folder(ground)])?;
    let goal = || Goal::AtMost(16.0);
    Ok(vec![
        figure(&said, "median_ms", "60 by 25 linted, 500 workflows", "ms", goal())?,
        figure(&said, "p99_ms", "99th percentile of it", "ms", goal())?,
    ])
}

fn report(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let ours = ground.target("bench/table500.pdf");
    let theirs = ground.target("bench/table500-reportlab.pdf");
    let said = example(ground, "countersign-report", "table500", &[&ours.to_string_lossy()])?;
    let python = reportlab(ground)?;
    let script = ground.path("src-tauri/crates/report/examples/table500_reportlab.py");
    let fonts = ground.path("src-tauri/crates/report/fonts");
    let words = [&script, &theirs, &fonts].map(|path| path.to_string_lossy().into_owned());
    let compared = output(ground.command(&python, &words.each_ref().map(String::as_str)))?;
    let compared = String::from_utf8_lossy(&compared).into_owned();
    let (seconds, base) = (number(&said, "seconds")?, number(&compared, "seconds")?);
    let memory = number(&said, "kib_per_page")? / 1024.0;
    let faster = "500 pages, times faster than ReportLab".to_owned();
    let per_page = "memory per page".to_owned();
    Ok(vec![
        Figure { what: faster, measured: base / seconds, unit: "times", goal: Goal::AtLeast(4.0) },
        Figure { what: per_page, measured: memory, unit: "MB", goal: Goal::AtMost(0.2) },
    ])
}

fn window(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
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
fn first_item(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
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
fn large_workspace(ground: &Ground) -> Result<PathBuf, Sentence> {
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

fn bench_folder(ground: &Ground) -> String {
    ground.target("bench").to_string_lossy().into_owned()
}

/// What an optimised example of a room prints.
fn example(ground: &Ground, room: &str, name: &str, words: &[&str]) -> Result<String, Sentence> {
    let run = ["run", "--release", "--quiet", "--package", room, "--example", name, "--"];
    let said = output(ground.cargo(&[&run[..], words].concat()))?;
    Ok(String::from_utf8_lossy(&said).trim().to_owned())
}

/// A Python with ReportLab, in the build folder.
fn reportlab(ground: &Ground) -> Result<String, Sentence> {
    let python = ground.target("tools/reportlab/bin/python").to_string_lossy().into_owned();
    if output(ground.command(&python, &["-c", "import reportlab"])).is_err() {
        let folder = ground.target("tools/reportlab").to_string_lossy().into_owned();
        show(ground.command("python3", &["-m", "venv", &folder]))?;
        show(ground.command(&python, &["-m", "pip", "install", "--quiet", "reportlab==4.4.4"]))?;
    }
    Ok(python)
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
