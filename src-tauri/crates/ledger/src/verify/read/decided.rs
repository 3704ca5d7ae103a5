//! What an entry has to do with a decision, as far as a vote can be held against it.

use crate::primitive::{Hash, sha256};

use super::super::json::{self, Json};

/// An entry's part in a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Decided {
    /// The decision, by reference.
    pub decision: String,
    pub step: Step,
}

/// Which part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Step {
    /// It proposes; votes sign this hash of its event.
    Proposed { subject: Hash },
    /// It carries a vote.
    Voted,
    /// It says that the decision is so.
    Applied,
    /// It says that the decision is not wanted any more.
    Withdrawn,
}

/// Reads what an event decides; none of another type or shape, which is opaque.
pub(super) fn read(event: &Json<'_>) -> Option<Decided> {
    let decision = event.get("decision")?.str()?.to_owned();
    let step = match event.get("type")?.str()? {
        "decision.proposed" => Step::Proposed { subject: sha256(&[json::write(event).as_bytes()]) },
        "decision.voted" => Step::Voted,
        "decision.applied" => Step::Applied,
        "decision.withdrawn" => Step::Withdrawn,
        _ => return None,
    };
    Some(Decided { decision, step })
}
