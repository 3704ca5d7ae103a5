//! Texts: what may be erased or withheld enters the signed bytes as a salted hash.
//!
//! In a draft a text is `{"t":"plain"}`. Sealing turns it into `{"c":"<commitment>"}` and yields
//! salt and text, which lie beside the entry. Opening does the reverse for what is still there.

mod open;
mod salt;
mod seal;

pub use open::open;
pub use salt::{OsSalts, Salts, SeededSalts};
pub(crate) use seal::first_unsealed;
pub use seal::seal;

use crate::Hash;
use crate::primitive::sha256;

/// A text that was sealed, as it lies beside its entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedText {
    /// JSON pointer (RFC 6901) into the entry's body, such as `/event/name`.
    pub path: String,
    /// The salt that keeps short texts from being guessed.
    pub salt: [u8; 16],
    /// The text.
    pub text: String,
}

/// What stands in the body in a text's place: SHA-256 of salt and UTF-8 text.
#[must_use]
pub fn commitment(salt: &[u8; 16], text: &str) -> Hash {
    sha256(&[salt, text.as_bytes()])
}

/// The commitment that stands for a text, if the value is one.
pub(crate) fn committed(value: &serde_json::Value) -> Option<Hash> {
    crate::encoding::from_base64_exact(only_field(value, "c")?)
}

/// `{"t": text}` or `{"c": commitment}`: an object with that one field, holding a string.
fn only_field<'v>(value: &'v serde_json::Value, name: &str) -> Option<&'v str> {
    let object = value.as_object()?;
    if object.len() == 1 { object.get(name)?.as_str() } else { None }
}

/// Adds one step to a JSON pointer, escaped as RFC 6901 asks.
fn step(path: &str, name: &str) -> String {
    format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"))
}
