//! `key`: the public keys that sign, and those that once did.

use domain::people::{KeyEnrolled, KeyHeld, KeyReplaced, KeyRetired, MachineEnrolled};
use domain::workspace::WorkspaceCreated;
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::append::Actor;
use crate::cell::{get, get_count, get_maybe_count, get_parsed};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "key",
    ddl: "
CREATE TABLE key (
    holder TEXT NOT NULL,
    key TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    public TEXT NOT NULL,
    PRIMARY KEY (holder, key, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str =
    "INSERT OR REPLACE INTO key (holder, key, from_seq, public) VALUES (?1, ?2, ?3, ?4)";
const END: &str = "UPDATE key SET to_seq = ?3 WHERE holder = ?1 AND key = ?2 AND to_seq IS NULL";
const IN_FORCE: &str = concat!(
    "SELECT holder, key, public, from_seq, NULL AS ended FROM key WHERE",
    standing!(),
    "ORDER BY from_seq, length(holder), holder"
);
const EVER: &str = "SELECT holder, key, public, from_seq,
    CASE WHEN to_seq <= ?1 THEN to_seq END AS ended
    FROM key WHERE from_seq <= ?1 ORDER BY from_seq, length(holder), holder";

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Whose.
    pub holder: Actor,
    /// Its id, eight hex digits.
    pub key: String,
    /// The public key's 32 bytes in base64.
    pub public: String,
    /// The entry that enrolled it.
    pub since: u64,
    /// The entry that replaced or retired it.
    pub ended: Option<u64>,
}

impl Key {
    /// The key as the rules of people see it; none for a machine's.
    pub fn of_person(&self) -> Option<KeyHeld> {
        match self.holder {
            Actor::Person(person) => {
                Some(KeyHeld { person, key: self.key.clone(), public: self.public.clone() })
            }
            Actor::Machine => None,
        }
    }
}

impl View<'_> {
    /// The keys in force, of people and machines, in the order they were enrolled in.
    pub fn keys(&self) -> Result<Vec<Key>, StoreError> {
        self.rows(IN_FORCE, [self.seq()], read)
    }

    /// Every key ever enrolled.
    pub fn keys_ever(&self) -> Result<Vec<Key>, StoreError> {
        self.rows(EVER, [self.seq()], read)
    }
}

pub(crate) fn founded(
    conn: &Connection,
    act: &Act,
    event: &WorkspaceCreated,
) -> Result<(), StoreError> {
    let WorkspaceCreated { founder, machine, .. } = event;
    put(conn, act, Actor::Person(founder.person), &founder.key, &founder.public)?;
    put(conn, act, Actor::Machine, &machine.key, &machine.public)
}

pub(crate) fn enrolled(
    conn: &Connection,
    act: &Act,
    event: &KeyEnrolled,
) -> Result<(), StoreError> {
    put(conn, act, Actor::Person(event.person), &event.key, &event.public)
}

pub(crate) fn machine_enrolled(
    conn: &Connection,
    act: &Act,
    event: &MachineEnrolled,
) -> Result<(), StoreError> {
    put(conn, act, Actor::Machine, &event.key, &event.public)
}

pub(crate) fn replaced(
    conn: &Connection,
    act: &Act,
    event: &KeyReplaced,
) -> Result<(), StoreError> {
    let holder = Actor::Person(event.person);
    end(conn, act, holder, &event.old)?;
    put(conn, act, holder, &event.key, &event.public)
}

pub(crate) fn retired(conn: &Connection, act: &Act, event: &KeyRetired) -> Result<(), StoreError> {
    end(conn, act, Actor::Person(event.person), &event.key)
}

fn put(
    conn: &Connection,
    act: &Act,
    holder: Actor,
    key: &str,
    public: &str,
) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![holder.to_string(), key, act.n(), public])?;
    Ok(())
}

fn end(conn: &Connection, act: &Act, holder: Actor, key: &str) -> Result<(), StoreError> {
    conn.prepare_cached(END)?.execute(params![holder.to_string(), key, act.n()])?;
    Ok(())
}

fn read(row: &Row<'_>, _: &View<'_>) -> Result<Key, StoreError> {
    Ok(Key {
        holder: get_parsed(row, "holder")?,
        key: get(row, "key")?,
        public: get(row, "public")?,
        since: get_count(row, "from_seq")?,
        ended: get_maybe_count(row, "ended")?,
    })
}
