//! Reading a file of an older version: a copy of it is brought up to date and read in its place.

use rusqlite::Connection;

use super::backup::copy_pages;
use super::connect::{self, Patience};
use super::{check, schema};
use crate::error::StoreError;

/// A copy of the file in this program's shape, to read alone; the file stays as it is. None where
/// it is of this shape already. Refused as damaged when its pages are not sound or its tables
/// cannot be made anew, as opening it to write refuses it.
///
/// SQLite keeps the copy in memory, or where that is little in a nameless file of its own, and
/// deletes it with the connection.
pub(super) fn brought_up(file: &Connection) -> Result<Option<Connection>, StoreError> {
    if schema::version(file)? == schema::VERSION {
        return Ok(None);
    }
    // The copy’s old tables are dropped unread: what is broken in them would show nowhere else.
    if let Some(trouble) = check::quickly(file)?.into_iter().next() {
        return Err(damaged(trouble.0));
    }
    let mut copy = Connection::open("")?;
    copy_pages(file, &mut copy, &mut |_| true)?;
    connect::guard(&copy, Patience::default())?;
    copy.pragma_update(None, "synchronous", "OFF")?;
    schema::upgrade(&mut copy).map_err(|error| {
        if let StoreError::Sqlite(refused) = &error {
            damaged(format!("its tables cannot be made anew from its entries ({refused})"))
        } else {
            error
        }
    })?;
    copy.pragma_update(None, "query_only", true)?;
    Ok(Some(copy))
}

fn damaged(what: String) -> StoreError {
    StoreError::Damaged { path: std::path::PathBuf::new(), what }
}
