//! What two other people sign when somebody's key is lost.

use serde_json::{Value, json};

use super::PublicKey;

/// The subject of a `key-replacement` statement: who gets which key. The statement's `about` is
/// the new key's fingerprint, its `hash` the SHA-256 of this value's canonical JSON, so a
/// statement given for one person cannot be used for another.
#[must_use]
pub fn replacement_subject(ws: &str, person: &str, new: &PublicKey) -> Value {
    json!({
        "key": new.id(ws, person).to_string(),
        "person": person,
        "public": new.to_base64(),
    })
}
