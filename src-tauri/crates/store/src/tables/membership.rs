//! `membership`: who belongs to which team, from a day to a day.

use domain::people::{Membership, MembershipEnded, MembershipGiven, PersonLeft, TeamDisbanded};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::cell::{get, get_maybe_parsed, get_parsed};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "membership",
    ddl: "
CREATE TABLE membership (
    team TEXT NOT NULL,
    person TEXT NOT NULL,
    first_day TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    last_day TEXT,
    PRIMARY KEY (team, person, first_day, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO membership
    (team, person, first_day, from_seq, last_day) VALUES (?1, ?2, ?3, ?4, ?5)";
/// The first membership that still runs on the day it is ended.
const RUNNING: &str = "SELECT first_day FROM membership
    WHERE team = ?1 AND person = ?2 AND to_seq IS NULL AND (last_day IS NULL OR last_day > ?3)
    ORDER BY first_day LIMIT 1";
const END: &str = "UPDATE membership SET to_seq = ?4
    WHERE team = ?1 AND person = ?2 AND first_day = ?3 AND to_seq IS NULL AND from_seq < ?4";
/// What has begun runs until that day, ...
const CUT: &str = "INSERT OR REPLACE INTO membership (team, person, first_day, from_seq, last_day)
    SELECT team, person, first_day, ?2, ?3 FROM membership
    WHERE ?1 IN (team, person) AND to_seq IS NULL AND from_seq < ?2
      AND first_day <= ?3 AND (last_day IS NULL OR last_day > ?3)";
/// ... and what was to begin later, or now ends sooner, is true no more.
const CUT_END: &str = "UPDATE membership SET to_seq = ?2
    WHERE ?1 IN (team, person) AND to_seq IS NULL AND from_seq < ?2
      AND (last_day IS NULL OR last_day > ?3)";
const ALL: &str = concat!(
    "SELECT team, person, first_day, last_day FROM membership WHERE",
    standing!(),
    "ORDER BY length(team), team, length(person), person, first_day"
);

impl View<'_> {
    pub(super) fn memberships(&self) -> Result<Vec<Membership>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }
}

pub(crate) fn given(
    conn: &Connection,
    act: &Act,
    event: &MembershipGiven,
) -> Result<(), StoreError> {
    let MembershipGiven { team, person, from, to } = event;
    let (team, person, first) = (team.to_string(), person.to_string(), from.to_string());
    let last = to.map(|day| day.to_string());
    conn.prepare_cached(END)?.execute(params![team, person, first, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![team, person, first, act.n(), last])?;
    Ok(())
}

pub(crate) fn ended(
    conn: &Connection,
    act: &Act,
    event: &MembershipEnded,
) -> Result<(), StoreError> {
    let MembershipEnded { team, person, on } = event;
    let (team, person, on) = (team.to_string(), person.to_string(), on.to_string());
    let mut running = conn.prepare_cached(RUNNING)?;
    let mut rows = running.query(params![team, person, on])?;
    let Some(row) = rows.next()? else { return Ok(()) };
    let first: String = get(row, "first_day")?;
    conn.prepare_cached(END)?.execute(params![team, person, first, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![team, person, first, act.n(), on])?;
    Ok(())
}

pub(crate) fn left(conn: &Connection, act: &Act, event: &PersonLeft) -> Result<(), StoreError> {
    cut(conn, act, &event.person.to_string(), &event.on.to_string())
}

pub(crate) fn disbanded(
    conn: &Connection,
    act: &Act,
    event: &TeamDisbanded,
) -> Result<(), StoreError> {
    cut(conn, act, &event.team.to_string(), &event.on.to_string())
}

/// Ends the memberships of a team or a person; their references never look alike.
fn cut(conn: &Connection, act: &Act, whose: &str, on: &str) -> Result<(), StoreError> {
    let params = params![whose, act.n(), on];
    conn.prepare_cached(CUT)?.execute(params)?;
    conn.prepare_cached(CUT_END)?.execute(params)?;
    Ok(())
}

fn read(row: &Row<'_>, _: &View<'_>) -> Result<Membership, StoreError> {
    Ok(Membership {
        team: get_parsed(row, "team")?,
        person: get_parsed(row, "person")?,
        from: get_parsed(row, "first_day")?,
        to: get_maybe_parsed(row, "last_day")?,
    })
}
