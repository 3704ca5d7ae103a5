//! Marks and words of decisions and votes, the same in every report.

use super::model::{Said, State};
use crate::layout::Mark;

/// A state's mark and word.
pub(crate) fn state(state: State) -> (Mark, &'static str) {
    match state {
        State::Proposed => (Mark::HalfDisc, "Proposed"),
        State::Approved => (Mark::HalfDisc, "Approved, waits for a rule"),
        State::Rejected => (Mark::Diamond, "Rejected"),
        State::Lapsed => (Mark::Dash, "Lapsed"),
        State::Withdrawn => (Mark::Dash, "Withdrawn"),
        State::Stale => (Mark::Triangle, "Stale"),
        State::Applied => (Mark::Tick, "Applied"),
        State::RolledBack => (Mark::Dash, "Rolled back"),
    }
}

/// A vote's mark and word.
pub(crate) fn said(said: Said) -> (Mark, &'static str) {
    match said {
        Said::Approves => (Mark::Tick, "Approves"),
        Said::Refuses => (Mark::Diamond, "Refuses"),
        Said::Agrees => (Mark::Tick, "Agrees"),
        Said::Objects => (Mark::Triangle, "Objects"),
        Said::Waited => (Mark::HalfDisc, "Waited for"),
    }
}
