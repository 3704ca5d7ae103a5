//! Walking through the entries in order: who may sign, which keys come and go, what was erased,
//! lost and vouched for.

mod checkpoints;
mod keys;
mod statements;
mod votes;

use std::collections::{HashMap, HashSet};

use crate::primitive::Hash;

use super::faults::Faults;
use super::keyring::{Keyring, MACHINE};
use super::merkle::Forest;
use super::read::{Batch, Event, Export, Read};
use super::record::TextPlace;
use super::verdict::{Counts, FaultCode, Gap, NoteCode};

/// The state of the record after the entries walked so far.
pub(super) struct Walk {
    pub keyring: Keyring,
    pub faults: Faults,
    pub counts: Counts,
    pub gaps: Vec<Gap>,
    pub demo: bool,
    /// The erasing entry of each erased text.
    pub erased: HashMap<TextPlace, u64>,
    /// What the last entry says, where it is an export.
    pub last_export: Option<Export>,
    /// The batches taken in, by name: the first of each, with the place, from 0, and the number of
    /// its entry.
    pub batches: HashMap<String, (usize, u64, Batch)>,
    /// The tree over the entries, those walked and perhaps some to come.
    pub forest: Forest,
    /// Which statements of the entry in hand hold.
    holding: Vec<usize>,
    nonces: HashSet<(String, [u8; 16])>,
    /// The entry that proposes each decision, and what votes on it sign.
    proposals: HashMap<String, (u64, Hash)>,
    /// Entries by keys nobody enrolled: the first, and how many more.
    strangers: HashMap<[u8; 4], (u64, String, u64)>,
    last_at: String,
}

impl Default for Walk {
    fn default() -> Self {
        Self {
            keyring: Keyring::new(String::new()),
            faults: Faults::default(),
            counts: Counts::default(),
            gaps: Vec::new(),
            demo: false,
            erased: HashMap::new(),
            last_export: None,
            batches: HashMap::new(),
            forest: Forest::default(),
            holding: Vec::new(),
            nonces: HashSet::new(),
            proposals: HashMap::new(),
            strangers: HashMap::new(),
            last_at: String::new(),
        }
    }
}

impl Walk {
    /// Takes the next entry, at this position from 0. Gives back the key that has to have signed
    /// it; none where there is none.
    pub(super) fn step(&mut self, position: usize, entry: &Result<Read, String>) -> Option<usize> {
        match entry {
            Ok(entry) => self.walk(position, entry),
            Err(why) => {
                self.skip(position, why);
                None
            }
        }
    }

    fn walk(&mut self, position: usize, entry: &Read) -> Option<usize> {
        // The first entry that can be read says whose record this is.
        if self.keyring.ws.is_empty() {
            self.keyring.ws.clone_from(&entry.ws);
        }
        if position == 0 {
            self.found(entry);
        }
        let judge = self.signer(entry);
        self.form(entry);
        self.time(entry);
        self.statements(position, entry);
        self.votes(entry);
        if let Some(batch) = &entry.batch {
            let named = self.batches.entry(batch.name.clone());
            named.or_insert_with(|| (position, entry.seq, batch.clone()));
        }
        self.kind(position, entry);
        if let Ok(event) = &entry.event {
            self.event(position, entry, event);
        }
        judge
    }

    /// An entry that cannot be read still takes its place.
    fn skip(&mut self, position: usize, why: &str) {
        self.last_export = None;
        let place = position as u64 + 1;
        self.faults.add(
            FaultCode::EntryUnreadable,
            Some(place),
            None,
            format!("The entry at place {place} {why}."),
        );
    }

    /// Everything was walked: say what only shows at the end.
    pub(super) fn end(&mut self) {
        let mut strangers: Vec<_> = self.strangers.drain().collect();
        strangers.sort_by_key(|(_, (seq, _, _))| *seq);
        for (id, (seq, by, also)) in strangers {
            let id = super::bytes::to_hex(&id);
            let more = and_more(also);
            self.faults.add_many(
                FaultCode::EntryKeyUnknown,
                Some(seq),
                None,
                also,
                format!(
                    "Entry {seq} by {by} is signed with key {id}, which no entry enrols{more}."
                ),
            );
        }
    }

    /// Number of entries.
    pub(super) fn size(&self) -> u64 {
        self.forest.size() as u64
    }

    /// The root over the first `size` entries.
    pub(super) fn root(&self, size: u64) -> Option<[u8; 32]> {
        self.forest.root(usize::try_from(size).ok()?)
    }

    /// The first entry enrols its own signer.
    fn found(&mut self, entry: &Read) {
        if let Ok(Event::Created { demo, founder, machine }) = &entry.event {
            self.demo = *demo;
            for key in [founder, machine] {
                self.enrol(entry.seq, key);
            }
            if founder.person != entry.by {
                self.faults.add(
                    FaultCode::EntryCreation,
                    Some(entry.seq),
                    Some("/by"),
                    format!(
                        "The first entry is by {}, not by its founder {}.",
                        entry.by, founder.person
                    ),
                );
            }
        } else if !entry.creates {
            self.faults.add(
                FaultCode::EntryCreation,
                Some(entry.seq),
                Some("/event/type"),
                "The first entry does not create the workspace.",
            );
        }
    }

    fn signer(&mut self, entry: &Read) -> Option<usize> {
        let Some(index) = self.keyring.find(entry.key) else {
            let stranger = self.strangers.entry(entry.key);
            stranger
                .and_modify(|(_, _, also)| *also += 1)
                .or_insert_with(|| (entry.seq, entry.by.clone(), 0));
            return None;
        };
        let holder = self.keyring.holders.get_mut(index)?;
        holder.entries += 1;
        let (person, until) = (holder.facts.person.clone(), holder.until);
        let (seq, key) = (entry.seq, super::bytes::to_hex(&entry.key));
        if person != entry.by {
            self.faults.add(
                FaultCode::EntryKeyNotTheirs,
                Some(seq),
                Some("/key"),
                format!("Entry {seq} is by {}, but key {key} is {person}’s.", entry.by),
            );
        }
        if let Some(until) = until {
            self.faults.add(
                FaultCode::EntryKeyRetired,
                Some(seq),
                Some("/key"),
                format!("Entry {seq} is signed with key {key}, which ended with entry {until}."),
            );
        }
        Some(index)
    }

    fn form(&mut self, entry: &Read) {
        let seq = entry.seq;
        if entry.ws != self.keyring.ws {
            self.faults.add(
                FaultCode::EntryForeign,
                Some(seq),
                Some("/ws"),
                format!("Entry {seq} belongs to workspace {}.", entry.ws),
            );
        }
        if let Err(why) = &entry.event {
            self.faults.add(
                FaultCode::EventForm,
                Some(seq),
                Some("/event"),
                format!("The event of entry {seq} {why}."),
            );
        }
        for (path, why) in &entry.gathered.malformed {
            self.faults.add(
                FaultCode::TextForm,
                Some(seq),
                Some(path),
                format!("The text {path} of entry {seq} {why}."),
            );
        }
    }

    fn time(&mut self, entry: &Read) {
        if entry.at < self.last_at {
            self.faults.note(
                NoteCode::ClockBackwards,
                Some(entry.seq),
                format!(
                    "Entry {} was recorded at {}, before the entry in front of it ({}).",
                    entry.seq, entry.at, self.last_at
                ),
            );
        }
        self.last_at.clone_from(&entry.at);
    }

    /// What is asked of an event's type, even where the rest of it is malformed.
    fn kind(&mut self, position: usize, entry: &Read) {
        let seq = entry.seq;
        self.last_export = None;
        let needs_a_person = entry.event.as_ref().map_or(true, Event::needs_a_person);
        if entry.by == MACHINE && needs_a_person {
            self.faults.add(
                FaultCode::EventMachine,
                Some(seq),
                Some("/by"),
                format!("Entry {seq} is signed by the machine; such an act needs a person."),
            );
        }
        if entry.creates && position > 0 {
            self.faults.add(
                FaultCode::EntryCreation,
                Some(seq),
                Some("/event/type"),
                format!("Entry {seq} creates the workspace a second time."),
            );
        }
    }

    fn event(&mut self, position: usize, entry: &Read, event: &Event) {
        let seq = entry.seq;
        match event {
            Event::Enrolled { key, possession } => self.enrolled(seq, key, possession),
            Event::Replaced { old, key, possession } => {
                self.replaced(entry, *old, key, possession);
            }
            Event::Retired { person, key } => self.retired(seq, person, *key),
            Event::Erased { seq: target, path } => self.erases(seq, *target, path),
            Event::Checkpoint { note, cosigned_by } => {
                self.checkpoint(position, seq, note, cosigned_by);
            }
            Event::Restored { lost } => {
                self.gaps.push(Gap { declared_in: seq, lost: *lost });
                self.faults.note(
                    NoteCode::RestoreDeclared,
                    Some(seq),
                    format!(
                        "Entry {seq} by {} declares that an older copy was put back and the head \
                         {lost} was lost.",
                        entry.by
                    ),
                );
            }
            Event::ClockAcknowledged { before, after } => self.faults.note(
                NoteCode::ClockAcknowledged,
                Some(seq),
                format!("Entry {seq} acknowledges that the clock went from {before} to {after}."),
            ),
            Event::Exported(export) => self.last_export = Some(export.clone()),
            Event::Created { .. } | Event::Opaque | Event::Stopping => {}
        }
    }

    fn erases(&mut self, seq: u64, target: u64, path: &str) {
        if target >= seq {
            self.faults.add(
                FaultCode::TextErasure,
                Some(seq),
                Some("/event/seq"),
                format!(
                    "Entry {seq} erases a text of entry {target}, which does not come before it."
                ),
            );
            return;
        }
        self.erased.entry(TextPlace { seq: target, path: path.to_owned() }).or_insert(seq);
    }
}

impl Event {
    /// A machine's key stands for a stop and nothing else: whoever takes the key can stop things.
    fn needs_a_person(&self) -> bool {
        match self {
            Self::Created { .. }
            | Self::Enrolled { .. }
            | Self::Replaced { .. }
            | Self::Retired { .. }
            | Self::Erased { .. }
            | Self::Restored { .. }
            | Self::ClockAcknowledged { .. }
            | Self::Checkpoint { .. }
            | Self::Exported(_)
            | Self::Opaque => true,
            Self::Stopping => false,
        }
    }
}

/// ", and so do 3 later ones", or nothing.
pub(super) fn and_more(also: u64) -> String {
    match also {
        0 => String::new(),
        1 => "; so is one later entry".to_owned(),
        more => format!("; so are {more} later entries"),
    }
}
