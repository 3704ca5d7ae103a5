//! Exceptions: what went wrong, who is asked, how long they have, and what became of it.

mod about;
mod clocks;
mod keep;
mod report;
mod shown;
mod view;

use domain::exception::{Kind, Severity, Stage, Step};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actions::FromItem;
use crate::files::Grant;

pub(crate) use clocks::Clocks;
pub(crate) use view::{asked_of, waiting};

/// Every exception.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExceptionsView {
    /// Those to be seen to, the soonest due first; what waits comes last.
    pub open: Vec<ExceptionRow>,
    /// Those resolved, the latest first.
    pub over: Vec<ExceptionRow>,
}

/// Asks for the exceptions that have to do with one thing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExceptionsAbout {
    /// A workflow, a decision, a review or an action item.
    pub reference: String,
}

/// The exceptions in short: how many are open, and those to look at first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExceptionsShort {
    /// Those asked of who is signed in first, then the soonest due.
    pub rows: Vec<ExceptionRow>,
    /// How many are open.
    pub open: u32,
    /// How many of them are past due.
    pub late: u32,
    /// How many of them are asked of who is signed in.
    pub asked: u32,
}

/// One exception.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExceptionRow {
    /// Reference.
    pub exception: String,
    /// The entry that raised it.
    pub entry: u64,
    /// What sort of thing went wrong.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Severity,
    /// How far it is.
    pub stage: Stage,
    /// The workflow it is about.
    pub workflow: Option<String>,
    /// What that is called; none once erased.
    pub workflow_name: Option<String>,
    /// What happened; none once erased.
    pub what: Option<String>,
    /// Where it lies, in another system.
    pub pointer: Option<String>,
    /// The roles that are asked to see to it, by name; the first leads.
    pub routed_name: String,
    /// The person who is to see to it.
    pub person: Option<String>,
    /// Their name.
    pub person_name: Option<String>,
    /// Who is asked now, at the step it has come to; none once it is resolved.
    pub asked: Option<ExceptionAsked>,
    /// How its clock stands.
    pub time: ExceptionTime,
    /// Whether who is signed in may see to it.
    pub mine: bool,
    /// Whether they may take it up again.
    pub may_reopen: bool,
    /// The severities they may set.
    pub may_set: Vec<Severity>,
    /// The review it came up in.
    pub review: Option<String>,
    /// The stop that brought it about.
    pub stop: Option<String>,
    /// The overrides that brought it about.
    pub overrides: Vec<String>,
    /// The batch whose AI actions brought it about.
    pub batch: Option<String>,
    /// The permit that was used beyond what it allows.
    pub permit: Option<String>,
    /// The metric that brought it about.
    pub metric: Option<String>,
    /// The periods in which it did.
    pub periods: Vec<String>,
    /// The decisions that have to do with it.
    pub decisions: Vec<String>,
    /// The action items that came out of it.
    pub actions: Vec<String>,
    /// Who raised it.
    pub raised_by: String,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub raised_at: String,
    /// Why, as its entry says.
    pub why: Option<String>,
    /// What is left before it can be resolved, where something is.
    pub waits_for: Option<String>,
    /// What was found and done.
    pub words: Option<String>,
    /// Who resolved it.
    pub ended_by: Option<String>,
    /// When it was resolved.
    pub ended_at: Option<String>,
    /// Whether it is severe, so that a postmortem is wanted.
    pub severe: bool,
    /// What was learnt from it.
    pub postmortem: Option<PostmortemShown>,
}

/// Who is asked to see to an exception.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExceptionAsked {
    /// At which step.
    pub step: Step,
    /// The step in words: `Security's lead`.
    pub says: String,
    /// Who, by name.
    pub names: Vec<String>,
    /// Whether who is signed in is among them.
    pub me: bool,
}

/// How an exception's time stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TimeState {
    /// Its due has passed.
    Late,
    /// Less than a quarter of its time is left.
    Near,
    /// It has time.
    Running,
    /// Its clock stands still.
    Waiting,
    /// It was resolved in time.
    InTime,
    /// It was resolved after its due.
    WasLate,
}

/// An exception's clock.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExceptionTime {
    /// How it stands.
    pub state: TimeState,
    /// What is left, in words: `5 h 20 min left`.
    pub says: String,
    /// How much of its time is left, from 1 at the start to 0.
    pub share: f64,
    /// The hours it has.
    pub hours: u32,
    /// Whether all time counts, and not only that of business days.
    pub wall: bool,
    /// When it is or was due, RFC 3339; none while it waits.
    pub due: Option<String>,
    /// When it goes a step up next.
    pub next: Option<String>,
    /// When it went a step up, and to whom.
    pub steps: Vec<EscalationShown>,
    /// When its clock stood still, and why.
    pub pauses: Vec<PauseShown>,
    /// Its runs in order: from when it was raised, then from each time it was reopened.
    pub runs: Vec<RunShown>,
}

/// A run of an exception's clock, from raising or reopening to resolving.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RunShown {
    /// Since when.
    pub from: String,
    /// When it was due; none while it stands still in time.
    pub due: Option<String>,
    /// When it was resolved; none while it is not.
    pub ended: Option<String>,
    /// Whether the due passed before.
    pub late: bool,
}

/// A due that passed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EscalationShown {
    /// When.
    pub at: String,
    /// To whom it went: `Security's lead`.
    pub to: String,
}

/// A time in which an exception's clock stood still.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PauseShown {
    /// Since when.
    pub from: String,
    /// Until when; none while it does.
    pub to: Option<String>,
    /// What was waited for; none once erased.
    pub why: Option<String>,
}

/// What was learnt from an exception. A text is none once it was erased.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PostmortemShown {
    /// How it came about.
    pub cause: Option<String>,
    /// Whom and what it hurt.
    pub impact: Option<String>,
    /// What was done about it.
    pub done: Option<String>,
    /// What changes.
    pub changes: Option<String>,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: String,
    /// The entry.
    pub entry: u64,
}

/// Reports that something went wrong.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReportException {
    /// What sort of thing.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Severity,
    /// The workflow it is about.
    pub workflow: Option<String>,
    /// What happened.
    pub what: String,
    /// Where it lies, in another system; may be blank.
    pub pointer: String,
    /// The review and the item it came up in.
    pub from: Option<FromItem>,
}

/// Says of an exception that it is seen to, or that its clock goes on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExceptionNamed {
    /// Which.
    pub exception: String,
}

/// Asks one person to see to an exception.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AssignException {
    /// Which.
    pub exception: String,
    /// Who; none gives it back to the roles.
    pub person: Option<String>,
}

/// Says something of an exception: what is waited for, what was found and done, why it is reopened.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExceptionWords {
    /// Which.
    pub exception: String,
    /// The words.
    pub words: String,
}

/// Sets how bad an exception is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetExceptionSeverity {
    /// Which.
    pub exception: String,
    /// How bad it is.
    pub severity: Severity,
    /// Why.
    pub why: String,
}

/// States that an exception was seen to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ResolveException {
    /// Which.
    pub exception: String,
    /// What was found and done.
    pub words: String,
}

/// Ties a decision to an exception, or takes it off.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LinkException {
    /// Which.
    pub exception: String,
    /// The decision.
    pub decision: String,
}

/// Writes what was learnt.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WritePostmortem {
    /// Of which exception.
    pub exception: String,
    /// How it came about.
    pub cause: String,
    /// Whom and what it hurt.
    pub impact: String,
    /// What was done about it.
    pub done: String,
    /// What changes.
    pub changes: String,
}

/// Saves exceptions as CSV.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportExceptions {
    /// Which, in this order.
    pub exceptions: Vec<String>,
    /// Where it goes.
    pub grant: Grant,
}

/// Saves what was learnt from an exception as PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportPostmortem {
    /// From which.
    pub exception: String,
    /// Where it goes.
    pub grant: Grant,
}
