//! Withdrawing a decision, and applying one whose approval waited for a rule's mend.

use domain::Moment;
use domain::decision::{Applying, Change, Decision, Known, apply, withdraw};
use domain::people::{Standing, entitled, keepers};
use domain::workspace::check_not_behind;
use store::View;

use super::known::known;
use super::propose::Stood;
use super::view::found;
use super::vote::must_be_whole;
use super::{ApplyDecision, DecisionQuery, DecisionView, WithdrawDecision, setting_ground};
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
            check_not_behind(act.last, act.now)?;
            let decision = found(act.view, &request.decision)?;
            must_be_whole(&decision)?;
            let standing = standing(act.view, act.now)?;
            if act.by != decision.by {
                entitled(&standing, act.by, "applying an approved decision", &keepers())?;
            }
            let underneath = act.view.underneath(&decision)?;
            let (of, shown) = (decision.proposed.change.workflow(), &decision.proposed.evidence);
            let known = known(act.view, of, shown, act.now)?;
            let applied = on_it(act.view, &standing, &decision, &known, act.now, |on| {
                apply(on, &decision, underneath)
            })?;
            Ok(vec![applied?])
        })?;
        self.decision(DecisionQuery { decision: request.decision })
    }
}

/// Judges a decision on what stands now.
pub(crate) fn on_it<T>(
    view: &View<'_>,
    standing: &Standing,
    decision: &Decision,
    known: &[Known],
    now: Moment,
    judge: impl FnOnce(Applying<'_>) -> T,
) -> Result<T, Problem> {
    let change = &decision.proposed.change;
    let workflow = match change {
        Change::Workflow(change) => view.workflow(change.workflow)?,
        Change::Raci(_)
        | Change::Rights(_)
        | Change::Rules(_)
        | Change::Setting(_)
        | Change::Request(_)
        | Change::Revoke(_) => None,
    };
    let workflow = workflow.map(|workflow| workflow.as_it_stands());
    let matrix = match change {
        Change::Raci(change) => change.after.matrix.clone(),
        Change::Workflow(_)
        | Change::Rights(_)
        | Change::Rules(_)
        | Change::Setting(_)
        | Change::Request(_)
        | Change::Revoke(_) => domain::RaciId::new(""),
    };
    let setting = match change {
        Change::Setting(change) => Some(setting_ground(view, &change.after, now)?),
        Change::Workflow(_)
        | Change::Raci(_)
        | Change::Rights(_)
        | Change::Rules(_)
        | Change::Request(_)
        | Change::Revoke(_) => None,
    };
    let stood = Stood::of(view, &matrix)?;
    let register = view.register()?;
    let judged = view.among(standing.clone())?;
    let stops: Vec<_> = view.stops()?.iter().map(|stop| stop.as_it_stands()).collect();
    Ok(judge(Applying {
        standing,
        judged: &judged,
        stops: &stops,
        register: &register,
        workflow: workflow.as_ref(),
        among: stood.among(standing),
        setting: setting.as_ref(),
        known,
        next_permit: view.next_permit()?,
        now,
    }))
}
