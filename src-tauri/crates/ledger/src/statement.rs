//! A statement: what a person signs, here or on another machine, for an entry to carry.

mod file;
mod read;

pub use file::{Request, Response};

use serde_json::{Map, Value, json};

use crate::encoding::{base64, hex};
use crate::entry::{SIGNER_FORM, is_signer};
use crate::key::{KeyId, PublicKey, SecretKey};
use crate::primitive::sha256;
use crate::workspace::is_id;
use crate::{Error, Hash, Head, canonical, moment, text};

/// What stands before the statement in the bytes its signature covers.
pub const PREFIX: &str = "countersign/statement/v1\n";

/// The kind of statement that replaces a lost key.
pub const KEY_REPLACEMENT: &str = "key-replacement";

/// A statement about to be signed.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The workspace id.
    pub ws: String,
    /// What sort of statement: `vote`, `confirmation`, `attestation`, `seed`,
    /// `countersignature`, `key-replacement`.
    pub kind: String,
    /// The reference of what is judged, such as `DEC-0031`.
    pub about: String,
    /// SHA-256 of what is judged, as it was shown: see [`subject_hash`].
    pub hash: Hash,
    /// The judgement, such as `approve`.
    pub verdict: String,
    /// The reason, sealed.
    pub reason: Option<Value>,
    /// The head the person had seen.
    pub head: Head,
    /// When it was signed.
    pub at: String,
    /// Until when an entry may carry it.
    pub expires: String,
    /// Random bytes; a statement counts once.
    pub nonce: [u8; 16],
    /// The person's reference.
    pub by: String,
    /// The id of the key that signs.
    pub key: KeyId,
}

/// A statement with its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedStatement {
    /// The statement as canonical JSON, exactly as signed.
    pub statement: String,
    /// Ed25519 over [`PREFIX`] and the statement.
    pub signature: [u8; 64],
}

/// The hash of what is judged: SHA-256 of its canonical JSON.
///
/// # Errors
/// [`Error::Number`] when it holds a number that is no safe integer.
pub fn subject_hash(subject: &Value) -> Result<Hash, Error> {
    Ok(sha256(&[canonical::to_string(subject)?.as_bytes()]))
}

impl Statement {
    /// Signs the statement.
    ///
    /// # Errors
    /// As [`crate::Draft::sign`].
    pub fn sign(&self, secret: &SecretKey) -> Result<SignedStatement, Error> {
        self.check(secret)?;
        let statement = canonical::to_string(&self.value())?;
        let signature = secret.sign(&signed_bytes(&statement));
        Ok(SignedStatement { statement, signature })
    }

    fn value(&self) -> Value {
        let mut fields = Map::from_iter([
            ("about".to_owned(), json!(self.about)),
            ("at".to_owned(), json!(self.at)),
            ("by".to_owned(), json!(self.by)),
            ("expires".to_owned(), json!(self.expires)),
            ("hash".to_owned(), json!(hex(&self.hash))),
            ("head".to_owned(), json!(self.head.to_string())),
            ("key".to_owned(), json!(self.key.to_string())),
            ("kind".to_owned(), json!(self.kind)),
            ("nonce".to_owned(), json!(base64(&self.nonce))),
            ("v".to_owned(), json!(1)),
            ("verdict".to_owned(), json!(self.verdict)),
            ("ws".to_owned(), json!(self.ws)),
        ]);
        if let Some(reason) = &self.reason {
            fields.insert("reason".to_owned(), reason.clone());
        }
        Value::Object(fields)
    }

    fn check(&self, secret: &SecretKey) -> Result<(), Error> {
        self.check_forms()?;
        let actual = secret.public().id(&self.ws, &self.by);
        if actual != self.key {
            return Err(Error::WrongKey {
                named: self.key.to_string(),
                actual: actual.to_string(),
            });
        }
        Ok(())
    }

    fn check_forms(&self) -> Result<(), Error> {
        let forms = [
            ("ws", &self.ws, is_id(&self.ws), "26 Crockford base32 digits"),
            ("at", &self.at, moment::is_recorded(&self.at), moment::FORM),
            ("expires", &self.expires, moment::is_recorded(&self.expires), moment::FORM),
            ("by", &self.by, is_signer(&self.by), SIGNER_FORM),
        ];
        for (field, found, holds, wanted) in forms {
            if !holds {
                return Err(Error::Field { field, found: found.clone(), wanted });
            }
        }
        if let Some(path) = self.reason.as_ref().and_then(|r| text::first_unsealed(r, "/reason")) {
            return Err(Error::UnsealedText { path });
        }
        Ok(())
    }
}

impl SignedStatement {
    /// The form an event carries: `{"signature": base64, "statement": "<canonical JSON>"}`. A
    /// sealed reason stands at `<path of this object>/statement/reason`: the pointer goes on into
    /// the statement, and its text goes beside the entry there.
    #[must_use]
    pub fn to_value(&self) -> Value {
        json!({ "signature": base64(&self.signature), "statement": self.statement })
    }

    /// Reads the form an event carries.
    ///
    /// # Errors
    /// [`Error::StatementFile`] when it is none.
    pub fn from_value(value: &Value) -> Result<Self, Error> {
        let field = |name| value.get(name).and_then(Value::as_str).unwrap_or_default();
        file::assemble(field("statement").to_owned(), field("signature"))
    }

    /// Whether the signature is this key's.
    #[must_use]
    pub fn accepted_by(&self, public: &PublicKey) -> bool {
        public.accepts(&signed_bytes(&self.statement), &self.signature)
    }

    /// A field that holds a string, or nothing.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<String> {
        let statement: Value = serde_json::from_str(&self.statement).ok()?;
        statement.get(name)?.as_str().map(str::to_owned)
    }
}

fn signed_bytes(statement: &str) -> Vec<u8> {
    [PREFIX.as_bytes(), statement.as_bytes()].concat()
}
