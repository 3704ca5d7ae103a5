//! Whether the votes of an excerpt cover exactly the proposal that lies beside them.

use std::collections::{HashMap, HashSet};

use crate::primitive::Hash;

use super::super::read::{Decided, Statement};
use super::super::verdict::{FaultCode, NoteCode};
use super::Excerpt;
use super::part::Entry;

impl Excerpt {
    /// Holds statements against the entries around them: the heads they were made on, their one
    /// use, and of votes the proposal they sign.
    pub(super) fn votes(&mut self, entries: &[Entry<'_>]) {
        // Each entry's `prev` is the root of all before it.
        let roots: HashMap<u64, Hash> = entries
            .iter()
            .map(|entry| (entry.read.seq.saturating_sub(1), entry.read.prev))
            .collect();
        let (mut proposals, mut used) = (HashMap::new(), HashSet::new());
        for entry in entries {
            let seq = entry.read.seq;
            for (path, statement) in &entry.signed {
                let root = roots.get(&statement.head.size);
                if root.is_some_and(|root| *root != statement.head.root) {
                    let sentence = format!(
                        "The statement {path} of entry {seq} was made on another record than this."
                    );
                    self.faults.add(FaultCode::Statement, Some(seq), Some(path), sentence);
                } else if !used.insert((statement.by.as_str(), statement.nonce)) {
                    let sentence = format!(
                        "The statement {path} of entry {seq} was used before; it counts once."
                    );
                    self.faults.add(FaultCode::StatementAgain, Some(seq), Some(path), sentence);
                }
            }
            let Some(decided) = &entry.read.decided else { continue };
            match decided {
                Decided::Proposed { decision, subject } => {
                    proposals.entry(decision.as_str()).or_insert((seq, *subject));
                }
                Decided::Voted { decision } => {
                    let decision = decision.as_deref();
                    let proposal = decision.and_then(|decision| proposals.get(decision));
                    self.vote(entry, decision, proposal);
                }
                Decided::Applied { decision } => self.settled(seq, decision, "applied"),
                Decided::Withdrawn { decision } => self.settled(seq, decision, "withdrawn"),
            }
        }
    }

    /// An entry that carries a vote holds one, on that decision, over that proposal.
    fn vote(&mut self, entry: &Entry<'_>, decision: Option<&str>, proposal: Option<&(u64, Hash)>) {
        let seq = entry.read.seq;
        let votes = entry.signed.iter().filter(|(_, statement)| statement.kind == "vote");
        let mut votes = votes.filter(|(_, statement)| statement.outermost);
        let (Some((path, vote)), None) = (votes.next(), votes.next()) else {
            let sentence = format!("Entry {seq} does not carry the one vote it should.");
            self.faults.add(FaultCode::VoteSubject, Some(seq), None, sentence);
            return;
        };
        let Statement { by, about, verdict, hash, .. } = vote;
        if decision != Some(about) {
            let sentence = format!(
                "The vote of {by} in entry {seq} is on {about}, which the entry does not name."
            );
            self.faults.add(FaultCode::VoteSubject, Some(seq), Some(path), sentence);
            return;
        }
        match proposal {
            None => self.faults.note(
                NoteCode::VoteAlone,
                Some(seq),
                format!(
                    "Entry {seq}: {by} signed “{verdict}” on {about}, whose proposal does not \
                     stand before it here."
                ),
            ),
            Some((proposed, subject)) if subject == hash => self.faults.note(
                NoteCode::VoteCovers,
                Some(seq),
                format!(
                    "Entry {seq}: {by} signed “{verdict}” on {about}, over exactly the proposal \
                     of entry {proposed}."
                ),
            ),
            Some((proposed, _)) => {
                let sentence = format!(
                    "The vote of {by} in entry {seq} covers something else than the proposal of \
                     {about} in entry {proposed}."
                );
                self.faults.add(FaultCode::VoteSubject, Some(seq), Some(path), sentence);
            }
        }
    }

    fn settled(&mut self, seq: u64, decision: &str, how: &str) {
        let sentence = format!("Entry {seq}: {decision} is {how}.");
        self.faults.note(NoteCode::DecisionSettled, Some(seq), sentence);
    }
}
