//! The head of the ledger: how many entries, and the root of their tree.

use ledger::Head;
use ledger::tree::{Frontier, leaf_hash};
use rusqlite::Connection;

use super::{Slice, load_edge};
use crate::error::StoreError;
use crate::file::Store;
use crate::view::View;

impl Store {
    /// How many entries there are.
    pub fn size(&self) -> Result<u64, StoreError> {
        super::count(&self.conn)
    }

    /// The head as it stands; costs the same however many entries there are.
    pub fn head(&self) -> Result<Head, StoreError> {
        Ok(load_edge(&self.conn)?.head())
    }

    /// The root over the first `size` entries, computed from their bytes: what tells whether a
    /// head seen before is still in this file. The last head costs nothing; an earlier one, a
    /// reading of all entries up to it.
    pub fn root_at(&self, size: u64) -> Result<ledger::Hash, StoreError> {
        let head = self.head()?;
        if head.size == size {
            return Ok(head.root);
        }
        let mut edge = Frontier::empty();
        self.entries(Slice::first(size), |entry| {
            edge.push(leaf_hash(entry.body.as_bytes(), &entry.signature));
            Ok::<_, StoreError>(())
        })?;
        if edge.size() < size {
            return Err(StoreError::NoSuchEntry { seq: size, last: edge.size() });
        }
        Ok(edge.root())
    }

    /// The root over the first `size` entries as the entry after them signed it, without reading
    /// any other: what a page prints. Only [`Store::root_at`] says that the bytes agree.
    pub fn signed_root(&self, size: u64) -> Result<ledger::Hash, StoreError> {
        match signed_root(&self.conn, size)? {
            Some(root) => Ok(root),
            None => self.root_at(size),
        }
    }

    /// The leaves of the first `size` entries, computed from their bytes: what proofs are made of.
    pub fn leaves(&self, size: u64) -> Result<Vec<ledger::Hash>, StoreError> {
        let mut leaves = Vec::new();
        self.entries(Slice::first(size), |entry| {
            leaves.push(leaf_hash(entry.body.as_bytes(), &entry.signature));
            Ok::<_, StoreError>(())
        })?;
        Ok(leaves)
    }
}

impl View<'_> {
    /// The root over the first `size` entries as the entry after them signed it, or, where there is
    /// none yet, as the tree has it.
    pub fn signed_root(&self, size: u64) -> Result<ledger::Hash, StoreError> {
        if let Some(root) = signed_root(self.conn, size)? {
            return Ok(root);
        }
        let head = load_edge(self.conn)?.head();
        match head.size == size {
            true => Ok(head.root),
            false => Err(StoreError::NoSuchEntry { seq: size, last: head.size }),
        }
    }
}

/// The root over the first `size` entries, as the next entry states it.
fn signed_root(conn: &Connection, size: u64) -> Result<Option<ledger::Hash>, StoreError> {
    #[derive(serde::Deserialize)]
    struct Claim {
        prev: String,
    }
    let Some(next) = super::one(conn, size + 1)? else { return Ok(None) };
    serde_json::from_str::<Claim>(&next.body)
        .ok()
        .and_then(|claim| ledger::encoding::from_base64_exact(&claim.prev))
        .map(Some)
        .ok_or_else(|| StoreError::Unreadable { seq: next.seq, what: "it has no root".into() })
}
