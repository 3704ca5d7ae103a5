//! Possession: the new key's own word that it belongs to this person in this workspace.

use super::{PublicKey, SecretKey};

/// The bytes a new key signs to be enrolled: `countersign/possession/v1`, workspace, person
/// (or `machine`) and the public key in base64, each on its own line.
#[must_use]
pub fn possession_message(ws: &str, person: &str, public: &PublicKey) -> Vec<u8> {
    format!("countersign/possession/v1\n{ws}\n{person}\n{}\n", public.to_base64()).into_bytes()
}

impl SecretKey {
    /// Proves that whoever enrols this key holds it.
    #[must_use]
    pub fn possession(&self, ws: &str, person: &str) -> [u8; 64] {
        self.sign(&possession_message(ws, person, &self.public()))
    }
}

impl PublicKey {
    /// Whether this key's holder signed that it is this person's in this workspace.
    #[must_use]
    pub fn possessed_by(&self, ws: &str, person: &str, possession: &[u8; 64]) -> bool {
        self.accepts(&possession_message(ws, person, self), possession)
    }
}
