//! Backup: SQLite's own, whole or not at all, looked at before it takes its name.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::connect::{self, Patience};
use super::create::{blank, finish};
use super::open::over;
use super::{Access, Store};
use crate::error::StoreError;

/// How far a backup is, in pages of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Pages still to copy.
    pub left: u64,
    /// Pages there are.
    pub pages: u64,
}

const PAGES_A_STEP: i32 = 256;

impl Store {
    /// Copies the file as it stands to `path`, where nothing may stand yet. Writers may go on.
    ///
    /// The copy takes its name only after its pages proved sound and its last entry is this
    /// file's at the moment of copying. `report` hears how far it is, and stops it by `false`;
    /// then nothing is left and [`None`] comes back. Otherwise the number of entries copied.
    pub fn back_up(
        &self,
        path: &Path,
        report: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Option<u64>, StoreError> {
        let unfinished = blank(path).map_err(|e| e.at(path))?;
        let copied = copy(&self.conn, &unfinished, report).map_err(|e| e.at(path))?;
        let Some(mut copy) = copied else { return Ok(None) };
        let entries = looked_at(&mut copy, path)?;
        copy.conn.close().map_err(|(_, e)| StoreError::from(e).at(path))?;
        finish(unfinished, path).map_err(|e| e.at(path))?;
        Ok(Some(entries))
    }
}

fn copy(
    from: &Connection,
    path: &Path,
    report: &mut dyn FnMut(Progress) -> bool,
) -> Result<Option<Store>, StoreError> {
    let mut to = connect::writer(path, Patience::default())?;
    if !copy_pages(from, &mut to, report)? {
        return Ok(None);
    }
    connect::log_ahead(&to)?;
    over(to, path, Access::Write).map(Some)
}

/// Copies every page; says whether it came to the end, or `report` stopped it.
pub(super) fn copy_pages(
    from: &Connection,
    to: &mut Connection,
    report: &mut dyn FnMut(Progress) -> bool,
) -> Result<bool, StoreError> {
    let backup = Backup::new(from, to)?;
    loop {
        let step = backup.step(PAGES_A_STEP)?;
        let progress = backup.progress();
        let count = |pages: i32| u64::try_from(pages).unwrap_or_default();
        let now = Progress { left: count(progress.remaining), pages: count(progress.pagecount) };
        if !report(now) {
            return Ok(false);
        }
        match step {
            StepResult::Done => return Ok(true),
            StepResult::More => {}
            StepResult::Busy | StepResult::Locked => {
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            _ => return Err(StoreError::Inconsistent { what: "the copy stopped".into() }),
        }
    }
}

fn looked_at(copy: &mut Store, path: &Path) -> Result<u64, StoreError> {
    if let Some(trouble) = copy.check().map_err(|e| e.at(path))?.into_iter().next() {
        return Err(StoreError::Damaged { path: path.to_owned(), what: trouble.0 });
    }
    Ok(copy.head()?.size)
}
