//! `team`: which teams there are.

use domain::people::{Team, TeamDisbanded, TeamSet, Teams};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::cell::{get_maybe_parsed, get_parsed, get_text, text};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "team",
    ddl: "
CREATE TABLE team (
    team TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    name TEXT NOT NULL,
    manager TEXT,
    disbanded_on TEXT,
    PRIMARY KEY (team, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str =
    "INSERT OR REPLACE INTO team (team, from_seq, name, manager) VALUES (?1, ?2, ?3, ?4)";
const DISBANDED: &str = "INSERT OR REPLACE INTO team (team, from_seq, name, manager, disbanded_on)
    SELECT team, ?2, name, manager, ?3 FROM team WHERE team = ?1 AND to_seq IS NULL";
const END: &str =
    "UPDATE team SET to_seq = ?2 WHERE team = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ALL: &str = concat!(
    "SELECT team, name, manager, disbanded_on FROM team WHERE",
    standing!(),
    "ORDER BY length(team), team"
);

impl View<'_> {
    /// The teams there are or were, and who belongs to them.
    pub fn teams(&self) -> Result<Teams, StoreError> {
        let teams = self.rows(ALL, [self.seq()], read)?;
        Ok(Teams { teams, memberships: self.memberships()? })
    }
}

pub(crate) fn set(conn: &Connection, act: &Act, event: &TeamSet) -> Result<(), StoreError> {
    let TeamSet { team, name, manager } = event;
    let (team, manager) = (team.to_string(), manager.map(|person| person.to_string()));
    conn.prepare_cached(END)?.execute(params![team, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![team, act.n(), text(name), manager])?;
    Ok(())
}

pub(crate) fn disbanded(
    conn: &Connection,
    act: &Act,
    event: &TeamDisbanded,
) -> Result<(), StoreError> {
    let team = event.team.to_string();
    conn.prepare_cached(DISBANDED)?.execute(params![team, act.n(), event.on.to_string()])?;
    conn.prepare_cached(END)?.execute(params![team, act.n()])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Team, StoreError> {
    Ok(Team {
        team: get_parsed(row, "team")?,
        name: get_text(row, "name", view)?,
        manager: get_maybe_parsed(row, "manager")?,
        disbanded_on: get_maybe_parsed(row, "disbanded_on")?,
    })
}
