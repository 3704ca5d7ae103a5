//! Small mends to a text before it is set.

use std::borrow::Cow;

/// A name made safe to stand inside a sentence: where it holds right-to-left letters it is
/// isolated (UAX 9, FSI and PDI), so that figures after it keep their place.
///
/// Whoever joins names into sentences for a report uses this; a name alone in its field
/// needs none.
#[must_use]
pub fn isolate(name: &str) -> Cow<'_, str> {
    if name.chars().any(is_right_to_left) {
        Cow::Owned(format!("\u{2068}{name}\u{2069}"))
    } else {
        Cow::Borrowed(name)
    }
}

fn is_right_to_left(letter: char) -> bool {
    use unicode_bidi::BidiClass::{AL, AN, R};
    matches!(unicode_bidi::bidi_class(letter), R | AL | AN)
}

/// The thin fixed space between a figure and its percent sign.
pub(super) const THIN: char = '\u{202f}';

/// The text as it is set: line ends as line feeds, tabs as spaces, a thin fixed space
/// before a percent sign.
pub(super) fn tidy(text: &str) -> Cow<'_, str> {
    if !text.contains(['\r', '\t', '%', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 2);
    let mut letters = text.chars().peekable();
    let mut after_figure = false;
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => out.push('\n'),
            '\t' => out.push(' '),
            ' ' if after_figure && letters.peek() == Some(&'%') => out.push(THIN),
            other => out.push(other),
        }
        after_figure = letter.is_ascii_digit();
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_keeps_its_percent_sign_and_lines_stay_lines() {
        assert_eq!(tidy("3.6 % (3.2)\r\nnext\tcell"), "3.6\u{202f}% (3.2)\nnext cell");
        assert_eq!(tidy("a % of"), "a % of", "only a figure binds its sign");
    }

    #[test]
    fn only_a_right_to_left_name_is_isolated() {
        assert_eq!(isolate("Wei Zhang"), "Wei Zhang");
        assert_eq!(isolate("ליאור"), "\u{2068}ליאור\u{2069}");
    }
}
