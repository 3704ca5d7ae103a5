//! Purging the rows of a batch.

use super::take_in::takers;
use super::{BatchPurged, Known};
use crate::people::{Standing, entitled};
use crate::refusal::{TEXT_LIMIT, required};
use crate::{Event, PersonRef, Refusal};

/// Whether `by` may purge the rows of a batch.
pub fn may_purge(standing: &Standing, by: PersonRef, batch: &Known) -> Result<(), Refusal> {
    entitled(standing, by, "purging the rows of an action log", &takers())?;
    if batch.purged {
        return Err(Refusal::BatchPurged { batch: batch.batch });
    }
    Ok(())
}

/// Purges the rows of a batch, with a reason. What bound them stays on the record, and so does what
/// was found in them.
pub fn purge(
    standing: &Standing,
    by: PersonRef,
    batch: &Known,
    why: &str,
) -> Result<Event, Refusal> {
    may_purge(standing, by, batch)?;
    let why = required("the reason", why, TEXT_LIMIT)?;
    Ok(BatchPurged { batch: batch.batch, why }.into())
}
