//! Withdrawing a proposal.

use super::state::{Underneath, open};
use super::{Decision, DecisionWithdrawn};
use crate::people::{Standing, entitled, keepers};
use crate::{Event, Moment, PersonRef, Refusal};

/// Withdraws a decision that is still open: whoever proposed it, or, once they have left, those
/// who keep the desk.
pub fn withdraw(
    standing: &Standing,
    by: PersonRef,
    decision: &Decision,
    underneath: Underneath,
    now: Moment,
) -> Result<Event, Refusal> {
    if by != decision.by {
        if standing.people.contains(&decision.by) {
            return Err(Refusal::NotTheProposer {
                decision: decision.reference(),
                person: decision.by,
            });
        }
        entitled(standing, by, "withdrawing what somebody proposed who has left", &keepers())?;
    }
    open(decision, underneath, now)?;
    Ok(DecisionWithdrawn { decision: decision.reference() }.into())
}
