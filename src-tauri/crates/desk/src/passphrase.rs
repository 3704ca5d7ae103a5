//! A passphrase on its way from a person to their sealed key.

use serde::Deserialize;
use ts_rs::TS;
use zeroize::Zeroizing;

/// A passphrase. It can be neither printed nor written down nor copied in passing, and is wiped
/// from memory when it is dropped.
#[derive(Deserialize, TS)]
#[serde(from = "String")]
pub struct Passphrase(#[ts(type = "string")] Zeroizing<String>);

impl Passphrase {
    /// Its letters, for opening or sealing a key.
    pub(crate) fn letters(&self) -> &str {
        &self.0
    }

    /// A second one, for an act that asks for it again right after signing in.
    #[must_use]
    pub fn again(&self) -> Self {
        Self(self.0.clone())
    }
}

impl From<String> for Passphrase {
    fn from(given: String) -> Self {
        Self(Zeroizing::new(given))
    }
}

impl From<&str> for Passphrase {
    fn from(given: &str) -> Self {
        Self(Zeroizing::new(given.to_owned()))
    }
}
