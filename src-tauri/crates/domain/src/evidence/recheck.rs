//! Looking whether a file is still what it was.

use super::{Evidence, EvidenceRechecked, Found};
use crate::people::Standing;
use crate::{Event, PersonRef, Refusal};

/// Records what was found where the file should lie: its SHA-256 and size, or none where there is no
/// file. Anybody who is here may look.
pub fn recheck(
    standing: &Standing,
    evidence: &Evidence,
    by: PersonRef,
    read: Option<(&str, u64)>,
) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    let (captured, _) = evidence.must_be_a_file()?;
    let found = match read {
        None => Found::Missing,
        Some((sha256, _)) if sha256 == captured => Found::Matches,
        Some((sha256, size)) => Found::Changed { sha256: sha256.to_owned(), size },
    };
    Ok(EvidenceRechecked { evidence: evidence.evidence, found }.into())
}
