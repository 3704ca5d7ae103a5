//! Erasing words when the law asks.

use super::TextErased;
use crate::batch::{Known, SECRETS};
use crate::people::Standing;
use crate::refusal::{TEXT_LIMIT, required};
use crate::{Event, PersonRef, Refusal, people};

/// Refuses to erase what binds the rows of a batch while they are there: without it nobody could tell
/// any more whether they are those that were taken in. `batch` is what entry `seq` took in.
pub fn may_erase(path: &str, batch: Option<&Known>) -> Result<(), Refusal> {
    match batch.filter(|batch| !batch.purged && SECRETS.contains(&path)) {
        Some(batch) => Err(Refusal::BatchBound { batch: batch.batch }),
        None => Ok(()),
    }
}

/// Erases the words that entry `seq` committed to at `path`; `present` says they are still there.
pub fn erase(
    standing: &Standing,
    by: PersonRef,
    seq: u64,
    path: &str,
    ground: &str,
    present: bool,
) -> Result<Event, Refusal> {
    people::entitled(standing, by, "erasing a text", &people::erasers())?;
    if !present {
        return Err(Refusal::NoSuchText { seq, path: path.to_owned() });
    }
    let ground = required("the ground for erasing", ground, TEXT_LIMIT)?;
    Ok(TextErased { seq, path: path.to_owned(), ground }.into())
}
