//! Votes: each covers exactly the proposal that stands before it.

use super::super::read::{Decided, Read, Statement};
use super::super::verdict::FaultCode;
use super::Walk;

impl Walk {
    /// Keeps what a proposal's votes sign, and holds a vote against it. Whose votes were enough is for
    /// the rules of the desk.
    pub(super) fn votes(&mut self, entry: &Read) {
        let Some(decided) = &entry.decided else { return };
        match decided {
            Decided::Proposed { decision, subject, .. } => {
                self.proposals.entry(decision.clone()).or_insert((entry.seq, *subject));
            }
            Decided::Voted { decision } => self.vote(entry, decision.as_deref()),
            Decided::Applied { .. } | Decided::Withdrawn { .. } => {}
        }
    }

    fn vote(&mut self, entry: &Read, decision: Option<&str>) {
        let seq = entry.seq;
        let hold = self.holding.iter().filter_map(|at| entry.gathered.statements.get(*at));
        let hold = hold.filter_map(|(path, statement)| Some((path, statement.as_ref().ok()?)));
        let mut votes =
            hold.filter(|(_, statement)| statement.outermost && statement.kind == "vote");
        let (Some((path, vote)), None) = (votes.next(), votes.next()) else {
            let sentence = format!("Entry {seq} does not carry the one vote it should.");
            self.faults.add(FaultCode::VoteSubject, Some(seq), None, sentence);
            return;
        };
        let Statement { by, about, hash, .. } = vote;
        let sentence = if decision != Some(about) {
            format!("The vote of {by} in entry {seq} is on {about}, which the entry does not name.")
        } else {
            match self.proposals.get(about) {
                Some((_, subject)) if subject == hash => return,
                Some((proposed, _)) => format!(
                    "The vote of {by} in entry {seq} covers something else than the proposal of \
                     {about} in entry {proposed}."
                ),
                None => format!(
                    "The vote of {by} in entry {seq} is on {about}, which no entry before it \
                     proposes."
                ),
            }
        };
        self.faults.add(FaultCode::VoteSubject, Some(seq), Some(path), sentence);
    }
}
