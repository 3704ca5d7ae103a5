//! An exception: something went wrong, somebody is asked to see to it, on a clock.
//!
//! How far it is follows from what was entered about it. Whether it is past its time, and who is
//! asked since then, is computed from that and a moment: see [`Clock`] and [`chain`].

mod acknowledge;
mod assign;
mod clock;
mod escalate;
mod kind;
mod link;
mod pace;
mod postmortem;
mod reopen;
mod report;
mod resolve;
mod severity;
mod wait;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use acknowledge::acknowledge;
pub use assign::assign;
pub use clock::{Clock, Happened, Hours, Pause, Run, Terms, Turn};
pub use escalate::{Asked, Step, asked, chain};
pub use kind::{Kind, Severity};
pub use link::{link, unlink};
pub use postmortem::{Postmortem, write_postmortem};
pub use reopen::reopen;
pub use report::{Reported, report};
pub use resolve::resolve;
pub use severity::set_severity;
pub use wait::{resume, wait};

use crate::metric::Period;
use crate::people::{Standing, entitled, keepers};
use crate::population::Test;
use crate::{
    BatchRef, DecisionRef, ExceptionRef, ItemId, MetricRef, OverrideRef, PermitRef, PersonRef,
    Refusal, ReviewRef, RoleId, StopRef, TeamRef, Text, WorkflowRef,
};

/// What brought an exception about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "of")]
pub enum Cause {
    /// Somebody reported it.
    Report,
    /// It came up in a review.
    Item {
        /// Which review.
        review: ReviewRef,
        /// Which item of it.
        item: ItemId,
    },
    /// The kill switch was pulled.
    Stop {
        /// Which stop.
        stop: StopRef,
    },
    /// One team overrode one workflow again and again.
    Overrides {
        /// Which team; none for people who belong to none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        team: Option<TeamRef>,
        /// The overrides.
        overrides: Vec<OverrideRef>,
    },
    /// AI actions of a batch failed a test.
    Population {
        /// Which batch.
        batch: BatchRef,
        /// Which test.
        test: Test,
        /// How many actions of it failed when this was raised.
        count: u64,
    },
    /// A permit was used beyond what it allows.
    Permit {
        /// Which.
        permit: PermitRef,
    },
    /// A metric stood out of line.
    Metric {
        /// Which.
        metric: MetricRef,
        /// In which periods, the first first.
        periods: Vec<Period>,
    },
}

/// Something went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionRaised {
    /// The new reference.
    pub exception: ExceptionRef,
    /// What sort of thing.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Severity,
    /// The workflow it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workflow: Option<WorkflowRef>,
    /// What happened.
    pub what: Text,
    /// Where what it is about lies, in another system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<Text>,
    /// The role that is asked to see to it.
    pub routed: RoleId,
    /// The roles that are asked beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<RoleId>,
    /// What brought it about.
    pub cause: Cause,
}

/// Who is asked has taken note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionAcknowledged {
    /// Which.
    pub exception: ExceptionRef,
}

/// One person is asked to see to it from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionAssigned {
    /// Which.
    pub exception: ExceptionRef,
    /// Who; none gives it back to whoever acts for the roles it is routed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonRef>,
}

/// Nothing can be done for now; its clock stands still.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionWaiting {
    /// Which.
    pub exception: ExceptionRef,
    /// What is waited for.
    pub why: Text,
}

/// It is seen to again; its clock goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionResumed {
    /// Which.
    pub exception: ExceptionRef,
}

/// It is as bad as this from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionSeveritySet {
    /// Which.
    pub exception: ExceptionRef,
    /// How bad it is.
    pub severity: Severity,
    /// Why.
    pub why: Text,
}

/// It was seen to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionResolved {
    /// Which.
    pub exception: ExceptionRef,
    /// What was found and done.
    pub words: Text,
}

/// It was not seen to after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionReopened {
    /// Which.
    pub exception: ExceptionRef,
    /// Why.
    pub why: Text,
}

/// A decision has to do with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionLinked {
    /// Which.
    pub exception: ExceptionRef,
    /// The decision.
    pub decision: DecisionRef,
}

/// A decision has nothing to do with it after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionUnlinked {
    /// Which.
    pub exception: ExceptionRef,
    /// The decision.
    pub decision: DecisionRef,
}

/// What was learnt from it, whole; a later one takes the place of an earlier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostmortemWritten {
    /// Of which exception.
    pub exception: ExceptionRef,
    /// How it came about.
    pub cause: Text,
    /// Whom and what it hurt.
    pub impact: Text,
    /// What was done about it.
    pub done: Text,
    /// What changes, so that it does not come again.
    pub changes: Text,
}

/// How far an exception is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ExceptionStage")]
pub enum Stage {
    /// To be seen to.
    Open,
    /// Whoever is asked has taken note.
    Acknowledged,
    /// Something is waited for.
    Waiting,
    /// To be seen to once more.
    Reopened,
    /// Seen to.
    Resolved,
}

impl Stage {
    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Acknowledged => "Acknowledged",
            Self::Waiting => "Waiting",
            Self::Reopened => "Reopened",
            Self::Resolved => "Resolved",
        }
    }

    /// Whether it is still to be seen to.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Open | Self::Acknowledged | Self::Waiting | Self::Reopened => true,
            Self::Resolved => false,
        }
    }
}

/// An exception as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Which.
    pub exception: ExceptionRef,
    /// What sort of thing went wrong.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Severity,
    /// The workflow it is about.
    pub workflow: Option<WorkflowRef>,
    /// The roles that are asked to see to it; the first leads.
    pub routed: Vec<RoleId>,
    /// The person who is asked to.
    pub person: Option<PersonRef>,
    /// Who raised it; none where the machine signed.
    pub raised_by: Option<PersonRef>,
    /// What brought it about.
    pub cause: Cause,
    /// How far it is.
    pub stage: Stage,
    /// The decisions that have to do with it.
    pub decisions: Vec<DecisionRef>,
}

impl Exception {
    /// Whether `person` may see to it: they are asked to, act for a role that is, or keep the desk.
    pub fn may_see_to(&self, standing: &Standing, person: PersonRef) -> bool {
        self.person == Some(person) || self.seers().iter().any(|role| standing.acts(person, role))
    }

    /// Refuses who may not see to it.
    fn must_see_to(
        &self,
        standing: &Standing,
        by: PersonRef,
        act: &'static str,
    ) -> Result<(), Refusal> {
        if self.person == Some(by) {
            standing.must_be_here(by)
        } else {
            entitled(standing, by, act, &self.seers())
        }
    }

    fn must_be_open(&self) -> Result<(), Refusal> {
        if self.stage.is_open() {
            Ok(())
        } else {
            Err(Refusal::ExceptionResolved { exception: self.exception })
        }
    }

    /// The roles that see to it: those it is routed to, and the keepers.
    fn seers(&self) -> Vec<RoleId> {
        [self.routed.clone(), keepers()].concat()
    }
}
