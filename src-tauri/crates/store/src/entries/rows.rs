//! Reading the ledger's rows one by one, and cells whatever lies in them.

use rusqlite::{Connection, Row};

use super::Slice;
use crate::error::StoreError;

/// Hands every row of `sql`, which takes the first and the last entry, to `take`.
pub(super) fn each<E: From<StoreError>>(
    conn: &Connection,
    sql: &str,
    slice: Slice,
    mut take: impl FnMut(&Row<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let mut statement = conn.prepare_cached(sql).map_err(StoreError::from)?;
    let bounds = [slice.from.cast_signed(), slice.to.cast_signed()];
    let mut rows = statement.query(bounds).map_err(StoreError::from)?;
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        take(row)?;
    }
    Ok(())
}

/// The bytes of a cell that the query casts to some, whatever lies there; of nothing, none.
pub(super) fn bytes(row: &Row<'_>, column: usize) -> Result<Vec<u8>, StoreError> {
    Ok(row.get::<_, Option<Vec<u8>>>(column)?.unwrap_or_default())
}
