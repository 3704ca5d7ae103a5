//! What the cover says: the sponsor's statement, and what the document is.

use report::Frame;
use report::audit::{Fact, State, Statement};

use super::super::frame::stamp;
use super::super::quarter::{Quarter, STATEMENT};
use crate::problem::capital;
use crate::reviews::{ReviewState, ReviewView, Signature};

/// The item of the audit that is written to the board.
const NARRATIVE: &str = "board-narrative";

/// What the sponsor states in the quarter's audit.
pub(super) fn statement(quarter: &Quarter) -> Statement {
    let note = |item: &str| {
        let items = quarter.audit.iter().flat_map(|audit| &audit.items);
        items.filter(|one| one.item == item).find_map(|one| one.note.clone())
    };
    let signed_with = match &quarter.audit {
        Some(audit) => format!("As written in {}.", audit.review),
        None => format!("The audit of {} is not open yet.", quarter.period),
    };
    // What is signed stands before what was noted while the audit was held.
    let written = |words: fn(&ReviewView) -> &Option<String>| {
        quarter.audit.as_ref().and_then(|audit| words(audit).clone())
    };
    Statement {
        says: written(|audit| &audit.statement).or_else(|| note(STATEMENT)),
        signed: signed(quarter.audit.as_ref()),
        written: signed_with,
        binding: quarter.audit.as_ref().is_some_and(|audit| audit.countersigned.is_some()),
        narrative: written(|audit| &audit.narrative).or_else(|| note(NARRATIVE)),
    }
}

fn signed(audit: Option<&ReviewView>) -> String {
    let Some(audit) = audit else { return "Not written, not signed".to_owned() };
    if let Some(signature) = &audit.countersigned {
        let role = audit.countersigned_by.as_deref().unwrap_or("sponsor").to_lowercase();
        return format!("{}, {role}, {}", signature.name, by_entry(signature));
    }
    match (&audit.closed, audit.state) {
        (Some(closed), _) => {
            format!("Closed by {}, {}; not countersigned yet", closed.name, by_entry(closed))
        }
        (None, ReviewState::Open) => "A draft: the audit is being held".to_owned(),
        (
            None,
            ReviewState::Coming
            | ReviewState::Due
            | ReviewState::Late
            | ReviewState::Closed
            | ReviewState::Missed,
        ) => "The audit was not held".to_owned(),
    }
}

/// When somebody signed, and with which entry.
pub(super) fn by_entry(signature: &Signature) -> String {
    format!("{}, entry {}", stamp(&signature.at), report::grouped(signature.entry))
}

/// What the document is, line by line.
pub(super) fn facts(frame: &Frame, quarter: &Quarter, sponsors: &str) -> Vec<Fact> {
    let fact = |name: &str, says: String| Fact { name: name.to_owned(), says, state: None };
    let [first, last] = quarter.days;
    let days = format!("{} to {}", first.format("%-d %B"), last.format("%-d %B %Y"));
    let entries = format!(
        "{} entries; figures stand as of entry {}",
        report::grouped(frame.head.size),
        report::grouped(quarter.stood.seq)
    );
    let (state, sign_off) = sign_off(quarter.audit.as_ref());
    vec![
        fact("Workspace", frame.workspace.clone()),
        fact("Period", format!("{}, {days}", quarter.period)),
        fact("As of", frame.as_of.clone()),
        fact("Export", frame.version.to_string()),
        fact("Prepared by", frame.preparer.clone()),
        fact("For", sponsors.to_owned()),
        fact("Label", capital(&frame.label)),
        fact("Ledger", entries),
        fact("Ledger head", report::in_fours(&frame.head.root, 8)),
        Fact { name: "Sign-off".to_owned(), says: sign_off, state: Some(state) },
    ]
}

/// How far the sign-off is.
pub(super) fn sign_off(audit: Option<&ReviewView>) -> (State, String) {
    let Some(audit) = audit else {
        return (State::New, "The quarter’s audit has not begun".to_owned());
    };
    let review = &audit.review;
    match (&audit.countersigned, audit.state) {
        (Some(signature), _) => {
            (State::Fine, format!("{review}, countersigned by {}", signature.name))
        }
        (None, ReviewState::Closed) if audit.countersigned_by.is_none() => {
            (State::Fine, format!("{review}, closed; its cadence asks for no countersignature"))
        }
        (None, ReviewState::Closed) => {
            (State::Waiting, format!("{review}, awaiting countersignature"))
        }
        (None, ReviewState::Missed) => (State::Missed, format!("{review} was missed")),
        (None, ReviewState::Late) => (State::Breach, format!("{review} is late")),
        (None, ReviewState::Coming | ReviewState::Due | ReviewState::Open) => {
            (State::Waiting, format!("{review} is not closed yet"))
        }
    }
}
