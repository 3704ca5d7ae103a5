//! Ending an action item, and taking it up again.

use super::{Action, ActionDone, ActionDropped, ActionReopened, Stage};
use crate::people::Standing;
use crate::refusal::{TEXT_LIMIT, optional, required};
use crate::{Event, PersonRef, Refusal};

/// States that an action item is done.
pub fn complete(
    standing: &Standing,
    action: &Action,
    by: PersonRef,
    words: &str,
) -> Result<Event, Refusal> {
    action.must_be_open()?;
    action.may_change(standing, by, "completing this action item")?;
    let words = optional("what came of it", words, TEXT_LIMIT)?;
    Ok(ActionDone { action: action.action, words }.into())
}

/// Gives an action item up, and says why.
pub fn drop(
    standing: &Standing,
    action: &Action,
    by: PersonRef,
    words: &str,
) -> Result<Event, Refusal> {
    action.must_be_open()?;
    action.may_change(standing, by, "dropping this action item")?;
    let words = required("the reason", words, TEXT_LIMIT)?;
    Ok(ActionDropped { action: action.action, words }.into())
}

/// Takes up an action item that was over.
pub fn reopen(
    standing: &Standing,
    action: &Action,
    by: PersonRef,
    reason: &str,
) -> Result<Event, Refusal> {
    match action.stage {
        Stage::Open => return Err(Refusal::ActionOpen { action: action.action }),
        Stage::Done | Stage::Dropped => {}
    }
    action.may_change(standing, by, "reopening this action item")?;
    let reason = required("the reason", reason, TEXT_LIMIT)?;
    Ok(ActionReopened { action: action.action, reason }.into())
}
