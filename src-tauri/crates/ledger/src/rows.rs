//! Rows that lie beside the ledger, bound to it by the root over their hashes.

use sha2::{Digest, Sha256};

use crate::tree::Frontier;
use crate::{Hash, Head};

/// Salt of a batch: whoever does not know it cannot guess a row from its hash.
pub type Salt = [u8; 16];

/// What every row's hash begins with, for a salt: one whole block of SHA-256, so that it is
/// computed once for all rows of a batch.
const WORDS: &[u8] = b"\0countersign/row/v1\n";
const BLOCK: usize = 64;

/// Hashes the rows of one batch.
#[derive(Clone, Debug)]
pub struct RowHasher(Sha256);

impl RowHasher {
    /// For the rows under `salt`.
    #[must_use]
    pub fn new(salt: &Salt) -> Self {
        let mut block = [WORDS, salt].concat();
        block.resize(BLOCK, 0);
        Self(Sha256::new_with_prefix(block))
    }

    /// The hash of the row `number`, counted from 1, that is written as `row`.
    #[must_use]
    pub fn hash(&self, number: u64, row: &[u8]) -> Hash {
        let mut hasher = self.0.clone();
        hasher.update(number.to_be_bytes());
        hasher.update(row);
        hasher.finalize().into()
    }
}

/// The tree over rows as they come, of which only its edge is held.
#[derive(Clone, Debug)]
pub struct RowTree {
    hasher: RowHasher,
    edge: Frontier,
}

impl RowTree {
    /// The tree without rows, for rows under `salt`.
    #[must_use]
    pub fn new(salt: &Salt) -> Self {
        Self { hasher: RowHasher::new(salt), edge: Frontier::empty() }
    }

    /// Appends the next row.
    pub fn push(&mut self, row: &[u8]) {
        let hash = self.hasher.hash(self.edge.size() + 1, row);
        self.edge.push(hash);
    }

    /// How many rows there are.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.edge.size()
    }

    /// How many rows there are, and the root over their hashes.
    #[must_use]
    pub fn head(&self) -> Head {
        self.edge.head()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::hex;
    use crate::primitive::sha256;

    const SALT: Salt = *b"0123456789abcdef";

    #[test]
    fn a_row_is_hashed_after_its_salt_and_number() {
        let by_hand = sha256(&[
            &[0],
            b"countersign/row/v1\n",
            &SALT,
            &[0; 28],
            &7_u64.to_be_bytes(),
            br#"[8,"a"]"#,
        ]);
        let hash = RowHasher::new(&SALT).hash(7, br#"[8,"a"]"#);
        assert_eq!(hex(&hash), hex(&by_hand), "as FORMAT.md says it");
    }

    #[test]
    fn the_root_over_rows_is_that_of_the_tree_over_their_hashes() {
        let rows = ["[2,\"a\"]", "[3,\"b\"]", "[4,\"c\"]", "[5,\"d\"]", "[6,\"e\"]"];
        let mut tree = RowTree::new(&SALT);
        let hasher = RowHasher::new(&SALT);
        let mut leaves = Vec::new();
        for (number, row) in (1..).zip(rows) {
            tree.push(row.as_bytes());
            leaves.push(hasher.hash(number, row.as_bytes()));
        }
        assert_eq!(tree.head().root, crate::tree::root_of(&leaves), "RFC 6962 over the hashes");
        assert_eq!(tree.head().size, 5, "every row counts");
    }
}
