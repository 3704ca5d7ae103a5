//! Putting a cadence in force.

use super::CadenceSet;
use crate::people::{Standing, entitled, keepers};
use crate::workspace;
use crate::{Event, PersonRef, Refusal};

/// Sets a cadence from now on.
pub fn set(standing: &Standing, by: PersonRef, cadence: CadenceSet) -> Result<Event, Refusal> {
    entitled(standing, by, "setting a cadence", &keepers())?;
    workspace::zone(&cadence.zone)?;
    for role in cadence.required.iter().chain([&cadence.chair]) {
        if !standing.roles.contains(role) {
            return Err(Refusal::Unknown { reference: role.to_string() });
        }
    }
    if cadence.checklist.is_empty() {
        return Err(Refusal::Blank { field: "the checklist" });
    }
    Ok(cadence.into())
}
