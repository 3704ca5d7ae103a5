//! Keeping work on a matrix, and giving it up.

use super::terms::{self, Terms};
use super::{Held, RaciDiscarded, RaciDrafted};
use crate::people::{Standing, entitled, keepers};
use crate::{Event, PersonRef, RaciId, Refusal};

/// Keeps `draft` as the one draft of `matrix`. `seen` is the entry whose state the person worked
/// on: what somebody else did since is not written over.
pub fn keep(
    standing: &Standing,
    by: PersonRef,
    matrix: &RaciId,
    held: &Held,
    seen: u64,
    draft: &Terms,
) -> Result<Event, Refusal> {
    entitled(standing, by, "drafting a RACI matrix", &keepers())?;
    unmoved(matrix, held, seen)?;
    Ok(RaciDrafted { terms: terms::matrix(standing, matrix, held, draft)? }.into())
}

/// Gives the draft of `matrix` up.
pub fn discard(
    standing: &Standing,
    by: PersonRef,
    matrix: &RaciId,
    held: &Held,
    seen: u64,
) -> Result<Event, Refusal> {
    entitled(standing, by, "discarding a RACI draft", &keepers())?;
    if held.draft.is_none() {
        return Err(Refusal::Unknown { reference: format!("a draft of {matrix}") });
    }
    unmoved(matrix, held, seen)?;
    Ok(RaciDiscarded { matrix: matrix.clone() }.into())
}

/// Refuses when somebody has changed the matrix or its draft since `seen`.
pub(super) fn unmoved(matrix: &RaciId, held: &Held, seen: u64) -> Result<(), Refusal> {
    let entry = held.last_entry();
    if entry == seen { Ok(()) } else { Err(Refusal::MovedOn { what: matrix.to_string(), entry }) }
}
