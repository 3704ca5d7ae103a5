//! `raci`: the matrices in force and the drafts of them, each whole.

use std::collections::BTreeSet;

use domain::raci::lint::Governed;
use domain::raci::{Held, Matrix, RaciApplied, RaciDiscarded, RaciDrafted, Version};
use domain::workflow::Status;
use domain::{Moment, RaciId, RaciRowId, RoleId};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::cell::{
    get, get_count, get_json, get_maybe_count, get_maybe_parsed, get_parsed, get_word, json,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "raci",
    ddl: "
CREATE TABLE raci (
    matrix TEXT NOT NULL,
    draft INTEGER NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    terms TEXT NOT NULL,
    PRIMARY KEY (matrix, draft, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str =
    "INSERT OR REPLACE INTO raci (matrix, draft, from_seq, terms) VALUES (?1, ?2, ?3, ?4)";
const END: &str = "UPDATE raci SET to_seq = ?3
    WHERE matrix = ?1 AND draft = ?2 AND to_seq IS NULL AND from_seq < ?3";
const END_DRAFT: &str = "UPDATE raci SET to_seq = ?2
    WHERE matrix = ?1 AND draft = 1 AND to_seq IS NULL AND from_seq < ?3";
const MOVED: &str = "SELECT min(from_seq) AS moved FROM raci
    WHERE matrix = ?2 AND draft = 0 AND from_seq > ?3 AND from_seq <= ?1";
const ALL: &str = concat!(
    "SELECT matrix, draft, from_seq, terms FROM raci WHERE",
    standing!(),
    "ORDER BY (SELECT min(from_seq) FROM raci AS first WHERE first.matrix = raci.matrix), matrix"
);
const ONE: &str =
    concat!("SELECT matrix, draft, from_seq, terms FROM raci WHERE matrix = ?2 AND", standing!());
const HISTORY: &str = "SELECT terms, from_seq, change.at AS at
    FROM raci JOIN change ON seq = from_seq
    WHERE matrix = ?2 AND draft = 0 AND from_seq <= ?1 ORDER BY from_seq DESC";
const EVER: &str = "SELECT DISTINCT matrix FROM raci WHERE from_seq <= ?1";
/// Every row a matrix ever had.
const ROWS_EVER: &str = "SELECT DISTINCT json_extract(value, '$.row') AS row
    FROM raci, json_each(raci.terms, '$.rows') WHERE matrix = ?2 AND from_seq <= ?1";
/// The rows in force of the other matrices.
const OTHER_ROWS: &str = concat!(
    "SELECT json_extract(value, '$.row') AS row
    FROM raci, json_each(raci.terms, '$.rows') WHERE matrix <> ?2 AND draft = 0 AND",
    standing!()
);
/// Read at every keystroke, so nothing of a workflow but what is asked for.
const GOVERNED: &str = concat!(
    "SELECT workflow, owner, status, json_extract(facts, '$.approver') AS approver,
        json_extract(facts, '$.raci') AS row
    FROM workflow WHERE status <> 'retired' AND",
    standing!(),
    "ORDER BY length(workflow), workflow"
);

impl View<'_> {
    /// Every matrix in force or drafted, in the order they came.
    pub fn raci(&self) -> Result<Vec<(RaciId, Held)>, StoreError> {
        let mut found: Vec<(RaciId, Held)> = Vec::new();
        for (matrix, draft, version) in self.rows(ALL, [self.seq()], read)? {
            if found.last().is_none_or(|(last, _)| *last != matrix) {
                found.push((matrix, Held::default()));
            }
            if let Some((_, held)) = found.last_mut() {
                hold(held, draft, version);
            }
        }
        Ok(found)
    }

    /// A matrix as it was in force, newest first, each with its entry and when that was made.
    pub fn raci_history(&self, matrix: &RaciId) -> Result<Vec<(Matrix, u64, Moment)>, StoreError> {
        self.rows(HISTORY, params![self.seq(), matrix.as_str()], |row, view| {
            let terms = get_json(row, "terms", view)?;
            Ok((terms, get_count(row, "from_seq")?, get_parsed(row, "at")?))
        })
    }

    /// Every matrix there ever was.
    pub fn raci_ever(&self) -> Result<Vec<RaciId>, StoreError> {
        self.rows(EVER, [self.seq()], |row, _| Ok(RaciId::new(get::<String>(row, "matrix")?)))
    }

    /// One matrix, with what numbering its next row takes; empty when there is none.
    pub fn raci_matrix(&self, matrix: &RaciId) -> Result<Held, StoreError> {
        let mut held = Held { highest_row: self.highest_row(matrix)?, ..Held::default() };
        for (_, draft, version) in self.rows(ONE, params![self.seq(), matrix.as_str()], read)? {
            hold(&mut held, draft, version);
        }
        Ok(held)
    }

    /// The first entry after `since` that put `matrix` in force otherwise.
    pub fn raci_moved(&self, matrix: &RaciId, since: u64) -> Result<Option<u64>, StoreError> {
        let params = params![self.seq(), matrix.as_str(), since.cast_signed()];
        let moved = self.row(MOVED, params, |row, _| get_maybe_count(row, "moved"))?;
        Ok(moved.flatten())
    }

    /// The rows in force of every matrix but `matrix`.
    pub fn other_raci_rows(&self, matrix: &RaciId) -> Result<BTreeSet<RaciRowId>, StoreError> {
        let rows = self.rows(OTHER_ROWS, params![self.seq(), matrix.as_str()], row_id)?;
        Ok(rows.into_iter().collect())
    }

    /// The workflows that somebody must answer for, as far as RACI asks.
    pub fn governed(&self) -> Result<Vec<Governed>, StoreError> {
        self.rows(GOVERNED, [self.seq()], |row, _| {
            Ok(Governed {
                workflow: get_parsed(row, "workflow")?,
                row: get::<Option<String>>(row, "row")?.map(RaciRowId::new),
                owner: get_maybe_parsed(row, "owner")?,
                approver: get::<Option<String>>(row, "approver")?.map(RoleId::new),
                live: get_word::<Status>(row, "status")? == Status::Live,
            })
        })
    }

    fn highest_row(&self, matrix: &RaciId) -> Result<u32, StoreError> {
        let rows = self.rows(ROWS_EVER, params![self.seq(), matrix.as_str()], row_id)?;
        let number = |row: &RaciRowId| row.as_str().rsplit('/').next()?.parse().ok();
        Ok(rows.iter().filter_map(number).max().unwrap_or(0))
    }
}

pub(crate) fn drafted(conn: &Connection, act: &Act, event: &RaciDrafted) -> Result<(), StoreError> {
    end(conn, act, &event.terms.matrix, true)?;
    insert(conn, act, &event.terms, true)
}

pub(crate) fn discarded(
    conn: &Connection,
    act: &Act,
    event: &RaciDiscarded,
) -> Result<(), StoreError> {
    end(conn, act, &event.matrix, true)
}

pub(crate) fn applied(conn: &Connection, act: &Act, event: &RaciApplied) -> Result<(), StoreError> {
    end(conn, act, &event.terms.matrix, true)?;
    end(conn, act, &event.terms.matrix, false)?;
    insert(conn, act, &event.terms, false)
}

/// Puts a matrix in force as a decision proposed at entry `proposed` has it. A draft somebody has
/// kept since stays.
pub(crate) fn decided(
    conn: &Connection,
    act: &Act,
    terms: &Matrix,
    proposed: i64,
) -> Result<(), StoreError> {
    conn.prepare_cached(END_DRAFT)?.execute(params![terms.matrix.as_str(), act.n(), proposed])?;
    end(conn, act, &terms.matrix, false)?;
    insert(conn, act, terms, false)
}

fn end(conn: &Connection, act: &Act, matrix: &RaciId, draft: bool) -> Result<(), StoreError> {
    conn.prepare_cached(END)?.execute(params![matrix.as_str(), draft, act.n()])?;
    Ok(())
}

fn insert(conn: &Connection, act: &Act, terms: &Matrix, draft: bool) -> Result<(), StoreError> {
    let params = params![terms.matrix.as_str(), draft, act.n(), json(terms)?];
    conn.prepare_cached(INSERT)?.execute(params)?;
    Ok(())
}

fn hold(held: &mut Held, draft: bool, version: Version) {
    let place = if draft { &mut held.draft } else { &mut held.in_force };
    *place = Some(version);
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<(RaciId, bool, Version), StoreError> {
    Ok((
        RaciId::new(get::<String>(row, "matrix")?),
        get(row, "draft")?,
        Version { terms: get_json(row, "terms", view)?, since: get_count(row, "from_seq")? },
    ))
}

fn row_id(row: &Row<'_>, _: &View<'_>) -> Result<RaciRowId, StoreError> {
    Ok(RaciRowId::new(get::<String>(row, "row")?))
}
