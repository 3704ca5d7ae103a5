//! Reading the file that evidence points at.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use domain::evidence::MOST_BYTES;
use ledger::encoding::hex;
use sha2::{Digest, Sha256};

use crate::files::{Grant, Purpose, file_name};
use crate::{Desk, Problem};

/// A file as it lies there now.
pub(super) struct FileRead {
    pub(super) name: String,
    pub(super) sha256: String,
    pub(super) size: u64,
    /// Its bytes, where they were asked for and are no more than may be kept.
    pub(super) bytes: Option<Vec<u8>>,
}

impl Desk {
    /// Where a piece of evidence lies: in the file that was just chosen, or where this machine saw
    /// it last.
    ///
    /// # Errors
    /// `file-elsewhere` when neither is known.
    pub(super) fn evidence_path(
        &self,
        evidence: &str,
        grant: Option<&Grant>,
    ) -> Result<PathBuf, Problem> {
        if let Some(grant) = grant {
            return self.files.path(grant, Purpose::ReadEvidence);
        }
        self.profile.evidence_places(&self.open()?.ws).remove(evidence).ok_or_else(|| {
            let says = format!("This machine does not know where the file of {evidence} lies.");
            Problem::new("file-elsewhere", says)
        })
    }

    /// Remembers where a piece of evidence lies; where that fails, it is asked for again.
    pub(super) fn remember_evidence(&self, evidence: &str, path: &Path) {
        if let Ok(open) = self.open() {
            let _ = self.profile.saw_evidence(&open.ws, evidence, path);
        }
    }
}

/// Reads a file; none where there is none.
pub(super) fn read(path: &Path, keep: bool) -> Result<Option<FileRead>, Problem> {
    match look(path, keep) {
        Ok(read) => Ok(Some(read)),
        Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Problem::new(
            "file-unreadable",
            format!("{} cannot be read: {source}.", file_name(path)),
        )),
    }
}

fn look(path: &Path, keep: bool) -> std::io::Result<FileRead> {
    let mut file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(std::io::Error::other("it is a folder"));
    }
    let (mut hash, mut size) = (Sha256::new(), 0_u64);
    let mut bytes = keep.then(Vec::new);
    let mut part = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut part)?;
        let Some(some) = part.get(..read).filter(|some| !some.is_empty()) else { break };
        hash.update(some);
        size += read as u64;
        match &mut bytes {
            Some(all) if size <= MOST_BYTES => all.extend_from_slice(some),
            Some(_) => bytes = None,
            None => {}
        }
    }
    Ok(FileRead {
        name: file_name(path),
        sha256: hex(&<[u8; 32]>::from(hash.finalize())),
        size,
        bytes,
    })
}
