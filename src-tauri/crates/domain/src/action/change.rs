//! Handing an action item over, and moving its day.

use chrono::NaiveDate;

use super::{Action, ActionHandedOver, ActionRescheduled, must_lie_ahead};
use crate::people::Standing;
use crate::refusal::{TEXT_LIMIT, optional, required};
use crate::{Event, PersonRef, Refusal};

/// Gives an open action item to somebody else who is here.
pub fn hand_over(
    standing: &Standing,
    action: &Action,
    by: PersonRef,
    to: PersonRef,
    reason: &str,
) -> Result<Event, Refusal> {
    action.must_be_open()?;
    action.may_change(standing, by, "handing over this action item")?;
    standing.must_be_here(to)?;
    if to == action.who {
        return Err(Refusal::ActionHeld { action: action.action, person: to });
    }
    let reason = optional("the reason", reason, TEXT_LIMIT)?;
    Ok(ActionHandedOver { action: action.action, to, reason }.into())
}

/// Sets another day for an open action item, with a reason.
pub fn reschedule(
    standing: &Standing,
    action: &Action,
    by: PersonRef,
    due: NaiveDate,
    reason: &str,
) -> Result<Event, Refusal> {
    action.must_be_open()?;
    action.may_change(standing, by, "moving the day of this action item")?;
    must_lie_ahead(standing, due)?;
    let reason = required("the reason", reason, TEXT_LIMIT)?;
    Ok(ActionRescheduled { action: action.action, due, reason }.into())
}
