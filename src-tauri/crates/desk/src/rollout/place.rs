//! Where what the plan asks is done.

use domain::WorkflowRef;
use domain::rollout::Condition;
use domain::workflow::Fact;

use crate::findings::{MendPlace, MendScreen};

/// Where a condition is met as a whole.
pub(super) fn place(condition: Condition) -> MendPlace {
    let screen = match condition {
        Condition::Registered
        | Condition::Tiered
        | Condition::Owned
        | Condition::OnePage
        | Condition::Approved
        | Condition::Guarded
        | Condition::Located
        | Condition::Measured => MendScreen::Register,
        Condition::Signers => MendScreen::People,
        Condition::Ruled | Condition::Trained => MendScreen::Policies,
        Condition::Decided => MendScreen::Decisions,
        Condition::Logged => MendScreen::Batches,
        Condition::Replays => MendScreen::Log,
        Condition::Reviewed | Condition::Repeated => MendScreen::Reviews,
    };
    MendPlace { screen, about: None, fact: None }
}

/// Where a workflow is brought to meet a condition.
pub(super) fn place_of(condition: Condition, workflow: WorkflowRef) -> MendPlace {
    MendPlace {
        screen: MendScreen::Register,
        about: Some(workflow.to_string()),
        fact: fact(condition),
    }
}

/// The fact that it lacks, where that is one.
fn fact(condition: Condition) -> Option<Fact> {
    match condition {
        Condition::Tiered | Condition::Guarded => Some(Fact::Permissions),
        Condition::Owned => Some(Fact::Owner),
        Condition::Approved => Some(Fact::Approver),
        Condition::Located => Some(Fact::Logs),
        Condition::Measured => Some(Fact::Metrics),
        Condition::Registered
        | Condition::OnePage
        | Condition::Signers
        | Condition::Ruled
        | Condition::Decided
        | Condition::Logged
        | Condition::Replays
        | Condition::Trained
        | Condition::Reviewed
        | Condition::Repeated => None,
    }
}
