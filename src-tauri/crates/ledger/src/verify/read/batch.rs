//! The rows that a batch took in, as far as its entry binds them.

use crate::Head;
use crate::primitive::Hash;

use super::super::bytes::base64;
use super::super::json::Json;

/// A batch that an entry takes in. What is malformed binds nothing, and is no fault by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Batch {
    pub name: String,
    /// How many rows there are, and the root over their hashes.
    pub rows: Option<Head>,
    /// What it commits to as their salt.
    pub salt: Option<Hash>,
}

/// Reads the batch that an event takes in; none of another type, or without a name.
pub(super) fn read(event: &Json<'_>) -> Option<Batch> {
    if event.get("type")?.str()? != "batch.imported" {
        return None;
    }
    let name = event.get("batch")?.str()?.to_owned();
    let salt = event.get("salt").and_then(|salt| base64(salt.only("c")?.str()?));
    Some(Batch { name, rows: event.get("rows").and_then(rows), salt })
}

fn rows(rows: &Json<'_>) -> Option<Head> {
    let size = u64::try_from(rows.get("count")?.int()?).ok()?;
    Some(Head { size, root: base64(rows.get("root")?.str()?)? })
}
