//! Re-tiering: an audit gives a verdict on the tier of each workflow that acted in its quarter.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Outcome;
use crate::refusal::{TEXT_LIMIT, optional};
use crate::{Refusal, ReviewRef, Text, WorkflowRef};

/// What an audit says of a workflow's tier. It changes nothing by itself: lowering, raising and retiring
/// are acts of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TierVerdict {
    /// It stays where it is.
    Keep,
    /// It goes down.
    Lower,
    /// A step up is to be proposed.
    Raise,
    /// The workflow ends.
    Retire,
}

impl TierVerdict {
    /// Each of them.
    pub const ALL: [Self; 4] = [Self::Keep, Self::Lower, Self::Raise, Self::Retire];

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Keep => "Keep",
            Self::Lower => "Lower",
            Self::Raise => "Propose to raise",
            Self::Retire => "Retire",
        }
    }
}

/// What the record shows of a workflow's tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TierShown {
    /// Nothing that asks for another one.
    Stays,
    /// Reasons to go down.
    Down,
    /// All that the next tier asks.
    Up,
}

impl TierShown {
    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Stays => "Stays",
            Self::Down => "Reasons to go down",
            Self::Up => "May go up",
        }
    }

    /// Whether a verdict goes against what the record shows: freer than it bears out, or taken back though
    /// nothing speaks against it. What may go up need not.
    pub const fn is_against(self, verdict: TierVerdict) -> bool {
        match (self, verdict) {
            (Self::Stays | Self::Up, TierVerdict::Keep)
            | (Self::Down, TierVerdict::Lower | TierVerdict::Retire)
            | (Self::Up, TierVerdict::Raise) => false,
            (Self::Down, TierVerdict::Keep | TierVerdict::Raise)
            | (Self::Stays, TierVerdict::Lower | TierVerdict::Raise | TierVerdict::Retire)
            | (Self::Up, TierVerdict::Lower | TierVerdict::Retire) => true,
        }
    }
}

/// The verdict on one workflow's tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierJudged {
    /// Which workflow.
    pub workflow: WorkflowRef,
    /// What is said of its tier.
    pub verdict: TierVerdict,
    /// What the record showed when it was said.
    pub shown: TierShown,
    /// Why, where it goes against that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A workflow that waits for a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TierAsked {
    /// Which.
    pub workflow: WorkflowRef,
    /// What the record shows of its tier.
    pub shown: TierShown,
}

/// A verdict as its chair gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TierGiven {
    /// On which workflow.
    #[ts(type = "string")]
    pub workflow: WorkflowRef,
    /// What is said of its tier.
    pub verdict: TierVerdict,
    /// Why; may be blank where it does not go against the record.
    #[serde(default)]
    pub note: String,
}

/// The verdicts that are `given`, beside what the record shows of each workflow that is `asked`.
///
/// # Errors
/// `tier-not-asked` for one of another workflow; a note that is no text.
pub(super) fn judged(
    review: &ReviewRef,
    asked: &[TierAsked],
    given: Vec<TierGiven>,
) -> Result<Vec<TierJudged>, Refusal> {
    let beside = |TierGiven { workflow, verdict, note }| {
        let asked = asked.iter().find(|asked| asked.workflow == workflow);
        let shown = asked.ok_or_else(|| not_asked(review, workflow))?.shown;
        let note = optional("the note on a tier", &note, TEXT_LIMIT)?;
        Ok(TierJudged { workflow, verdict, shown, note })
    };
    given.into_iter().map(beside).collect()
}

/// Refuses verdicts that could not stand beside an outcome: one of a workflow that is not `asked`, a
/// second one, one against the record without a note; and “fine” while a workflow waits for its own.
pub fn check_tiers(
    review: &ReviewRef,
    asked: &[WorkflowRef],
    outcome: Outcome,
    judged: &[TierJudged],
) -> Result<(), Refusal> {
    for (place, one) in judged.iter().enumerate() {
        let workflow = one.workflow;
        if !asked.contains(&workflow) {
            return Err(not_asked(review, workflow));
        }
        if judged.iter().take(place).any(|other| other.workflow == workflow) {
            return Err(Refusal::Twice { what: workflow.to_string() });
        }
        if one.note.is_none() && one.shown.is_against(one.verdict) {
            return Err(Refusal::TierNoteMissing { workflow });
        }
    }
    let waits = |workflow: &WorkflowRef| judged.iter().all(|one| one.workflow != *workflow);
    let waiting: Vec<WorkflowRef> = asked.iter().copied().filter(waits).collect();
    if outcome == Outcome::Fine && !waiting.is_empty() {
        return Err(Refusal::TiersUnjudged { review: review.clone(), workflows: waiting });
    }
    Ok(())
}

fn not_asked(review: &ReviewRef, workflow: WorkflowRef) -> Refusal {
    Refusal::TierNotAsked { review: review.clone(), workflow }
}
