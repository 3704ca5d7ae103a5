//! C2SP tlog-checkpoint: a head in a signed note.

use crate::encoding::{base64, from_base64_exact};
use crate::key::{SecretKey, key_name};
use crate::note::Note;
use crate::workspace::MACHINE;
use crate::{Error, Head};

/// What a checkpoint's text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log's name, `countersign/<ws>`.
    pub origin: String,
    /// The head it vouches for.
    pub head: Head,
}

impl Checkpoint {
    /// A checkpoint of workspace `ws`.
    #[must_use]
    pub fn new(ws: &str, head: Head) -> Self {
        Self { origin: key_name(ws, MACHINE), head }
    }

    /// Signs it with the machine's key.
    #[must_use]
    pub fn sign(&self, machine: &SecretKey) -> Note {
        let Head { size, root } = self.head;
        let mut note = Note::new(format!("{}\n{size}\n{}\n", self.origin, base64(&root)));
        note.sign(&self.origin, machine);
        note
    }

    /// Reads a checkpoint's text; signatures are judged by [`Note::verify`].
    ///
    /// # Errors
    /// [`Error::Line`] naming the line that breaks the format.
    pub fn read(note: &Note) -> Result<Self, Error> {
        let refuse = |line, reason: &str| Error::Line {
            what: "checkpoint",
            line,
            reason: reason.to_owned(),
        };
        let mut lines = note.text.lines();
        let origin = lines.next().filter(|line| !line.is_empty());
        let origin = origin.ok_or_else(|| refuse(1, "the origin is missing"))?.to_owned();
        let size = lines.next().and_then(size).ok_or_else(|| refuse(2, "this is no tree size"))?;
        let root = lines.next().and_then(from_base64_exact);
        let root = root.ok_or_else(|| refuse(3, "this is no root hash"))?;
        if lines.any(str::is_empty) {
            return Err(refuse(4, "an extension line is empty"));
        }
        Ok(Self { origin, head: Head { size, root } })
    }
}

/// A decimal without leading zeros.
fn size(text: &str) -> Option<u64> {
    let size: u64 = text.parse().ok()?;
    (size.to_string() == text).then_some(size)
}
