//! Acknowledging a leap of the clock.

use domain::workspace::acknowledge;

use super::{AcknowledgeClock, Frame};
use crate::operations::Nothing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn acknowledge_clock(&mut self, request: AcknowledgeClock) -> Result<Frame, Problem> {
        self.act_despite_jump(&request.passphrase, |act| {
            Ok(vec![acknowledge(act.last, act.now)?])
        })?;
        self.frame(Nothing {})
    }
}
