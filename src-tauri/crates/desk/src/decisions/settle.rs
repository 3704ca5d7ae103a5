//! Withdrawing a decision, and applying one whose approval waited for a rule's mend.

use domain::decision::{apply, withdraw};
use domain::people::{entitled, keepers};

use super::known::known;
use super::view::{found, on_it};
use super::{ApplyDecision, DecisionQuery, DecisionView, WithdrawDecision};
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn withdraw_decision(
        &mut self,
        request: WithdrawDecision,
    ) -> Result<DecisionView, Problem> {
        self.act_because(&request.why, |act| {
            let decision = found(act.view, &request.decision)?;
            let (standing, underneath) =
                (standing(act.view, act.now)?, act.view.underneath(&decision)?);
            Ok(vec![withdraw(&standing, act.by, &decision, underneath, act.now)?])
        })?;
        self.decision(DecisionQuery { decision: request.decision })
    }

    /// See the list of operations.
    pub fn apply_decision(&mut self, request: ApplyDecision) -> Result<DecisionView, Problem> {
        self.act(|act| {
            let decision = found(act.view, &request.decision)?;
            let standing = standing(act.view, act.now)?;
            if act.by != decision.by {
                entitled(&standing, act.by, "applying an approved decision", &keepers())?;
            }
            let underneath = act.view.underneath(&decision)?;
            let known = known(act.view, decision.proposed.change.workflow(), act.now)?;
            let applied = on_it(act.view, &standing, &decision, &known, act.now, |on| {
                apply(on, &decision, underneath)
            })?;
            Ok(vec![applied?])
        })?;
        self.decision(DecisionQuery { decision: request.decision })
    }
}
