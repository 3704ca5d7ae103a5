//! Confirming that a stopped workflow acts no more in an outside system.

use super::{Stop, StopConfirmed};
use crate::people::{Standing, entitled, keepers, security};
use crate::refusal::{TEXT_LIMIT, optional};
use crate::workflow::Facts;
use crate::{Event, PersonRef, Refusal};

/// Confirms that the workflow with these facts acts no more in a system of the stop, counted from
/// 0. Whoever stopped it may, who answers for it, the keepers, and Security.
pub fn confirm(
    standing: &Standing,
    stop: &Stop,
    facts: &Facts,
    by: PersonRef,
    system: u32,
    words: &str,
) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    if !may_confirm(standing, stop, facts, by) {
        entitled(standing, by, "confirming a stop", &[keepers(), vec![security()]].concat())?;
    }
    if system >= stop.systems {
        let reference = format!("system {} of {}", system.saturating_add(1), stop.stop);
        return Err(Refusal::Unknown { reference });
    }
    if stop.lifted {
        return Err(Refusal::StopLifted { stop: stop.stop });
    }
    if stop.confirmed.contains(&system) {
        return Err(Refusal::ConfirmedAlready { stop: stop.stop });
    }
    let words = optional("how it was seen", words, TEXT_LIMIT)?;
    Ok(StopConfirmed { stop: stop.stop, system, words }.into())
}

/// Whether `person` may confirm this stop of a workflow with these facts.
pub fn may_confirm(standing: &Standing, stop: &Stop, facts: &Facts, person: PersonRef) -> bool {
    let named = [stop.by, stop.attributed, facts.kill_switch_owner, facts.owner];
    named.contains(&Some(person))
        || [keepers(), vec![security()]].concat().iter().any(|role| standing.acts(person, role))
}
