//! `scope`: requirements and frameworks that are not asked here.

use domain::Text;
use domain::framework::FrameworkScoped;
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::append::Actor;
use crate::cell::{get, get_count, get_parsed, get_text, text};
use crate::error::StoreError;
use crate::project::Act;
use crate::tables::review::Mark;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "scope",
    ddl: "
CREATE TABLE scope (
    of TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    why TEXT NOT NULL,
    by TEXT NOT NULL,
    PRIMARY KEY (of, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO scope (of, from_seq, why, by) VALUES (?1, ?2, ?3, ?4)";
const END: &str = "UPDATE scope SET to_seq = ?2 WHERE of = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ALL: &str = concat!(
    "SELECT of, scope.why AS why, scope.by AS by, from_seq, change.at AS at
    FROM scope JOIN change ON change.seq = from_seq WHERE",
    standing!(),
    "ORDER BY of"
);

/// Something that is not asked here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutOfScope {
    /// Which requirement or framework, by reference.
    pub of: String,
    /// Why.
    pub why: Text,
    /// Who applied it.
    pub by: Actor,
    /// The entry, and when.
    pub made: Mark,
}

impl View<'_> {
    /// All that is not asked here, by reference.
    pub fn out_of_scope(&self) -> Result<Vec<OutOfScope>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// How a requirement or framework is set: none while it is asked.
    pub fn scope_of(&self, of: &str) -> Result<Option<FrameworkScoped>, StoreError> {
        let found = self.out_of_scope()?.into_iter().find(|one| one.of == of);
        Ok(found.map(|one| FrameworkScoped { of: one.of, out: Some(one.why) }))
    }
}

pub(crate) fn scoped(
    conn: &Connection,
    act: &Act,
    event: &FrameworkScoped,
) -> Result<(), StoreError> {
    conn.prepare_cached(END)?.execute(params![event.of, act.n()])?;
    if let Some(why) = &event.out {
        let params = params![event.of, act.n(), text(why), act.by.to_string()];
        conn.prepare_cached(INSERT)?.execute(params)?;
    }
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<OutOfScope, StoreError> {
    Ok(OutOfScope {
        of: get(row, "of")?,
        why: get_text(row, "why", view)?,
        by: get_parsed(row, "by")?,
        made: Mark { seq: get_count(row, "from_seq")?, at: get_parsed(row, "at")? },
    })
}
