//! `observation`: what metrics came to, a row per value and its corrections.

use domain::metric::{ObservationCorrected, ObservationRecorded, Observed, Period, Value};
use domain::{MetricRef, ReviewRef, Text};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::append::Actor;
use crate::cell::{get, get_count, get_maybe_text, get_parsed, maybe_text, spelled};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "observation",
    ddl: "
CREATE TABLE observation (
    metric TEXT NOT NULL,
    period TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    value TEXT NOT NULL,
    reason TEXT,
    review TEXT,
    by TEXT NOT NULL,
    PRIMARY KEY (metric, period, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO observation
    (metric, period, from_seq, value, reason, review, by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const END: &str = "UPDATE observation SET to_seq = ?3
    WHERE metric = ?1 AND period = ?2 AND to_seq IS NULL AND from_seq < ?3";
/// Bare: lists judge thousands of values, and ask nothing else of them.
const VALUES: &str = concat!(
    "SELECT metric, period, value FROM observation WHERE",
    standing!(),
    "ORDER BY metric, period"
);
const OF_ONE: &str = concat!(
    "SELECT metric, period, from_seq, value, reason, review, by FROM observation
    WHERE metric = ?2 AND",
    standing!(),
    "ORDER BY period"
);
const HISTORY: &str = "SELECT metric, period, from_seq, value, reason, review, by FROM observation
    WHERE metric = ?2 AND from_seq <= ?1 ORDER BY period, from_seq";

/// A value, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The entry.
    pub since: u64,
    /// In which period.
    pub period: Period,
    /// What it came to.
    pub value: Value,
    /// Why an earlier value was wrong, where this one corrects it.
    pub reason: Option<Text>,
    /// The review in whose call it was typed.
    pub review: Option<ReviewRef>,
    /// Who typed it.
    pub by: Actor,
}

impl View<'_> {
    /// What every metric came to as it was corrected last, in order of time.
    pub(crate) fn observed(&self) -> Result<Vec<(MetricRef, Vec<Observed>)>, StoreError> {
        let mut all: Vec<(MetricRef, Vec<Observed>)> = Vec::new();
        // Tens of thousands of rows: a metric's reference is read once, not in each of them.
        let mut running = String::new();
        self.each(VALUES, [self.seq()], |row, _| {
            let observed = Observed::typed(get_parsed(row, 1)?, get_parsed(row, 2)?);
            let metric = spelled(row, 0)?;
            match all.last_mut().filter(|_| running == metric) {
                Some((_, values)) => values.push(observed),
                None => {
                    metric.clone_into(&mut running);
                    all.push((get_parsed(row, 0)?, vec![observed]));
                }
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// Every value of one metric as it was corrected last, in order of time.
    pub fn observations_of(&self, metric: MetricRef) -> Result<Vec<Observation>, StoreError> {
        let rows = self.rows(OF_ONE, params![self.seq(), metric.to_string()], read)?;
        Ok(rows.into_iter().map(|(_, observation)| observation).collect())
    }

    /// Every value a metric ever had, those that were corrected too, in order of time.
    pub fn observation_history(&self, metric: MetricRef) -> Result<Vec<Observation>, StoreError> {
        let params = params![self.seq(), metric.to_string()];
        let rows = self.rows(HISTORY, params, read)?;
        Ok(rows.into_iter().map(|(_, observation)| observation).collect())
    }
}

pub(crate) fn recorded(
    conn: &Connection,
    act: &Act,
    event: &ObservationRecorded,
) -> Result<(), StoreError> {
    let ObservationRecorded { metric, period, value, review } = event;
    insert(conn, act, (*metric, *period, *value), None, review.as_ref())
}

pub(crate) fn corrected(
    conn: &Connection,
    act: &Act,
    event: &ObservationCorrected,
) -> Result<(), StoreError> {
    let ObservationCorrected { metric, period, value, review } = event;
    insert(conn, act, (*metric, *period, *value), act.why.as_ref(), review.as_ref())
}

fn insert(
    conn: &Connection,
    act: &Act,
    (metric, period, value): (MetricRef, Period, Value),
    reason: Option<&Text>,
    review: Option<&ReviewRef>,
) -> Result<(), StoreError> {
    let (metric, period) = (metric.to_string(), period.to_string());
    conn.prepare_cached(END)?.execute(params![metric, period, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![
        metric,
        period,
        act.n(),
        value.to_string(),
        maybe_text(reason),
        review.map(ReviewRef::as_str),
        act.by.to_string(),
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<(MetricRef, Observation), StoreError> {
    let observation = Observation {
        since: get_count(row, "from_seq")?,
        period: get_parsed(row, "period")?,
        value: get_parsed(row, "value")?,
        reason: get_maybe_text(row, "reason", view)?,
        review: get::<Option<String>>(row, "review")?.map(ReviewRef::new),
        by: get_parsed(row, "by")?,
    };
    Ok((get_parsed(row, "metric")?, observation))
}
