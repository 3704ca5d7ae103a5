//! A review: opened, attended, answered item by item, closed and locked.

mod answer;
mod attend;
mod chair;
mod close;
mod held;
mod open;
mod period;
mod quorum;
mod retier;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use answer::{Beside, Said, answer, may_answer};
pub use attend::attend;
pub use chair::take_chair;
pub use close::{addend, close, countersign, countersign_by_file, may_countersign};
pub use held::state_held;
pub use open::open;
pub use quorum::{Quorum, Seat, quorum};
pub use retier::{TierAsked, TierGiven, TierJudged, TierShown, TierVerdict, check_tiers};

use crate::cadence::CadenceSet;
use crate::people::SignedStatement;
use crate::{CadenceId, ItemId, Moment, PersonRef, Refusal, ReviewRef, Text};

/// What a review found on one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// As it should be.
    Fine,
    /// To be watched.
    Attention,
    /// A limit is broken.
    Breach,
    /// Does not apply this time.
    NotApplicable,
}

/// Whether somebody took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// Took part.
    Present,
    /// Stayed away with a reason.
    Excused,
    /// Sent somebody, who took part.
    Delegate,
    /// Stayed away.
    Absent,
}

/// A review began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewOpened {
    /// Which review.
    pub review: ReviewRef,
    /// Of which cadence.
    pub cadence: CadenceId,
    /// When it is due.
    pub due: Moment,
    /// Who chairs it.
    pub chair: PersonRef,
}

/// Who was there, as the chair states it; a later statement about the same person replaces it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceStated {
    /// At which review.
    pub review: ReviewRef,
    /// Who.
    pub person: PersonRef,
    /// Whether they took part.
    pub presence: Presence,
    /// Who came in their place, where a delegate did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegate: Option<Text>,
}

/// Somebody else chairs a review from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChairTaken {
    /// Which review.
    pub review: ReviewRef,
    /// Who chaired it.
    pub from: PersonRef,
    /// Who does now.
    pub to: PersonRef,
    /// Why.
    pub reason: Text,
}

/// When the meeting took place, as the chair states it; a later statement replaces it.
///
/// An entry's time is the machine's and cannot be edited; a meeting that is recorded afterwards
/// says so with this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewHeld {
    /// Which review.
    pub review: ReviewRef,
    /// When it began.
    pub from: Moment,
    /// When it ended.
    pub to: Moment,
}

/// A figure that was on screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What it says: an identifier such as `workflows.live`, or a metric's reference.
    pub figure: String,
    /// The value as shown; a dash where the period has none.
    pub value: String,
    /// The period of a metric's value, as the metric names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The baseline that was in force, beside a metric's value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<String>,
}

impl Figure {
    /// A figure that the desk counts itself.
    pub fn counted(figure: impl Into<String>, value: impl Into<String>) -> Self {
        Self { figure: figure.into(), value: value.into(), period: None, baseline: None }
    }
}

/// A checklist item has its outcome; a later answer replaces it until the review is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemAnswered {
    /// In which review.
    pub review: ReviewRef,
    /// Which item.
    pub item: ItemId,
    /// What was found.
    pub outcome: Outcome,
    /// Why, where it is not fine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Seconds spent on it so far.
    pub seconds: u32,
    /// What was on screen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<Figure>,
    /// The verdict on each workflow's tier, of an item that asks for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<TierJudged>,
}

/// A review is signed and locked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewClosed {
    /// Which review.
    pub review: ReviewRef,
    /// Items found fine.
    pub fine: u32,
    /// Items to be watched.
    pub attention: u32,
    /// Items in breach.
    pub breach: u32,
    /// Items that did not apply.
    pub not_applicable: u32,
    /// Required roles that took part.
    pub roles_reached: u32,
    /// Required roles there are.
    pub roles_required: u32,
    /// Seconds spent on each item in the end; an item's own answer holds those up to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spent: Vec<Spent>,
    /// What the board is told of the period, where somebody wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub narrative: Option<Text>,
}

/// Seconds spent on an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Spent {
    /// Which item.
    pub item: ItemId,
    /// How many.
    pub seconds: u32,
}

/// A second person put their name under a closed review.
///
/// Their cosignature over a checkpoint that covers the closing is in the `checkpoint.recorded`
/// entry that follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewCountersigned {
    /// Which review.
    pub review: ReviewRef,
    /// The entry that closed it.
    pub closed_by_entry: u64,
    /// What they state about the period, in their own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<Text>,
    /// What they signed on another machine; its signer countersigns, whoever makes the entry, and
    /// its reason is what they state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<SignedStatement>,
}

/// The kind of statement that countersigns a review.
pub const COUNTERSIGNATURE: &str = "countersignature";

/// Days in which a request for a countersignature is answered.
pub const COUNTERSIGNATURE_DAYS: i64 = 14;

/// Words added to a closed review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddendumWritten {
    /// To which review.
    pub review: ReviewRef,
    /// The words.
    pub text: Text,
}

/// How far a review is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being held.
    Open,
    /// Closed by this person, with this entry.
    Closed {
        /// Who closed it.
        by: PersonRef,
        /// The closing entry.
        entry: u64,
        /// Whether a second person has countersigned.
        countersigned: bool,
    },
}

/// A review as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Which.
    pub review: ReviewRef,
    /// The cadence as it stood when the review was opened.
    pub cadence: CadenceSet,
    /// Who chairs.
    pub chair: PersonRef,
    /// How far it is.
    pub stage: Stage,
    /// The outcome of each item answered.
    pub answered: Vec<(ItemId, Outcome)>,
    /// Who was there.
    pub attendance: Vec<(PersonRef, Presence)>,
}

impl Review {
    pub(crate) fn must_be_open(&self) -> Result<(), Refusal> {
        match self.stage {
            Stage::Open => Ok(()),
            Stage::Closed { .. } => Err(Refusal::Closed { review: self.review.clone() }),
        }
    }

    /// Refuses anybody but the chair.
    pub(crate) fn must_chair(&self, by: PersonRef) -> Result<(), Refusal> {
        if by == self.chair {
            Ok(())
        } else {
            Err(Refusal::NotTheChair { review: self.review.clone(), chair: self.chair })
        }
    }

    /// Refuses an item that the checklist does not have.
    pub(crate) fn must_ask(&self, item: &ItemId) -> Result<(), Refusal> {
        if self.cadence.checklist.iter().any(|asked| asked.item == *item) {
            Ok(())
        } else {
            Err(Refusal::NoSuchItem { review: self.review.clone(), item: item.clone() })
        }
    }

    /// Items without an outcome.
    pub fn left(&self) -> usize {
        let answered = |item: &ItemId| self.answered.iter().any(|(done, _)| done == item);
        self.cadence.checklist.iter().filter(|item| !answered(&item.item)).count()
    }
}
