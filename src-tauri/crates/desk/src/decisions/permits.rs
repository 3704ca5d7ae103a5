//! Permits: recording that one was used, and answering for what went beyond it.

use chrono_tz::Tz;
use domain::decision::{
    DecisionKind, Permit, PermitState, permit_state, raise_exceeded, unanswered, use_permit,
};
use domain::rule::Exceeded;
use domain::{Moment, PermitRef};
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use super::difference::permit_shown;
use super::{DecisionsView, PermitShown, RaisePermit, UsePermit};
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
    /// How it was used beyond what it allows, while nobody has answered for that: `It was used for
    /// 1,020, and allows 1,000.`
    pub beyond: Option<String>,
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
            let permit = found(act.view, &request.permit)?;
            let on = crate::when::day(&request.on)?;
            Ok(vec![use_permit(&standing, act.by, &permit, request.count, on, &request.pointer)?])
        })?;
        self.decisions(Nothing {})
    }

    /// See the list of operations.
    pub fn raise_permit(&mut self, request: RaisePermit) -> Result<DecisionsView, Problem> {
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let permit = found(act.view, &request.permit)?;
            let raised = act.view.raised_for(permit.permit)?;
            let (next, rules) = (act.view.next_exception()?, act.view.rules()?);
            Ok(vec![raise_exceeded(&standing, &rules, act.by, next, &permit, &raised)?])
        })?;
        self.decisions(Nothing {})
    }
}

/// The permit of that reference.
pub(crate) fn found(view: &View<'_>, permit: &str) -> Result<Permit, Problem> {
    let unknown = || domain::Refusal::Unknown { reference: permit.to_owned() };
    let reference: PermitRef = permit.parse().map_err(|_| unknown())?;
    let zone = settings(view)?.zone;
    let found = view.permit(reference, |moment| moment.in_zone(zone).date_naive())?;
    Ok(found.ok_or_else(unknown)?)
}

fn permits(view: &View<'_>, zone: Tz) -> Result<Vec<Permit>, Problem> {
    Ok(view.permits(|moment| moment.in_zone(zone).date_naive())?)
}

/// Permits that were used beyond what they allow, while nobody has answered for that; days are told
/// in `zone`.
pub(crate) fn exceeded(view: &View<'_>, zone: Tz) -> Result<Vec<Exceeded>, Problem> {
    let mut exceeded = Vec::new();
    for permit in view.permits_counted(|moment| moment.in_zone(zone).date_naive())? {
        exceeded.extend(stands(view, &permit)?);
    }
    Ok(exceeded)
}

/// How a permit was used beyond what it allows, where nobody has answered for that.
fn stands(view: &View<'_>, permit: &Permit) -> Result<Option<Exceeded>, Problem> {
    // Few are, and only then it is asked what was raised.
    if unanswered(permit, &[]).is_none() {
        return Ok(None);
    }
    let raised = view.raised_for(permit.permit)?;
    let Permit { permit: reference, kind, workflow, .. } = *permit;
    Ok(unanswered(permit, &raised).map(|(one, how)| Exceeded {
        permit: reference,
        kind,
        workflow,
        how,
        recorded: one.recorded,
    }))
}

/// Every permit, newest first.
pub(super) fn permit_rows(view: &View<'_>, now: Moment) -> Result<Vec<PermitRow>, Problem> {
    let zone = settings(view)?.zone;
    let today = now.in_zone(zone).date_naive();
    let row = |permit: Permit| {
        Ok(PermitRow {
            beyond: stands(view, &permit)?.map(|one| format!("It {}.", one.how.says())),
            state: permit_state(&permit, today),
            permit: permit.permit.to_string(),
            decision: permit.decision.to_string(),
            kind: permit.kind,
            kind_words: permit.kind.words().to_owned(),
            workflow: permit.workflow.map(|workflow| workflow.to_string()),
            allows: permit_shown(permit.kind, &permit.terms),
            used: permit.used(),
            uses: permit
                .uses
                .iter()
                .map(|one| PermitUseRow {
                    count: one.used.count,
                    on: one.used.on.to_string(),
                    pointer: words(Some(&one.used.pointer)),
                })
                .collect(),
            entry: permit.entry,
        })
    };
    permits(view, zone)?.into_iter().rev().map(row).collect()
}
