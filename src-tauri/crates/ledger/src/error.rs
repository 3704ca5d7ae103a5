//! What can go wrong while a record is written or read, with a stable code each.

use thiserror::Error;

/// Why the ledger refused to build or read something.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum Error {
    /// A value cannot be written as canonical JSON.
    #[error("this value cannot be written as canonical JSON: {0}")]
    NotCanonical(String),
    /// A number is no integer, or too large to mean the same everywhere.
    #[error("the number {0} is not an integer below 2^53; ids, money and decimals are strings")]
    Number(String),
    /// A free text was about to be signed in the clear.
    #[error("the text at {path} is not sealed")]
    UnsealedText {
        /// JSON pointer into the entry's body.
        path: String,
    },
    /// A field of a draft or statement does not have the form the format asks for.
    #[error("{field} is {found:?}, but must be {wanted}")]
    Field {
        /// The field's name.
        field: &'static str,
        /// What stood there.
        found: String,
        /// The form asked for.
        wanted: &'static str,
    },
    /// The secret key given is not the one the record names.
    #[error("the signing key is {actual}, but the record names {named}")]
    WrongKey {
        /// The key id the record names.
        named: String,
        /// The key id of the secret given.
        actual: String,
    },
    /// Bytes that should be an Ed25519 public key are none, or a weak one.
    #[error("this is not a usable Ed25519 public key")]
    PublicKey,
    /// A key file cannot be read: not an encrypted PKCS#8 PEM of an Ed25519 key.
    #[error("this is not a sealed Ed25519 key file: {0}")]
    KeyFile(String),
    /// The passphrase does not open the key file.
    #[error("the passphrase does not open this key file")]
    Passphrase,
    /// A head as people write it cannot be read.
    #[error("{0:?} is not a head; it is written <size>:<64 hex digits>")]
    Head(String),
    /// A signed note, checkpoint or proof breaks its format.
    #[error("line {line} of the {what}: {reason}")]
    Line {
        /// Which kind of file.
        what: &'static str,
        /// 1-based line number.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A signed note carries no valid signature of the key asked for.
    #[error("the note carries no valid signature of {0}")]
    NoteSignature(String),
    /// A statement or request file breaks its format.
    #[error("this is not a {what}: {reason}")]
    StatementFile {
        /// Request or statement.
        what: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// A position lies outside the tree.
    #[error("position {index} lies outside a tree of {size}")]
    OutsideTree {
        /// The leaf index or size asked for.
        index: u64,
        /// The tree's size.
        size: u64,
    },
    /// A stored tree frontier has the wrong number of bytes.
    #[error("a stored tree frontier is damaged")]
    Frontier,
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes: {0}")]
    Random(String),
}

impl Error {
    /// A stable code for each variant; the UI's table from code to words is keyed by it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotCanonical(_) => "ledger.not_canonical",
            Self::Number(_) => "ledger.number",
            Self::UnsealedText { .. } => "ledger.unsealed_text",
            Self::Field { .. } => "ledger.field",
            Self::WrongKey { .. } => "ledger.wrong_key",
            Self::PublicKey => "ledger.public_key",
            Self::KeyFile(_) => "ledger.key_file",
            Self::Passphrase => "ledger.passphrase",
            Self::Head(_) => "ledger.head",
            Self::Line { .. } => "ledger.line",
            Self::NoteSignature(_) => "ledger.note_signature",
            Self::StatementFile { .. } => "ledger.statement_file",
            Self::OutsideTree { .. } => "ledger.outside_tree",
            Self::Frontier => "ledger.frontier",
            Self::Random(_) => "ledger.random",
        }
    }
}
