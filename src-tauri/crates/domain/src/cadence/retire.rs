//! Ending a cadence.

use serde::{Deserialize, Serialize};

use super::CadenceSet;
use crate::decision::DecisionKind;
use crate::people::{Standing, entitled, keepers};
use crate::{CadenceId, Event, PersonRef, Refusal};

/// A cadence brings no review from this entry on. What fell due before and was not held is missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CadenceRetired {
    /// Which.
    pub cadence: CadenceId,
}

/// Retires a cadence that is in force. Where its first day has come, its reviews are asked for no
/// longer, and that takes a decision.
pub fn retire(
    standing: &Standing,
    by: PersonRef,
    cadence: &CadenceId,
    in_force: Option<&CadenceSet>,
) -> Result<Event, Refusal> {
    entitled(standing, by, "retiring a cadence", &keepers())?;
    let Some(in_force) = in_force else {
        return Err(Refusal::Unknown { reference: cadence.to_string() });
    };
    if in_force.from <= standing.today {
        let what = format!("the reviews of {cadence} would be held no longer");
        return Err(Refusal::NeedsDecision { kind: DecisionKind::RuleSetting, what });
    }
    Ok(CadenceRetired { cadence: cadence.clone() }.into())
}
