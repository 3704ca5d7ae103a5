//! `stint`: the orders of a role, its deputies and whom to call, each place from a day to a day.

use std::collections::BTreeMap;

use domain::RoleId;
use domain::people::{DeputiesNamed, OnCallSet, PersonLeft, Stint};
use rusqlite::{Connection, params};

use super::{Table, standing};
use crate::cell::{get, get_maybe_parsed, get_parsed};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "stint",
    ddl: "
CREATE TABLE stint (
    what TEXT NOT NULL,
    role TEXT NOT NULL,
    place INTEGER NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    person TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT,
    PRIMARY KEY (what, role, place, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const DEPUTY: &str = "deputy";
const ON_CALL: &str = "on-call";

const INSERT: &str = "INSERT OR REPLACE INTO stint
    (what, role, place, from_seq, person, first_day, last_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const END: &str = "UPDATE stint SET to_seq = ?3
    WHERE what = ?1 AND role = ?2 AND to_seq IS NULL AND from_seq < ?3";
/// Whoever leaves keeps the places that have begun until that day, ...
const LEFT: &str = "INSERT OR REPLACE INTO stint
    (what, role, place, from_seq, person, first_day, last_day)
    SELECT what, role, place, ?2, person, first_day, ?3 FROM stint
    WHERE person = ?1 AND to_seq IS NULL AND from_seq < ?2
      AND first_day <= ?3 AND (last_day IS NULL OR last_day > ?3)";
/// ... and what was to begin later, or now ends sooner, is true no more.
const LEFT_END: &str = "UPDATE stint SET to_seq = ?2
    WHERE person = ?1 AND to_seq IS NULL AND from_seq < ?2 AND (last_day IS NULL OR last_day > ?3)";
const ALL: &str = concat!(
    "SELECT role, person, first_day, last_day FROM stint WHERE what = ?2 AND",
    standing!(),
    "ORDER BY role, place"
);

impl View<'_> {
    /// The deputies of each role, in the order in which they are asked.
    pub fn deputies(&self) -> Result<BTreeMap<RoleId, Vec<Stint>>, StoreError> {
        self.orders(DEPUTY)
    }

    /// Whom to call for each role, in that order.
    pub fn on_call(&self) -> Result<BTreeMap<RoleId, Vec<Stint>>, StoreError> {
        self.orders(ON_CALL)
    }

    fn orders(&self, what: &str) -> Result<BTreeMap<RoleId, Vec<Stint>>, StoreError> {
        let rows = self.rows(ALL, params![self.seq(), what], |row, _| {
            let stint = Stint {
                person: get_parsed(row, "person")?,
                from: get_parsed(row, "first_day")?,
                to: get_maybe_parsed(row, "last_day")?,
            };
            Ok((RoleId::new(get::<String>(row, "role")?), stint))
        })?;
        let mut orders: BTreeMap<RoleId, Vec<Stint>> = BTreeMap::new();
        for (role, stint) in rows {
            orders.entry(role).or_default().push(stint);
        }
        Ok(orders)
    }
}

pub(crate) fn deputies_named(
    conn: &Connection,
    act: &Act,
    event: &DeputiesNamed,
) -> Result<(), StoreError> {
    put(conn, act, DEPUTY, &event.role, &event.deputies)
}

pub(crate) fn on_call_set(
    conn: &Connection,
    act: &Act,
    event: &OnCallSet,
) -> Result<(), StoreError> {
    put(conn, act, ON_CALL, &event.role, &event.order)
}

pub(crate) fn left(conn: &Connection, act: &Act, event: &PersonLeft) -> Result<(), StoreError> {
    let PersonLeft { person, on } = event;
    let params = params![person.to_string(), act.n(), on.to_string()];
    conn.prepare_cached(LEFT)?.execute(params)?;
    conn.prepare_cached(LEFT_END)?.execute(params)?;
    Ok(())
}

fn put(
    conn: &Connection,
    act: &Act,
    what: &str,
    role: &RoleId,
    order: &[Stint],
) -> Result<(), StoreError> {
    let role = role.as_str();
    conn.prepare_cached(END)?.execute(params![what, role, act.n()])?;
    for (place, Stint { person, from, to }) in (0_i64..).zip(order) {
        let (first, last) = (from.to_string(), to.map(|day| day.to_string()));
        conn.prepare_cached(INSERT)?.execute(params![
            what,
            role,
            place,
            act.n(),
            person.to_string(),
            first,
            last
        ])?;
    }
    Ok(())
}
