//! Reading a signed note.

use std::str::FromStr;

use crate::Error;
use crate::encoding::from_base64;
use crate::key::KeyId;

use super::{Note, NoteSignature};

impl FromStr for Note {
    type Err = Error;

    fn from_str(file: &str) -> Result<Self, Error> {
        let refuse = |line: usize, reason: &str| Error::Line {
            what: "signed note",
            line,
            reason: reason.to_owned(),
        };
        if let Some(at) = file.find(|c: char| c < ' ' && c != '\n') {
            let before = file.get(..at).unwrap_or_default();
            return Err(refuse(lines_in(before) + 1, "a control character stands here"));
        }
        // Empty lines may stand in the text; the last one parts it from the signatures.
        let Some(end) = file.rfind("\n\n") else {
            return Err(refuse(lines_in(file), "no empty line parts text and signatures"));
        };
        let (text, lines) = file.split_at(end + 1);
        let first = lines_in(text) + 2;
        let lines = lines.strip_prefix('\n').unwrap_or(lines);
        if lines.is_empty() {
            return Err(refuse(first, "no signature follows"));
        }
        let Some(lines) = lines.strip_suffix('\n') else {
            return Err(refuse(first + lines_in(lines), "the last line does not end"));
        };
        let signatures = lines
            .split('\n')
            .enumerate()
            .map(|(index, line)| {
                signature(line).ok_or_else(|| refuse(first + index, "this is no signature line"))
            })
            .collect::<Result<_, Error>>()?;
        Ok(Self { text: text.to_owned(), signatures })
    }
}

fn signature(line: &str) -> Option<NoteSignature> {
    let (name, blob) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
    if name.is_empty() || name.contains(|c: char| c.is_whitespace() || c == '+') {
        return None;
    }
    let blob = from_base64(blob)?;
    let (id, signature) = blob.split_first_chunk::<4>()?;
    if signature.is_empty() {
        return None;
    }
    Some(NoteSignature { name: name.to_owned(), id: KeyId(*id), signature: signature.to_vec() })
}

fn lines_in(text: &str) -> usize {
    text.matches('\n').count()
}
