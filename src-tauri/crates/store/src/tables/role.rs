//! `role`: which roles there are.

use domain::people::RolesDefined;
use domain::{RoleId, Text};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::cell::{get, get_text, text};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "role",
    ddl: "
CREATE TABLE role (
    role TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    defined INTEGER NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (role, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

/// A role that is named anew keeps the place it was first defined in.
const INSERT: &str = "INSERT OR REPLACE INTO role (role, from_seq, defined, place, name)
    SELECT ?1, ?2, coalesce(first.defined, ?2), coalesce(first.place, ?3), ?4
    FROM (SELECT 1) LEFT JOIN (SELECT defined, place FROM role WHERE role = ?1 LIMIT 1) AS first";
const END: &str =
    "UPDATE role SET to_seq = ?2 WHERE role = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ALL: &str =
    concat!("SELECT role, name FROM role WHERE", standing!(), "ORDER BY defined, place");

/// A role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its identifier, such as `executive-sponsor`.
    pub role: RoleId,
    /// What people call it.
    pub name: Text,
}

impl View<'_> {
    /// The roles there are, in the order they were defined in.
    pub fn roles(&self) -> Result<Vec<Role>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }
}

pub(crate) fn defined(
    conn: &Connection,
    act: &Act,
    event: &RolesDefined,
) -> Result<(), StoreError> {
    for (place, definition) in (0_i64..).zip(&event.roles) {
        let role = definition.role.as_str();
        conn.prepare_cached(END)?.execute(params![role, act.n()])?;
        conn.prepare_cached(INSERT)?.execute(params![
            role,
            act.n(),
            place,
            text(&definition.name)
        ])?;
    }
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Role, StoreError> {
    Ok(Role { role: RoleId::new(get::<String>(row, "role")?), name: get_text(row, "name", view)? })
}
