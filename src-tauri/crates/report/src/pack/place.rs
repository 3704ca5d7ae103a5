//! Where a file may lie inside a pack.

use std::collections::BTreeSet;

use crate::error::{Error, Result};

/// The places that are taken, in lower case: some disks do not tell capitals apart.
#[derive(Debug, Default)]
pub(super) struct Places(BTreeSet<String>);

impl Places {
    /// Takes a place, and refuses one that would land outside the pack, hide in the seal, or meet
    /// another file on a disk.
    pub(super) fn take(&mut self, path: &str) -> Result<()> {
        let refuse = |reason| Err(Error::PackPath { path: path.to_owned(), reason });
        if let Some(reason) = why_unusable(path) {
            return refuse(reason);
        }
        if !self.0.insert(path.to_lowercase()) {
            return refuse("another file stands there");
        }
        Ok(())
    }
}

fn why_unusable(path: &str) -> Option<&'static str> {
    let folded = path.to_lowercase();
    if path.is_empty() || path.ends_with('/') {
        Some("it names no file")
    } else if path.starts_with('/') || path.contains(['\\', ':', '\0']) {
        Some("it is not a plain relative path")
    } else if path.split('/').any(|step| step.is_empty() || step == "." || step == "..") {
        Some("it climbs out of the pack or has an empty step")
    } else if folded.starts_with("seal/") {
        Some("the seal is written last")
    } else if ["readme.md", "index.md", "verify.html", "manifest.json"].contains(&folded.as_str()) {
        Some("the pack writes that file itself")
    } else {
        None
    }
}
