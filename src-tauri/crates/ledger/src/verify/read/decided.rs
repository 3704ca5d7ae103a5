//! What an entry has to do with a decision, as far as a vote can be held against it.

use crate::primitive::{Hash, sha256};

use super::super::json::{self, Json};

/// An entry's part in a decision, which it names by reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Decided {
    /// It proposes; votes sign this hash of its event. Applied, it rolls back the decision it undoes.
    Proposed { decision: String, subject: Hash, undoes: Option<String> },
    /// It carries a vote; where it names no decision, on nothing.
    Voted { decision: Option<String> },
    /// It says that the decision is so.
    Applied { decision: String },
    /// It says that the decision is not wanted any more.
    Withdrawn { decision: String },
}

/// Reads what an event decides; none of another type or shape, which is opaque.
pub(super) fn read(event: &Json<'_>) -> Option<Decided> {
    let decision = event.get("decision").and_then(Json::str).map(str::to_owned);
    match event.get("type")?.str()? {
        "decision.proposed" => {
            let subject = sha256(&[json::write(event).as_bytes()]);
            let undoes = event.get("undoes").and_then(Json::str).map(str::to_owned);
            Some(Decided::Proposed { decision: decision?, subject, undoes })
        }
        "decision.voted" => Some(Decided::Voted { decision }),
        "decision.applied" => Some(Decided::Applied { decision: decision? }),
        "decision.withdrawn" => Some(Decided::Withdrawn { decision: decision? }),
        _ => None,
    }
}
