//! The one way anything changes: sealed, signed, projected and committed together, or not at all.

use std::cell::Cell;

use domain::{BatchRef, Event, Moment, PersonRef};
use ledger::key::SecretKey;
use ledger::text::{Salts, SealedText, seal};
use ledger::tree::Frontier;
use ledger::{Draft, Head};
use rusqlite::{Transaction, TransactionBehavior};
use serde_json::{Value, json};

use crate::entries::{self, Entry, Part, TextRow};
use crate::error::StoreError;
use crate::file::Store;
use crate::project;
use crate::view::View;

/// Who signs an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// A person, with their own key.
    Person(PersonRef),
    /// The machine, with its key.
    Machine,
}

/// A change that a person is about to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    /// What the clock says.
    pub at: Moment,
    /// Who signs.
    pub by: Actor,
    /// What happens.
    pub event: Event,
    /// Why, in the person's words.
    pub why: Option<String>,
    /// Texts that statements in the event committed to elsewhere; their paths start at the body.
    pub carried: Vec<SealedText>,
}

/// An entry that was appended; confirmed once the transaction around it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// Its number.
    pub seq: u64,
    /// The head that it made.
    pub head: Head,
}

/// A transaction that appends. Nobody else writes until it ends, so what it reads stays true.
pub struct Writer<'a> {
    tx: Transaction<'a>,
    ws: String,
    /// The edge before the last entry, once there is one from this transaction.
    before: Option<Frontier>,
    edge: Frontier,
    /// Whether the write-ahead log is emptied at once: of what was erased, or of rows without number.
    empties: Cell<bool>,
}

impl Store {
    /// Runs `act` in one transaction that nobody else's writing can come between. When it returns
    /// an error nothing has changed; when this returns, everything is on the disk.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        act: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let path = self.path().to_owned();
        let ws = self.ws().to_owned();
        let mut writer = Writer::begin(self, ws).map_err(|e| e.at(&path))?;
        let done = act(&mut writer)?;
        let empties = writer.commit().map_err(|e| e.at(&path))?;
        if empties {
            // The entry is confirmed; where a reader stands in the way, the next settling does it.
            let _ = self.settle();
        }
        Ok(done)
    }

    /// Appends `entries`, each signed by `signer`.
    pub fn append(
        &mut self,
        entries: &[NewEntry],
        signer: &SecretKey,
        salts: &mut dyn Salts,
    ) -> Result<Vec<Appended>, StoreError> {
        self.write(|writer| writer.append(entries, signer, salts))
    }
}

impl<'a> Writer<'a> {
    fn begin(store: &'a mut Store, ws: String) -> Result<Self, StoreError> {
        let tx = store.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let edge = entries::load_edge(&tx)?;
        Ok(Self { tx, ws, before: None, edge, empties: Cell::new(false) })
    }

    /// The workspace as it stands, with what this transaction has appended so far.
    pub fn view(&self) -> View<'_> {
        View::now(&self.tx)
    }

    /// The head as it stands, with what this transaction has appended so far.
    pub fn head(&self) -> Head {
        self.edge.head()
    }

    /// The entry `seq` as it will stand once this transaction is committed.
    pub fn entry(&self, seq: u64) -> Result<Entry, StoreError> {
        let last = self.edge.size();
        entries::one(&self.tx, seq)?.ok_or(StoreError::NoSuchEntry { seq, last })
    }

    /// Keeps a file beside the entries, under the SHA-256 of its bytes. The entry that asks for it
    /// belongs in the same transaction.
    pub fn keep(&self, bytes: &[u8]) -> Result<(), StoreError> {
        let sha256 = ledger::encoding::hex(&ledger::primitive::sha256(&[bytes]));
        entries::insert_content(&self.tx, &sha256, bytes)
    }

    /// Puts a run of rows beside the entries: `count` of them, the first one numbered `first`, each
    /// in canonical JSON with a line feed. The entry that binds them belongs in the same transaction.
    pub fn put_ai_actions(
        &self,
        (batch, part): (BatchRef, Part),
        first: u64,
        count: u64,
        rows: &[u8],
    ) -> Result<(), StoreError> {
        self.empties.set(true);
        entries::insert_ai_actions(&self.tx, (batch, part), first, count, rows)
    }

    /// Appends `entries`, each signed by `signer`, and projects them.
    pub fn append(
        &mut self,
        entries: &[NewEntry],
        signer: &SecretKey,
        salts: &mut dyn Salts,
    ) -> Result<Vec<Appended>, StoreError> {
        entries.iter().map(|entry| self.append_one(entry, signer, salts)).collect()
    }

    fn append_one(
        &mut self,
        new: &NewEntry,
        signer: &SecretKey,
        salts: &mut dyn Salts,
    ) -> Result<Appended, StoreError> {
        let seq = self.edge.size() + 1;
        let (draft, texts) = self.sealed(seq, new, signer, salts)?;
        let signed = draft.sign(signer).map_err(sealing)?;
        entries::insert(&self.tx, seq, &signed.body, &signed.signature, &signed.leaf)?;
        for SealedText { path, salt, text } in texts {
            entries::insert_text(&self.tx, &TextRow { seq, path, salt, text })?;
        }
        project::entry(&self.tx, seq, &signed.body)?;
        self.before = Some(self.edge.clone());
        self.edge.push(signed.leaf);
        if matches!(
            new.event,
            Event::TextErased(_) | Event::EvidenceErased(_) | Event::BatchPurged(_)
        ) {
            self.empties.set(true);
        }
        Ok(Appended { seq, head: self.edge.head() })
    }

    fn sealed(
        &self,
        seq: u64,
        new: &NewEntry,
        signer: &SecretKey,
        salts: &mut dyn Salts,
    ) -> Result<(Draft, Vec<SealedText>), StoreError> {
        let mut event = serde_json::to_value(&new.event).map_err(sealing)?;
        let mut texts = seal(&mut event, "/event", salts);
        texts.extend(new.carried.iter().cloned());
        let mut why = new.why.as_ref().map(|why| json!({ "t": why }));
        texts.extend(why.iter_mut().flat_map(|why: &mut Value| seal(why, "/why", salts)));
        let by = new.by.to_string();
        let key = signer.public().id(&self.ws, &by);
        let (ws, at, prev) = (self.ws.clone(), new.at.to_string(), self.edge.root());
        Ok((Draft { ws, seq, at, by, key, prev, event, why }, texts))
    }

    /// Commits, and says whether the write-ahead log is to be emptied.
    fn commit(self) -> Result<bool, StoreError> {
        if let Some(before) = &self.before {
            entries::save_edge(&self.tx, before)?;
        }
        self.tx.commit()?;
        Ok(self.empties.get())
    }
}

fn sealing(error: impl std::fmt::Display) -> StoreError {
    StoreError::Sealing { what: error.to_string() }
}

impl std::fmt::Display for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Person(person) => person.fmt(f),
            Self::Machine => f.write_str(ledger::workspace::MACHINE),
        }
    }
}

impl std::str::FromStr for Actor {
    type Err = domain::reference::NotAReference;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        if written == ledger::workspace::MACHINE {
            Ok(Self::Machine)
        } else {
            written.parse().map(Self::Person)
        }
    }
}
