//! The decision rights, shown.

use domain::RoleId;
use domain::decision::{DecisionKind, How, Right, right_for};
use domain::people::entitled;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RightGiven, RightShown, RoleNamed};
use crate::operations::Nothing;
use crate::people::{Names, standing};
use crate::{Desk, Problem};

/// The decision rights.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RightsView {
    /// In force, whole.
    pub rights: Vec<RightShown>,
    /// The entry since which; 0 where nobody has set any.
    pub since: u64,
    /// Why whoever is signed in may not propose others.
    pub refused: Option<Problem>,
}

impl Desk {
    /// See the list of operations.
    pub fn decision_rights(&mut self, _: Nothing) -> Result<RightsView, Problem> {
        let now = self.moment();
        let open = self.open()?;
        let (view, me) = (open.view(), open.at_desk.person());
        let (rights, since) = view.decision_rights()?;
        let names = Names::of(&view)?;
        let right = right_for(&rights, DecisionKind::RuleSetting, None)?;
        let refused = match me {
            Some(me) => {
                let standing = standing(&view, now)?;
                entitled(&standing, me, "proposing decision rights", &right.propose).err()
            }
            None => None,
        };
        Ok(RightsView {
            rights: rights.iter().map(|right| right_shown(right, &names)).collect(),
            since,
            refused: refused.map(Problem::from),
        })
    }
}

/// A right with the names of its roles, and in a line.
pub(crate) fn right_shown(right: &Right, names: &Names) -> RightShown {
    let named = |roles: &[RoleId]| -> Vec<RoleNamed> {
        roles
            .iter()
            .map(|role| RoleNamed { role: role.to_string(), name: names.role(role) })
            .collect()
    };
    RightShown {
        kind: right.kind,
        kind_words: right.kind.words().to_owned(),
        workflow: right.workflow.map(|workflow| workflow.to_string()),
        propose: named(&right.propose),
        consult: named(&right.consult),
        consult_first: right.consult_first,
        approve: named(&right.approve),
        how: right.how,
        hours: right.hours,
        evidence: right.evidence.clone(),
        says: says(right, names),
    }
}

fn says(right: &Right, names: &Names) -> String {
    let list = |roles: &[RoleId], with: &str| {
        roles.iter().map(|role| names.role(role)).collect::<Vec<_>>().join(with)
    };
    let mut said = vec![format!("proposed by {}", list(&right.propose, " or "))];
    if !right.consult.is_empty() {
        let when = if right.consult_first { "heard first" } else { "consulted" };
        said.push(format!("{} {when}", list(&right.consult, ", ")));
    }
    said.push(match right.how {
        How::Any => format!("approved by {}", list(&right.approve, " or ")),
        How::All => format!("approved by {}", list(&right.approve, " and ")),
        How::InOrder => format!("approved by {}", list(&right.approve, ", then ")),
    });
    said.push(format!("in {} h", right.hours));
    if !right.evidence.is_empty() {
        let asked: Vec<String> =
            right.evidence.iter().map(|asked| asked.words().to_lowercase()).collect();
        said.push(format!("on {}", asked.join(", ")));
    }
    said.join("; ")
}

/// A right as a person gives it.
pub(super) fn stated(given: &RightGiven) -> Result<Right, Problem> {
    let roles = |ids: &[String]| ids.iter().map(RoleId::new).collect();
    Ok(Right {
        kind: given.kind,
        workflow: given.workflow.as_deref().map(str::parse).transpose()?,
        propose: roles(&given.propose),
        consult: roles(&given.consult),
        consult_first: given.consult_first,
        approve: roles(&given.approve),
        how: given.how,
        hours: given.hours,
        evidence: given.evidence.clone(),
    })
}
