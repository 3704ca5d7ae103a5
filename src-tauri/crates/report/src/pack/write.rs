//! The zip itself: the same parts give the same bytes.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::facts::{Part, Seal};
use super::manifest::Manifest;
use crate::atomic_write::write_through;
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

pub(super) fn write(
    parts: &[Part],
    manifest: &Manifest,
    seal: &Seal,
    path: &Path,
) -> Result<Written> {
    let files = in_order(parts, manifest, seal);
    let mut written = Written { sha256: String::new(), size: 0, files: files.len() };
    write_through(path, |file| {
        zip_into(file, &files).map_err(io::Error::other)?;
        (written.sha256, written.size) = weigh(file)?;
        Ok(())
    })?;
    Ok(written)
}

/// What a reader should meet first stands first: README, INDEX, manifest, then the parts,
/// then the seal.
fn in_order<'a>(
    parts: &'a [Part],
    manifest: &'a Manifest,
    seal: &'a Seal,
) -> Vec<(&'a str, &'a [u8])> {
    let first = ["README.md", "INDEX.md"];
    let of = |part: &'a Part| (part.path.as_str(), part.bytes.as_slice());
    let heads = first.iter().filter_map(|name| parts.iter().find(|part| part.path == *name));
    let rest = parts.iter().filter(|part| !first.contains(&part.path.as_str()));
    heads
        .map(of)
        .chain([("manifest.json", manifest.bytes.as_slice())])
        .chain(rest.map(of))
        .chain([
            ("seal/entry.json", seal.entry.as_slice()),
            ("seal/proof", seal.proof.as_slice()),
            ("seal/checkpoint", seal.checkpoint.as_slice()),
        ])
        .collect()
}

fn zip_into(file: &mut File, files: &[(&str, &[u8])]) -> zip::result::ZipResult<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(BufWriter::new(file));
    for (path, bytes) in files {
        let large = u32::try_from(bytes.len()).is_err();
        zip.start_file(*path, options.large_file(large))?;
        zip.write_all(bytes)?;
    }
    zip.finish()?.flush()?;
    Ok(())
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
