//! Decision rights: who proposes, who is consulted, who approves, in what time, on what evidence.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DecisionKind, EvidenceAsked};
use crate::people::Standing;
use crate::{Refusal, RoleId, WorkflowRef};

/// The longest a decision may wait, in hours: a quarter.
pub const HOURS_AT_MOST: u32 = 24 * 92;

/// How many of the approvers it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// One of the roles.
    Any,
    /// Every role.
    All,
    /// Every role, one after the other.
    InOrder,
}

/// Who may decide what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Right {
    /// Which decisions.
    pub kind: DecisionKind,
    /// Only those about this workflow; such a right goes before the general one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workflow: Option<WorkflowRef>,
    /// Who proposes.
    pub propose: Vec<RoleId>,
    /// Who is consulted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consult: Vec<RoleId>,
    /// Whether they are heard before an approval counts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub consult_first: bool,
    /// Who approves.
    pub approve: Vec<RoleId>,
    /// How many of them it takes.
    pub how: How,
    /// Hours of the wall clock after which a proposal lapses.
    pub hours: u32,
    /// What must be shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceAsked>,
}

/// The decision rights in force from now on, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionRightsSet {
    /// One for each kind, and perhaps more for single workflows.
    pub rights: Vec<Right>,
}

/// The right by which decisions of `kind` about `workflow` are taken: the workflow's own where it
/// has one.
pub fn right_for(
    rights: &[Right],
    kind: DecisionKind,
    workflow: Option<WorkflowRef>,
) -> Result<&Right, Refusal> {
    let of = |wanted: Option<WorkflowRef>| {
        rights.iter().find(|right| right.kind == kind && right.workflow == wanted)
    };
    workflow.and_then(|workflow| of(Some(workflow))).or_else(|| of(None)).ok_or_else(|| {
        Refusal::Unknown { reference: format!("a right to decide “{}”", kind.words()) }
    })
}

/// Refuses rights by which nothing could be decided: a kind without one, two of the same, nobody
/// to propose or approve, no time, a role there is not.
pub fn check_rights(standing: &Standing, rights: &[Right]) -> Result<(), Refusal> {
    for kind in DecisionKind::ALL {
        right_for(rights, *kind, None)?;
    }
    for (place, right) in rights.iter().enumerate() {
        let same = |other: &&Right| (other.kind, other.workflow) == (right.kind, right.workflow);
        if rights.iter().take(place).any(|other| same(&other)) {
            return Err(Refusal::Twice { what: right.kind.words().to_owned() });
        }
        if right.propose.is_empty() {
            return Err(Refusal::Blank { field: "who proposes" });
        }
        if right.approve.is_empty() {
            return Err(Refusal::Blank { field: "who approves" });
        }
        if right.hours == 0 || right.hours > HOURS_AT_MOST {
            return Err(Refusal::OutOfRange {
                field: "the timebox in hours",
                given: right.hours.to_string(),
                least: "1".to_owned(),
                most: HOURS_AT_MOST.to_string(),
            });
        }
        let named = right.propose.iter().chain(&right.consult).chain(&right.approve);
        if let Some(role) = named.clone().find(|role| !standing.roles.contains(role)) {
            return Err(Refusal::Unknown { reference: role.to_string() });
        }
    }
    Ok(())
}
