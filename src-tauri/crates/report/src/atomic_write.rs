//! Files written whole or not at all.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use crate::error::{Error, Result};

/// Writes `bytes` to `path`: into a temporary file beside it, synced, then renamed over
/// it, so that a reader sees the old file or the new one and never a part.
///
/// # Errors
/// [`Error::Write`] with the path and what the system said; the old file still stands.
pub fn atomic_write(path: &Path, bytes: &[u8]) -> Result<()> {
    write_through(path, |file| file.write_all(bytes))
}

/// As [`atomic_write`], for whatever writes itself into a file.
pub(crate) fn write_through<F>(path: &Path, fill: F) -> Result<()>
where
    F: FnOnce(&mut File) -> io::Result<()>,
{
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        Some(_) | None => Path::new("."),
    };
    place(folder, path, fill).map_err(|source| Error::write(path, source))
}

fn place<F>(folder: &Path, path: &Path, fill: F) -> io::Result<()>
where
    F: FnOnce(&mut File) -> io::Result<()>,
{
    let mut draft = tempfile::Builder::new().prefix(".countersign-").tempfile_in(folder)?;
    fill(draft.as_file_mut())?;
    make_readable(draft.as_file())?;
    draft.as_file().sync_all()?;
    draft.persist(path).map_err(|refused| refused.error)?;
    sync_folder(folder)
}

/// Temporary files are private; an export is an ordinary file.
#[cfg(unix)]
fn make_readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_: &File) -> io::Result<()> {
    Ok(())
}

/// The rename itself lasts only once the folder is on the disk.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_no_draft() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("register.pdf");
        atomic_write(&path, b"old").unwrap();
        let refused = write_through(&path, |file| {
            file.write_all(b"half")?;
            Err(io::Error::from(io::ErrorKind::StorageFull))
        });
        assert_eq!(refused.unwrap_err().code(), "report.write");
        assert_eq!(std::fs::read(&path).unwrap(), b"old", "the old file must still stand");
        assert_eq!(std::fs::read_dir(room.path()).unwrap().count(), 1, "no draft stays behind");
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("gone").join("register.pdf");
        let refused = atomic_write(&path, b"x").unwrap_err();
        assert!(refused.to_string().contains("register.pdf"), "the sentence names the file");
    }
}
