//! Roots and proofs over a list of leaves. RFC 6962 sections 2.1, 2.1.1, 2.1.2.

use crate::{Error, Hash};

use super::{Frontier, node};

/// The root over a list of leaves.
#[must_use]
pub fn root_of(leaves: &[Hash]) -> Hash {
    leaves.iter().copied().collect::<Frontier>().root()
}

/// The siblings on the way from the leaf at `index` (from 0) to the root, lowest first.
///
/// # Errors
/// [`Error::OutsideTree`] when there is no such leaf.
pub fn inclusion_proof(leaves: &[Hash], index: u64) -> Result<Vec<Hash>, Error> {
    let outside = Error::OutsideTree { index, size: leaves.len() as u64 };
    let mut position = usize::try_from(index).map_err(|_| outside.clone())?;
    if position >= leaves.len() {
        return Err(outside);
    }
    let mut level = leaves.to_vec();
    let mut proof = Vec::new();
    while level.len() > 1 {
        // A node without a sibling moves up unchanged and adds nothing to the proof.
        proof.extend(level.get(position ^ 1));
        level = parents(&level);
        position /= 2;
    }
    Ok(proof)
}

/// The nodes that show that the tree of the first `old_size` leaves is a prefix of this one.
///
/// # Errors
/// [`Error::OutsideTree`] when the old tree is larger than this one, or empty.
pub fn consistency_proof(leaves: &[Hash], old_size: u64) -> Result<Vec<Hash>, Error> {
    let outside = Error::OutsideTree { index: old_size, size: leaves.len() as u64 };
    let old = usize::try_from(old_size).map_err(|_| outside.clone())?;
    if old == 0 || old > leaves.len() {
        return Err(outside);
    }
    let mut proof = Vec::new();
    if old < leaves.len() {
        subproof(leaves, old, true, &mut proof);
    }
    Ok(proof)
}

/// SUBPROOF of RFC 6962 section 2.1.2; `whole` says that the old tree is this very subtree.
fn subproof(leaves: &[Hash], old: usize, whole: bool, proof: &mut Vec<Hash>) {
    if old == leaves.len() {
        if !whole {
            proof.push(root_of(leaves));
        }
        return;
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    if old <= left.len() {
        subproof(left, old, whole, proof);
        proof.push(root_of(right));
    } else {
        subproof(right, old - left.len(), false, proof);
        proof.push(root_of(left));
    }
}

/// The largest power of two below `count` (which is at least 2).
fn split(count: usize) -> usize {
    count.next_power_of_two() / 2
}

fn parents(level: &[Hash]) -> Vec<Hash> {
    level
        .chunks(2)
        .filter_map(|pair| match pair {
            [left, right] => Some(node(left, right)),
            [lone] => Some(*lone),
            _ => None,
        })
        .collect()
}
