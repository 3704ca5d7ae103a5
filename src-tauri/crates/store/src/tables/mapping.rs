//! `mapping`: what a team holds to be evidence for requirements of frameworks.

use domain::Text;
use domain::framework::{FrameworkMapped, FrameworkUnmapped, Shown};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::append::Actor;
use crate::cell::{get, get_count, get_json, get_parsed, get_text, json, text};
use crate::error::StoreError;
use crate::project::Act;
use crate::tables::review::Mark;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "mapping",
    ddl: "
CREATE TABLE mapping (
    requirement TEXT NOT NULL,
    shown TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    what TEXT NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    PRIMARY KEY (requirement, shown, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO mapping
    (requirement, shown, from_seq, what, reason, by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const END: &str = "UPDATE mapping SET to_seq = ?3
    WHERE requirement = ?1 AND shown = ?2 AND to_seq IS NULL AND from_seq < ?3";
const ALL: &str = concat!(
    "SELECT requirement, what, reason, mapping.by AS by, from_seq, change.at AS at
    FROM mapping JOIN change ON change.seq = from_seq WHERE",
    standing!(),
    "ORDER BY from_seq"
);

/// Something that shows a requirement, as somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// Which requirement, by reference.
    pub requirement: String,
    /// What shows it.
    pub shown: Shown,
    /// Why.
    pub reason: Text,
    /// Who said so.
    pub by: Actor,
    /// The entry, and when.
    pub made: Mark,
}

impl View<'_> {
    /// Everything that is mapped to a requirement, in the order in which it was.
    pub fn mappings(&self) -> Result<Vec<Mapping>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// What is mapped to one requirement.
    pub fn mapped_to(&self, requirement: &str) -> Result<Vec<Shown>, StoreError> {
        let all = self.mappings()?.into_iter();
        Ok(all.filter(|one| one.requirement == requirement).map(|one| one.shown).collect())
    }
}

pub(crate) fn mapped(
    conn: &Connection,
    act: &Act,
    event: &FrameworkMapped,
) -> Result<(), StoreError> {
    let FrameworkMapped { requirement, shown, reason } = event;
    let key = shown.to_string();
    conn.prepare_cached(END)?.execute(params![requirement, key, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![
        requirement,
        key,
        act.n(),
        json(shown)?,
        text(reason),
        act.by.to_string(),
    ])?;
    Ok(())
}

pub(crate) fn unmapped(
    conn: &Connection,
    act: &Act,
    event: &FrameworkUnmapped,
) -> Result<(), StoreError> {
    let key = event.shown.to_string();
    conn.prepare_cached(END)?.execute(params![event.requirement, key, act.n()])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Mapping, StoreError> {
    Ok(Mapping {
        requirement: get(row, "requirement")?,
        shown: get_json(row, "what", view)?,
        reason: get_text(row, "reason", view)?,
        by: get_parsed(row, "by")?,
        made: Mark { seq: get_count(row, "from_seq")?, at: get_parsed(row, "at")? },
    })
}
