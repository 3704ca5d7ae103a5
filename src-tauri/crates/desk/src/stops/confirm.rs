//! Confirming a stop system by system, and saying who pulled the switch.

use domain::{Refusal, StopRef, stop};

use super::pull::stands;
use super::{AttributeStop, ConfirmStop, StopsView};
use crate::operations::Nothing;
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn confirm_stop(&mut self, request: ConfirmStop) -> Result<StopsView, Problem> {
        let reference: StopRef = request.stop.parse()?;
        self.act(|act| {
            let stop = act.view.stop(reference)?.ok_or_else(|| unknown(reference))?.as_it_stands();
            let facts = stands(act.view, stop.workflow)?.facts;
            let standing = standing(act.view, act.now)?;
            let (system, words) = (request.system, request.words.as_str());
            Ok(vec![stop::confirm(&standing, &stop, &facts, act.by, system, words)?])
        })?;
        self.stops(Nothing {})
    }

    /// See the list of operations.
    pub fn attribute_stop(&mut self, request: AttributeStop) -> Result<StopsView, Problem> {
        let reference: StopRef = request.stop.parse()?;
        self.act(|act| {
            let stop = act.view.stop(reference)?.ok_or_else(|| unknown(reference))?.as_it_stands();
            Ok(vec![stop::attribute(&standing(act.view, act.now)?, &stop, act.by)?])
        })?;
        self.stops(Nothing {})
    }
}

fn unknown(stop: StopRef) -> Problem {
    Refusal::Unknown { reference: stop.to_string() }.into()
}
