//! What a person keeps on this machine, outside every workspace file: sealed keys, the machine's
//! own key, the last head seen of each workspace, the files opened before.

mod alone;
mod columns;
mod evidence;
mod here;
mod keys;
mod machine;
mod recent;
mod requests;
mod seen;
mod stop_list;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::Problem;

pub use here::{Here, Until};
pub use keys::{KeyFile, check_passphrase};
pub(crate) use keys::{NOT_OPENED, not_opened};
pub use recent::Recent;
pub use seen::Seen;
pub use stop_list::StopListPlace;

/// The profile folder of one person on one machine.
#[derive(Clone, Debug)]
pub struct Profile {
    root: PathBuf,
    making_demo: bool,
}

impl Profile {
    /// The profile in this folder, made when it is first written to.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), making_demo: false }
    }

    /// Where `COUNTERSIGN_PROFILE` says, or the platform's folder for such data.
    ///
    /// # Errors
    /// `no-profile` when the platform names no such folder.
    pub fn standard() -> Result<Self, Problem> {
        match std::env::var_os("COUNTERSIGN_PROFILE").filter(|path| !path.is_empty()) {
            Some(path) => Ok(Self::at(path)),
            None => dirs::data_dir().map(|data| Self::at(data.join("countersign"))).ok_or_else(|| {
                Problem::new(
                    "no-profile",
                    "This machine names no folder for your keys; set COUNTERSIGN_PROFILE to one.",
                )
            }),
        }
    }

    /// The same profile while a demo is made: keys are sealed under a passphrase that everybody is
    /// told, and no head is remembered, for nobody has seen the workspace before it is there.
    #[must_use]
    pub fn making_a_demo(mut self) -> Self {
        self.making_demo = true;
        self
    }

    /// A path inside the profile.
    pub fn path(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.root.join(inside)
    }

    /// Writes a file of the profile, whole or not at all, for its owner's eyes alone.
    fn write(&self, inside: &Path, bytes: &[u8]) -> Result<(), Problem> {
        let path = self.root.join(inside);
        private_write(&path, bytes).map_err(|source| profile_problem(&path, &source))
    }

    /// Reads a file of the profile; none when there is no such file.
    fn read(&self, inside: &Path) -> Result<Option<Vec<u8>>, Problem> {
        let path = self.root.join(inside);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(profile_problem(&path, &source)),
        }
    }
}

/// Writes beside, syncs, renames; the folder is made first, for its owner alone.
pub(crate) fn private_write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    private_folder(folder)?;
    // Temporary files are made readable by their owner alone, and stay so when renamed.
    let mut draft = tempfile::NamedTempFile::new_in(folder)?;
    draft.write_all(bytes)?;
    draft.as_file().sync_all()?;
    draft.persist(path).map_err(|refused| refused.error)?;
    sync_folders(folder)
}

/// The rename, and a folder newly made, last only once the folders around them are on the disk.
#[cfg(unix)]
fn sync_folders(folder: &Path) -> io::Result<()> {
    folder.ancestors().take(3).filter(|above| above.is_dir()).try_for_each(|above| {
        match fs::File::open(above).and_then(|open| open.sync_all()) {
            // A folder above the profile may be closed to its owner.
            Err(closed) if closed.kind() == io::ErrorKind::PermissionDenied => Ok(()),
            other => other,
        }
    })
}

#[cfg(not(unix))]
fn sync_folders(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

fn profile_problem(path: &Path, source: &io::Error) -> Problem {
    Problem::new(
        "profile-unusable",
        format!("{} cannot be read or written: {source}.", path.display()),
    )
}
