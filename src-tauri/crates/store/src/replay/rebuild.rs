//! Putting entries that exist already into an empty store.

use ledger::tree::{Frontier, leaf_hash};
use rusqlite::{Transaction, TransactionBehavior};

use crate::entries::{self, TextRow};
use crate::error::StoreError;
use crate::file::Store;
use crate::project;
use crate::view::View;

/// A transaction that takes in signed entries one by one, from another file or a pack, and
/// projects them. Dropped unfinished, it leaves the store as it was.
///
/// It judges no signature: `ledger::verify` does.
pub struct Rebuild<'a> {
    tx: Transaction<'a>,
    before: Frontier,
    edge: Frontier,
}

impl<'a> Rebuild<'a> {
    /// Begins; `store` must be empty.
    pub fn begin(store: &'a mut Store) -> Result<Self, StoreError> {
        let tx = store.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if entries::last(&tx)?.is_some() {
            return Err(StoreError::Inconsistent { what: "the store is not empty".into() });
        }
        Ok(Self { tx, before: Frontier::empty(), edge: Frontier::empty() })
    }

    /// Takes in the next entry.
    pub fn entry(&mut self, body: &str, signature: &[u8; 64]) -> Result<(), StoreError> {
        let seq = self.edge.size() + 1;
        let leaf = leaf_hash(body.as_bytes(), signature);
        entries::insert(&self.tx, seq, body, signature, &leaf)?;
        project::entry(&self.tx, seq, body)?;
        self.before.clone_from(&self.edge);
        self.edge.push(leaf);
        Ok(())
    }

    /// Takes in a text of an entry that was taken in before.
    pub fn text(&mut self, text: &TextRow) -> Result<(), StoreError> {
        entries::insert_text(&self.tx, text)
    }

    /// Takes in the file that is kept under `sha256`, where an entry that was taken in before asks
    /// for it.
    pub fn content(&mut self, sha256: &str, bytes: &[u8]) -> Result<(), StoreError> {
        entries::insert_content(&self.tx, sha256, bytes)
    }

    /// Takes in every kept file and every batch's rows that the entries so far ask for, as far as
    /// `from` still holds them.
    pub fn contents_of(&mut self, from: &Store) -> Result<(), StoreError> {
        self.contents(|sha256| from.content(sha256))?;
        for batch in View::now(&self.tx).batches()? {
            if batch.purged.is_none() {
                entries::copy_ai_actions(&from.conn, &self.tx, batch.batch)?;
            }
        }
        Ok(())
    }

    /// The same, as far as `find` finds them by their hash.
    pub(crate) fn contents(
        &mut self,
        find: impl Fn(&str) -> Result<Option<Vec<u8>>, StoreError>,
    ) -> Result<(), StoreError> {
        let mut kept: Vec<String> =
            View::now(&self.tx).kept()?.into_iter().map(|(_, sha256)| sha256).collect();
        kept.sort_unstable();
        kept.dedup();
        for sha256 in kept {
            if let Some(bytes) = find(&sha256)? {
                self.content(&sha256, &bytes)?;
            }
        }
        Ok(())
    }

    /// Commits everything.
    pub fn finish(self) -> Result<(), StoreError> {
        if self.edge.size() > 0 {
            entries::save_edge(&self.tx, &self.before)?;
        }
        self.tx.commit()?;
        Ok(())
    }
}
