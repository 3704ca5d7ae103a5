//! A workspace as it stood, made again from its entries alone.

use std::path::Path;

use store::Store;

use crate::{Desk, Problem};

impl Desk {
    /// Writes the first `entries` entries of the workspace at `file` to a new one at `out`.
    ///
    /// # Errors
    /// What keeps either file from being read or written, and `cancelled`; then there is no file
    /// at `out`.
    pub fn replay_file(&self, file: &Path, entries: u64, out: &Path) -> Result<(), Problem> {
        let work = self.begin("replay");
        let mut watch = |replayed| work.goes_on(replayed, entries);
        let replayed = Store::read(file)?.replay_to_watched(entries, out, &mut watch)?;
        replayed.map(|_| ()).ok_or_else(|| work.cancelled())
    }
}
