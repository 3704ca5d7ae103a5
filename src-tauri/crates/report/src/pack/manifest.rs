//! The SHA-256 and size of every file outside the seal.

use sha2::{Digest, Sha256};

use super::facts::Part;

/// `manifest.json`, and the hash the seal commits to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The file: `{"files":[{"path","sha256","size"},…],"v":1}`, paths in byte order, one
    /// file to a line. It lists neither itself nor anything under `seal/`.
    pub bytes: Vec<u8>,
    /// SHA-256 of those bytes, lower-case hex.
    pub sha256: String,
}

#[derive(serde::Serialize)]
struct Listed<'a> {
    path: &'a str,
    sha256: String,
    size: usize,
}

impl Manifest {
    pub(super) fn of(parts: &[Part]) -> Self {
        let lines: Vec<String> = parts
            .iter()
            .map(|part| Listed {
                path: &part.path,
                sha256: hex_sha256(&part.bytes),
                size: part.bytes.len(),
            })
            .filter_map(|listed| serde_json::to_string(&listed).ok())
            .collect();
        let bytes = format!("{{\"files\":[\n{}\n],\"v\":1}}\n", lines.join(",\n")).into_bytes();
        let sha256 = hex_sha256(&bytes);
        Self { bytes, sha256 }
    }
}

/// SHA-256 as 64 lower-case hex digits.
pub(crate) fn hex_sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
