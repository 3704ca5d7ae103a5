//! Replaying entries into an empty file: what proves that the tables are the entries' own.

mod compare;
mod own;
mod rebuild;

use std::path::Path;

use rusqlite::Transaction;

pub use compare::{Difference, compare, compare_as_of};
pub(crate) use own::{own, shape};
pub use rebuild::Rebuild;

use crate::entries::{self, Slice};
use crate::error::StoreError;
use crate::file::Store;
use crate::project;

/// Replays every entry of `store` into a store in memory.
pub fn into_memory(store: &Store) -> Result<Store, StoreError> {
    let mut empty = Store::in_memory(store.ws())?;
    refill(store, Slice::ALL, &mut empty)?;
    Ok(empty)
}

impl Store {
    /// Replays the first `size` entries into a new file at `path`: the workspace as it stood.
    ///
    /// A text that was erased since is missing from it, because it is gone for good.
    pub fn replay_to(&self, size: u64, path: &Path) -> Result<Store, StoreError> {
        let last = self.size()?;
        if size == 0 || size > last {
            return Err(StoreError::NoSuchEntry { seq: size, last });
        }
        let (store, ()) =
            Store::create(path, self.ws(), |empty| refill(self, Slice::first(size), empty))?;
        Ok(store)
    }
}

fn refill(from: &Store, slice: Slice, to: &mut Store) -> Result<(), StoreError> {
    let mut rebuild = Rebuild::begin(to)?;
    from.entries(slice, |entry| rebuild.entry(&entry.body, &entry.signature))?;
    from.texts(slice, |text| rebuild.text(&text))?;
    rebuild.finish()
}

/// Projects every entry of the file into its own tables, which are empty.
pub(crate) fn project_all(tx: &Transaction<'_>) -> Result<(), StoreError> {
    entries::each(tx, Slice::ALL, |entry| project::entry(tx, entry.seq, &entry.body))
}
