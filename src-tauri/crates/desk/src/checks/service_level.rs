//! What was to be done by when, read from a file that a person chose.

use chrono_tz::Tz;
use domain::Text;
use domain::batch::File;
use domain::check::{Asks, Found};
use domain::service_level::{Kept, ServiceLevel};
use intake::read::ReadOptions;
use intake::service_level::Promises;

use super::LateShown;
use crate::files::{Files, Grant, Purpose, file_name};
use crate::imports::{self, RejectedRow, must_be_as_seen, unreadable};
use crate::{Problem, when};

/// Rows that are listed one by one.
const LISTED: usize = 200;

/// What was promised, as its file says it.
pub(super) struct Level {
    pub(super) asks: Asks,
    pub(super) found: Found,
    /// Those late and those still not done, the longest due first.
    pub(super) late: Vec<LateShown>,
    /// The first of the rows that could not be read.
    pub(super) rejected: Vec<RejectedRow>,
}

/// Reads the file and counts it as it stands at `now`.
///
/// # Errors
/// `import-changed` where it is no longer the file that was looked at.
pub(super) fn level(
    files: &dyn Files,
    (what, grant, sha256): (&str, &Grant, Option<&String>),
    now: domain::Moment,
    zone: Tz,
) -> Result<Level, Problem> {
    let path = files.path(grant, Purpose::ReadInventory)?;
    let bytes = imports::bytes(&path)?;
    let read = intake::service_level::read(&bytes, &ReadOptions::default(), zone);
    let Promises { promised, rejected, file } = read.map_err(unreadable)?;
    must_be_as_seen(sha256, &file.sha256)?;
    let counts = ServiceLevel::of(&promised, now);
    let found = Found::ServiceLevel {
        on_time: counts.on_time,
        late: counts.late,
        overdue: counts.overdue,
        waiting: counts.waiting,
        rejected: rejected.len() as u64,
    };
    let mut missed: Vec<_> =
        promised.iter().filter(|one| matches!(one.kept(now), Kept::Late | Kept::Overdue)).collect();
    missed.sort_by_key(|one| one.due);
    let late = missed.into_iter().take(LISTED).map(|one| LateShown {
        reference: one.reference.clone(),
        due: when::local(one.due, zone),
        done: one.done.map(|done| when::local(done, zone)),
    });
    let asks = Asks::ServiceLevel {
        what: Text::new(what.trim()),
        file: File {
            name: Text::new(file_name(&path)),
            sha256: file.sha256,
            bytes: file.bytes,
            encoding: file.encoding.to_owned(),
        },
    };
    let rejected = rejected.into_iter().take(LISTED).map(|bad| RejectedRow {
        line: bad.line,
        column: bad.column,
        code: bad.code.to_owned(),
        says: bad.reason,
        row: bad.first,
    });
    Ok(Level { asks, found, late: late.collect(), rejected: rejected.collect() })
}
