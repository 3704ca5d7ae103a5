//! The page that shows and verifies a pack in a browser, and the hash that is published with it.

use std::io::{Read, Seek};

use sha2::{Digest, Sha256};

use super::manifest::hex;

/// The page. Built from `ui/verifier` by `cargo xtask verifier`; the same bytes in every pack of a
/// release, so that its hash can be published.
pub const PAGE: &[u8] = include_bytes!("verify.html");

/// What it is called in a pack.
pub(super) const NAME: &str = "verify.html";

/// The version whose page this is.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Its SHA-256 as 64 lower-case hex digits: what README publishes, and what whoever holds a copy of the
/// page compares with.
#[must_use]
pub fn page_sha256() -> String {
    hex(&Sha256::digest(PAGE))
}

/// Whose page a pack carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageIn {
    /// This version's, byte for byte.
    This,
    /// Another: another version's, or one that somebody changed.
    Other,
    /// None.
    Nobody,
}

/// Looks for the page in a pack. What is no pack carries none.
pub fn page_in(pack: impl Read + Seek) -> PageIn {
    let Ok(mut zip) = zip::ZipArchive::new(pack) else { return PageIn::Nobody };
    let Ok(page) = zip.by_name(NAME) else { return PageIn::Nobody };
    let mut bytes = Vec::new();
    // A byte more than the page has tells it from a longer one, however long that is.
    let most = PAGE.len() as u64 + 1;
    match page.take(most).read_to_end(&mut bytes) {
        Ok(_) if bytes == PAGE => PageIn::This,
        Ok(_) | Err(_) => PageIn::Other,
    }
}
