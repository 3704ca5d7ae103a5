//! `ai_action`: the rows of batches beside the entries that bind them, many in one cell.
//!
//! A row is one line of canonical JSON, as its hash covers it. Runs of rows lie under the number of
//! their first, so any row is found by one look-up, and a million are read in a few thousand.

use domain::BatchRef;
use rusqlite::{Connection, params};

use crate::error::StoreError;

/// Rows leave only by the purging of their whole batch.
pub(crate) const DDL: &str = "
CREATE TABLE ai_action (
    place INTEGER PRIMARY KEY,
    count INTEGER NOT NULL CHECK (count > 0),
    rows BLOB NOT NULL
) STRICT;
CREATE TRIGGER ai_action_never_changed BEFORE UPDATE ON ai_action
BEGIN SELECT RAISE(ABORT, 'an AI action is never changed'); END;
CREATE TRIGGER ai_action_deleted_by_purging BEFORE DELETE ON ai_action
WHEN NOT EXISTS (SELECT 1 FROM batch_purged WHERE number = OLD.place >> 33)
BEGIN SELECT RAISE(ABORT, 'AI actions are deleted only by a recorded purge'); END;
";

const INSERT: &str = "INSERT INTO ai_action (place, count, rows) VALUES (?1, ?2, ?3)";
const FROM: &str = "SELECT place, rows FROM ai_action
    WHERE place >= (SELECT coalesce(max(place), ?2) FROM ai_action WHERE place <= ?1) AND place >= ?2 AND place <= ?3
    ORDER BY place";
const PURGE: &str = "DELETE FROM ai_action WHERE place BETWEEN ?1 AND ?2";
const BATCHES: &str = "SELECT DISTINCT place >> 33 AS number FROM ai_action";
const COPY: &str = "SELECT place, count, rows FROM ai_action WHERE place BETWEEN ?1 AND ?2";

/// Which rows of a file: those taken in, or those rejected with line and reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Taken in.
    Taken,
    /// Not taken in.
    Rejected,
}

impl Part {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Taken, Self::Rejected];
}

/// Where row `number` of a batch lies: 30 bits of batch, one of part, 32 of number.
fn place(batch: BatchRef, part: Part, number: u64) -> i64 {
    let part: i64 = match part {
        Part::Taken => 0,
        Part::Rejected => 1 << 32,
    };
    let number = i64::from(u32::try_from(number).unwrap_or(u32::MAX));
    (i64::from(batch.number() & 0x3fff_ffff) << 33) | part | number
}

/// Puts the run of `count` rows that begins with row `first`; `rows` has each with its line feed.
pub(crate) fn insert(
    conn: &Connection,
    (batch, part): (BatchRef, Part),
    first: u64,
    count: u64,
    rows: &[u8],
) -> Result<(), StoreError> {
    let place = place(batch, part, first);
    conn.prepare_cached(INSERT)?.execute(params![place, count.cast_signed(), rows])?;
    Ok(())
}

/// Gives each row from `first` on to `each`, with its number, until that answers `false`.
pub(crate) fn rows<E: From<StoreError>>(
    conn: &Connection,
    (batch, part): (BatchRef, Part),
    first: u64,
    mut each: impl FnMut(u64, &[u8]) -> Result<bool, E>,
) -> Result<(), E> {
    let off = |e: rusqlite::Error| E::from(StoreError::from(e));
    let (begin, end) = (place(batch, part, 0), place(batch, part, u64::MAX));
    let mut statement = conn.prepare_cached(FROM).map_err(off)?;
    let mut runs =
        statement.query(params![place(batch, part, first.max(1)), begin, end]).map_err(off)?;
    while let Some(run) = runs.next().map_err(off)? {
        let place: i64 = run.get(0).map_err(off)?;
        let rows = run.get_ref(1).map_err(off)?.as_blob().map_err(|e| off(e.into()))?;
        let begins = (place & 0xffff_ffff).cast_unsigned();
        for (number, row) in (begins..).zip(lines(rows)) {
            if number >= first && !each(number, row)? {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// The lines of a run, without their ends.
fn lines(run: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut begin = 0;
    let ends = memchr::memchr_iter(b'\n', run).chain((!run.ends_with(b"\n")).then_some(run.len()));
    ends.map(move |end| run.get(std::mem::replace(&mut begin, end + 1)..end).unwrap_or_default())
}

/// Deletes the rows of a batch; `secure_delete` overwrites their pages.
pub(crate) fn purge(conn: &Connection, batch: BatchRef) -> Result<(), StoreError> {
    let (begin, end) = whole(batch);
    conn.prepare_cached(PURGE)?.execute(params![begin, end])?;
    Ok(())
}

/// The numbers of the batches that have rows here.
pub(crate) fn batches(conn: &Connection) -> Result<Vec<u32>, StoreError> {
    let mut statement = conn.prepare(BATCHES)?;
    let found = statement.query_map([], |row| row.get::<_, i64>(0))?;
    let found: Vec<i64> = found.collect::<Result<_, _>>()?;
    Ok(found.into_iter().map(|number| u32::try_from(number).unwrap_or(0)).collect())
}

/// Copies the rows of a batch from another file.
pub(crate) fn copy(from: &Connection, to: &Connection, batch: BatchRef) -> Result<(), StoreError> {
    let (begin, end) = whole(batch);
    let mut statement = from.prepare_cached(COPY)?;
    let mut runs = statement.query(params![begin, end])?;
    let mut insert = to.prepare_cached(INSERT)?;
    while let Some(run) = runs.next()? {
        let (place, count): (i64, i64) = (run.get(0)?, run.get(1)?);
        let rows = run.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
        insert.execute(params![place, count, rows])?;
    }
    Ok(())
}

fn whole(batch: BatchRef) -> (i64, i64) {
    (place(batch, Part::Taken, 0), place(batch, Part::Rejected, u64::MAX))
}
