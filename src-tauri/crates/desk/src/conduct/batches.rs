//! What was taken in and purged of action logs.

use domain::batch::{BatchImported, BatchPurged, Known, may_purge, may_take_in};

use super::Case;
use crate::Problem;
use crate::samples::sample_in_work;

/// Somebody who may took it in, under the next reference, and no file twice.
pub(super) fn imported(case: &Case<'_>, event: &BatchImported) -> Result<(), Problem> {
    if case.before.next_batch()? != event.batch {
        return Err(Problem::new("differs", "It is not the next batch."));
    }
    may_take_in(&*case.standing()?, case.person()?, &known(case)?, event)?;
    Ok(())
}

/// Somebody who may purged it, its rows were there, and no sample needed them.
pub(super) fn purged(case: &Case<'_>, event: &BatchPurged) -> Result<(), Problem> {
    let known = known(case)?.into_iter().find(|known| known.batch == event.batch);
    let unknown = || domain::Refusal::Unknown { reference: event.batch.to_string() };
    let in_work = sample_in_work(&case.before, event.batch, case.at)?;
    may_purge(&*case.standing()?, case.person()?, &known.ok_or_else(unknown)?, in_work)?;
    Ok(())
}

fn known(case: &Case<'_>) -> Result<Vec<Known>, Problem> {
    Ok(case.before.batches()?.iter().map(store::tables::batch::Batch::known).collect())
}
