//! C2SP tlog-proof v1: one entry's place in the record, in a file that stands alone.

use std::fmt;
use std::str::FromStr;

use serde_json::{Value, json};

use crate::encoding::{base64, from_base64, from_base64_exact};
use crate::key::PublicKey;
use crate::note::Note;
use crate::text::SealedText;
use crate::{Error, Hash};

const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// A proof that a leaf stands at an index in the tree of a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Data the application wants with it; not authenticated by itself.
    pub extra: Option<Vec<u8>>,
    /// The leaf's index, from 0; an entry's seq minus one.
    pub index: u64,
    /// Siblings from the leaf up, see [`crate::tree::inclusion_proof`].
    pub hashes: Vec<Hash>,
    /// The checkpoint.
    pub checkpoint: Note,
}

/// Fills a proof with its entry, so that the file stands alone: an excerpt. `texts` are those of
/// the entry that may leave, `keys` the signer's and the machine's, each with its holder.
#[must_use]
pub fn excerpt(
    ws: &str,
    body: &str,
    signature: &[u8; 64],
    texts: &[SealedText],
    keys: &[(&str, PublicKey)],
    proof: Proof,
) -> Proof {
    let texts: Vec<Value> = texts
        .iter()
        .map(|row| json!({ "path": row.path, "salt": base64(&row.salt), "text": row.text }))
        .collect();
    let keys: Vec<Value> = keys
        .iter()
        .map(|(person, public)| {
            let (key, public) = (public.id(ws, person).to_string(), public.to_base64());
            json!({ "key": key, "person": person, "public": public })
        })
        .collect();
    let extra =
        json!({ "body": body, "keys": keys, "sig": base64(signature), "texts": texts, "v": 1 });
    Proof { extra: Some(extra.to_string().into_bytes()), ..proof }
}

/// The proof as a file.
impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", base64(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        self.hashes.iter().try_for_each(|hash| writeln!(f, "{}", base64(hash)))?;
        write!(f, "\n{}", self.checkpoint)
    }
}

impl FromStr for Proof {
    type Err = Error;

    fn from_str(file: &str) -> Result<Self, Error> {
        let refuse = |line: usize, reason: &str| Error::Line {
            what: "proof",
            line,
            reason: reason.to_owned(),
        };
        let Some((head, checkpoint)) = file.split_once("\n\n") else {
            return Err(refuse(1, "no empty line parts proof and checkpoint"));
        };
        let mut lines = head.split('\n').enumerate().map(|(n, line)| (n + 1, line)).peekable();
        if lines.next().is_none_or(|(_, line)| line != HEADER) {
            return Err(refuse(1, "the first line must be c2sp.org/tlog-proof@v1"));
        }
        let mut extra = None;
        if let Some((n, line)) = lines.next_if(|(_, line)| line.starts_with("extra ")) {
            let data = line.strip_prefix("extra ").and_then(from_base64);
            extra = Some(data.ok_or_else(|| refuse(n, "the extra data is no base64"))?);
        }
        let (n, line) = lines.next().unwrap_or((2, ""));
        let index = line
            .strip_prefix("index ")
            .and_then(|text| text.parse::<u64>().ok().filter(|index| index.to_string() == text))
            .ok_or_else(|| refuse(n, "this is no index"))?;
        let hashes = lines
            .map(|(n, line)| from_base64_exact(line).ok_or_else(|| refuse(n, "this is no hash")))
            .collect::<Result<_, Error>>()?;
        Ok(Self { extra, index, hashes, checkpoint: checkpoint.parse()? })
    }
}
