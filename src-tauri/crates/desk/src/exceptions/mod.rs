//! Exceptions: what went wrong, and what became of it.

mod keep;
mod view;

use domain::exception::{Kind, Severity, Stage};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::files::Grant;

/// Every exception.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExceptionsView {
    /// Those to be seen to, the gravest first and among these the oldest.
    pub open: Vec<ExceptionRow>,
    /// Those resolved, the latest first.
    pub over: Vec<ExceptionRow>,
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
    /// The role that is asked to see to it, by name.
    pub routed_name: String,
    /// Whether who is signed in may resolve it.
    pub mine: bool,
    /// The stop that brought it about.
    pub stop: Option<String>,
    /// The overrides that brought it about.
    pub overrides: Vec<String>,
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
}

/// States that an exception was seen to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ResolveException {
    /// Which.
    pub exception: String,
    /// What was found and done.
    pub words: String,
}

/// Saves exceptions as CSV.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportExceptions {
    /// Those of this stage.
    pub stage: Stage,
    /// Where it goes.
    pub grant: Grant,
}
