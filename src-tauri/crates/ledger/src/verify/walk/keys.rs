//! Keys come and go.

use std::collections::BTreeSet;

use crate::primitive::{Judge, sha256};

use super::super::bytes::to_hex;
use super::super::keyring::{KeyTrouble, MACHINE};
use super::super::read::{KeyFacts, Read};
use super::super::verdict::FaultCode;
use super::Walk;

/// Whether a statement is one of the event's `statements`, and lies no deeper.
fn is_item(path: &str) -> bool {
    path.strip_prefix("/event/statements/").is_some_and(|item| !item.contains('/'))
}

impl Walk {
    /// Puts a key on the ring, if it can be one.
    pub(super) fn enrol(&mut self, seq: u64, key: &KeyFacts) {
        let (code, why) = match self.keyring.enrol(key, seq) {
            Ok(()) => return,
            Err(KeyTrouble::Invalid(why)) => (FaultCode::KeyInvalid, why),
            Err(KeyTrouble::Again(why)) => (FaultCode::KeyAgain, why),
        };
        let sentence = format!("The key that entry {seq} enrols for {} {why}.", key.person);
        self.faults.add(code, Some(seq), Some("/event"), sentence);
    }

    /// A person is enrolled once; after that only `key.replaced` gives them another key, so that
    /// nobody can slip a second key under somebody's name.
    pub(super) fn enrolled(&mut self, seq: u64, key: &KeyFacts, possession: &[u8; 64]) {
        if key.person != MACHINE && self.keyring.knows_person(&key.person) {
            let sentence = format!(
                "Entry {seq} enrols {} a second time; another key is given by replacement only.",
                key.person
            );
            self.faults.add(FaultCode::KeyAgain, Some(seq), Some("/event/person"), sentence);
        }
        self.possessed(seq, key, possession);
        self.enrol(seq, key);
    }

    pub(super) fn replaced(
        &mut self,
        entry: &Read,
        old: [u8; 4],
        key: &KeyFacts,
        possession: &[u8; 64],
    ) {
        let seq = entry.seq;
        let theirs = self.keyring.find(old).and_then(|index| self.keyring.get(index));
        if theirs.is_none_or(|holder| holder.facts.person != key.person) {
            let sentence = format!(
                "Entry {seq} replaces key {}, which is not {}’s.",
                to_hex(&old),
                key.person
            );
            self.faults.add(FaultCode::KeyUnauthorised, Some(seq), Some("/event/old"), sentence);
        }
        let by_old_key = entry.by == key.person && entry.key == old;
        if !by_old_key {
            let others = self.attesting(entry, key);
            if others.len() < 2 {
                let sentence = format!(
                    "Entry {seq} replaces {}'s key without the old key and with the word of {} \
                     other people; two are needed.",
                    key.person,
                    others.len()
                );
                self.faults.add(FaultCode::KeyUnauthorised, Some(seq), Some("/event"), sentence);
            }
        }
        self.possessed(seq, key, possession);
        self.keyring.end(old, seq);
        self.enrol(seq, key);
    }

    pub(super) fn retired(&mut self, seq: u64, person: &str, key: [u8; 4]) {
        if self.keyring.live(key, person).is_none() {
            let sentence = format!(
                "Entry {seq} retires key {}, which is no key of {person} in use.",
                to_hex(&key)
            );
            self.faults.add(FaultCode::KeyUnauthorised, Some(seq), Some("/event/key"), sentence);
            return;
        }
        self.keyring.end(key, seq);
    }

    /// The people whose statements in this entry approve of this very key for this very person.
    fn attesting<'e>(&self, entry: &'e Read, key: &KeyFacts) -> BTreeSet<&'e str> {
        let about = to_hex(&sha256(&[&key.public]));
        let subject = format!(
            r#"{{"key":"{}","person":"{}","public":"{}"}}"#,
            to_hex(&key.id),
            key.person,
            super::super::bytes::to_base64(&key.public)
        );
        let hash = sha256(&[subject.as_bytes()]);
        self.holding
            .iter()
            .filter_map(|index| entry.gathered.statements.get(*index))
            .filter_map(|(path, statement)| Some((path, statement.as_ref().ok()?)))
            .filter(|(path, statement)| {
                is_item(path)
                    && statement.kind == "key-replacement"
                    && statement.verdict == "approve"
                    && statement.about == about
                    && statement.hash == hash
                    && statement.by != key.person
                    && statement.by != MACHINE
            })
            .map(|(_, statement)| statement.by.as_str())
            .collect()
    }

    fn possessed(&mut self, seq: u64, key: &KeyFacts, possession: &[u8; 64]) {
        let message = format!(
            "countersign/possession/v1\n{}\n{}\n{}\n",
            self.keyring.ws,
            key.person,
            super::super::bytes::to_base64(&key.public)
        );
        // An unusable key is reported where it is enrolled.
        let Some(judge) = Judge::new(&key.public) else { return };
        if !judge.accepts(message.as_bytes(), possession) {
            let sentence = format!(
                "The key that entry {seq} enrols for {} has not signed that it is theirs.",
                key.person
            );
            self.faults.add(FaultCode::KeyInvalid, Some(seq), Some("/event/possession"), sentence);
        }
    }
}
