//! The kill switch: stopping at once, confirming everywhere, drills, and the stop list that
//! integrations poll.

mod call;
mod confirm;
mod list;
mod place;
mod pull;
mod view;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::files::Grant;

pub use call::Calls;
pub(crate) use list::{Kept, rewritten};

/// Stops, drills, and when the next ones are due.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StopsView {
    /// Stops and drills, the latest first.
    pub stops: Vec<StopRow>,
    /// The live workflows with their next drill, the soonest first.
    pub drills: Vec<DrillRow>,
    /// Days between two drills of one workflow.
    pub drill_days: u32,
}

/// What can be stopped, whatever moment the desk shows and whoever is signed in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Stoppable {
    /// The workflows that run, by name.
    pub running: Vec<RunningRow>,
}

/// Where a stop or drill stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StopState {
    /// Not confirmed in every system yet.
    Waiting,
    /// Confirmed everywhere.
    Confirmed,
    /// The workflow was live again before it was confirmed.
    Lifted,
}

/// One pull of the kill switch, or one drill.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StopRow {
    /// Reference.
    pub stop: String,
    /// The entry that records it.
    pub entry: u64,
    /// The workflow.
    pub workflow: String,
    /// What it is called; none once erased.
    pub workflow_name: Option<String>,
    /// Whether it was a drill.
    pub drill: bool,
    /// Where it stands.
    pub state: StopState,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// Who stopped it; none while nobody has said so of a stop that the machine signed.
    pub by_name: Option<String>,
    /// Whether the machine signed it, because nobody was signed in.
    pub by_machine: bool,
    /// Why.
    pub why: Option<String>,
    /// The exception raised with it.
    pub exception: Option<String>,
    /// The systems in which it is to be confirmed.
    pub systems: Vec<StopSystem>,
    /// Seconds until every system was confirmed; none while one is not.
    pub seconds: Option<u64>,
    /// The entry since which the workflow is live again.
    pub lifted: Option<u64>,
    /// Whether who is signed in may confirm it.
    pub may_confirm: bool,
    /// Whether who is signed in may say that they did it.
    pub may_attribute: bool,
}

/// One system in which a stop is to be confirmed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StopSystem {
    /// What it is called; none once erased.
    pub name: Option<String>,
    /// When it was confirmed.
    pub confirmed_at: Option<String>,
    /// Who confirmed it.
    pub confirmed_by: Option<String>,
    /// How it was seen.
    pub words: Option<String>,
    /// Seconds from the stop to there.
    pub seconds: Option<u64>,
}

/// A workflow that can be stopped.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RunningRow {
    /// Reference.
    pub workflow: String,
    /// What it is called; none once erased.
    pub name: Option<String>,
    /// Where it is to be confirmed that it acts no more.
    pub systems: Vec<String>,
    /// Whether a drill can be run: it is live, none is under way, and who is signed in may.
    pub may_drill: bool,
}

/// When the kill switch of a live workflow is next to be tried.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DrillRow {
    /// The workflow.
    pub workflow: String,
    /// What it is called; none once erased.
    pub name: Option<String>,
    /// Who answers for its kill switch.
    pub owner_name: Option<String>,
    /// The day on which it was last seen to work.
    pub last: Option<String>,
    /// The drill under way.
    pub under_way: Option<String>,
    /// The last day on which the next one is in time.
    pub due: String,
    /// Days from today to that day; negative when it is past.
    pub days: i32,
}

/// Stops a workflow at once, or tries its kill switch.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StopWorkflow {
    /// Which.
    pub workflow: String,
    /// Why.
    pub why: String,
    /// Whether it is a drill, which stops nothing.
    pub drill: bool,
}

/// A workflow was stopped, or its kill switch tried.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Stopped {
    /// The reference of the stop.
    pub stop: String,
    /// The exception raised with it.
    pub exception: Option<String>,
    /// Whether the machine signed, because nobody is signed in.
    pub by_machine: bool,
    /// Why the stop list could not be written, where that is so.
    pub list_trouble: Option<String>,
}

/// States that a workflow acts no more in a system.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ConfirmStop {
    /// Which stop.
    pub stop: String,
    /// Which of its systems, counted from 0.
    pub system: u32,
    /// How it was seen; may be blank.
    pub words: String,
}

/// States that whoever is signed in pulled the kill switch.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AttributeStop {
    /// Which stop.
    pub stop: String,
}

/// The stop list as this machine writes it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StopListView {
    /// The file it goes to; none while no place is chosen.
    pub path: Option<String>,
    /// The number of the last list written.
    pub seq: Option<u64>,
    /// When it was written in this session.
    pub written_at: Option<String>,
    /// How many workflows it says are stopped.
    pub stopped: u32,
    /// Why it could not be written, where that is so.
    pub trouble: Option<String>,
    /// The address that is called with each new list; none where nothing is called.
    pub call: Option<String>,
    /// What came of the last call of this session.
    pub called: Option<CallShown>,
    /// The fingerprint of this machine's key, for who reads the list; none on a machine that is
    /// not enrolled.
    pub fingerprint: Option<String>,
}

/// How a call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CallState {
    /// It is tried, or tried again soon.
    UnderWay,
    /// It was taken.
    Taken,
    /// It was given up.
    Failed,
}

/// What came of a call.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CallShown {
    /// When it was begun.
    pub at: String,
    /// How it stands.
    pub state: CallState,
    /// How often it was tried.
    pub tries: u32,
    /// What went wrong the last time.
    pub trouble: Option<String>,
}

/// Chooses the address that is called with each new stop list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CallStopList {
    /// The address; blank calls nothing from now on.
    pub address: String,
}

/// Chooses where this machine writes the stop list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PlaceStopList {
    /// Where; none writes none from now on, and leaves the last one where it lies.
    pub grant: Option<Grant>,
}

/// Saves stops and drills as CSV.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportStops {
    /// Where it goes.
    pub grant: Grant,
}
