//! `rules`: which rules are on and their numbers, each version whole.

use domain::Moment;
use domain::people::Standing;
use domain::rule::{Among, Settings};
use rusqlite::{Connection, params};

use super::{Table, standing};
use crate::cell::{get, get_count, get_json, get_parsed, json};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "rules",
    ddl: "
CREATE TABLE rules (
    from_seq INTEGER NOT NULL PRIMARY KEY,
    to_seq INTEGER,
    settings TEXT NOT NULL
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO rules (from_seq, settings) VALUES (?1, ?2)";
const END: &str = "UPDATE rules SET to_seq = ?1 WHERE to_seq IS NULL AND from_seq < ?1";
const ONE: &str = concat!("SELECT settings FROM rules WHERE", standing!());
const HISTORY: &str = "SELECT settings, from_seq, change.at AS at
    FROM rules JOIN change ON seq = from_seq WHERE from_seq <= ?1 ORDER BY from_seq DESC";
const ROWS: &str = concat!(
    "SELECT json_extract(value, '$.row') AS row
    FROM raci, json_each(raci.terms, '$.rows') WHERE draft = 0 AND",
    standing!()
);
const MEASURED: &str = concat!("SELECT metric FROM metric WHERE retired = 0 AND", standing!());

impl View<'_> {
    /// Which rules are on, and their numbers; as a workspace starts while nobody has set them.
    pub fn rules(&self) -> Result<Settings, StoreError> {
        let set = self.row(ONE, [self.seq()], |row, view| get_json(row, "settings", view))?;
        Ok(set.unwrap_or_default())
    }

    /// Every version of the rules' settings with its entry and when it was made, newest first.
    pub fn rules_history(&self) -> Result<Vec<(Settings, u64, Moment)>, StoreError> {
        self.rows(HISTORY, [self.seq()], |row, view| {
            let settings = get_json(row, "settings", view)?;
            Ok((settings, get_count(row, "from_seq")?, get_parsed(row, "at")?))
        })
    }

    /// The entry since which the rules are set so; 0 while nobody has set them.
    pub fn rules_since(&self) -> Result<u64, StoreError> {
        Ok(self.rules_history()?.first().map_or(0, |(_, entry, _)| *entry))
    }

    /// The first entry after `since` that set the rules otherwise.
    pub fn rules_moved(&self, since: u64) -> Result<Option<u64>, StoreError> {
        let later = self.rules_history()?.into_iter().map(|(_, entry, _)| entry);
        Ok(later.filter(|entry| *entry > since).min())
    }

    /// What a workflow is judged among, with who there is on the day of `standing`.
    pub fn among(&self, standing: Standing) -> Result<Among, StoreError> {
        let rows = self.rows(ROWS, [self.seq()], |row, _| get::<String>(row, "row"))?;
        let measured = self.rows(MEASURED, [self.seq()], |row, _| get_parsed(row, "metric"))?;
        Ok(Among {
            standing,
            settings: self.rules()?,
            rows: rows.into_iter().map(domain::RaciRowId::new).collect(),
            measured: measured.into_iter().collect(),
        })
    }
}

pub(crate) fn set(conn: &Connection, act: &Act, settings: &Settings) -> Result<(), StoreError> {
    conn.prepare_cached(END)?.execute([act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![act.n(), json(settings)?])?;
    Ok(())
}
