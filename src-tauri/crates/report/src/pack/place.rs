//! Where a file may lie inside a pack.

use std::collections::BTreeSet;

use super::facts::Part;
use crate::error::{Error, Result};

/// Refuses paths that would land outside the pack, hide in the seal, or meet another
/// file on a disk that does not tell capitals apart.
pub(super) fn check_places(parts: &[Part]) -> Result<()> {
    let mut taken = BTreeSet::new();
    for part in parts {
        let refuse = |reason| Err(Error::PackPath { path: part.path.clone(), reason });
        if let Some(reason) = why_unusable(&part.path) {
            return refuse(reason);
        }
        if !taken.insert(part.path.to_lowercase()) {
            return refuse("another file stands there");
        }
    }
    Ok(())
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
