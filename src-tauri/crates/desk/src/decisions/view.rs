//! What decisions are shown with, in the queue and on a page.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use domain::decision::{
    Decision, DecisionState, How, Underneath, Verdict, awaited, may_vote, state,
};
use domain::people::Standing;
use domain::{Moment, PersonRef, Refusal};
use store::View;

use super::{DecisionRow, Part};
use crate::Problem;
use crate::count::count;
use crate::people::{Names, standing};
use crate::register::words;
use crate::workspace::settings;

/// The decision of that reference.
pub(crate) fn found(view: &View<'_>, decision: &str) -> Result<Decision, Problem> {
    let unknown = || Refusal::Unknown { reference: decision.to_owned() };
    Ok(view.decision(decision.parse()?)?.ok_or_else(unknown)?)
}

/// What decisions are shown with.
pub(super) struct Shown {
    pub(super) names: Names,
    workflows: BTreeMap<domain::WorkflowRef, Option<String>>,
    pub(super) standing: Standing,
    zone: Tz,
    pub(super) me: Option<PersonRef>,
    pub(super) now: Moment,
}

impl Shown {
    pub(super) fn of(view: &View<'_>, me: Option<PersonRef>, now: Moment) -> Result<Self, Problem> {
        Ok(Self {
            names: Names::of(view)?,
            workflows: view.workflow_names()?.into_iter().collect(),
            standing: standing(view, now)?,
            zone: settings(view)?.zone,
            me,
            now,
        })
    }

    pub(super) fn when(&self, moment: Moment) -> String {
        crate::when::local(moment, self.zone)
    }

    pub(super) fn row(&self, decision: &Decision, underneath: Underneath) -> DecisionRow {
        let proposed = &decision.proposed;
        let workflow = proposed.change.workflow();
        let stands = state(decision, underneath, self.now);
        let waits = awaited(&self.standing, decision);
        let wants = if stands == DecisionState::Proposed { waits.approve } else { Vec::new() };
        let hears = if stands == DecisionState::Proposed { waits.consult } else { Vec::new() };
        let (approvals, needed) = counted(decision);
        DecisionRow {
            decision: decision.reference().to_string(),
            kind: proposed.kind,
            kind_words: proposed.kind.words().to_owned(),
            title: words(Some(&proposed.title)),
            workflow: workflow.map(|workflow| workflow.to_string()),
            workflow_name: workflow
                .and_then(|workflow| self.workflows.get(&workflow).cloned())
                .flatten(),
            state: stands,
            by: decision.by.to_string(),
            by_name: self.names.person(decision.by),
            at: self.when(decision.at),
            until: self.when(proposed.until),
            hears: hears.iter().map(|role| self.names.role(role)).collect(),
            wants: wants.iter().map(|role| self.names.role(role)).collect(),
            approvals,
            needed,
            asked_of_me: self.asked_of_me(decision, underneath),
            entry: decision.entry,
        }
    }

    /// What whoever is signed in is asked now.
    fn asked_of_me(&self, decision: &Decision, underneath: Underneath) -> Option<Part> {
        let me = self.me?;
        let may =
            |verdict| may_vote(&self.standing, decision, underneath, me, verdict, self.now).is_ok();
        let approved = awaited(&self.standing, decision).approve.is_empty();
        if !approved && may(Verdict::Approve) {
            Some(Part::Approve)
        } else if !approved && may(Verdict::Agree) {
            Some(Part::Consult)
        } else {
            None
        }
    }
}

/// Approvals given, and how many it takes.
fn counted(decision: &Decision) -> (u32, u32) {
    let right = &decision.proposed.right;
    let given = right.approve.iter().filter(|role| {
        decision.votes.iter().any(|vote| {
            vote.verdict == Verdict::Approve && vote.seats.iter().any(|seat| seat.role == **role)
        })
    });
    let (given, all) = (given.count(), right.approve.len());
    match right.how {
        How::Any => (count(given.min(1)), 1),
        How::All | How::InOrder => (count(given), count(all)),
    }
}
