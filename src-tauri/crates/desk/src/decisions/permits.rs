//! Permits, and recording that one was used.

use domain::Moment;
use domain::decision::{Permit, permit_state, use_permit};
use store::View;

use super::difference::permit_shown;
use super::{DecisionsView, PermitRow, PermitUseRow, UsePermit};
use crate::operations::Nothing;
use crate::people::standing;
use crate::register::words;
use crate::workspace::settings;
use crate::{Desk, Problem};

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
