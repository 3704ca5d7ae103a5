//! SHA-256 and strict Ed25519: the only code the writer and the verifier share.

use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};

/// A SHA-256 digest.
pub type Hash = [u8; 32];

/// SHA-256 over the parts, one after the other.
#[must_use]
pub fn sha256(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// Whether the y of a public key, little endian but for the last bit, is below p = 2^255 - 19.
fn is_reduced(public: &[u8; 32]) -> bool {
    let [low, middle @ .., high] = public;
    *low < 0xed || middle.iter().any(|byte| *byte != 0xff) || high & 0x7f != 0x7f
}

/// An Ed25519 public key, decoded once and ready to judge many signatures.
#[derive(Clone, Debug)]
pub struct Judge(VerifyingKey);

impl Judge {
    /// Decodes a public key (RFC 8032 section 5.1.3); `None` when its y is not below p, or it is no
    /// point of the curve or a weak (small order) one.
    #[must_use]
    pub fn new(public: &[u8; 32]) -> Option<Self> {
        if !is_reduced(public) {
            return None;
        }
        let key = VerifyingKey::from_bytes(public).ok()?;
        (!key.is_weak()).then_some(Self(key))
    }

    /// Whether `signature` is this key's over `message`, by RFC 8032 with the strict rules:
    /// canonical scalars only, no small-order points, no cofactor slack.
    #[must_use]
    pub fn accepts(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}
