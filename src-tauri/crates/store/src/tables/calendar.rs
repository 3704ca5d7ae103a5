//! `calendar`: business days and holidays, each version as it was set.

use domain::cadence::CalendarSet;
use rusqlite::{Connection, params};

use super::{Table, standing};
use crate::cell::{get_json, json};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "calendar",
    ddl: "
CREATE TABLE calendar (
    from_seq INTEGER NOT NULL PRIMARY KEY,
    to_seq INTEGER,
    days TEXT NOT NULL
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO calendar (from_seq, days) VALUES (?1, ?2)";
const END: &str = "UPDATE calendar SET to_seq = ?1 WHERE to_seq IS NULL AND from_seq < ?1";
const ONE: &str = concat!("SELECT days FROM calendar WHERE", standing!());

impl View<'_> {
    /// The calendar in force; none while nobody has set one.
    pub fn calendar(&self) -> Result<Option<CalendarSet>, StoreError> {
        self.row(ONE, [self.seq()], |row, view| get_json(row, "days", view))
    }
}

pub(crate) fn set(conn: &Connection, act: &Act, event: &CalendarSet) -> Result<(), StoreError> {
    conn.prepare_cached(END)?.execute([act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![act.n(), json(event)?])?;
    Ok(())
}
