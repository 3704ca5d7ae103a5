//! Attaching evidence to what it bears out, and taking it off again.

use super::{Evidence, EvidenceAttached, EvidenceDetached, Target};
use crate::people::{Standing, entitled, keepers};
use crate::refusal::{TEXT_LIMIT, required};
use crate::{Event, PersonRef, Refusal};

/// Attaches evidence to something on the record; `known` says that it is there. Anybody who is here
/// may.
pub fn attach(
    standing: &Standing,
    evidence: &Evidence,
    by: PersonRef,
    to: &Target,
    known: bool,
) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    if !known || to.reference == evidence.evidence.to_string() {
        return Err(Refusal::Unknown { reference: to.to_string() });
    }
    if evidence.attached.iter().any(|(target, _)| target == to) {
        return Err(Refusal::AttachedAlready { evidence: evidence.evidence, to: to.to_string() });
    }
    Ok(EvidenceAttached { evidence: evidence.evidence, to: to.clone() }.into())
}

/// Takes evidence off what it was attached to, with a reason. Who attached it and the keepers may.
pub fn detach(
    standing: &Standing,
    evidence: &Evidence,
    by: PersonRef,
    from: &Target,
    reason: &str,
) -> Result<Event, Refusal> {
    let attached = evidence.attached.iter().find(|(target, _)| target == from);
    let (_, attached_by) = attached.ok_or_else(|| Refusal::NotAttached {
        evidence: evidence.evidence,
        to: from.to_string(),
    })?;
    if by != *attached_by {
        entitled(standing, by, "detaching this evidence", &keepers())?;
    }
    let reason = required("the reason", reason, TEXT_LIMIT)?;
    Ok(EvidenceDetached { evidence: evidence.evidence, from: from.clone(), reason }.into())
}
