//! What was typed cannot be meant: usage, with its own exit code.

use desk::Problem;

const CODE: &str = "bad-request";

/// What is wrong with what was typed, in a sentence that says what to type.
pub fn usage(says: impl Into<String>) -> Problem {
    Problem::new(CODE, says)
}

/// Whether a problem is one of usage, whoever found it.
pub fn is_usage(problem: &Problem) -> bool {
    problem.code == CODE
}

/// Refuses an option that was given and means nothing for what was asked: to ignore it would do
/// something else than what was typed. Each is named, with whether it was given and whether it fits.
pub fn options_fit(options: &[(&str, bool, bool)]) -> Result<(), Problem> {
    match options.iter().find(|(_, given, fits)| *given && !fits) {
        Some((option, ..)) => Err(usage(format!("{option} means nothing here. Leave it out."))),
        None => Ok(()),
    }
}
