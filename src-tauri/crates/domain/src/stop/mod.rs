//! The kill switch: a workflow is stopped at once, by anyone; then it is confirmed, system by
//! system, that it acts no more. A drill is the same with nothing stopped.

mod attribute;
mod confirm;
mod due;
mod pull;

use serde::{Deserialize, Serialize};

pub use attribute::attribute;
pub use confirm::{confirm, may_confirm};
pub use due::drill_due;
pub use pull::{Pulled, drill, may_drill, pull, systems};

use crate::{ExceptionRef, PersonRef, Refusal, StopRef, Text, WorkflowRef};

/// The kill switch was pulled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkflowStopped {
    /// The new reference.
    pub stop: StopRef,
    /// What was stopped.
    pub workflow: WorkflowRef,
    /// Whether it was a drill: the workflow then stands where it stood.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub drill: bool,
    /// The exception that was raised with it; none for a drill.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<ExceptionRef>,
    /// The outside systems in which it is to be confirmed that the workflow acts no more.
    pub systems: Vec<Text>,
}

/// The person who signs this pulled the kill switch while nobody was signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopAttributed {
    /// Which stop.
    pub stop: StopRef,
}

/// In one outside system the workflow acts no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopConfirmed {
    /// Which stop.
    pub stop: StopRef,
    /// Which of its systems, counted from 0.
    pub system: u32,
    /// How that was seen, where somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// A stop or drill as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which.
    pub stop: StopRef,
    /// What was stopped.
    pub workflow: WorkflowRef,
    /// Whether it was a drill.
    pub drill: bool,
    /// Who signed it; none where the machine did.
    pub by: Option<PersonRef>,
    /// Who said afterwards that they did it.
    pub attributed: Option<PersonRef>,
    /// In how many systems it is to be confirmed.
    pub systems: u32,
    /// In which of them it is.
    pub confirmed: Vec<u32>,
    /// Whether the workflow has been live again since.
    pub lifted: bool,
}

impl Stop {
    /// Whether every system was seen to have stopped.
    pub fn is_confirmed(&self) -> bool {
        (0..self.systems).all(|system| self.confirmed.contains(&system))
    }

    /// Whether some system was not seen to have stopped yet, and it still matters.
    pub fn waits(&self) -> bool {
        !self.is_confirmed() && !self.lifted
    }

    /// Refuses a stop that must be confirmed first.
    pub fn must_be_confirmed(&self) -> Result<(), Refusal> {
        if self.waits() { Err(Refusal::StopUnconfirmed { stop: self.stop }) } else { Ok(()) }
    }
}
