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

/// Hears how many entries are replayed, and answers whether to go on.
pub type Watch<'a> = &'a mut dyn FnMut(u64) -> bool;

/// Replays every entry of `store` into a store in memory.
pub fn into_memory(store: &Store) -> Result<Store, StoreError> {
    let mut empty = Store::in_memory(store.ws())?;
    match refill(store, Slice::ALL, &mut empty, &mut |_| true) {
        Ok(()) | Err(Halt::Stopped) => Ok(empty),
        Err(Halt::Failed(error)) => Err(error),
    }
}

/// Projects every entry of `store` into tables of their own, unless `watch` stops it: on disk while
/// they are compared, and gone with the store that is given back. No text is copied: tables hold
/// only where one lies.
pub(crate) fn tables_anew(store: &Store, watch: Watch<'_>) -> Result<Option<Store>, StoreError> {
    let mut empty = Store::in_passing(store.ws())?;
    let mut fill = || -> Result<(), Halt> {
        let mut rebuild = Rebuild::begin(&mut empty)?;
        take_in(store, Slice::ALL, &mut rebuild, watch)?;
        Ok(rebuild.finish()?)
    };
    unless_stopped(fill().map(|()| empty))
}

impl Store {
    /// Replays the first `size` entries into a new file at `path`: the workspace as it stood.
    ///
    /// A text or a kept file that was erased since is missing from it, because it is gone for good.
    pub fn replay_to(&self, size: u64, path: &Path) -> Result<Store, StoreError> {
        let done = self.replay_to_watched(size, path, &mut |_| true)?;
        done.ok_or(StoreError::Inconsistent { what: "the replay stopped".into() })
    }

    /// Like [`Store::replay_to`], unless `watch` stops it; then nothing is left and [`None`] comes
    /// back.
    pub fn replay_to_watched(
        &self,
        size: u64,
        path: &Path,
        watch: Watch<'_>,
    ) -> Result<Option<Store>, StoreError> {
        let last = self.size()?;
        if size == 0 || size > last {
            return Err(StoreError::NoSuchEntry { seq: size, last });
        }
        let fill = |empty: &mut Store| refill(self, Slice::first(size), empty, watch);
        unless_stopped(Store::create(path, self.ws(), fill).map(|(store, ())| store))
    }
}

/// Why a replay ends before its end.
enum Halt {
    Stopped,
    Failed(StoreError),
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

fn unless_stopped<T>(done: Result<T, Halt>) -> Result<Option<T>, StoreError> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(Halt::Stopped) => Ok(None),
        Err(Halt::Failed(error)) => Err(error),
    }
}

fn refill(from: &Store, slice: Slice, to: &mut Store, watch: Watch<'_>) -> Result<(), Halt> {
    let mut rebuild = Rebuild::begin(to)?;
    take_in(from, slice, &mut rebuild, watch)?;
    from.texts(slice, |text| rebuild.text(&text))?;
    rebuild.contents_of(from)?;
    Ok(rebuild.finish()?)
}

fn take_in(
    from: &Store,
    slice: Slice,
    rebuild: &mut Rebuild<'_>,
    watch: Watch<'_>,
) -> Result<(), Halt> {
    from.entries(slice, |entry| {
        rebuild.entry(&entry.body, &entry.signature)?;
        if watch(entry.seq) { Ok(()) } else { Err(Halt::Stopped) }
    })
}

/// Projects every entry of the file into its own tables, which are empty.
pub(crate) fn project_all(tx: &Transaction<'_>) -> Result<(), StoreError> {
    entries::each(tx, Slice::ALL, |entry| project::entry(tx, entry.seq, &entry.body))
}
