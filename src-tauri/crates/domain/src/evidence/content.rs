//! Keeping the file itself beside the ledger, and erasing it when the law asks.

use super::{Content, Evidence, EvidenceEmbedded, EvidenceErased};
use crate::people::{Standing, entitled, erasers};
use crate::refusal::{TEXT_LIMIT, required};
use crate::{Event, PersonRef, Refusal};

/// The largest file that is kept, in bytes: 10 MiB. What is larger stays where it is.
pub const MOST_BYTES: u64 = 10 * 1024 * 1024;

/// Keeps the file whose bytes hash to `sha256`: the very file that was captured. Anybody who is
/// here may.
pub fn embed(
    standing: &Standing,
    evidence: &Evidence,
    by: PersonRef,
    sha256: &str,
) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    let (captured, size) = evidence.must_be_a_file()?;
    if evidence.content == Content::Kept {
        return Err(Refusal::NothingChanged);
    }
    if sha256 != captured {
        return Err(Refusal::AnotherFile { evidence: evidence.evidence });
    }
    if size > MOST_BYTES {
        return Err(Refusal::FileTooLarge { size, most: MOST_BYTES });
    }
    let (evidence, sha256) = (evidence.evidence, sha256.to_owned());
    Ok(EvidenceEmbedded { evidence, sha256 }.into())
}

/// Erases the kept file; the pointer and the hash stay.
pub fn erase(
    standing: &Standing,
    evidence: &Evidence,
    by: PersonRef,
    ground: &str,
) -> Result<Event, Refusal> {
    entitled(standing, by, "erasing a kept file", &erasers())?;
    let (sha256, _) = evidence.must_be_a_file()?;
    if evidence.content != Content::Kept {
        return Err(Refusal::NotKept { evidence: evidence.evidence });
    }
    let ground = required("the ground for erasing", ground, TEXT_LIMIT)?;
    let (evidence, sha256) = (evidence.evidence, sha256.to_owned());
    Ok(EvidenceErased { evidence, sha256, ground }.into())
}
