//! What the command says.

use desk::Problem;
use desk::operations::Written;
use serde::Serialize;

use crate::Outcome;

/// Prints an answer as JSON, or lets `words` print it.
pub fn answer<T: Serialize>(
    json: bool,
    reply: &T,
    words: impl FnOnce(&T),
) -> Result<Outcome, Problem> {
    if json {
        println!("{}", serde_json::to_string_pretty(reply).map_err(Problem::internal)?);
    } else {
        words(reply);
    }
    Ok(Outcome::Done)
}

/// Says which file was written.
pub fn written(json: bool, written: &Written) -> Result<Outcome, Problem> {
    answer(json, written, |written| {
        let entry = written.entry.map(|entry| format!(", entry {entry}")).unwrap_or_default();
        println!("{}: {} bytes, SHA-256 {}{entry}", written.name, written.bytes, written.sha256);
    })
}

/// Says what went wrong.
pub fn problem(problem: &Problem, json: bool) {
    if json {
        let said = serde_json::to_string(problem).unwrap_or_else(|_| problem.says.clone());
        eprintln!("{said}");
    } else {
        eprintln!("{}", problem.says);
    }
}
