//! Words a person wrote: they enter the signed bytes as a salted hash, never as themselves.

use serde::{Deserialize, Serialize};

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

impl Text {
    /// Wraps `words` as they are.
    pub fn new(words: impl Into<String>) -> Self {
        Self::Words { t: words.into() }
    }

    /// Wraps `words` without the white space around them; none when nothing is left.
    pub fn some(words: &str) -> Option<Self> {
        let words = words.trim();
        (!words.is_empty()).then(|| Self::new(words))
    }

    /// The words, or none once they were erased or withheld.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Words { t } => Some(t),
            Self::Gone { .. } => None,
        }
    }
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
        assert_eq!(Text::some(" a "), Some(Text::new("a")), "the white space around goes");
    }
}
