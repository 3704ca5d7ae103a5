//! Decisions of the two quarters.

use domain::decision::{DecisionKind, Verdict};

use super::PASSPHRASE;
use crate::operations::{DecisionQuery, GiveVotes, Nothing, VoteGiven};
use crate::{Desk, Problem};

/// Whoever is signed in votes on every open decision of a kind that waits for them, in one sitting.
pub fn vote_on_all(desk: &mut Desk, kind: DecisionKind, verdict: Verdict) -> Result<(), Problem> {
    let mut votes = Vec::new();
    let open = desk.decisions(Nothing {})?.open;
    for row in open.into_iter().filter(|row| row.kind == kind && row.asked_of_me.is_some()) {
        let subject = desk.decision(DecisionQuery { decision: row.decision.clone() })?.subject;
        votes.push(VoteGiven { decision: row.decision, subject, verdict, reason: String::new() });
    }
    if votes.is_empty() {
        return Ok(());
    }
    desk.give_votes(GiveVotes { votes, passphrase: PASSPHRASE.into() }).map(|_| ())
}
