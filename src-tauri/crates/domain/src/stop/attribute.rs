//! Saying afterwards who pulled the kill switch while nobody was signed in.

use super::{Stop, StopAttributed};
use crate::people::Standing;
use crate::{Event, PersonRef, Refusal};

/// States that `by` pulled the kill switch that the machine signed for. Whoever did it says so, and
/// nobody says it of somebody else.
pub fn attribute(standing: &Standing, stop: &Stop, by: PersonRef) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    match stop.by.or(stop.attributed) {
        Some(person) => Err(Refusal::StopHasAName { stop: stop.stop, person }),
        None => Ok(StopAttributed { stop: stop.stop }.into()),
    }
}
