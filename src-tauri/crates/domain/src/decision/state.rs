//! Where a decision stands at a moment, and whom it waits for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Decision, How, Verdict};
use crate::people::Standing;
use crate::{Moment, PersonRef, Refusal, RoleId};

/// Where a decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionState {
    /// It waits for votes.
    Proposed,
    /// Every approval is there, and a rule still keeps it from being applied.
    Approved,
    /// An approver refused it.
    Rejected,
    /// Its time passed.
    Lapsed,
    /// It was withdrawn.
    Withdrawn,
    /// What it would change is not what it was any more.
    Stale,
    /// What it proposes is so.
    Applied,
    /// It was applied, and undone by another decision.
    RolledBack,
}

impl DecisionState {
    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::Lapsed => "lapsed",
            Self::Withdrawn => "withdrawn",
            Self::Stale => "stale",
            Self::Applied => "applied",
            Self::RolledBack => "rolled back",
        }
    }

    /// Whether it may still come to something.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Approved)
    }
}

/// Whether, and when first, what a decision would change was changed by something else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Underneath {
    /// The entry that changed it, and when that was made.
    pub moved: Option<(u64, Moment)>,
}

/// Where `decision` stands at `now`. A change underneath counts while the decision was open: what
/// happened after its time had passed made it no staler.
pub fn state(decision: &Decision, underneath: Underneath, now: Moment) -> DecisionState {
    if let Some(settled) = &decision.settled {
        return match (settled.applied, decision.undone) {
            (true, Some(_)) => DecisionState::RolledBack,
            (true, None) => DecisionState::Applied,
            (false, _) => DecisionState::Withdrawn,
        };
    }
    let until = decision.proposed.until;
    if decision.votes.iter().any(|vote| vote.verdict == Verdict::Refuse) {
        DecisionState::Rejected
    } else if underneath.moved.is_some_and(|(_, at)| at <= until) {
        DecisionState::Stale
    } else if now > until {
        DecisionState::Lapsed
    } else if approvals_left(decision).is_empty() {
        DecisionState::Approved
    } else {
        DecisionState::Proposed
    }
}

/// Refuses a decision that comes to nothing any more.
pub fn open(decision: &Decision, underneath: Underneath, now: Moment) -> Result<(), Refusal> {
    let reference = decision.reference();
    match state(decision, underneath, now) {
        DecisionState::Proposed | DecisionState::Approved => Ok(()),
        DecisionState::Stale => {
            let entry = underneath.moved.map_or(0, |(entry, _)| entry);
            Err(Refusal::DecisionStale { decision: reference, entry })
        }
        DecisionState::Lapsed => {
            Err(Refusal::DecisionLapsed { decision: reference, until: decision.proposed.until })
        }
        over @ (DecisionState::Rejected
        | DecisionState::Withdrawn
        | DecisionState::Applied
        | DecisionState::RolledBack) => {
            Err(Refusal::DecisionOver { decision: reference, state: over.words() })
        }
    }
}

/// What a decision still waits for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Awaited {
    /// Roles to be heard before an approval counts.
    pub consult: Vec<RoleId>,
    /// Roles whose approval is wanted: of any of them where one is enough, of all otherwise, and
    /// of the first alone where they go in order.
    pub approve: Vec<RoleId>,
}

/// What `decision` waits for, as people stand. A role to be heard that nobody but the proposer
/// held when it was proposed is not waited for: there was nobody to ask. One that was held then is,
/// whoever ended it since.
pub fn awaited(standing: &Standing, decision: &Decision) -> Awaited {
    let right = &decision.proposed.right;
    let heard = |role: &RoleId| {
        decision.votes.iter().any(|vote| vote.seats.iter().any(|seat| seat.role == *role))
    };
    let consult = match right.consult_first {
        true => right
            .consult
            .iter()
            .filter(|role| !heard(role))
            .filter(|role| held_then(decision, role) || others_act(standing, role, decision.by))
            .cloned()
            .collect(),
        false => Vec::new(),
    };
    Awaited { consult, approve: approvals_left(decision) }
}

/// The roles whose approval is still wanted; of any one of them where that is enough.
fn approvals_left(decision: &Decision) -> Vec<RoleId> {
    let right = &decision.proposed.right;
    let approved = |role: &RoleId| {
        decision.votes.iter().any(|vote| {
            vote.verdict == Verdict::Approve && vote.seats.iter().any(|seat| seat.role == *role)
        })
    };
    let left: Vec<RoleId> = right.approve.iter().filter(|role| !approved(role)).cloned().collect();
    match right.how {
        How::Any if left.len() < right.approve.len() => Vec::new(),
        How::Any | How::All => left,
        How::InOrder => left.into_iter().take(1).collect(),
    }
}

/// Whether somebody other than the proposer held `role` when it was proposed.
fn held_then(decision: &Decision, role: &RoleId) -> bool {
    let by = decision.by;
    decision.entitled.iter().any(|one| one.role == *role && one.person != by && !one.deputy)
}

/// Whether somebody other than `person` acts for `role` today.
pub(super) fn others_act(standing: &Standing, role: &RoleId, person: PersonRef) -> bool {
    standing.people.iter().any(|other| *other != person && standing.acts(*other, role))
}
