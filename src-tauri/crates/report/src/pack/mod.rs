//! The evidence pack: one zip an outsider can verify without us.
//!
//! It is written in steps because of the seal. [`Pack::assemble`] fixes every file
//! and so the manifest; the desk commits to [`Manifest::sha256`] in an entry of the
//! ledger, of which [`Unsealed::seal`] adds the bytes, the proof and a checkpoint under
//! `seal/`, which the manifest leaves out. The zip takes its name whole or not at all.

mod facts;
mod index;
mod manifest;
mod place;
mod readme;
mod write;

pub use facts::{Facts, Key, Part, Request, Seal};
pub use manifest::Manifest;
pub use write::{Unsealed, Written};

use crate::error::Result;
use place::check_places;

/// The page that shows and verifies a pack in a browser. Built from `ui/verifier` by `cargo xtask
/// verifier`; the same bytes in every pack of a release, so that its hash can be published.
pub const PAGE: &[u8] = include_bytes!("verify.html");

/// A pack whose files are fixed and whose seal is still to come.
#[derive(Debug, Clone)]
pub struct Pack {
    parts: Vec<Part>,
    manifest: Manifest,
}

impl Pack {
    /// Takes the files of a pack, adds README.md, INDEX.md and verify.html, and computes the manifest.
    /// The order in which parts are given makes no difference.
    ///
    /// # Errors
    /// [`crate::Error::PackPath`] for a path that is absolute, climbs, is reserved
    /// (`README.md`, `INDEX.md`, `verify.html`, `manifest.json`, `seal/`) or is taken twice.
    pub fn assemble(facts: &Facts, parts: Vec<Part>) -> Result<Self> {
        check_places(&parts)?;
        let mut parts = parts;
        parts.sort_by(|a, b| a.path.cmp(&b.path));
        let readme = readme::write(facts, &parts);
        let index = index::write(facts, &parts);
        parts.push(Part::text("README.md", "Where to start, and how to verify", readme));
        parts.push(Part::text("INDEX.md", "Each request and the files that answer it", index));
        let about = "A page that verifies this pack in a browser, offline".to_owned();
        parts.push(Part { path: "verify.html".to_owned(), about, bytes: PAGE.to_vec() });
        parts.sort_by(|a, b| a.path.cmp(&b.path));
        let manifest = Manifest::of(&parts);
        Ok(Self { parts, manifest })
    }

    /// The manifest: what the export's entry commits to.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Writes all but the seal beside `path`. `told` hears how many files of how many are
    /// written, and stops it by `false`; then nothing is left and [`None`] comes back.
    ///
    /// # Errors
    /// [`crate::Error::Write`] with the path, [`crate::Error::Zip`] when a file is too
    /// large for the format; nothing is left behind.
    pub fn begin(
        &self,
        path: &std::path::Path,
        told: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Option<Unsealed>> {
        write::begin(&self.parts, &self.manifest, path, told)
    }
}

#[cfg(test)]
mod tests;
