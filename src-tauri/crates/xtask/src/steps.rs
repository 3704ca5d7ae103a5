//! Steps with a line each: what, how many tests, how many seconds; and all it said when it failed.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::ground::{Ground, Sentence, typed};

/// How much of a failed step's output is printed; its file holds it all.
const LINES_SHOWN: usize = 200;

/// The steps taken so far and what they counted.
pub struct Steps {
    logs: PathBuf,
    passed: u64,
    failed: u64,
}

/// Tests counted in a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: u64,
    failed: u64,
}

impl Steps {
    /// No step taken yet; what they say is kept in the build folder.
    pub fn new(ground: &Ground) -> Result<Self, Sentence> {
        let logs = ground.target("steps");
        fs::create_dir_all(&logs).map_err(|error| format!("{}: {error}.", logs.display()))?;
        Ok(Self { logs, passed: 0, failed: 0 })
    }

    /// Runs a command as one step; whether it succeeded.
    pub fn run(&mut self, name: &str, mut command: Command) -> bool {
        let log = self.logs.join(format!("{}.log", name.replace(' ', "-")));
        self.step(name, || {
            let ended = File::create(&log).and_then(|file| {
                command.stdout(file.try_clone()?).stderr(file).env("NO_COLOR", "1").status()
            });
            let said = fs::read_to_string(&log).unwrap_or_default();
            match ended {
                Ok(ended) if ended.success() => (counts(&said), Ok(())),
                Ok(ended) => {
                    let last = last_lines(&said);
                    let typed = typed(&command);
                    let log = log.display();
                    (counts(&said), Err(format!("{last}\n`{typed}` {ended}; all of it: {log}")))
                }
                Err(error) => (Counts::default(), Err(format!("`{}`: {error}", typed(&command)))),
            }
        })
    }

    /// Does a piece of work as one step; whether it succeeded.
    pub fn work(&mut self, name: &str, piece: impl FnOnce() -> Result<(), Sentence>) -> bool {
        self.step(name, || (Counts::default(), piece()))
    }

    /// Counts a step as failed because what it stands on failed.
    pub fn cannot(&mut self, name: &str, why: &str) {
        println!("{name:<34} not run: {why}");
        self.failed += 1;
    }

    /// Prints the closing line.
    ///
    /// # Errors
    /// When a step or a test failed.
    pub fn close(self) -> Result<(), Sentence> {
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { Ok(()) } else { Err("Not everything holds.".to_owned()) }
    }

    fn step(&mut self, name: &str, take: impl FnOnce() -> (Counts, Result<(), Sentence>)) -> bool {
        print!("{name:<34} ");
        io::stdout().flush().ok();
        let start = Instant::now();
        let (counted, done) = take();
        let seconds = start.elapsed().as_secs_f64();
        let told = match &done {
            Ok(()) => "holds",
            Err(_) => "FAILS",
        };
        let tests = counted.passed + counted.failed;
        let tests = if tests == 0 { String::new() } else { format!("{tests} tests") };
        println!("{told} {seconds:>8.1} s  {tests}");
        // A step without tests of its own is one; a step that fails is never all passed.
        self.passed += if tests.is_empty() && done.is_ok() { 1 } else { counted.passed };
        self.failed += if done.is_err() { counted.failed.max(1) } else { counted.failed };
        if let Err(sentence) = &done {
            println!("{sentence}\n");
        }
        done.is_ok()
    }
}

fn last_lines(said: &str) -> String {
    let lines: Vec<&str> = said.lines().collect();
    lines.get(lines.len().saturating_sub(LINES_SHOWN)..).unwrap_or_default().join("\n")
}

/// Adds up the closing lines of cargo test and vitest.
fn counts(said: &str) -> Counts {
    let mut all = Counts::default();
    for line in said.lines().map(str::trim_start) {
        let cargo = line.starts_with("test result:");
        let vitest = line.starts_with("Tests ");
        if cargo || vitest {
            all.passed += number_before("passed", line);
            all.failed += number_before("failed", line);
        }
    }
    all
}

fn number_before(word: &str, line: &str) -> u64 {
    let words: Vec<&str> = line.split([' ', ';', '|']).filter(|word| !word.is_empty()).collect();
    let pairs = words.windows(2).filter_map(|pair| <[&str; 2]>::try_from(pair).ok());
    pairs
        .filter(|[_, last]| *last == word)
        .filter_map(|[number, _]| number.parse::<u64>().ok())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_both_runners_are_added_up() {
        let said = "test result: ok. 12 passed; 0 failed; 1 ignored; finished in 0.1s\n\
                    test result: FAILED. 3 passed; 2 failed; 0 ignored\n      \
                    Tests  1 failed | 29 passed (30)\n";
        assert_eq!(counts(said), Counts { passed: 44, failed: 3 }, "each test counts once");
    }

    #[test]
    fn words_that_only_mention_passing_count_nothing() {
        assert_eq!(counts("5 passed through here"), Counts::default(), "only closing lines count");
    }
}
