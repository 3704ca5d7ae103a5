//! Purging the rows of a batch.

use super::take_in::takers;
use super::{BatchPurged, Known};
use crate::people::{Standing, entitled};
use crate::refusal::{TEXT_LIMIT, required};
use crate::{Event, PersonRef, Refusal, SampleRef};

/// Whether `by` may purge the rows of a batch. `in_work` is a sample of it that still needs them: with
/// its rows gone it would be drawn from nothing, and prove what nobody looked at.
pub fn may_purge(
    standing: &Standing,
    by: PersonRef,
    batch: &Known,
    in_work: Option<SampleRef>,
) -> Result<(), Refusal> {
    entitled(standing, by, "purging the rows of an action log", &takers())?;
    if batch.purged {
        return Err(Refusal::BatchPurged { batch: batch.batch });
    }
    if let Some(sample) = in_work {
        return Err(Refusal::BatchInSample { batch: batch.batch, sample });
    }
    Ok(())
}

/// Purges the rows of a batch, with a reason. What bound them stays on the record, and so does what
/// was found in them.
pub fn purge(
    standing: &Standing,
    by: PersonRef,
    batch: &Known,
    in_work: Option<SampleRef>,
    why: &str,
) -> Result<Event, Refusal> {
    may_purge(standing, by, batch, in_work)?;
    let why = required("the reason", why, TEXT_LIMIT)?;
    Ok(BatchPurged { batch: batch.batch, why }.into())
}
