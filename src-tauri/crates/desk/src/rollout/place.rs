//! Where what the plan asks is done.

use domain::rollout::{Condition, Lacking};
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

/// Where a workflow is brought to meet a condition: where the rule it breaks is mended, or else where its
/// metrics are linked.
pub(super) fn place_of(lacking: &Lacking) -> MendPlace {
    match &lacking.broken {
        Some(broken) => crate::findings::place(broken),
        None => MendPlace {
            screen: MendScreen::Register,
            about: Some(lacking.workflow.to_string()),
            fact: Some(Fact::Metrics),
        },
    }
}
