//! `finding`: findings that were put off, a row for each time.

use domain::rule::FindingPutOff;
use domain::{Moment, Text};
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{get, get_count, get_maybe_text, get_parsed, get_word, maybe_text, word};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "finding",
    ddl: "
CREATE TABLE finding (
    seq INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    about TEXT NOT NULL,
    part TEXT,
    until TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT
) STRICT;
",
    versioned: false,
};

const INSERT: &str = "INSERT INTO finding (seq, rule, about, part, until, at, by, reason)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
/// The last of each finding.
const ALL: &str = "SELECT seq, rule, about, part, until, at, by, reason FROM finding
    WHERE seq IN (SELECT max(seq) FROM finding WHERE seq <= ?1 GROUP BY rule, about, part)
    ORDER BY seq";

/// A finding that was put off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutOff {
    /// The entry.
    pub seq: u64,
    /// Which finding, and until when.
    pub terms: FindingPutOff,
    /// When it was put off.
    pub at: Moment,
    /// Who put it off.
    pub by: Actor,
    /// Why; none once erased.
    pub reason: Option<Text>,
}

impl View<'_> {
    /// Findings that were put off, each as it was last.
    pub fn put_off(&self) -> Result<Vec<PutOff>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }
}

pub(crate) fn put_off(
    conn: &Connection,
    act: &Act,
    event: &FindingPutOff,
) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![
        act.n(),
        word(&event.rule)?,
        event.about,
        event.part,
        event.until.to_string(),
        act.at.to_string(),
        act.by.to_string(),
        maybe_text(act.why.as_ref()),
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<PutOff, StoreError> {
    let terms = FindingPutOff {
        rule: get_word(row, "rule")?,
        about: get(row, "about")?,
        part: get(row, "part")?,
        until: get_parsed(row, "until")?,
    };
    Ok(PutOff {
        seq: get_count(row, "seq")?,
        terms,
        at: get_parsed(row, "at")?,
        by: get_parsed(row, "by")?,
        reason: get_maybe_text(row, "reason", view)?,
    })
}
