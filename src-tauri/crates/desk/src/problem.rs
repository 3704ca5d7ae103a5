//! What the desk says when something cannot be done.

use domain::decision::DecisionKind;
use serde::{Deserialize, Serialize};
use store::StoreError;
use ts_rs::TS;

/// A stable code, which the window turns into words, and a plain sentence with its context.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{says}")]
pub struct Problem {
    /// The same for ever.
    pub code: String,
    /// What is wrong, where, and what would mend it.
    pub says: String,
    /// The kind of decision that would do what one person may not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub kind: Option<DecisionKind>,
}

/// Codes of what goes wrong above the rules: in the session, the profile, the files.
const DESK_CODES: &[&str] = &[
    "bad-request",
    "cancelled",
    "changed-meanwhile",
    "disk-failed",
    "disk-full",
    "entry-unreadable",
    "export-failed",
    "export-unpublished",
    "file-damaged",
    "file-elsewhere",
    "file-exists",
    "file-foreign",
    "file-locked",
    "file-missing",
    "file-newer",
    "file-read-only",
    "file-unreadable",
    "head-unreadable",
    "import-changed",
    "import-unreadable",
    "internal",
    "key-file-unreadable",
    "key-missing-here",
    "keys-unreadable",
    "ledger-broken",
    "locked",
    "looking-back",
    "machine-not-enrolled",
    "no-profile",
    "no-stop-list",
    "no-such-head",
    "no-such-moment",
    "no-workspace",
    "not-granted",
    "passphrase-short",
    "passphrase-wrong",
    "profile-unusable",
    "read-only",
    "request-changed",
    "request-differs",
    "restore-undeclared",
    "sample-no-field",
    "sample-no-strata",
    "sample-plan-differs",
    "sample-seed-differs",
    "sample-words-erased",
    "sealing-failed",
    "signed-out",
    "statement-unreadable",
    "store-refused",
    "tables-inconsistent",
    "unreadable-value",
    "wrong-key-file",
];

/// Every code that can cross the boundary.
pub fn codes() -> Vec<&'static str> {
    let mut all = [DESK_CODES, domain::Refusal::CODES].concat();
    all.sort_unstable();
    all
}

impl Problem {
    /// The problem `code`, in these words.
    pub fn new(code: &str, says: impl Into<String>) -> Self {
        Self { code: code.to_owned(), says: says.into(), kind: None }
    }

    /// Something that cannot happen did.
    pub fn internal(what: impl std::fmt::Display) -> Self {
        Self::new("internal", format!("Countersign met its own mistake: {what}."))
    }
}

impl From<domain::Refusal> for Problem {
    fn from(refusal: domain::Refusal) -> Self {
        let problem = Self::new(refusal.code(), sentence(&refusal.to_string()));
        let mut kind = None;
        if let domain::Refusal::NeedsDecision { kind: needed, .. } = refusal {
            kind = Some(needed);
        }
        Self { kind, ..problem }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        // Trouble in the middle of reading does not know its file's name.
        let says = error.to_string();
        let says =
            says.strip_prefix(" is ").map_or(says.clone(), |rest| format!("the file is {rest}"));
        Self::new(error.code(), sentence(&says))
    }
}

impl From<ledger::Error> for Problem {
    fn from(error: ledger::Error) -> Self {
        let code = match &error {
            ledger::Error::Passphrase => "passphrase-wrong",
            ledger::Error::KeyFile(_) => "key-file-unreadable",
            ledger::Error::Head(_) => "head-unreadable",
            ledger::Error::StatementFile { .. } => "statement-unreadable",
            ledger::Error::NotCanonical(_)
            | ledger::Error::Number(_)
            | ledger::Error::UnsealedText { .. }
            | ledger::Error::Field { .. }
            | ledger::Error::WrongKey { .. }
            | ledger::Error::PublicKey
            | ledger::Error::Line { .. }
            | ledger::Error::NoteSignature(_)
            | ledger::Error::OutsideTree { .. }
            | ledger::Error::Frontier
            | ledger::Error::Random(_) => "internal",
        };
        Self::new(code, sentence(&error.to_string()))
    }
}

impl From<report::Error> for Problem {
    fn from(error: report::Error) -> Self {
        Self::new("export-failed", sentence(&error.to_string()))
    }
}

impl From<domain::reference::NotAReference> for Problem {
    fn from(wrong: domain::reference::NotAReference) -> Self {
        Self::new("unreadable-value", sentence(&wrong.to_string()))
    }
}

/// The words with a capital first, unless a file's name leads them, and a stop last.
pub fn sentence(words: &str) -> String {
    let names_a_file = words.split(' ').next().is_some_and(|word| word.contains(['.', '/', '\\']));
    let begun = if names_a_file { words.to_owned() } else { capital(words) };
    let stop = if words.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{begun}{stop}")
}

/// The words with a capital first.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Words amid others: no capital first, unless they begin with a period such as `W46`.
pub fn amid(words: &str) -> String {
    let first = words.split(' ').next();
    if first.is_some_and(|word| word.ends_with(|last: char| last.is_ascii_digit())) {
        return words.to_owned();
    }
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_amid_others_begin_small_and_periods_keep_their_names() {
        assert_eq!(
            amid("Below baseline: W45 2.9 %, W46 2.7 %"),
            "below baseline: W45 2.9 %, W46 2.7 %"
        );
        assert_eq!(amid("W46 missing"), "W46 missing");
        assert_eq!(amid(""), "");
    }

    #[test]
    fn a_code_stands_once_in_the_list() {
        let all = codes();
        let mut unique = all.clone();
        unique.dedup();
        assert_eq!(all, unique, "the window’s table is keyed by code");
    }
}
