//! The verifier's own reading of C2SP notes: checkpoints, cosignatures, proofs.

use crate::Head;
use crate::primitive::Hash;

use super::bytes::{base64, base64_any};
use super::keyring::{Holder, Keyring};

/// Most signature lines of a note; C2SP asks for a limit of at least 16.
const MOST_LINES: usize = 100;

/// A signed note, read.
#[derive(Debug)]
pub(super) struct Note<'n> {
    pub text: &'n str,
    pub lines: Vec<Line<'n>>,
}

/// A signature line.
#[derive(Debug)]
pub(super) struct Line<'n> {
    pub name: &'n str,
    pub id: [u8; 4],
    pub signature: Vec<u8>,
}

/// Reads a signed note; the error says what is wrong, as the end of a sentence.
pub(super) fn read(file: &str) -> Result<Note<'_>, String> {
    if file.chars().any(|c| c < ' ' && c != '\n') {
        return Err("holds a control character".to_owned());
    }
    let (text, lines) = file.rsplit_once("\n\n").ok_or("has no empty line before signatures")?;
    let text = file.get(..text.len() + 1).unwrap_or_default();
    let lines = lines.strip_suffix('\n').ok_or("does not end its last line")?;
    if lines.split('\n').nth(MOST_LINES).is_some() {
        return Err(format!("carries more than {MOST_LINES} signatures"));
    }
    let lines = lines
        .split('\n')
        .map(|line| signature_line(line).ok_or_else(|| format!("holds the odd line {line:?}")))
        .collect::<Result<_, _>>()?;
    Ok(Note { text, lines })
}

fn signature_line(line: &str) -> Option<Line<'_>> {
    let mut words = line.split(' ');
    if words.next() != Some("\u{2014}") {
        return None;
    }
    let (name, blob) = (words.next()?, words.next()?);
    if name.is_empty() || name.contains('+') || words.next().is_some() {
        return None;
    }
    let blob = base64_any(blob)?;
    let (id, signature) = blob.split_at_checked(4)?;
    Some(Line { name, id: id.try_into().ok()?, signature: signature.to_vec() })
}

/// Reads a checkpoint's text: origin and head; the error as the end of a sentence.
pub(super) fn checkpoint<'n>(note: &Note<'n>) -> Result<(&'n str, Head), String> {
    let lines: Vec<&str> = note.text.split_terminator('\n').collect();
    let [origin, size, root, extensions @ ..] = lines.as_slice() else {
        return Err("has fewer than three lines".to_owned());
    };
    if origin.is_empty() || extensions.iter().any(|line| line.is_empty()) {
        return Err("holds an empty line".to_owned());
    }
    let number: u64 = size.parse().map_err(|_| "names no tree size")?;
    if number.to_string() != *size {
        return Err("names a tree size with leading zeros".to_owned());
    }
    Ok((origin, Head { size: number, root: base64(root).ok_or("names no root")? }))
}

/// Which signatures of a checkpoint hold.
#[derive(Debug, Default)]
pub(super) struct Signers {
    /// Live machine keys that signed it.
    pub machines: Vec<usize>,
    /// Live people's keys that cosigned it.
    pub people: Vec<usize>,
    /// Lines that claim to be of a known key and do not hold.
    pub false_lines: Vec<String>,
    /// Lines of keys the record does not know.
    pub unknown: usize,
}

/// Judges every signature line against the keys that `counts` admits.
pub(super) fn signers(
    note: &Note<'_>,
    keyring: &Keyring,
    counts: impl Fn(&Holder) -> bool,
) -> Signers {
    let mut signers = Signers::default();
    for line in &note.lines {
        let known = keyring.holders.iter().enumerate().find_map(|(index, holder)| {
            claims(line, holder, keyring).map(|kind| (index, holder, kind))
        });
        match known {
            None => signers.unknown += 1,
            Some((index, holder, kind)) => {
                let holds = counts(holder) && kind.holds(line, holder, note.text);
                match (holds, kind) {
                    (false, _) => signers.false_lines.push(line.name.to_owned()),
                    (true, Kind::Plain) => signers.machines.push(index),
                    (true, Kind::Cosigned) => signers.people.push(index),
                }
            }
        }
    }
    signers
}

#[derive(Clone, Copy)]
enum Kind {
    Plain,
    Cosigned,
}

/// Whether the line's name and id are this key's: the machine's as signer, a person's as cosigner.
fn claims(line: &Line<'_>, holder: &Holder, keyring: &Keyring) -> Option<Kind> {
    let (person, public) = (&holder.facts.person, &holder.facts.public);
    if line.name != keyring.name_of(person) {
        return None;
    }
    if holder.is_machine() {
        (line.id == keyring.note_id(person, public)).then_some(Kind::Plain)
    } else {
        (line.id == keyring.cosignature_id(person, public)).then_some(Kind::Cosigned)
    }
}

impl Kind {
    fn holds(self, line: &Line<'_>, holder: &Holder, text: &str) -> bool {
        match self {
            Self::Plain => line
                .signature
                .as_slice()
                .try_into()
                .is_ok_and(|signature| holder.judge.accepts(text.as_bytes(), signature)),
            Self::Cosigned => {
                let Some((time, signature)) = line.signature.split_at_checked(8) else {
                    return false;
                };
                let Ok(time) = time.try_into().map(u64::from_be_bytes) else { return false };
                let message = format!("cosignature/v1\ntime {time}\n{text}");
                signature
                    .try_into()
                    .is_ok_and(|signature| holder.judge.accepts(message.as_bytes(), signature))
            }
        }
    }
}

/// A C2SP tlog-proof, read.
#[derive(Debug)]
pub(super) struct Proof<'n> {
    pub extra: Option<Vec<u8>>,
    pub index: u64,
    pub hashes: Vec<Hash>,
    /// The checkpoint as it stands in the file.
    pub checkpoint: &'n str,
}

/// Reads a tlog-proof; the error says what is wrong, as the end of a sentence.
pub(super) fn proof(file: &str) -> Result<Proof<'_>, String> {
    let (head, checkpoint) = file.split_once("\n\n").ok_or("has no empty line")?;
    let mut lines = head.split('\n');
    if lines.next() != Some("c2sp.org/tlog-proof@v1") {
        return Err("does not start with c2sp.org/tlog-proof@v1".to_owned());
    }
    let mut line = lines.next().unwrap_or_default();
    let mut extra = None;
    if let Some(data) = line.strip_prefix("extra ") {
        extra = Some(base64_any(data).ok_or("holds extra data that is no base64")?);
        line = lines.next().unwrap_or_default();
    }
    let index = line.strip_prefix("index ").unwrap_or_default();
    let number: u64 = index.parse().map_err(|_| "names no index")?;
    if number.to_string() != index {
        return Err("names an index with leading zeros".to_owned());
    }
    let hashes = lines
        .map(|line| base64(line).ok_or_else(|| format!("holds the odd line {line:?}")))
        .collect::<Result<_, _>>()?;
    Ok(Proof { extra, index: number, hashes, checkpoint })
}
