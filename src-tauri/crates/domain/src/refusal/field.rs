//! What is written into a field.

use crate::{Refusal, Text};

macro_rules! field {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// A field that must hold words is blank.
            #[error("{field} is blank; give it some words")]
            Blank = "blank" {
                /// Which field.
                field: &'static str,
            },
            /// A field is longer than the desk keeps.
            #[error("{field} has {length} characters; at most {limit} fit")]
            TooLong = "too-long" {
                /// Which field.
                field: &'static str,
                /// How many characters it has.
                length: usize,
                /// How many it may have.
                limit: usize,
            },
            /// A field holds a character that does not show, or makes words read otherwise than stored.
            #[error("{field} holds {}; type it again without", unseen_words(*.character))]
            UnseenCharacter = "unseen-character" {
                /// Which field.
                field: &'static str,
                /// The first of them.
                character: char,
            },
            /// The time zone is not in the IANA list.
            #[error("“{zone}” is not a time zone; write one like Europe/Berlin")]
            UnknownZone = "unknown-zone" {
                /// What was given.
                zone: String,
            },
            /// The fiscal year must start in a month.
            #[error("a fiscal year starts in month 1 to 12, not {month}")]
            UnknownMonth = "unknown-month" {
                /// What was given.
                month: u32,
            },
            /// A number is too small or too large.
            #[error("{field} is {given}; it must be from {least} to {most}")]
            OutOfRange = "out-of-range" {
                /// Which number.
                field: &'static str,
                /// What was given.
                given: String,
                /// The smallest there may be.
                least: String,
                /// The largest there may be.
                most: String,
            },
            /// An identifier has characters that names of reviews cannot have.
            #[error(
                "{field} is “{written}”; use small letters, digits and single hyphens, starting with a letter"
            )]
            NotAnIdentifier = "not-an-identifier" {
                /// Which one.
                field: &'static str,
                /// What was given.
                written: String,
            },
            /// A date range ends before it starts.
            #[error("it cannot end on {to}, before it starts on {from}")]
            EndsBeforeItStarts = "ends-before-it-starts" {
                /// First day.
                from: chrono::NaiveDate,
                /// Last day.
                to: chrono::NaiveDate,
            },
            /// A list holds something twice.
            #[error("“{what}” stands there twice; keep one")]
            Twice = "twice" {
                /// What.
                what: String,
            },
            /// More of something than the desk keeps.
            #[error("there are {count} {what}; at most {limit} fit")]
            TooMany = "too-many" {
                /// Of what.
                what: &'static str,
                /// How many there are.
                count: usize,
                /// How many there may be.
                limit: usize,
            },
        }
    };
}

/// How much a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Most characters.
    pub length: usize,
    /// Whether it is one line, as a name is; a free text may have several, and tabs.
    pub one_line: bool,
}

/// What a name holds, and whatever else stands on one line.
pub const NAME_LIMIT: Limit = Limit { length: 200, one_line: true };
/// What a free text holds.
pub const TEXT_LIMIT: Limit = Limit { length: 20_000, one_line: false };

/// `words` without the white space around them, refused when blank or outside `limit`.
pub fn required(field: &'static str, words: &str, limit: Limit) -> Result<Text, Refusal> {
    optional(field, words, limit)?.ok_or(Refusal::Blank { field })
}

/// Refuses an act whose reason is blank or longer than the desk keeps.
pub fn reasoned(act: &'static str, why: &str) -> Result<(), Refusal> {
    optional("the reason", why, TEXT_LIMIT)?.map(|_| ()).ok_or(Refusal::ReasonMissing { act })
}

/// Like [`required`], with none for blank words.
pub fn optional(field: &'static str, words: &str, limit: Limit) -> Result<Option<Text>, Refusal> {
    // What is pasted may end its lines as another system does.
    let words = words.trim().replace("\r\n", "\n");
    limit.check(field, &words)?;
    Ok(Text::some(&words))
}

impl Limit {
    /// Refuses words that are too long or hold what does not show.
    pub fn check(self, field: &'static str, words: &str) -> Result<(), Refusal> {
        let length = words.trim().chars().count();
        if length > self.length {
            return Err(Refusal::TooLong { field, length, limit: self.length });
        }
        match self.unseen(words.trim()) {
            Some(character) => Err(Refusal::UnseenCharacter { field, character }),
            None => Ok(()),
        }
    }

    /// The first character that may not stand in such a field: a control character, and on one
    /// line also whatever breaks it or turns the direction of reading (Unicode's embeddings,
    /// overrides and isolates).
    pub fn unseen(self, words: &str) -> Option<char> {
        words.chars().find(|character| match character {
            '\n' | '\t' | '\u{2028}' | '\u{2029}' => self.one_line,
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => self.one_line,
            other => other.is_control(),
        })
    }
}

pub(super) fn unseen_words(character: char) -> String {
    match character {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => "a line break, and fits on one line".to_owned(),
        '\t' => "a tab, and takes none".to_owned(),
        other => format!("the invisible character U+{:04X}", u32::from(other)),
    }
}
