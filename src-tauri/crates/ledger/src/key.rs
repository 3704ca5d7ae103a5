//! Keys: one per person, one per machine; their names, ids and fingerprints.

mod file;
mod pem;
mod possession;
mod replacement;

pub use file::{Cost, open, seal};
pub use possession::possession_message;
pub use replacement::replacement_subject;

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signer as _, SigningKey};

use crate::encoding::{base64, from_base64_exact, from_hex_exact, hex};
use crate::primitive::{Judge, sha256};
use crate::workspace::MACHINE;
use crate::{Error, Hash};

/// The C2SP signed-note type byte of a plain Ed25519 signature.
pub const NOTE_TYPE: u8 = 0x01;
/// The C2SP tlog-cosignature type byte of a timestamped Ed25519 cosignature.
pub const COSIGNATURE_TYPE: u8 = 0x04;

/// A secret key. Leaves memory when dropped; is never shown or logged.
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// The key of a 32-byte seed (RFC 8032 section 5.1.5); random bytes make a new key.
    #[must_use]
    pub fn from_seed(seed: [u8; 32]) -> Self {
        let seed = zeroize::Zeroizing::new(seed);
        Self(SigningKey::from_bytes(&seed))
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// Ed25519 over bytes whose first line says what they are. Records are signed through
    /// [`crate::Draft`], statements through [`crate::statement::Statement`].
    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey({})", self.public().fingerprint())
    }
}

/// An Ed25519 public key that is a usable point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// Takes the 32 bytes of a public key.
    ///
    /// # Errors
    /// [`Error::PublicKey`] when they are no point of the curve, or a weak one.
    pub fn new(bytes: [u8; 32]) -> Result<Self, Error> {
        Judge::new(&bytes).map(|_| Self(bytes)).ok_or(Error::PublicKey)
    }

    /// Reads a key as events carry it.
    ///
    /// # Errors
    /// [`Error::PublicKey`] when it is no base64 of a usable key.
    pub fn from_base64(text: &str) -> Result<Self, Error> {
        Self::new(from_base64_exact(text).ok_or(Error::PublicKey)?)
    }

    /// The key as events carry it.
    #[must_use]
    pub fn to_base64(&self) -> String {
        base64(&self.0)
    }

    /// The raw 32 bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// SHA-256 of the raw key: what an outsider keeps to know it again.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(sha256(&[&self.0]))
    }

    /// The id under which this key signs entries and notes in workspace `ws` for `person`
    /// (a person's reference, or `machine`).
    #[must_use]
    pub fn id(&self, ws: &str, person: &str) -> KeyId {
        self.note_id(&key_name(ws, person), NOTE_TYPE)
    }

    /// The C2SP signed-note key id: SHA-256(name, newline, type, key), first four bytes.
    #[must_use]
    pub fn note_id(&self, name: &str, kind: u8) -> KeyId {
        let [a, b, c, d, ..] = sha256(&[name.as_bytes(), b"\n", &[kind], &self.0]);
        KeyId([a, b, c, d])
    }

    /// Whether `signature` is this key's over `message`.
    #[must_use]
    pub fn accepts(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        Judge::new(&self.0).is_some_and(|judge| judge.accepts(message, signature))
    }
}

/// The name a key signs notes under: the checkpoint origin for the machine, that and the
/// reference for a person.
#[must_use]
pub fn key_name(ws: &str, person: &str) -> String {
    if person == MACHINE {
        format!("countersign/{ws}")
    } else {
        format!("countersign/{ws}/{person}")
    }
}

/// The first four bytes of a C2SP key hash: short, only to find the key, never to trust it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyId(pub [u8; 4]);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl FromStr for KeyId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        from_hex_exact(text).map(Self).ok_or_else(|| Error::Field {
            field: "key",
            found: text.to_owned(),
            wanted: "8 lower-case hex digits",
        })
    }
}

/// SHA-256 of a raw public key, in lower hex: printed in packs, kept by whoever wants an anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(pub Hash);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl FromStr for Fingerprint {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        from_hex_exact(&text.to_ascii_lowercase()).map(Self).ok_or_else(|| Error::Field {
            field: "fingerprint",
            found: text.to_owned(),
            wanted: "64 hex digits",
        })
    }
}

#[cfg(test)]
mod tests;
