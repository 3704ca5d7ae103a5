//! `sample`: what was done on each sample, in order; what it comes to is the domain's to say.

use domain::people::SignedStatement;
use domain::sample::{Entered, Sample, SampleTested};
use domain::{BatchRef, Event, PersonRef, SampleRef};
use rusqlite::{Connection, Row, params};

use super::{Table, statement};
use crate::append::Actor;
use crate::cell::{
    get_count, get_json, get_maybe_parsed, get_maybe_text, get_parsed, json, maybe_text,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "sample",
    ddl: "
CREATE TABLE sample (
    sample TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    signed TEXT,
    event TEXT NOT NULL,
    why TEXT,
    PRIMARY KEY (sample, seq)
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

const INSERT: &str = "INSERT OR IGNORE INTO sample (sample, seq, at, by, signed, event, why)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const ALL: &str = "SELECT * FROM sample WHERE seq <= ?1 ORDER BY length(sample), sample, seq";
const ONE: &str = "SELECT * FROM sample WHERE seq <= ?1 AND sample = ?2 ORDER BY seq";
const SINCE: &str =
    "SELECT * FROM sample WHERE seq <= ?1 AND sample = ?2 AND seq > ?3 ORDER BY seq";
const OF: &str = "SELECT * FROM sample WHERE seq <= ?1 AND sample IN (
        SELECT sample FROM sample WHERE seq <= ?1
        AND json_extract(event, '$.type') = 'sample.planned'
        AND json_extract(event, '$.population.batch') = ?2)
    ORDER BY length(sample), sample, seq";
const TESTED: &str = "SELECT * FROM sample WHERE seq <= ?1
    AND json_extract(event, '$.type') = 'sample.tested' ORDER BY seq";
const FIRST_DATED: &str = "SELECT seq FROM sample WHERE seq <= ?1
    AND json_extract(event, '$.acted') IS NOT NULL ORDER BY seq LIMIT 1";
const COUNT: &str = "SELECT count(*) AS planned FROM sample
    WHERE seq <= ?1 AND json_extract(event, '$.type') = 'sample.planned'";

/// Something that was done on a sample.
struct Done {
    sample: SampleRef,
    entered: Entered,
    signed: Option<PersonRef>,
    event: Event,
    why: Option<domain::Text>,
}

impl View<'_> {
    /// Every sample, in the order of their references: also those given up, and those never drawn.
    pub fn samples(&self) -> Result<Vec<Sample>, StoreError> {
        Ok(told(self.rows(ALL, [self.seq()], read)?))
    }

    /// One sample.
    pub fn sample(&self, sample: SampleRef) -> Result<Option<Sample>, StoreError> {
        let done = self.rows(ONE, params![self.seq(), sample.to_string()], read)?;
        Ok(told(done).into_iter().next())
    }

    /// Every sample of a batch.
    pub fn samples_of(&self, batch: BatchRef) -> Result<Vec<Sample>, StoreError> {
        let samples =
            told(self.rows(OF, params![self.seq(), batch.to_string()], read)?).into_iter();
        Ok(samples.filter(|sample| sample.plan.population.batch == batch).collect())
    }

    /// Every test of an item, in the order entered: also those that a later one took the place of.
    pub fn samples_tested(&self) -> Result<Vec<(Entered, SampleTested)>, StoreError> {
        let mut tested = Vec::new();
        for Done { entered, event, .. } in self.rows(TESTED, [self.seq()], read)? {
            if let Event::SampleTested(test) = event {
                tested.push((entered, test));
            }
        }
        Ok(tested)
    }

    /// The first entry of a test that says when the AI acted; none where none does. Reads every entry of
    /// every sample.
    pub fn first_dated_test(&self) -> Result<Option<u64>, StoreError> {
        self.row(FIRST_DATED, [self.seq()], |row, _| get_count(row, "seq"))
    }

    /// Brings a sample that stood after the entry `after` to the moment of this view: whoever walks
    /// from entry to entry reads each once.
    pub fn sample_since(&self, sample: &mut Sample, after: u64) -> Result<(), StoreError> {
        let of = params![self.seq(), sample.reference().to_string(), after.cast_signed()];
        for Done { entered, signed, event, why, .. } in self.rows(SINCE, of, read)? {
            sample.then(event, entered, signed.unwrap_or(entered.by), why);
        }
        Ok(())
    }

    /// The reference of the next sample.
    pub fn next_sample(&self) -> Result<SampleRef, StoreError> {
        let planned = self.row(COUNT, [self.seq()], |row, _| get_count(row, "planned"))?;
        Ok(SampleRef::new(u32::try_from(planned.unwrap_or(0) + 1).unwrap_or(u32::MAX)))
    }
}

/// Keeps what was done on a sample.
pub(crate) fn done(conn: &Connection, act: &Act, sample: SampleRef) -> Result<(), StoreError> {
    insert(conn, act, sample, None)
}

/// Keeps what was done on a sample by a statement, and the statement.
pub(crate) fn signed(
    conn: &Connection,
    act: &Act,
    sample: SampleRef,
    signed: &SignedStatement,
) -> Result<(), StoreError> {
    // One that cannot be read is the verifier's to name.
    let read: Option<serde_json::Value> = serde_json::from_str(&signed.statement).ok();
    let by = read.as_ref().and_then(|read| read.get("by")?.as_str()?.parse().ok());
    insert(conn, act, sample, by)?;
    statement::carried(conn, act, std::slice::from_ref(signed))
}

fn insert(
    conn: &Connection,
    act: &Act,
    sample: SampleRef,
    signed: Option<PersonRef>,
) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![
        sample.to_string(),
        act.n(),
        act.at.to_string(),
        act.by.to_string(),
        signed.map(|person| person.to_string()),
        json(&act.event)?,
        maybe_text(act.why.as_ref()),
    ])?;
    Ok(())
}

/// The samples that what was done makes. What comes before a plan is about nothing.
fn told(done: Vec<Done>) -> Vec<Sample> {
    let mut samples: Vec<Sample> = Vec::new();
    for Done { sample, entered, signed, event, why } in done {
        let known = samples.last_mut().filter(|last| last.reference() == sample);
        if let Some(known) = known {
            known.then(event, entered, signed.unwrap_or(entered.by), why);
        } else if let Event::SamplePlanned(plan) = event {
            samples.push(Sample::planned(plan, entered, why));
        }
    }
    samples
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Done, StoreError> {
    let sample: SampleRef = get_parsed(row, "sample")?;
    let by = match get_parsed(row, "by")? {
        Actor::Person(person) => person,
        Actor::Machine => {
            return Err(StoreError::Inconsistent { what: format!("a machine worked on {sample}") });
        }
    };
    Ok(Done {
        sample,
        entered: Entered { entry: get_count(row, "seq")?, at: get_parsed(row, "at")?, by },
        signed: get_maybe_parsed(row, "signed")?,
        event: get_json(row, "event", view)?,
        why: get_maybe_text(row, "why", view)?,
    })
}
