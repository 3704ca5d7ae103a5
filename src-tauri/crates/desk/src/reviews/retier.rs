//! Re-tiering: which workflows an audit gives a verdict on, and the verdicts it gave.

use std::collections::BTreeSet;

use domain::cadence::{CadenceSet, ChecklistItem, Pulled};
use domain::review::{TierAsked, TierGiven, TierJudged, TierShown, TierVerdict, check_tiers};
use domain::workflow::Status;
use domain::{Moment, ReviewRef, Span, WorkflowRef};
use serde::{Deserialize, Serialize};
use store::View;
use store::tables::answer::Answer;
use ts_rs::TS;

use super::pulled::Back;
use crate::Problem;
use crate::erased::or_erased;

/// The verdict on one workflow's tier, as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TierRow {
    /// Which workflow.
    pub workflow: String,
    /// What it is called; blank where only what was signed is told.
    pub name: String,
    /// What was said of its tier.
    pub verdict: TierVerdict,
    /// The same in words.
    pub word: String,
    /// What the record showed then.
    pub shown: TierShown,
    /// The same in words.
    pub shown_word: String,
    /// Why, where something was said.
    pub note: Option<String>,
}

/// The workflows that an item of a review asks a verdict on, as `view` has them at `now`: where it pulls tiers and the
/// review looks back on a quarter, those that ran, were paused or stopped when the quarter ended. One
/// that is retired since is asked for too, for it can come back.
pub(crate) fn asked(
    view: &View<'_>,
    review: &ReviewRef,
    item: &ChecklistItem,
    now: Moment,
) -> Result<BTreeSet<WorkflowRef>, Problem> {
    let is_audit = review.period().is_some_and(|period| period.span() == Span::Quarter);
    if !is_audit || !item.pulls.contains(&Pulled::Tiers) {
        return Ok(BTreeSet::new());
    }
    let acting = |view: &View<'_>| -> Result<BTreeSet<WorkflowRef>, Problem> {
        let all = view.workflows()?.into_iter();
        Ok(all.filter(|one| acts(one.status)).map(|one| one.workflow).collect())
    };
    let Some(ended) = Back::of(view, review)?.ended(view, now)? else { return acting(view) };
    acting(&view.at(ended.seq))
}

/// Whether a workflow has a tier to judge. A draft has earned none yet.
fn acts(status: Status) -> bool {
    match status {
        Status::Live | Status::Paused | Status::Stopped => true,
        Status::Draft | Status::Retired => false,
    }
}

/// Each workflow that is asked, with what the tables beside the item show of it.
///
/// # Errors
/// `changed-meanwhile` for one that they do not show: it came to be asked since they were read.
pub(super) fn beside(
    asked: &BTreeSet<WorkflowRef>,
    told: &[TierAsked],
) -> Result<Vec<TierAsked>, Problem> {
    let shown = |workflow: &WorkflowRef| {
        let told = told.iter().find(|told| told.workflow == *workflow).copied();
        let says = || format!("{workflow} came to be asked since the record was read.");
        told.ok_or_else(|| Problem::new("changed-meanwhile", says()))
    };
    asked.iter().map(shown).collect()
}

/// The verdicts that are given now, and those that stand from an earlier answer to the same item, as
/// long as they are asked.
pub(super) fn with_earlier(
    given: &[TierGiven],
    earlier: Option<&Answer>,
    asked: &BTreeSet<WorkflowRef>,
) -> Vec<TierGiven> {
    let anew = |workflow: WorkflowRef| given.iter().any(|one| one.workflow == workflow);
    let stand = earlier.into_iter().flat_map(|answer| &answer.tiers);
    let stand = stand.filter(|one| asked.contains(&one.workflow) && !anew(one.workflow));
    let stand = stand.map(|one| TierGiven {
        workflow: one.workflow,
        verdict: one.verdict,
        note: one.note.as_ref().and_then(|note| note.words()).unwrap_or_default().to_owned(),
    });
    stand.chain(given.iter().cloned()).collect()
}

/// The verdicts of an answer, as screens and reports show them.
pub(super) fn rows(view: &View<'_>, answer: &Answer) -> Result<Vec<TierRow>, Problem> {
    let row = |one: &TierJudged| {
        let known = view.workflow(one.workflow)?;
        let name = known.and_then(|known| Some(known.facts.name?.words()?.to_owned()));
        Ok(TierRow { name: or_erased(name.as_ref()), ..TierRow::of(one) })
    };
    let mut rows = answer.tiers.iter().map(row).collect::<Result<Vec<_>, Problem>>()?;
    rows.sort_by(|one, other| (other.verdict, &one.workflow).cmp(&(one.verdict, &other.workflow)));
    Ok(rows)
}

impl TierRow {
    /// What the verdict itself tells: the workflow by its reference alone.
    pub(super) fn of(judged: &TierJudged) -> Self {
        Self {
            workflow: judged.workflow.to_string(),
            name: String::new(),
            verdict: judged.verdict,
            word: judged.verdict.words().to_owned(),
            shown: judged.shown,
            shown_word: judged.shown.words().to_owned(),
            note: super::view::written(judged.note.as_ref()),
        }
    }
}

/// Holds the verdicts of a review that is about to close against what each item asked when it was
/// answered. Reviews of before anybody gave a verdict have none, and none may lack them once one was given.
pub(crate) fn must_be_judged(
    before: &View<'_>,
    review: &ReviewRef,
    cadence: &CadenceSet,
) -> Result<(), Problem> {
    let answers = on_tiers(before, review, cadence)?;
    // It reads every answer on record, so it is asked once, and only where a verdict is missing.
    let first = match answers.iter().any(|(answer, _)| answer.tiers.is_empty()) {
        true => before.first_verdict()?,
        false => None,
    };
    let bound = |answer: &Answer| first.is_some_and(|first| first < answer.since);
    for (answer, asked) in answers.iter().filter(|(one, _)| !one.tiers.is_empty() || bound(one)) {
        check_tiers(review, asked, answer.outcome, &answer.tiers)?;
    }
    Ok(())
}

/// The answers of a review whose items asked a verdict on a workflow, or were given one, each with the
/// workflows that it asked.
fn on_tiers(
    before: &View<'_>,
    review: &ReviewRef,
    cadence: &CadenceSet,
) -> Result<Vec<(Answer, Vec<WorkflowRef>)>, Problem> {
    let mut found = Vec::new();
    for answer in before.answers(review)? {
        let item = cadence.checklist.iter().find(|item| item.item == answer.item);
        let (Some(item), Some(change)) = (item, before.change(answer.since)?) else { continue };
        let then = before.at(answer.since.saturating_sub(1));
        let asked = asked(&then, review, item, change.at)?;
        if !asked.is_empty() || !answer.tiers.is_empty() {
            found.push((answer, asked.into_iter().collect()));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workflow_that_no_table_showed_is_refused_and_not_told_to_stay() {
        let [shown, unread] = [1, 2].map(WorkflowRef::new);
        let told = [TierAsked { workflow: shown, shown: TierShown::Up }];
        assert_eq!(beside(&[shown].into(), &told), Ok(told.to_vec()), "what was read stands");
        let refused = beside(&[shown, unread].into(), &told).unwrap_err();
        assert_eq!(refused.code, "changed-meanwhile", "{refused}");
    }
}
