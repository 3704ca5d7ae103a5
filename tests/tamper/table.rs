//! The table that is printed: attack, tried, found, and which faults named the place.

use std::collections::BTreeMap;

use desk::Problem;
use desk::operations::{Fault, Verdict, Verification};

/// What verification answered.
pub type Answer = Result<Verification, Problem>;

/// A table of attacks; it fails when it is printed unless everything was found.
pub struct Table {
    title: &'static str,
    rows: Vec<Row>,
}

struct Row {
    attack: &'static str,
    tried: usize,
    found: usize,
    named: BTreeMap<String, usize>,
    missed: Vec<String>,
}

impl Table {
    /// A table without rows yet.
    pub fn new(title: &'static str) -> Self {
        Self { title, rows: Vec::new() }
    }

    /// Tries one attack: it is found when a fault names its place and a verdict fails.
    pub fn tried(
        &mut self,
        attack: &'static str,
        place: &str,
        answer: &Answer,
        names: impl Fn(&Fault) -> bool,
    ) {
        let code = match answer {
            Ok(proof) if refused(proof) => proof.faults.iter().find(|f| names(f)).map(|f| &f.code),
            Ok(_) | Err(_) => None,
        };
        let seen = || match answer {
            Ok(proof) => proof.faults.iter().map(|f| format!("[{}] {}", f.code, f.says)).collect(),
            Err(problem) => vec![format!("[{}] {}", problem.code, problem.says)],
        };
        let missed = || format!("{place}: {:?}", seen().into_iter().take(4).collect::<Vec<_>>());
        self.count(attack, code.cloned().ok_or_else(missed));
    }

    /// Counts one attack: the code that named its place, or what was said instead.
    pub fn count(&mut self, attack: &'static str, outcome: Result<String, String>) {
        if self.rows.iter().all(|row| row.attack != attack) {
            let (named, missed) = (BTreeMap::new(), Vec::new());
            self.rows.push(Row { attack, tried: 0, found: 0, named, missed });
        }
        let row = self.rows.iter_mut().find(|row| row.attack == attack).unwrap();
        row.tried += 1;
        match outcome {
            Ok(code) => {
                row.found += 1;
                *row.named.entry(code).or_default() += 1;
            }
            Err(missed) => row.missed.push(missed),
        }
    }

    /// Prints it, and fails unless everything was found.
    pub fn finish(self) {
        println!("\n{:<66} {:>5} {:>5}  named by", self.title, "tried", "found");
        for row in &self.rows {
            let named: Vec<_> = row.named.iter().map(|(code, n)| format!("{code} {n}")).collect();
            println!("{:<66} {:>5} {:>5}  {}", row.attack, row.tried, row.found, named.join(", "));
        }
        let (tried, found) =
            self.rows.iter().fold((0, 0), |sum, row| (sum.0 + row.tried, sum.1 + row.found));
        println!("{:<66} {tried:>5} {found:>5}", "all");
        let missed: Vec<String> = self
            .rows
            .iter()
            .flat_map(|row| row.missed.iter().take(5).map(|m| format!("{}: {m}", row.attack)))
            .collect();
        assert!(self.rows.iter().all(|row| row.tried > 0), "every attack is tried");
        assert!(missed.is_empty(), "not found, or not named:\n{}", missed.join("\n"));
    }
}

/// Whether somebody who reads the answer would not accept the file.
pub fn refused(proof: &Verification) -> bool {
    let fails = |judged: &desk::operations::Judgement| judged.verdict == Verdict::Fails;
    fails(&proof.integrity) || fails(&proof.completeness)
}
