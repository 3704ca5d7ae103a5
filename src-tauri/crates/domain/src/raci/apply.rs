//! Putting a matrix in force.

use super::lint::{self, Among};
use super::terms::{self, Terms};
use super::{Held, RaciApplied, draft};
use crate::people::{entitled, keepers};
use crate::rule::Strength;
use crate::{Event, PersonRef, RaciId, Refusal};

/// Puts `matrix` in force as `applied` states it, whole; its draft ends. Refused while lint marks
/// anything that blocks. The reason is the entry's own.
pub fn apply(
    among: &Among<'_>,
    by: PersonRef,
    matrix: &RaciId,
    held: &Held,
    seen: u64,
    applied: &Terms,
) -> Result<Event, Refusal> {
    entitled(among.standing, by, "applying a RACI matrix", &keepers())?;
    draft::unmoved(matrix, held, seen)?;
    let terms = terms::matrix(among.standing, matrix, held, applied)?;
    let blocking = lint::lint(&terms, among)
        .into_iter()
        .filter(|mark| mark.rule.strength() == Strength::Blocks)
        .count();
    if blocking > 0 {
        return Err(Refusal::MarksBlock { blocking });
    }
    Ok(RaciApplied { terms }.into())
}
