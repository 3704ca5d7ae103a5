//! The verifier's own Merkle tree: RFC 6962's recursion, with complete subtrees remembered.

use rayon::prelude::*;

use crate::primitive::{Hash, sha256};

/// Every complete subtree over the leaves so far, by level.
#[derive(Debug, Default)]
pub(super) struct Forest {
    levels: Vec<Vec<Hash>>,
}

/// SHA-256(0x00, body, signature).
pub(super) fn leaf(body: &[u8], signature: &[u8]) -> Hash {
    sha256(&[&[0], body, signature])
}

fn parent(left: &Hash, right: &Hash) -> Hash {
    sha256(&[&[1], left, right])
}

impl Forest {
    /// Adds leaves behind those there are.
    pub(super) fn grow(&mut self, leaves: impl IntoIterator<Item = Hash>) {
        let mut level = 0;
        let mut grown: Vec<Hash> = leaves.into_iter().collect();
        while !grown.is_empty() {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let Some(here) = self.levels.get_mut(level) else { return };
            // A node without a sibling so far has none above it.
            let paired = here.len() & !1;
            here.append(&mut grown);
            grown = here
                .get(paired..)
                .unwrap_or_default()
                .par_chunks_exact(2)
                .with_min_len(512)
                .filter_map(|pair| match pair {
                    [left, right] => Some(parent(left, right)),
                    _ => None,
                })
                .collect();
            level += 1;
        }
    }

    pub(super) fn size(&self) -> usize {
        self.levels.first().map_or(0, Vec::len)
    }

    /// MTH over the first `size` leaves (RFC 6962 section 2.1); `None` beyond the last leaf.
    pub(super) fn root(&self, size: usize) -> Option<Hash> {
        if size == 0 {
            return Some(sha256(&[]));
        }
        if size > self.size() { None } else { self.range(0, size) }
    }

    fn range(&self, start: usize, count: usize) -> Option<Hash> {
        if count.is_power_of_two() {
            let level = count.trailing_zeros();
            return self.levels.get(level as usize)?.get(start >> level).copied();
        }
        let left = 1usize << count.checked_ilog2()?;
        Some(parent(&self.range(start, left)?, &self.range(start + left, count - left)?))
    }
}

/// A tree of which only the complete subtrees at its edge are kept, from left to right.
#[derive(Debug, Default)]
pub(super) struct Edge {
    subtrees: Vec<(u64, Hash)>,
    size: u64,
}

impl Edge {
    /// Adds the next leaf.
    pub(super) fn push(&mut self, leaf: Hash) {
        let mut last = (1, leaf);
        while let Some((size, left)) = self.subtrees.pop_if(|(size, _)| *size == last.0) {
            last = (2 * size, parent(&left, &last.1));
        }
        self.subtrees.push(last);
        self.size += 1;
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// MTH over all leaves.
    pub(super) fn root(&self) -> Hash {
        let roots = self.subtrees.iter().rev().map(|(_, root)| *root);
        roots.reduce(|right, left| parent(&left, &right)).unwrap_or_else(|| sha256(&[]))
    }
}

/// The root that an inclusion proof leads to: RFC 9162 section 2.1.3.2. `None` when the proof
/// has the wrong length for this index and size.
pub(super) fn root_from_inclusion(
    leaf: Hash,
    index: u64,
    size: u64,
    proof: &[Hash],
) -> Option<Hash> {
    if index >= size {
        return None;
    }
    let (mut node, mut last, mut hash) = (index, size - 1, leaf);
    for sibling in proof {
        if last == 0 {
            return None;
        }
        if node & 1 == 1 || node == last {
            hash = parent(sibling, &hash);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = parent(&hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    (last == 0).then_some(hash)
}

/// Whether a consistency proof shows that the tree of `old` is a prefix of the tree of `new`:
/// RFC 9162 section 2.1.4.2.
pub(super) fn consistent(old: (u64, Hash), new: (u64, Hash), proof: &[Hash]) -> bool {
    let ((first, first_root), (second, second_root)) = (old, new);
    if first == 0 || first > second {
        return false;
    }
    if first == second {
        return proof.is_empty() && first_root == second_root;
    }
    let whole = first.is_power_of_two();
    let mut path = whole.then_some(&first_root).into_iter().chain(proof);
    let (mut node, mut last) = (first - 1, second - 1);
    while node & 1 == 1 {
        node >>= 1;
        last >>= 1;
    }
    let Some(seed) = path.next() else { return false };
    let (mut from_old, mut from_new) = (*seed, *seed);
    for hash in path {
        if last == 0 {
            return false;
        }
        if node & 1 == 1 || node == last {
            from_old = parent(hash, &from_old);
            from_new = parent(hash, &from_new);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            from_new = parent(&from_new, hash);
        }
        node >>= 1;
        last >>= 1;
    }
    last == 0 && from_old == first_root && from_new == second_root
}
