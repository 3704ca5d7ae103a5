//! Files written whole or not at all: staged under a passing name, published by a rename.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::{Error, Result};

/// Who may read a file that leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Whoever the person's system lets read a new document (the umask): a report is made to be
    /// handed on.
    AsDocuments,
    /// Its owner alone: what holds the whole record is handed on by a decision of its own.
    OwnerAlone,
}

/// A file that lies whole on the disk under a passing name beside its place.
///
/// [`Draft::publish`] gives it its own name; dropped before that, nothing of it stays. The rename
/// replaces what stands at the place itself: of a symbolic link the link, never what it leads to.
#[derive(Debug)]
pub struct Draft {
    file: NamedTempFile,
    path: PathBuf,
}

impl Draft {
    /// Stages `bytes` for `path`.
    ///
    /// # Errors
    /// [`Error::Write`] with the path and what the system said; nothing stays behind.
    pub fn of(path: &Path, readers: Readers, bytes: &[u8]) -> Result<Self> {
        let mut draft = Self::begin(path, readers)?;
        draft.fill(|file| file.write_all(bytes))?;
        draft.settle()
    }

    /// An empty draft, to be filled.
    pub(crate) fn begin(path: &Path, readers: Readers) -> Result<Self> {
        let file = blank(folder(path), readers).map_err(|source| Error::write(path, source))?;
        Ok(Self { file, path: path.to_path_buf() })
    }

    /// Lets `fill` write into the draft or read it.
    pub(crate) fn fill<T>(&mut self, fill: impl FnOnce(&mut File) -> io::Result<T>) -> Result<T> {
        fill(self.file.as_file_mut()).map_err(|source| Error::write(&self.path, source))
    }

    /// Puts what was filled in on the disk.
    pub(crate) fn settle(self) -> Result<Self> {
        self.file.as_file().sync_all().map_err(|source| Error::write(&self.path, source))?;
        Ok(self)
    }

    /// Gives the file its own name.
    ///
    /// # Errors
    /// [`Error::Write`]; what stood at the path before still stands there.
    pub fn publish(self) -> Result<()> {
        let Self { file, path } = self;
        let named = file.persist(&path).map_err(|refused| refused.error);
        named.and_then(|_| sync(folder(&path))).map_err(|source| Error::write(&path, source))
    }
}

/// Writes `bytes` to `path`, so that a reader sees the old file or the new one and never a part.
///
/// # Errors
/// [`Error::Write`] with the path and what the system said; the old file still stands.
pub fn atomic_write(path: &Path, bytes: &[u8]) -> Result<()> {
    Draft::of(path, Readers::AsDocuments, bytes)?.publish()
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        Some(_) | None => Path::new("."),
    }
}

/// An empty file beside its place, open to its owner alone unless the umask is to say.
fn blank(folder: &Path, readers: Readers) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".countersign-");
    match readers {
        Readers::AsDocuments => document(&mut builder).tempfile_in(folder),
        Readers::OwnerAlone => builder.tempfile_in(folder),
    }
}

#[cfg(unix)]
fn document<'b, 'p, 's>(
    builder: &'b mut tempfile::Builder<'p, 's>,
) -> &'b mut tempfile::Builder<'p, 's> {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(std::fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn document<'b, 'p, 's>(
    builder: &'b mut tempfile::Builder<'p, 's>,
) -> &'b mut tempfile::Builder<'p, 's> {
    builder
}

/// The rename itself lasts only once the folder is on the disk.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> usize {
        std::fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_disk_that_fills_up_leaves_the_old_file_and_no_draft() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("register.pdf");
        atomic_write(&path, b"old").unwrap();
        let mut draft = Draft::begin(&path, Readers::AsDocuments).unwrap();
        let refused = draft.fill(|file| {
            file.write_all(b"half")?;
            Err::<(), _>(io::Error::from(io::ErrorKind::StorageFull))
        });
        assert_eq!(refused.unwrap_err().code(), "report.write");
        drop(draft);
        assert_eq!(std::fs::read(&path).unwrap(), b"old", "the old file must still stand");
        assert_eq!(names(room.path()), 1, "no draft stays behind");
    }

    #[test]
    fn a_draft_that_is_not_published_leaves_nothing() {
        let room = tempfile::tempdir().unwrap();
        drop(Draft::of(&room.path().join("register.pdf"), Readers::AsDocuments, b"x").unwrap());
        assert_eq!(names(room.path()), 0, "neither the file nor its draft");
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("gone").join("register.pdf");
        let refused = atomic_write(&path, b"x").unwrap_err();
        assert!(refused.to_string().contains("register.pdf"), "the sentence names the file");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_replaced_and_what_it_leads_to_is_not_touched() {
        let room = tempfile::tempdir().unwrap();
        let (other, link) = (room.path().join("other"), room.path().join("register.pdf"));
        std::fs::write(&other, b"somebody else's").unwrap();
        std::os::unix::fs::symlink(&other, &link).unwrap();
        atomic_write(&link, b"report").unwrap();
        assert_eq!(std::fs::read(&other).unwrap(), b"somebody else's", "never through a link");
        assert!(!link.symlink_metadata().unwrap().is_symlink(), "the report is a file of its own");
    }

    #[cfg(unix)]
    #[test]
    fn what_holds_the_whole_record_is_for_its_owner_and_a_report_as_documents_are() {
        use std::os::unix::fs::PermissionsExt;
        let room = tempfile::tempdir().unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let plain = room.path().join("plain");
        std::fs::write(&plain, b"as the system makes files").unwrap();
        let (pack, report) = (room.path().join("pack.zip"), room.path().join("report.pdf"));
        Draft::of(&pack, Readers::OwnerAlone, b"x").unwrap().publish().unwrap();
        atomic_write(&report, b"x").unwrap();
        assert_eq!(mode(&pack), 0o600, "a pack is opened to others by a decision of its own");
        assert_eq!(mode(&report), mode(&plain), "the umask says who reads a report");
    }
}
