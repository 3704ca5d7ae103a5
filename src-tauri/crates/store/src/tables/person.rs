//! `person`: who there is.

use chrono::NaiveDate;
use domain::people::{PersonAdded, PersonChanged, PersonLeft};
use domain::workspace::WorkspaceCreated;
use domain::{PersonRef, Text};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::cell::{get_count, get_maybe_parsed, get_maybe_text, get_parsed, get_text};
use crate::cell::{maybe_text, text};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "person",
    ddl: "
CREATE TABLE person (
    person TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    name TEXT NOT NULL,
    contact TEXT,
    left_on TEXT,
    PRIMARY KEY (person, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO person
    (person, from_seq, name, contact) VALUES (?1, ?2, ?3, ?4)";
const LEFT: &str = "INSERT OR REPLACE INTO person (person, from_seq, name, contact, left_on)
    SELECT person, ?2, name, contact, ?3 FROM person WHERE person = ?1 AND to_seq IS NULL";
const END: &str = "UPDATE person SET to_seq = ?2
    WHERE person = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ALL: &str = concat!(
    "SELECT person, from_seq, name, contact, left_on FROM person WHERE",
    standing!(),
    "ORDER BY length(person), person"
);
const ONE: &str = concat!(
    "SELECT person, from_seq, name, contact, left_on FROM person WHERE person = ?2 AND",
    standing!()
);

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their reference.
    pub person: PersonRef,
    /// Their name.
    pub name: Text,
    /// Where to reach them.
    pub contact: Option<Text>,
    /// Their last day, once they have left.
    pub left_on: Option<NaiveDate>,
    /// The entry since which this is known of them.
    pub since: u64,
}

impl View<'_> {
    /// Everybody, also who has left, by reference.
    pub fn people(&self) -> Result<Vec<Person>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// One person.
    pub fn person(&self, person: PersonRef) -> Result<Option<Person>, StoreError> {
        self.row(ONE, params![self.seq(), person.to_string()], read)
    }
}

pub(crate) fn founded(
    conn: &Connection,
    act: &Act,
    event: &WorkspaceCreated,
) -> Result<(), StoreError> {
    put(conn, act, event.founder.person, &event.founder.name, None)
}

pub(crate) fn added(conn: &Connection, act: &Act, event: &PersonAdded) -> Result<(), StoreError> {
    let PersonAdded { person, name, contact } = event;
    put(conn, act, *person, name, contact.as_ref())
}

pub(crate) fn changed(
    conn: &Connection,
    act: &Act,
    event: &PersonChanged,
) -> Result<(), StoreError> {
    let PersonChanged { person, name, contact } = event;
    put(conn, act, *person, name, contact.as_ref())
}

pub(crate) fn left(conn: &Connection, act: &Act, event: &PersonLeft) -> Result<(), StoreError> {
    let PersonLeft { person, on } = event;
    let person = person.to_string();
    conn.prepare_cached(LEFT)?.execute(params![person, act.n(), on.to_string()])?;
    conn.prepare_cached(END)?.execute(params![person, act.n()])?;
    Ok(())
}

fn put(
    conn: &Connection,
    act: &Act,
    person: PersonRef,
    name: &Text,
    contact: Option<&Text>,
) -> Result<(), StoreError> {
    let person = person.to_string();
    conn.prepare_cached(END)?.execute(params![person, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![
        person,
        act.n(),
        text(name),
        maybe_text(contact)
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Person, StoreError> {
    Ok(Person {
        person: get_parsed(row, "person")?,
        name: get_text(row, "name", view)?,
        contact: get_maybe_text(row, "contact", view)?,
        left_on: get_maybe_parsed(row, "left_on")?,
        since: get_count(row, "from_seq")?,
    })
}
