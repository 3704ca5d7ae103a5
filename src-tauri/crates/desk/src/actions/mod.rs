//! Action items: who is to do what by when, and what became of it.

mod change;
mod list;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::files::Grant;

pub(crate) use list::{Shown, rows};

/// Every action item.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ActionsView {
    /// Those to be done, the soonest due first.
    pub open: Vec<ActionRow>,
    /// Those done or dropped, the latest first.
    pub over: Vec<ActionRow>,
    /// The cadences whose reviews can carry one in.
    pub cadences: Vec<CadencePick>,
}

/// A cadence to choose.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CadencePick {
    /// Identifier.
    pub cadence: String,
    /// What its reviews are called.
    pub name: String,
}

/// Where an action item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ActionState {
    /// To be done, in time so far.
    Open,
    /// To be done, past its day.
    Late,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

impl ActionState {
    /// As a line of text says it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Open => "to be done",
            Self::Late => "late",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }
}

/// One action item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActionRow {
    /// Reference.
    pub action: String,
    /// What is to be done; none once erased.
    pub what: Option<String>,
    /// Who does it, by reference.
    pub who: String,
    /// Who does it, by name.
    pub who_name: String,
    /// Whether they have left, so that it waits to be handed over.
    pub who_left: bool,
    /// The last day on which it is in time.
    pub due: String,
    /// Days from today to that day; negative when it is past.
    pub days: i32,
    /// Where it stands.
    pub state: ActionState,
    /// The cadence whose reviews carry it in.
    pub cadence: String,
    /// The review it was raised in.
    pub review: Option<String>,
    /// The item of that review.
    pub item: Option<String>,
    /// The exception or decision it came out of.
    pub source: Option<String>,
    /// Who raised it.
    pub raised_by: String,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub raised_at: String,
    /// What came of it, or why it was dropped.
    pub words: Option<String>,
    /// When it was done or dropped.
    pub ended_at: Option<String>,
}

/// Which action items a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ActionsShown {
    /// To be done by who is signed in.
    Mine,
    /// To be done.
    Open,
    /// To be done, and past its day.
    Late,
    /// Done or dropped.
    Over,
}

/// Saves action items as CSV, as a list shows them.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportActions {
    /// Which of them.
    pub shown: ActionsShown,
    /// Where it goes.
    pub grant: Grant,
}

/// Raises an action item.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RaiseAction {
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// The last day on which it is in time.
    pub due: String,
    /// The cadence whose reviews carry it in; a review's own goes before it.
    pub cadence: String,
    /// What it comes out of.
    pub from: Option<RaisedFrom>,
}

/// What an action item comes out of.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RaisedFrom {
    /// An item of a review that is being held.
    Item(FromItem),
    /// An exception, by reference.
    Exception(String),
    /// A decision, by reference.
    Decision(String),
}

/// An item of a review that is being held.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FromItem {
    /// Which review.
    pub review: String,
    /// Which item.
    pub item: String,
}

/// Gives an action item to somebody else.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HandOverAction {
    /// Which.
    pub action: String,
    /// To whom.
    pub to: String,
    /// Why; may be blank.
    pub reason: String,
}

/// Sets another day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RescheduleAction {
    /// Which.
    pub action: String,
    /// The last day on which it is in time.
    pub due: String,
    /// Why.
    pub reason: String,
}

/// Says that an action item is done.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CompleteAction {
    /// Which.
    pub action: String,
    /// What came of it; may be blank.
    pub words: String,
}

/// Gives an action item up.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DropAction {
    /// Which.
    pub action: String,
    /// Why.
    pub words: String,
}

/// Takes up an action item that was over.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReopenAction {
    /// Which.
    pub action: String,
    /// Why.
    pub reason: String,
}
