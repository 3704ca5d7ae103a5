//! Overrides: recorded in seconds from anywhere, counted by team and workflow, never by person.

mod record;
mod view;

use domain::overrides::{Kind, Reason};
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use crate::Problem;

use crate::files::Grant;

/// What the form of an override offers.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OverrideForm {
    /// The workflows whose AI may have been overridden, by name.
    pub workflows: Vec<WorkflowPick>,
    /// The teams of who is signed in.
    pub teams: Vec<TeamPick>,
}

/// A workflow to choose.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WorkflowPick {
    /// Reference.
    pub workflow: String,
    /// What it is called; none once erased.
    pub name: Option<String>,
}

/// The workflows there are, by name.
pub(crate) fn workflows(view: &View<'_>) -> Result<Vec<WorkflowPick>, Problem> {
    let mut workflows: Vec<WorkflowPick> = view
        .workflow_names()?
        .into_iter()
        .map(|(workflow, name)| WorkflowPick { workflow: workflow.to_string(), name })
        .collect();
    workflows.sort_by_cached_key(|pick| pick.name.as_ref().map(|name| name.to_lowercase()));
    Ok(workflows)
}

/// A team to choose.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TeamPick {
    /// Reference.
    pub team: String,
    /// What it is called; none once erased.
    pub name: Option<String>,
}

/// Records an override.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RecordOverride {
    /// What was overridden.
    pub kind: Kind,
    /// The workflow.
    pub workflow: String,
    /// The team it counts for; none takes the only one of who is signed in.
    pub team: Option<String>,
    /// Where the record lies: its id or address.
    pub pointer: String,
    /// What the AI said.
    pub ai_said: String,
    /// What the human chose.
    pub chose: String,
    /// Why, from the list.
    pub reason: Reason,
    /// Why, in words; may be blank where the list says it.
    pub note: String,
    /// Whether an AI proposed the reason.
    pub generated: bool,
}

/// An override is on the record.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OverrideMade {
    /// Its reference.
    pub reference: String,
    /// The exception that this one brought about.
    pub exception: Option<String>,
}

/// The overrides, and how many there are of each workflow by each team.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OverridesView {
    /// The overrides, the latest first.
    pub rows: Vec<OverrideRow>,
    /// How many by workflow and team, the most of late first.
    pub counts: Vec<OverrideCount>,
    /// So many of one workflow by one team are too many …
    pub times: u32,
    /// … in so many days.
    pub days: u32,
}

/// One override. Who recorded it stands in the change log, not here.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OverrideRow {
    /// Reference.
    pub reference: String,
    /// The entry that records it.
    pub entry: u64,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// What was overridden.
    pub kind: Kind,
    /// The workflow.
    pub workflow: String,
    /// What it is called; none once erased.
    pub workflow_name: Option<String>,
    /// The team it counts for.
    pub team: Option<String>,
    /// What that is called; none once erased.
    pub team_name: Option<String>,
    /// Where the record lies; none once erased.
    pub pointer: Option<String>,
    /// What the AI said; none once erased.
    pub ai_said: Option<String>,
    /// What the human chose; none once erased.
    pub chose: Option<String>,
    /// Why, from the list.
    pub reason: Reason,
    /// Why, in words.
    pub note: Option<String>,
    /// Whether an AI proposed the reason.
    pub generated: bool,
    /// Whether it was recorded by who is signed in.
    pub mine: bool,
}

/// How often one team overrode one workflow.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OverrideCount {
    /// The workflow.
    pub workflow: String,
    /// What it is called; none once erased.
    pub workflow_name: Option<String>,
    /// The team; none for people who belong to none.
    pub team: Option<String>,
    /// What that is called; none once erased.
    pub team_name: Option<String>,
    /// In the last days that count.
    pub lately: u32,
    /// In all.
    pub ever: u32,
    /// The open exception about them.
    pub exception: Option<String>,
}

/// Saves the overrides as CSV.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportOverrides {
    /// Only those of this workflow; all of them, when absent.
    pub workflow: Option<String>,
    /// Where it goes.
    pub grant: Grant,
}
