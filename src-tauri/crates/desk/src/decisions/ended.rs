//! The moment that ended a decision: its evidence is shown as it was judged then, whenever it is read.

use domain::Moment;
use domain::decision::{Decision, DecisionState, Underneath, Verdict, state};
use store::View;

use crate::Problem;
use crate::workspace::Looking;

/// What the record held when a decision came to its end, and when that was: up to the entry that
/// settled or refused it or changed what lay underneath, or up to when its time passed. None while it
/// is open.
pub(super) fn ended(
    view: &View<'_>,
    decision: &Decision,
    underneath: Underneath,
    now: Moment,
) -> Result<Option<Looking>, Problem> {
    let before = |(entry, at): (u64, Moment)| Looking { seq: entry.saturating_sub(1), at };
    let refused = || decision.votes.iter().find(|vote| vote.verdict == Verdict::Refuse);
    let by = match state(decision, underneath, now) {
        DecisionState::Proposed | DecisionState::Approved => None,
        DecisionState::Applied | DecisionState::RolledBack | DecisionState::Withdrawn => {
            decision.settled.map(|settled| (settled.entry, settled.at))
        }
        DecisionState::Rejected => refused().map(|vote| (vote.entry, vote.at)),
        DecisionState::Stale => underneath.moved,
        DecisionState::Lapsed => {
            let at = decision.proposed.until;
            return Ok(Some(Looking { seq: view.seq_at(at)?.unwrap_or(0), at }));
        }
    };
    Ok(by.map(before))
}
