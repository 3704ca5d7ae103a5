//! Public keys as PEM, for `openssl` and every other standard tool.

use crate::Error;
use crate::encoding::{base64, from_base64};

use super::PublicKey;

/// The DER in front of every Ed25519 public key (RFC 8410 section 4).
const SPKI: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
const BEGIN: &str = "-----BEGIN PUBLIC KEY-----";
const END: &str = "-----END PUBLIC KEY-----";

impl PublicKey {
    /// The key as SubjectPublicKeyInfo PEM.
    #[must_use]
    pub fn to_pem(&self) -> String {
        let der: Vec<u8> = SPKI.iter().chain(self.bytes()).copied().collect();
        format!("{BEGIN}\n{}\n{END}\n", base64(&der))
    }

    /// Reads a SubjectPublicKeyInfo PEM of an Ed25519 key.
    ///
    /// # Errors
    /// [`Error::PublicKey`] for anything else.
    pub fn from_pem(pem: &str) -> Result<Self, Error> {
        let body = pem
            .trim()
            .strip_prefix(BEGIN)
            .and_then(|rest| rest.strip_suffix(END))
            .ok_or(Error::PublicKey)?;
        let der = from_base64(&body.split_whitespace().collect::<String>());
        let raw = der.as_deref().and_then(|der| der.strip_prefix(SPKI.as_slice()));
        Self::new(raw.and_then(|raw| raw.try_into().ok()).ok_or(Error::PublicKey)?)
    }
}
