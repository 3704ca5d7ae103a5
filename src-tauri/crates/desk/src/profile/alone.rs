//! One process at a time writes what others read before they write.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use super::{Profile, private_folder, profile_problem};
use crate::Problem;

const FILE: &str = "lock";
/// How long another process may take: each holds it for one small file.
const PATIENCE: Duration = Duration::from_secs(2);

impl Profile {
    /// Does `act` while no other process does the like in this profile. The system gives the lock
    /// back when a process ends, however it ends.
    ///
    /// # Errors
    /// `profile-unusable` when the folder cannot be written or another process keeps the lock.
    pub(super) fn alone<T>(&self, act: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
        let path = self.path(FILE);
        let lock = taken(&path).map_err(|source| profile_problem(&path, &source))?;
        let done = act();
        drop(lock);
        done
    }
}

fn taken(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        private_folder(folder)?;
    }
    let lock = private_file(path)?;
    let begun = Instant::now();
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(lock),
            Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(10));
            }
            Err(TryLockError::WouldBlock) => {
                return Err(io::Error::new(
                    io::ErrorKind::WouldBlock,
                    "another Countersign keeps it; close that one",
                ));
            }
            Err(TryLockError::Error(source)) => return Err(source),
        }
    }
}

#[cfg(unix)]
fn private_file(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    File::options().write(true).create(true).truncate(false).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> io::Result<File> {
    File::options().write(true).create(true).truncate(false).open(path)
}
