//! The zip itself, written as its files come.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::facts::{Facts, Seal};
use super::manifest::{Listed, Manifest, hex};
use super::page::{self, PAGE};
use super::place::Places;
use super::{index, readme};
use crate::draft::{Draft, Readers};
use crate::error::{Error, Result};

/// Bytes of one file at most: a reader of packs takes no longer one.
const MOST: u64 = 1 << 30;

/// Bytes that are packed and hashed at once.
const RUN: usize = 1 << 16;

/// A pack on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// SHA-256 of the zip, lower-case hex.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
    /// How many files it holds.
    pub files: usize,
}

/// A pack that is being written, under a passing name. Dropped before it is sealed, nothing of it
/// stays.
pub struct Pack {
    zip: ZipWriter<BufWriter<File>>,
    draft: Draft,
    places: Places,
    files: Vec<Listed>,
}

/// A pack of which all but the seal is written.
pub struct Unsealed {
    pack: Pack,
    manifest: Manifest,
}

/// A file of a pack while it is filled.
pub struct Content<'p> {
    zip: &'p mut ZipWriter<BufWriter<File>>,
    draft: &'p mut Draft,
    path: &'p str,
    run: Vec<u8>,
    hash: Sha256,
    size: u64,
}

impl Pack {
    /// A pack for `path` without any file.
    ///
    /// # Errors
    /// [`Error::Write`] with the path.
    pub fn begin(path: &Path) -> Result<Self> {
        let mut draft = Draft::begin(path, Readers::OwnerAlone)?;
        // A second handle on the same file: the zip owns one, the draft gives the file its name.
        let file = draft.fill(|file| file.try_clone())?;
        let zip = ZipWriter::new(BufWriter::new(file));
        Ok(Self { zip, draft, places: Places::default(), files: Vec::new() })
    }

    /// Adds a file: its path inside the pack with `/`, what it is in half a line, and its bytes.
    ///
    /// # Errors
    /// As [`Pack::stream`].
    pub fn add(&mut self, path: &str, about: &str, bytes: &[u8]) -> Result<()> {
        self.stream(path, about, |content| content.put(bytes))
    }

    /// Adds a file that `fill` writes piece by piece.
    ///
    /// # Errors
    /// [`Error::PackPath`] for a path that is absolute, climbs, is reserved (`README.md`, `INDEX.md`,
    /// `verify.html`, `manifest.json`, `seal/`) or is taken twice; [`Error::Write`] with the pack's
    /// path; [`Error::PackTooLarge`], [`Error::Zip`]; and those of `fill`.
    pub fn stream<E: From<Error>>(
        &mut self,
        path: &str,
        about: &str,
        fill: impl FnOnce(&mut Content<'_>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.places.take(path)?;
        let listed = self.write(path, about, fill)?;
        self.files.push(listed);
        Ok(())
    }

    /// The files so far.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.path.as_str())
    }

    /// Adds README.md, INDEX.md and verify.html, and the manifest of all that is there.
    ///
    /// # Errors
    /// [`Error::Write`] with the path, [`Error::Zip`]; nothing is left behind.
    pub fn close(mut self, facts: &Facts) -> Result<Unsealed> {
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        let readme = readme::write(facts, &self.files);
        let index = index::write(facts, &self.files);
        for (path, about, bytes) in [
            ("README.md", "Where to start, and how to verify", readme.as_bytes()),
            ("INDEX.md", "Each request and the files that answer it", index.as_bytes()),
            (page::NAME, "A page that verifies this pack in a browser, offline", PAGE),
        ] {
            let listed = self.write::<Error>(path, about, |content| content.put(bytes))?;
            self.files.push(listed);
        }
        let manifest = Manifest::of(&self.files);
        let mut unsealed = Unsealed { pack: self, manifest };
        let Unsealed { pack, manifest } = &mut unsealed;
        pack.outside("manifest.json", &manifest.bytes)?;
        Ok(unsealed)
    }

    /// Adds what the manifest does not list.
    fn outside(&mut self, path: &str, bytes: &[u8]) -> Result<()> {
        let listed = self.write::<Error>(path, "", |content| content.put(bytes))?;
        self.files.push(listed);
        Ok(())
    }

    fn write<E: From<Error>>(
        &mut self,
        path: &str,
        about: &str,
        fill: impl FnOnce(&mut Content<'_>) -> std::result::Result<(), E>,
    ) -> std::result::Result<Listed, E> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(6))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.zip.start_file(path, options).map_err(Error::from)?;
        let (zip, draft) = (&mut self.zip, &mut self.draft);
        let run = Vec::with_capacity(RUN);
        let mut content = Content { zip, draft, path, run, hash: Sha256::new(), size: 0 };
        fill(&mut content)?;
        let (sha256, size) = content.weigh()?;
        Ok(Listed { path: path.to_owned(), sha256, size, about: about.to_owned() })
    }
}

impl Content<'_> {
    /// Adds some bytes.
    ///
    /// # Errors
    /// [`Error::Write`] with the pack's path; [`Error::PackTooLarge`] where the file would be longer
    /// than a reader of packs takes.
    pub fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.size += bytes.len() as u64;
        if self.size > MOST {
            return Err(Error::PackTooLarge { path: self.path.to_owned() });
        }
        if self.run.len() + bytes.len() > RUN {
            self.flush()?;
        }
        if bytes.len() > RUN {
            return self.pass(bytes);
        }
        self.run.extend_from_slice(bytes);
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        let mut run = std::mem::take(&mut self.run);
        self.pass(&run)?;
        run.clear();
        self.run = run;
        Ok(())
    }

    fn pass(&mut self, bytes: &[u8]) -> Result<()> {
        self.hash.update(bytes);
        let zip = &mut *self.zip;
        self.draft.fill(|_| zip.write_all(bytes))
    }

    /// SHA-256 and size of all that was put.
    fn weigh(mut self) -> Result<(String, u64)> {
        self.flush()?;
        Ok((hex(&self.hash.finalize()), self.size))
    }
}

impl Unsealed {
    /// The manifest: what the export's entry commits to.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Adds the seal; what comes back is whole and on the disk, and wants only its name.
    ///
    /// # Errors
    /// [`Error::Write`] with the path, [`Error::Zip`]; nothing is left behind.
    pub fn seal(self, seal: &Seal) -> Result<(Draft, Written)> {
        let mut pack = self.pack;
        pack.outside("seal/entry.json", &seal.entry)?;
        if !seal.between.is_empty() {
            pack.outside("seal/between.jsonl", &seal.between)?;
        }
        pack.outside("seal/proof", &seal.proof)?;
        pack.outside("seal/checkpoint", &seal.checkpoint)?;
        let Pack { zip, mut draft, files, .. } = pack;
        let mut end = zip.finish()?;
        draft.fill(|_| end.flush())?;
        let (sha256, size) = draft.fill(weigh)?;
        Ok((draft.settle()?, Written { sha256, size, files: files.len() }))
    }
}

impl std::fmt::Debug for Pack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a pack of {} files so far", self.files.len())
    }
}

impl std::fmt::Debug for Unsealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a pack of {} files, to be sealed", self.pack.files.len())
    }
}

/// Reads back what was written: the figures are the disk's, not our hope.
fn weigh(file: &mut File) -> io::Result<(String, u64)> {
    file.seek(SeekFrom::Start(0))?;
    let (mut hash, mut size, mut buffer) = (Sha256::new(), 0_u64, vec![0; RUN]);
    loop {
        let read = file.read(&mut buffer)?;
        let Some(chunk) = buffer.get(..read).filter(|chunk| !chunk.is_empty()) else { break };
        hash.update(chunk);
        size += chunk.len() as u64;
    }
    Ok((hex(&hash.finalize()), size))
}
