//! What the command says.

use std::fmt::{Arguments, Write as _};
use std::io::{self, Write as _};

use desk::Problem;
use desk::operations::Written;
use serde::Serialize;

use crate::Outcome;

/// Prints a line of words.
macro_rules! say {
    ($($words:tt)*) => { $crate::print::line(format_args!($($words)*)) };
}
pub(crate) use say;

/// Prints a line, with what would steer a terminal or turn text around shown as its code point:
/// names come from people, and packs from strangers. A reader who has left ends it quietly.
pub fn line(words: Arguments<'_>) {
    let _ = writeln!(io::stdout(), "{}", shown(words));
}

/// Words inside a line: what follows a line break in them stands further in, so that nobody's words
/// can pass for a line of the program's own.
pub fn within(words: &str) -> String {
    words.replace('\n', "\n        ")
}

fn shown(words: Arguments<'_>) -> String {
    let mut shown = String::new();
    for letter in words.to_string().chars() {
        if steers(letter) {
            let _ = write!(shown, "<U+{:04X}>", u32::from(letter));
        } else {
            shown.push(letter);
        }
    }
    shown
}

fn steers(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(
            letter,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// Prints an answer as JSON, or lets `words` print it.
pub fn answer<T: Serialize>(
    json: bool,
    reply: &T,
    words: impl FnOnce(&T),
) -> Result<Outcome, Problem> {
    if json {
        let json = serde_json::to_string_pretty(reply).map_err(Problem::internal)?;
        let _ = writeln!(io::stdout(), "{json}");
    } else {
        words(reply);
    }
    Ok(Outcome::Done)
}

/// Says which file was written.
pub fn written(json: bool, written: &Written) -> Result<Outcome, Problem> {
    answer(json, written, |written| {
        let entry = written.entry.map(|entry| format!(", entry {entry}")).unwrap_or_default();
        say!("{}: {} bytes, SHA-256 {}{entry}", written.name, written.bytes, written.sha256);
    })
}

/// Says on the side what a person should know of a command that is done all the same.
pub fn notice(says: &str) {
    let _ = writeln!(io::stderr(), "{}", shown(format_args!("{says}")));
}

/// Says what went wrong.
pub fn problem(problem: &Problem, json: bool) {
    if json {
        let said = serde_json::to_string(problem).unwrap_or_else(|_| problem.says.clone());
        eprintln!("{said}");
    } else {
        notice(&problem.says);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown_and_not_done() {
        for (letter, shown) in [
            ('\u{1b}', true),
            ('\u{7}', true),
            ('\u{202e}', true),
            ('\u{2066}', true),
            ('é', false),
        ] {
            assert_eq!(steers(letter), shown, "U+{:04X}", u32::from(letter));
        }
    }
}
