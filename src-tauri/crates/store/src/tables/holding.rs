//! `holding`: who holds which role, from a day to a day.

use domain::RoleId;
use domain::people::{Holding, PersonLeft, RoleEnded, RoleGiven};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::cell::{get, get_maybe_parsed, get_parsed};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "holding",
    ddl: "
CREATE TABLE holding (
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    first_day TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    last_day TEXT,
    PRIMARY KEY (person, role, first_day, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO holding
    (person, role, first_day, from_seq, last_day) VALUES (?1, ?2, ?3, ?4, ?5)";
/// The first holding that still runs on the day it is ended.
const RUNNING: &str = "SELECT first_day FROM holding
    WHERE person = ?1 AND role = ?2 AND to_seq IS NULL AND (last_day IS NULL OR last_day > ?3)
    ORDER BY first_day LIMIT 1";
const END: &str = "UPDATE holding SET to_seq = ?4
    WHERE person = ?1 AND role = ?2 AND first_day = ?3 AND to_seq IS NULL AND from_seq < ?4";
/// Whoever leaves holds what has begun until that day, ...
const LEFT: &str = "INSERT OR REPLACE INTO holding (person, role, first_day, from_seq, last_day)
    SELECT person, role, first_day, ?2, ?3 FROM holding
    WHERE person = ?1 AND to_seq IS NULL AND from_seq < ?2
      AND first_day <= ?3 AND (last_day IS NULL OR last_day > ?3)";
/// ... and what was to begin later, or now ends sooner, is true no more.
const LEFT_END: &str = "UPDATE holding SET to_seq = ?2
    WHERE person = ?1 AND to_seq IS NULL AND from_seq < ?2 AND (last_day IS NULL OR last_day > ?3)";
const ALL: &str = concat!(
    "SELECT person, role, first_day, last_day FROM holding WHERE",
    standing!(),
    "ORDER BY length(person), person, role, first_day"
);

impl View<'_> {
    /// Every role that somebody holds, held or will hold, as far as it is recorded.
    pub fn holdings(&self) -> Result<Vec<Holding>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }
}

pub(crate) fn given(conn: &Connection, act: &Act, event: &RoleGiven) -> Result<(), StoreError> {
    let RoleGiven { person, role, from, to } = event;
    let (person, first) = (person.to_string(), from.to_string());
    conn.prepare_cached(END)?.execute(params![person, role.as_str(), first, act.n()])?;
    let last = to.map(|day| day.to_string());
    conn.prepare_cached(INSERT)?.execute(params![person, role.as_str(), first, act.n(), last])?;
    Ok(())
}

pub(crate) fn ended(conn: &Connection, act: &Act, event: &RoleEnded) -> Result<(), StoreError> {
    let RoleEnded { person, role, on } = event;
    let (person, role, on) = (person.to_string(), role.as_str(), on.to_string());
    let mut running = conn.prepare_cached(RUNNING)?;
    let mut rows = running.query(params![person, role, on])?;
    let Some(row) = rows.next()? else { return Ok(()) };
    let first: String = get(row, "first_day")?;
    conn.prepare_cached(END)?.execute(params![person, role, first, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![person, role, first, act.n(), on])?;
    Ok(())
}

pub(crate) fn left(conn: &Connection, act: &Act, event: &PersonLeft) -> Result<(), StoreError> {
    let PersonLeft { person, on } = event;
    let params = params![person.to_string(), act.n(), on.to_string()];
    conn.prepare_cached(LEFT)?.execute(params)?;
    conn.prepare_cached(LEFT_END)?.execute(params)?;
    Ok(())
}

fn read(row: &Row<'_>, _: &View<'_>) -> Result<Holding, StoreError> {
    Ok(Holding {
        person: get_parsed(row, "person")?,
        role: RoleId::new(get::<String>(row, "role")?),
        from: get_parsed(row, "first_day")?,
        to: get_maybe_parsed(row, "last_day")?,
    })
}
