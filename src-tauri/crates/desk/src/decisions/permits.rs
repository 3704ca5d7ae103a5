//! Permits, and recording that one was used.

use domain::Moment;
use domain::decision::{DecisionKind, Permit, PermitState, permit_state, use_permit};
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use super::difference::permit_shown;
use super::{DecisionsView, PermitShown, UsePermit};
use crate::operations::Nothing;
use crate::people::standing;
use crate::register::words;
use crate::workspace::settings;
use crate::{Desk, Problem};

/// A permit.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PermitRow {
    /// Reference.
    pub permit: String,
    /// The decision that issued it.
    pub decision: String,
    /// Which kind of decision that was.
    pub kind: DecisionKind,
    /// What people call the kind.
    pub kind_words: String,
    /// The workflow it is for.
    pub workflow: Option<String>,
    /// What it allows.
    pub allows: PermitShown,
    /// Where it stands.
    pub state: PermitState,
    /// How much of it was used.
    pub used: u64,
    /// Each use.
    pub uses: Vec<PermitUseRow>,
    /// The entry that issued it.
    pub entry: u64,
}

/// A use of a permit.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PermitUseRow {
    /// For how many.
    pub count: u32,
    /// On which day.
    pub on: String,
    /// Where the record of it is.
    pub pointer: Option<String>,
}

impl Desk {
    /// See the list of operations.
    pub fn use_permit(&mut self, request: UsePermit) -> Result<DecisionsView, Problem> {
        self.act_because(&request.why, |act| {
            let standing = standing(act.view, act.now)?;
            let permits = permits(act.view)?;
            let permit = permits.iter().find(|permit| permit.permit.to_string() == request.permit);
            let unknown = || domain::Refusal::Unknown { reference: request.permit.clone() };
            let permit = permit.ok_or_else(unknown)?;
            let on = crate::when::day(&request.on)?;
            Ok(vec![use_permit(&standing, act.by, permit, request.count, on, &request.pointer)?])
        })?;
        self.decisions(Nothing {})
    }
}

fn permits(view: &View<'_>) -> Result<Vec<Permit>, Problem> {
    let zone = settings(view)?.zone;
    Ok(view.permits(|moment| moment.in_zone(zone).date_naive())?)
}

/// Every permit, newest first.
pub(super) fn permit_rows(view: &View<'_>, now: Moment) -> Result<Vec<PermitRow>, Problem> {
    let today = now.in_zone(settings(view)?.zone).date_naive();
    let row = |permit: Permit| PermitRow {
        state: permit_state(&permit, today),
        permit: permit.permit.to_string(),
        decision: permit.decision.to_string(),
        kind: permit.kind,
        kind_words: permit.kind.words().to_owned(),
        workflow: permit.workflow.map(|workflow| workflow.to_string()),
        allows: permit_shown(permit.kind, &permit.terms),
        used: permit.uses.iter().map(|used| u64::from(used.count)).sum(),
        uses: permit
            .uses
            .iter()
            .map(|used| PermitUseRow {
                count: used.count,
                on: used.on.to_string(),
                pointer: words(Some(&used.pointer)),
            })
            .collect(),
        entry: permit.entry,
    };
    Ok(permits(view)?.into_iter().rev().map(row).collect())
}
