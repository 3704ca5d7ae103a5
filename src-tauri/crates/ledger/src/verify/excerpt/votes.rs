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
        let rolled_back = rolled_back(entries);
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
                Decided::Proposed { decision, subject, .. } => {
                    proposals.entry(decision.as_str()).or_insert((seq, *subject));
                }
                Decided::Voted { decision } => {
                    let decision = decision.as_deref();
                    let proposal = decision.and_then(|decision| proposals.get(decision));
                    self.vote(entry, decision, proposal);
                }
                Decided::Applied { decision } => {
                    self.applied(seq, decision, rolled_back.get(decision.as_str()));
                }
                Decided::Withdrawn { decision } => {
                    self.settled(seq, format!("{decision} was withdrawn."));
                }
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

    /// What comes after the last entry of a file it cannot know: an applied decision may have been
    /// rolled back since.
    fn applied(&mut self, seq: u64, decision: &str, rolled_back: Option<&(u64, &str)>) {
        let then = match rolled_back {
            Some((entry, by)) => format!(", and rolled back by {by} with entry {entry}."),
            None => ". This file does not say whether it was rolled back later.".to_owned(),
        };
        self.settled(seq, format!("{decision} was applied{then}"));
    }

    fn settled(&mut self, seq: u64, what: String) {
        let sentence = format!("Entry {seq}: {what}");
        self.faults.note(NoteCode::DecisionSettled, Some(seq), sentence);
    }
}

/// Decisions that another one undid, each with the entry that applied that, and its reference.
fn rolled_back<'e>(entries: &'e [Entry<'_>]) -> HashMap<&'e str, (u64, &'e str)> {
    let mut undoes: HashMap<&str, &str> = HashMap::new();
    let mut found = HashMap::new();
    for entry in entries {
        match &entry.read.decided {
            Some(Decided::Proposed { decision, undoes: Some(undone), .. }) => {
                undoes.insert(decision, undone);
            }
            Some(Decided::Applied { decision }) => {
                if let Some(undone) = undoes.get(decision.as_str()) {
                    found.entry(*undone).or_insert((entry.read.seq, decision.as_str()));
                }
            }
            Some(
                Decided::Proposed { undoes: None, .. }
                | Decided::Voted { .. }
                | Decided::Withdrawn { .. },
            )
            | None => {}
        }
    }
    found
}
