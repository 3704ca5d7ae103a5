//! `baseline`: what metrics are held against, a row per version. None ever ends: a later one
//! begins with a later period, or takes the place of one that begins with the same.

use domain::metric::{Baseline, BaselineSet, Period, Value};
use domain::{MetricRef, Text};
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{get_count, get_maybe_text, get_parsed, maybe_text};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "baseline",
    ddl: "
CREATE TABLE baseline (
    seq INTEGER PRIMARY KEY,
    metric TEXT NOT NULL,
    period TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT,
    by TEXT NOT NULL
) STRICT;
",
    versioned: false,
};

const INSERT: &str = "INSERT INTO baseline (seq, metric, period, value, reason, by)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const LINES: &str = "SELECT metric, period, value FROM baseline WHERE seq <= ?1 ORDER BY seq";
const OF_ONE: &str = "SELECT seq, metric, period, value, reason, by FROM baseline
    WHERE metric = ?2 AND seq <= ?1 ORDER BY seq";

/// A baseline, as it was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    /// The entry.
    pub seq: u64,
    /// The first period that is held against it.
    pub from: Period,
    /// Its value.
    pub value: Value,
    /// Why this value.
    pub reason: Option<Text>,
    /// Who set it.
    pub by: Actor,
}

impl View<'_> {
    /// Every baseline of every metric, in the order they were set in.
    pub(crate) fn lines(&self) -> Result<Vec<(MetricRef, Baseline)>, StoreError> {
        self.rows(LINES, [self.seq()], |row, _| {
            let (from, value) = (get_parsed(row, "period")?, get_parsed(row, "value")?);
            Ok((get_parsed(row, "metric")?, Baseline { from, value }))
        })
    }

    /// Every baseline of one metric, in the order they were set in.
    pub fn baselines_of(&self, metric: MetricRef) -> Result<Vec<Set>, StoreError> {
        let rows = self.rows(OF_ONE, params![self.seq(), metric.to_string()], read)?;
        Ok(rows.into_iter().map(|(_, set)| set).collect())
    }
}

pub(crate) fn set(conn: &Connection, act: &Act, event: &BaselineSet) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![
        act.n(),
        event.metric.to_string(),
        event.from.to_string(),
        event.value.to_string(),
        maybe_text(act.why.as_ref()),
        act.by.to_string(),
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<(MetricRef, Set), StoreError> {
    let set = Set {
        seq: get_count(row, "seq")?,
        from: get_parsed(row, "period")?,
        value: get_parsed(row, "value")?,
        reason: get_maybe_text(row, "reason", view)?,
        by: get_parsed(row, "by")?,
    };
    Ok((get_parsed(row, "metric")?, set))
}
