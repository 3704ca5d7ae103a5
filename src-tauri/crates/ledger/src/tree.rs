//! The RFC 6962 Merkle tree over the entries.

mod frontier;
mod prove;

pub use frontier::Frontier;
pub use prove::{consistency_proof, inclusion_proof, root_of};

use crate::Hash;
use crate::primitive::sha256;

/// The leaf of an entry: SHA-256(0x00, body, signature). RFC 6962 section 2.1.
#[must_use]
pub fn leaf_hash(body: &[u8], signature: &[u8; 64]) -> Hash {
    sha256(&[&[0], body, signature])
}

/// The root of a tree without leaves: SHA-256 of nothing.
#[must_use]
pub fn empty_root() -> Hash {
    sha256(&[])
}

fn node(left: &Hash, right: &Hash) -> Hash {
    sha256(&[&[1], left, right])
}
