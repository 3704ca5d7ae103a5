//! Words a person wrote: they enter the signed bytes as a salted hash, never as themselves.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// A name, a contact detail or a free text.
///
/// In a draft it is `{"t":"words"}`; sealing turns that into the `{"c":"commitment"}` that is
/// signed. Read back, it is [`Text::Words`] while the words are there and [`Text::Gone`] once they
/// were erased or withheld.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Text {
    /// The words themselves.
    Words {
        /// The words, as typed.
        t: String,
    },
    /// Only the commitment is left.
    Gone {
        /// Base64 of SHA-256(salt, words).
        c: String,
    },
}

/// What stands for words that were erased.
pub const ERASED: &str = "(erased)";

impl Text {
    /// Wraps `words` as they are.
    pub fn new(words: impl Into<String>) -> Self {
        Self::Words { t: words.into() }
    }

    /// Wraps `words` without the white space around them; none when nothing is left.
    pub fn some(words: &str) -> Option<Self> {
        let words = words.trim();
        words.chars().any(shows).then(|| Self::new(words))
    }

    /// The words, or none once they were erased or withheld.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Words { t } => Some(t),
            Self::Gone { .. } => None,
        }
    }
}

/// A name as it is compared: lower case, single spaces, each letter in its one composed form.
pub fn fold(name: &str) -> String {
    let seen: String = name.chars().filter(|letter| !is_ignorable(*letter)).collect();
    let words: Vec<String> = seen.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").nfc().collect()
}

/// Whether a character leaves a mark: no white space, no control character, and none that Unicode
/// asks programs to show as nothing (`Default_Ignorable_Code_Point`).
pub(crate) fn shows(letter: char) -> bool {
    !letter.is_whitespace() && !letter.is_control() && !is_ignorable(letter)
}

/// Whether Unicode asks programs to show nothing for it: two names that differ in such characters
/// alone look the same.
pub(crate) fn is_ignorable(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_back_with_its_words_or_as_gone() {
        let words: Text = serde_json::from_str(r#"{"t":"Zoë"}"#).unwrap();
        let gone: Text = serde_json::from_str(r#"{"c":"AAAA"}"#).unwrap();
        assert_eq!(words.words(), Some("Zoë"), "the draft form carries the words");
        assert_eq!(gone.words(), None, "a commitment alone tells nothing");
    }

    #[test]
    fn blank_words_are_no_text() {
        assert_eq!(Text::some(" \n"), None, "white space is not a name");
        assert_eq!(Text::some("\u{200b} \u{2060}"), None, "nor is what shows as nothing");
        assert_eq!(Text::some(" a "), Some(Text::new("a")), "the white space around goes");
    }
}
