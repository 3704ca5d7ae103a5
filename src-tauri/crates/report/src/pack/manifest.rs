//! The SHA-256 and size of every file outside the seal.

use sha2::{Digest, Sha256};

/// `manifest.json`, and the hash the seal commits to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The file: `{"files":[{"path","sha256","size"},…],"v":1}`, paths in byte order, one
    /// file to a line. It lists neither itself nor anything under `seal/`.
    pub bytes: Vec<u8>,
    /// SHA-256 of those bytes, lower-case hex.
    pub sha256: String,
}

/// A file of the pack, once it is written.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub(super) struct Listed {
    pub path: String,
    pub sha256: String,
    pub size: u64,
    /// What it is, in half a line; stands in INDEX.md.
    #[serde(skip)]
    pub about: String,
}

impl Manifest {
    pub(super) fn of(files: &[Listed]) -> Self {
        let mut files: Vec<&Listed> = files.iter().collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let lines: Vec<String> =
            files.iter().filter_map(|listed| serde_json::to_string(listed).ok()).collect();
        let bytes = format!("{{\"files\":[\n{}\n],\"v\":1}}\n", lines.join(",\n")).into_bytes();
        let sha256 = hex(&Sha256::digest(&bytes));
        Self { bytes, sha256 }
    }
}

/// Bytes as lower-case hex digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
