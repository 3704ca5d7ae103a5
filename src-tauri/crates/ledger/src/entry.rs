//! An entry: one change, signed over itself and the root of everything before it.

use serde_json::{Map, Value, json};

use crate::encoding::base64;
use crate::key::{KeyId, SecretKey};
use crate::workspace::is_id;
use crate::{Error, Hash, canonical, moment, text, tree};

/// What stands before the body in the bytes an entry's signature covers.
pub const PREFIX: &str = "countersign/entry/v1\n";

/// An entry about to be signed.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The workspace id.
    pub ws: String,
    /// Place in the record, from 1.
    pub seq: u64,
    /// Recorded time, `2026-09-30T16:02:11.123Z`.
    pub at: String,
    /// The person's reference, or `machine`.
    pub by: String,
    /// The id of the key that signs.
    pub key: KeyId,
    /// The root of the tree of all entries before.
    pub prev: Hash,
    /// The event, an object with a `type`, its texts sealed.
    pub event: Value,
    /// The reason, sealed.
    pub why: Option<Value>,
}

/// An entry as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedEntry {
    /// Canonical JSON, exactly as signed.
    pub body: String,
    /// Ed25519 over [`PREFIX`] and the body.
    pub signature: [u8; 64],
    /// The entry's leaf in the tree.
    pub leaf: Hash,
}

impl Draft {
    /// Signs the entry.
    ///
    /// # Errors
    /// [`Error::Field`] when a field has the wrong form, [`Error::UnsealedText`] when a text
    /// still stands in the clear, [`Error::WrongKey`] when `secret` is not the key named,
    /// [`Error::Number`] for a number that is no safe integer.
    pub fn sign(&self, secret: &SecretKey) -> Result<SignedEntry, Error> {
        self.check(secret)?;
        let body = canonical::to_string(&self.body())?;
        let signature = secret.sign(&[PREFIX.as_bytes(), body.as_bytes()].concat());
        let leaf = tree::leaf_hash(body.as_bytes(), &signature);
        Ok(SignedEntry { body, signature, leaf })
    }

    fn body(&self) -> Value {
        let mut body = Map::from_iter([
            ("at".to_owned(), json!(self.at)),
            ("by".to_owned(), json!(self.by)),
            ("event".to_owned(), self.event.clone()),
            ("key".to_owned(), json!(self.key.to_string())),
            ("prev".to_owned(), json!(base64(&self.prev))),
            ("seq".to_owned(), json!(self.seq)),
            ("v".to_owned(), json!(1)),
            ("ws".to_owned(), json!(self.ws)),
        ]);
        if let Some(why) = &self.why {
            body.insert("why".to_owned(), why.clone());
        }
        Value::Object(body)
    }

    fn check(&self, secret: &SecretKey) -> Result<(), Error> {
        let field =
            |field, found: &str, wanted| Error::Field { field, found: found.to_owned(), wanted };
        if !is_id(&self.ws) {
            return Err(field("ws", &self.ws, "26 Crockford base32 digits"));
        }
        if !(1..=canonical::MAX_INTEGER).contains(&self.seq) {
            return Err(field("seq", &self.seq.to_string(), "from 1 to 2^53 - 1"));
        }
        if !moment::is_recorded(&self.at) {
            return Err(field("at", &self.at, moment::FORM));
        }
        if !is_signer(&self.by) {
            return Err(field("by", &self.by, SIGNER_FORM));
        }
        if self.event.get("type").and_then(Value::as_str).is_none_or(str::is_empty) {
            return Err(field("event", &self.event.to_string(), "an object with a type"));
        }
        let whole = json!({ "event": self.event, "why": self.why });
        if let Some(path) = text::first_unsealed(&whole, "") {
            return Err(Error::UnsealedText { path });
        }
        let actual = secret.public().id(&self.ws, &self.by);
        if actual != self.key {
            return Err(Error::WrongKey {
                named: self.key.to_string(),
                actual: actual.to_string(),
            });
        }
        Ok(())
    }
}

pub(crate) const SIGNER_FORM: &str = "1 to 32 letters, digits and hyphens";

/// Whether a text can stand where a person is named: letters, digits and hyphens.
pub(crate) fn is_signer(text: &str) -> bool {
    (1..=32).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
