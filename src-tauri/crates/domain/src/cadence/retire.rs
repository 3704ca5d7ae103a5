//! Ending a cadence.

use serde::{Deserialize, Serialize};

use crate::people::{Standing, entitled, keepers};
use crate::{CadenceId, Event, PersonRef, Refusal};

/// A cadence brings no review from this entry on. What fell due before and was not held is missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CadenceRetired {
    /// Which.
    pub cadence: CadenceId,
}

/// Retires a cadence that is in force.
pub fn retire(
    standing: &Standing,
    by: PersonRef,
    cadence: &CadenceId,
    in_force: bool,
) -> Result<Event, Refusal> {
    entitled(standing, by, "retiring a cadence", &keepers())?;
    if !in_force {
        return Err(Refusal::Unknown { reference: cadence.to_string() });
    }
    Ok(CadenceRetired { cadence: cadence.clone() }.into())
}
