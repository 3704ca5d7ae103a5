//! An action item: what, who, by when; carried into the reviews of its cadence until it is over.

mod change;
mod end;
mod raise;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use change::{hand_over, reschedule};
pub use end::{complete, drop, reopen};
pub use raise::{OutOf, Wanted, raise};

use crate::people::{Standing, entitled, keepers};
use crate::{
    ActionRef, CadenceId, DecisionRef, ExceptionRef, ItemId, PersonRef, Refusal, ReviewRef, Text,
};

/// What an action item came out of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "of")]
pub enum Source {
    /// An item of a review, raised in the call.
    Item {
        /// Which review.
        review: ReviewRef,
        /// Which item of it.
        item: ItemId,
    },
    /// An exception.
    Exception {
        /// Which.
        exception: ExceptionRef,
    },
    /// A decision.
    Decision {
        /// Which.
        decision: DecisionRef,
    },
}

/// Something is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionRaised {
    /// The new reference.
    pub action: ActionRef,
    /// What is to be done.
    pub what: Text,
    /// Who does it.
    pub who: PersonRef,
    /// The last day on which it is in time.
    pub due: NaiveDate,
    /// The cadence whose reviews carry it in until it is over.
    pub cadence: CadenceId,
    /// What it came out of; none when it was raised by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Source>,
}

/// An action item is due on another day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionRescheduled {
    /// Which.
    pub action: ActionRef,
    /// The last day on which it is in time.
    pub due: NaiveDate,
    /// Why.
    pub reason: Text,
}

/// Somebody else does it from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionHandedOver {
    /// Which.
    pub action: ActionRef,
    /// Who does it now.
    pub to: PersonRef,
    /// Why, where somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// It is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionDone {
    /// Which.
    pub action: ActionRef,
    /// What came of it, where somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// It will not be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionDropped {
    /// Which.
    pub action: ActionRef,
    /// Why not.
    pub words: Text,
}

/// It is to be done after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionReopened {
    /// Which.
    pub action: ActionRef,
    /// Why.
    pub reason: Text,
}

/// How far an action item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ActionStage")]
pub enum Stage {
    /// To be done.
    Open,
    /// Done.
    Done,
    /// Given up, with a reason.
    Dropped,
}

/// An action item as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Which.
    pub action: ActionRef,
    /// Who does it.
    pub who: PersonRef,
    /// Who raised it.
    pub raised_by: PersonRef,
    /// The last day on which it is in time.
    pub due: NaiveDate,
    /// How far it is.
    pub stage: Stage,
    /// Who chairs an open review that carries it in.
    pub chairs: Vec<PersonRef>,
}

impl Stage {
    /// Whether an action item this far, due on `due`, is past its day without being over.
    pub fn is_late(self, due: NaiveDate, today: NaiveDate) -> bool {
        self == Self::Open && due < today
    }
}

impl Action {
    fn must_be_open(&self) -> Result<(), Refusal> {
        match self.stage {
            Stage::Open => Ok(()),
            Stage::Done | Stage::Dropped => Err(Refusal::ActionOver { action: self.action }),
        }
    }

    /// Who does it, who raised it, who chairs a review that carries it in, and the keepers may
    /// change it.
    fn may_change(
        &self,
        standing: &Standing,
        by: PersonRef,
        act: &'static str,
    ) -> Result<(), Refusal> {
        if by == self.who || by == self.raised_by || self.chairs.contains(&by) {
            Ok(())
        } else {
            entitled(standing, by, act, &keepers())
        }
    }
}

/// Refuses a day that has passed.
fn must_lie_ahead(standing: &Standing, due: NaiveDate) -> Result<(), Refusal> {
    if due < standing.today {
        Err(Refusal::DueInThePast { due, today: standing.today })
    } else {
        Ok(())
    }
}
