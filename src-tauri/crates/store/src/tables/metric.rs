//! `metric`: what is measured, each as it was described last.

use domain::metric::{
    Baseline, Class, Metric, MetricChanged, MetricRetired, MetricsDefined, Observed, Terms,
};
use domain::{MetricRef, Text};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::cell::{
    get, get_count, get_json, get_maybe_text, get_parsed, get_word, json, maybe_text,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "metric",
    ddl: "
CREATE TABLE metric (
    metric TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    retired INTEGER NOT NULL,
    reason TEXT,
    terms TEXT NOT NULL,
    PRIMARY KEY (metric, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO metric (metric, from_seq, retired, terms)
    VALUES (?1, ?2, 0, ?3)";
const RETIRED: &str = "INSERT OR REPLACE INTO metric (metric, from_seq, retired, reason, terms)
    SELECT metric, ?2, 1, ?3, terms FROM metric WHERE metric = ?1 AND to_seq IS NULL";
const END: &str =
    "UPDATE metric SET to_seq = ?2 WHERE metric = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ALL: &str = concat!(
    "SELECT metric, from_seq, retired, reason, terms FROM metric WHERE",
    standing!(),
    "ORDER BY length(metric), metric"
);
const ONE: &str = concat!(
    "SELECT metric, from_seq, retired, reason, terms FROM metric WHERE metric = ?2 AND",
    standing!()
);
const MEASURED: &str = concat!(
    "SELECT metric, json_extract(terms, '$.class') AS class,
        json_extract(terms, '$.derived') IS NOT NULL AS derived
    FROM metric WHERE retired = 0 AND",
    standing!(),
    "ORDER BY length(metric), metric"
);
const HISTORY: &str = "SELECT metric, from_seq, retired, reason, terms FROM metric
    WHERE metric = ?2 AND from_seq <= ?1 ORDER BY from_seq";

/// A metric, as it was described with one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// Its reference.
    pub metric: MetricRef,
    /// The entry since which this is so.
    pub since: u64,
    /// Whether it is measured no longer.
    pub retired: bool,
    /// Why it is not, where it was retired.
    pub reason: Option<Text>,
    /// What it is.
    pub terms: Terms,
}

impl View<'_> {
    /// Every metric, retired ones too, with its baselines and values, as the rules need it.
    pub fn metrics(&self) -> Result<Vec<Metric>, StoreError> {
        let described = self.rows(ALL, [self.seq()], read)?;
        let mut metrics: Vec<Metric> = described.into_iter().map(bare).collect();
        for (metric, baseline) in self.lines()? {
            if let Some(found) = find(&mut metrics, metric) {
                found.baselines.push(baseline);
            }
        }
        for (metric, observed) in self.observed()? {
            if let Some(found) = find(&mut metrics, metric) {
                found.observed = observed;
            }
        }
        Ok(metrics)
    }

    /// One metric, with its baselines and values; none of that reference, none.
    pub fn metric(&self, metric: MetricRef) -> Result<Option<Metric>, StoreError> {
        let described = self.row(ONE, params![self.seq(), metric.to_string()], read)?;
        let Some(mut found) = described.map(bare) else { return Ok(None) };
        let baselines = self.baselines_of(metric)?.into_iter();
        found.baselines =
            baselines.map(|set| Baseline { from: set.from, value: set.value }).collect();
        let observed = self.observations_of(metric)?.into_iter();
        found.observed = observed.map(|one| Observed::typed(one.period, one.value)).collect();
        Ok(Some(found))
    }

    /// What is measured: each metric with its class, and whether the desk counts it.
    pub fn measured(&self) -> Result<Vec<(MetricRef, Class, bool)>, StoreError> {
        self.rows(MEASURED, [self.seq()], |row, _| {
            Ok((get_parsed(row, "metric")?, get_word(row, "class")?, get(row, "derived")?))
        })
    }

    /// A metric as it was described, oldest first.
    pub fn metric_history(&self, metric: MetricRef) -> Result<Vec<Described>, StoreError> {
        self.rows(HISTORY, params![self.seq(), metric.to_string()], read)
    }
}

fn bare(described: Described) -> Metric {
    let Described { metric, retired, terms, since: _, reason: _ } = described;
    Metric { metric, terms, retired, baselines: Vec::new(), observed: Vec::new() }
}

/// Metrics are in order of their numbers.
fn find(metrics: &mut [Metric], metric: MetricRef) -> Option<&mut Metric> {
    let place = metrics.binary_search_by_key(&metric, |known| known.metric).ok()?;
    metrics.get_mut(place)
}

pub(crate) fn defined(
    conn: &Connection,
    act: &Act,
    event: &MetricsDefined,
) -> Result<(), StoreError> {
    event.metrics.iter().try_for_each(|new| describe(conn, act, new.metric, &new.terms))
}

pub(crate) fn changed(
    conn: &Connection,
    act: &Act,
    event: &MetricChanged,
) -> Result<(), StoreError> {
    describe(conn, act, event.metric, &event.terms)
}

fn describe(
    conn: &Connection,
    act: &Act,
    metric: MetricRef,
    terms: &Terms,
) -> Result<(), StoreError> {
    let metric = metric.to_string();
    conn.prepare_cached(END)?.execute(params![metric, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![metric, act.n(), json(terms)?])?;
    Ok(())
}

pub(crate) fn retired(
    conn: &Connection,
    act: &Act,
    event: &MetricRetired,
) -> Result<(), StoreError> {
    let metric = event.metric.to_string();
    conn.prepare_cached(RETIRED)?.execute(params![
        metric,
        act.n(),
        maybe_text(act.why.as_ref())
    ])?;
    conn.prepare_cached(END)?.execute(params![metric, act.n()])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Described, StoreError> {
    Ok(Described {
        metric: get_parsed(row, "metric")?,
        since: get_count(row, "from_seq")?,
        retired: get(row, "retired")?,
        reason: get_maybe_text(row, "reason", view)?,
        terms: get_json(row, "terms", view)?,
    })
}
