//! The zip itself: the same parts give the same bytes.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::facts::{Part, Seal};
use super::manifest::Manifest;
use crate::draft::{Draft, Readers};
use crate::error::Result;

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

/// A pack of which all but the seal is written.
pub struct Unsealed {
    zip: ZipWriter<BufWriter<File>>,
    draft: Draft,
    files: usize,
}

impl std::fmt::Debug for Unsealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a pack of {} files, to be sealed", self.files)
    }
}

/// Writes all but the seal. `told` hears how many files of how many are written, and stops it by
/// `false`; then nothing is left and [`None`] comes back.
pub(super) fn begin(
    parts: &[Part],
    manifest: &Manifest,
    path: &Path,
    told: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Option<Unsealed>> {
    let mut draft = Draft::begin(path, Readers::OwnerAlone)?;
    // A second handle on the same file: the zip owns one, the draft gives the file its name.
    let file = draft.fill(|file| file.try_clone())?;
    let mut unsealed = Unsealed { zip: ZipWriter::new(BufWriter::new(file)), draft, files: 0 };
    let files = in_order(parts, manifest);
    for (path, bytes) in &files {
        if !told(unsealed.files as u64, files.len() as u64) {
            return Ok(None);
        }
        unsealed.add(path, bytes)?;
    }
    Ok(Some(unsealed))
}

impl Unsealed {
    /// Adds the seal; what comes back is whole and on the disk, and wants only its name.
    ///
    /// # Errors
    /// [`crate::Error::Write`] with the path, [`crate::Error::Zip`]; nothing is left behind.
    pub fn seal(mut self, seal: &Seal) -> Result<(Draft, Written)> {
        self.add("seal/entry.json", &seal.entry)?;
        self.add("seal/proof", &seal.proof)?;
        self.add("seal/checkpoint", &seal.checkpoint)?;
        let Self { zip, mut draft, files } = self;
        let mut end = zip.finish()?;
        draft.fill(|_| end.flush())?;
        let (sha256, size) = draft.fill(weigh)?;
        Ok((draft.settle()?, Written { sha256, size, files }))
    }

    fn add(&mut self, path: &str, bytes: &[u8]) -> Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(6))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .large_file(u32::try_from(bytes.len()).is_err());
        self.zip.start_file(path, options)?;
        let zip = &mut self.zip;
        self.draft.fill(|_| zip.write_all(bytes))?;
        self.files += 1;
        Ok(())
    }
}

/// What a reader should meet first stands first: README, INDEX, the page, manifest, then the parts.
fn in_order<'a>(parts: &'a [Part], manifest: &'a Manifest) -> Vec<(&'a str, &'a [u8])> {
    let first = ["README.md", "INDEX.md", "verify.html"];
    let of = |part: &'a Part| (part.path.as_str(), part.bytes.as_slice());
    let heads = first.iter().filter_map(|name| parts.iter().find(|part| part.path == *name));
    let rest = parts.iter().filter(|part| !first.contains(&part.path.as_str()));
    heads
        .map(of)
        .chain([("manifest.json", manifest.bytes.as_slice())])
        .chain(rest.map(of))
        .collect()
}

/// Reads back what was written: the figures are the disk's, not our hope.
fn weigh(file: &mut File) -> io::Result<(String, u64)> {
    file.seek(SeekFrom::Start(0))?;
    let (mut hash, mut size, mut buffer) = (Sha256::new(), 0_u64, vec![0; 64 * 1024]);
    loop {
        let read = file.read(&mut buffer)?;
        let Some(chunk) = buffer.get(..read).filter(|chunk| !chunk.is_empty()) else { break };
        hash.update(chunk);
        size += chunk.len() as u64;
    }
    Ok((hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect(), size))
}
