//! C2SP signed-note: a text, and signature lines under it.

mod read;

use std::fmt;

use crate::Error;
use crate::encoding::base64;
use crate::key::{KeyId, NOTE_TYPE, PublicKey, SecretKey};

/// A text and the signatures under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The text, its final newline included.
    pub text: String,
    /// The signature lines, in order.
    pub signatures: Vec<NoteSignature>,
}

/// One signature line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    /// The key's name.
    pub name: String,
    /// The key's id.
    pub id: KeyId,
    /// The signature after the id; for a cosignature it starts with the time.
    pub signature: Vec<u8>,
}

impl Note {
    /// A note without signatures yet.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self { text, signatures: Vec::new() }
    }

    /// Adds an Ed25519 signature (type 0x01) under `name`.
    pub fn sign(&mut self, name: &str, secret: &SecretKey) {
        self.signatures.push(NoteSignature {
            name: name.to_owned(),
            id: secret.public().note_id(name, NOTE_TYPE),
            signature: secret.sign(self.text.as_bytes()).to_vec(),
        });
    }

    /// Checks the signature line of `name` and this key.
    ///
    /// # Errors
    /// [`Error::NoteSignature`] when there is none, or it does not hold.
    pub fn verify(&self, name: &str, public: &PublicKey) -> Result<(), Error> {
        let id = public.note_id(name, NOTE_TYPE);
        let holds = self.lines_of(name, id).any(|line| {
            let signature = line.signature.as_slice().try_into();
            signature.is_ok_and(|signature| public.accepts(self.text.as_bytes(), signature))
        });
        if holds { Ok(()) } else { Err(Error::NoteSignature(name.to_owned())) }
    }

    /// The lines that claim to be of this key.
    pub(crate) fn lines_of<'n>(
        &'n self,
        name: &'n str,
        id: KeyId,
    ) -> impl Iterator<Item = &'n NoteSignature> {
        self.signatures.iter().filter(move |line| line.name == name && line.id == id)
    }
}

/// The note as a file.
impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|line| {
            let blob = [line.id.0.as_slice(), &line.signature].concat();
            writeln!(f, "\u{2014} {} {}", line.name, base64(&blob))
        })
    }
}
