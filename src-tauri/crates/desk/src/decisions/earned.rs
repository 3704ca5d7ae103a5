//! What a workflow has earned towards its next tier, and what is missing.

use domain::decision::{DecisionKind, EvidenceAsked, right_for};
use domain::workflow::{Status, Tier, Workflow};
use domain::{Moment, WorkflowRef};
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use super::known::{evidence_rows, known};
use super::{EvidenceRow, RoleNamed};
use crate::Problem;
use crate::people::Names;

/// What a workflow has earned towards its next tier.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Earned {
    /// The next tier.
    pub to: Tier,
    /// What the right to decide it asks to be shown, and what of it is there.
    pub proofs: Vec<EvidenceRow>,
    /// Who may propose it.
    pub propose: Vec<RoleNamed>,
}

/// What `workflow` has earned at `now`; none where no tier comes next, or it does not act yet.
pub(crate) fn earned(
    view: &View<'_>,
    workflow: &Workflow,
    now: Moment,
) -> Result<Option<Earned>, Problem> {
    let acts = !matches!(workflow.status, Status::Draft | Status::Retired);
    let Some(to) = next(workflow).filter(|_| acts) else { return Ok(None) };
    let (rights, _) = view.decision_rights()?;
    let of: Option<WorkflowRef> = Some(workflow.workflow);
    let right = right_for(&rights, DecisionKind::TierOrStage, of)?;
    // Its rollback plan is written with the proposal: nothing to earn beforehand.
    let asked: Vec<EvidenceAsked> = right
        .evidence
        .iter()
        .copied()
        .filter(|asked| *asked != EvidenceAsked::RollbackPlan)
        .collect();
    let names = Names::of(view)?;
    let named =
        |role: &domain::RoleId| RoleNamed { role: role.to_string(), name: names.role(role) };
    Ok(Some(Earned {
        to,
        proofs: evidence_rows(&asked, &[], &known(view, of, &[], now)?),
        propose: right.propose.iter().map(named).collect(),
    }))
}

fn next(workflow: &Workflow) -> Option<Tier> {
    let stands = workflow.facts.tier().map_or(0, Tier::number);
    Tier::from_number(stands + 1)
}
