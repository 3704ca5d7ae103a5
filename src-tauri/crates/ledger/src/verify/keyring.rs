//! Which keys the record enrols, for whom, and from when to when.

use std::collections::{HashMap, HashSet};

use crate::primitive::{Judge, sha256};

use super::read::KeyFacts;

pub(super) const MACHINE: &str = "machine";
const NOTE: u8 = 0x01;
const COSIGNATURE: u8 = 0x04;

/// A key the record enrols.
#[derive(Debug)]
pub(super) struct Holder {
    pub facts: KeyFacts,
    pub judge: Judge,
    pub from: u64,
    pub until: Option<u64>,
    /// Entries that name this key as their signer's.
    pub entries: u64,
    /// Cosignatures of it that held.
    pub cosignatures: u64,
}

impl Holder {
    pub(super) fn is_machine(&self) -> bool {
        self.facts.person == MACHINE
    }

    pub(super) fn fingerprint(&self) -> [u8; 32] {
        sha256(&[&self.facts.public])
    }
}

/// The keys so far, in the order in which they were enrolled.
#[derive(Debug)]
pub(super) struct Keyring {
    pub ws: String,
    pub holders: Vec<Holder>,
    by_id: HashMap<[u8; 4], usize>,
    publics: HashSet<[u8; 32]>,
    people: HashSet<String>,
}

impl Keyring {
    pub(super) fn new(ws: String) -> Self {
        Self {
            ws,
            holders: Vec::new(),
            by_id: HashMap::new(),
            publics: HashSet::new(),
            people: HashSet::new(),
        }
    }

    /// Enrols a key; the error says why it cannot be, as the end of a sentence.
    pub(super) fn enrol(&mut self, facts: &KeyFacts, seq: u64) -> Result<(), KeyTrouble> {
        let Some(judge) = Judge::new(&facts.public) else {
            return Err(KeyTrouble::Invalid("is no usable Ed25519 public key".to_owned()));
        };
        let wanted = self.note_id(&facts.person, &facts.public);
        if wanted != facts.id {
            return Err(KeyTrouble::Invalid(format!(
                "calls itself {}, but its id is {}",
                super::bytes::to_hex(&facts.id),
                super::bytes::to_hex(&wanted)
            )));
        }
        if self.by_id.contains_key(&facts.id) {
            return Err(KeyTrouble::Again("has an id that another key has already".to_owned()));
        }
        if !self.publics.insert(facts.public) {
            return Err(KeyTrouble::Again("is enrolled already".to_owned()));
        }
        self.people.insert(facts.person.clone());
        self.by_id.insert(facts.id, self.holders.len());
        self.holders.push(Holder {
            facts: facts.clone(),
            judge,
            from: seq,
            until: None,
            entries: 0,
            cosignatures: 0,
        });
        Ok(())
    }

    pub(super) fn find(&self, id: [u8; 4]) -> Option<usize> {
        self.by_id.get(&id).copied()
    }

    pub(super) fn get(&self, index: usize) -> Option<&Holder> {
        self.holders.get(index)
    }

    /// The live key with this id, if it is this person's.
    pub(super) fn live(&self, id: [u8; 4], person: &str) -> Option<&Holder> {
        let holder = self.get(self.find(id)?)?;
        (holder.facts.person == person && holder.until.is_none()).then_some(holder)
    }

    /// Ends a key's life with this entry.
    pub(super) fn end(&mut self, id: [u8; 4], seq: u64) {
        if let Some(holder) = self.find(id).and_then(|index| self.holders.get_mut(index)) {
            holder.until.get_or_insert(seq);
        }
    }

    pub(super) fn knows_person(&self, person: &str) -> bool {
        self.people.contains(person)
    }

    /// The name under which a key signs notes.
    pub(super) fn name_of(&self, person: &str) -> String {
        if person == MACHINE {
            format!("countersign/{}", self.ws)
        } else {
            format!("countersign/{}/{person}", self.ws)
        }
    }

    /// C2SP signed-note key id of a plain signature.
    pub(super) fn note_id(&self, person: &str, public: &[u8; 32]) -> [u8; 4] {
        self.key_hash(person, NOTE, public)
    }

    /// C2SP signed-note key id of a cosignature.
    pub(super) fn cosignature_id(&self, person: &str, public: &[u8; 32]) -> [u8; 4] {
        self.key_hash(person, COSIGNATURE, public)
    }

    fn key_hash(&self, person: &str, kind: u8, public: &[u8; 32]) -> [u8; 4] {
        let hash = sha256(&[self.name_of(person).as_bytes(), b"\n", &[kind], public]);
        let [a, b, c, d, ..] = hash;
        [a, b, c, d]
    }
}

/// Why a key cannot be enrolled, as the end of a sentence.
pub(super) enum KeyTrouble {
    Invalid(String),
    Again(String),
}
