//! The sorts of things that entries and tables are about, in a person's words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kind of entry to filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LogKind {
    /// Decisions, their rights, votes and permits.
    Decisions,
    /// The register of workflows.
    Workflows,
    /// Stops and drills.
    Stops,
    /// Overrides.
    Overrides,
    /// Exceptions.
    Exceptions,
    /// Rules and findings that were put off.
    Rules,
    /// RACI matrices.
    Raci,
    /// Reviews.
    Reviews,
    /// Cadences and the calendar.
    Cadences,
    /// Action items.
    Actions,
    /// Metrics, baselines and values.
    Metrics,
    /// Evidence.
    Evidence,
    /// What shows the requirements of frameworks, and which are asked.
    Frameworks,
    /// Policies, training and attestations.
    Policies,
    /// Samples and checks of AI actions.
    Samples,
    /// People, roles and teams.
    People,
    /// Keys.
    Keys,
    /// What was taken in and what left.
    Files,
    /// The workspace itself: its beginning, checkpoints, erasures, the clock, restores.
    Workspace,
}

impl LogKind {
    /// The families of events that it holds, as the ledger spells them.
    pub fn families(self) -> &'static [&'static str] {
        match self {
            Self::Decisions => &["decision", "decision-rights", "permit"],
            Self::Workflows => &["workflow"],
            Self::Stops => &["stop", "workflow.stopped", "drill"],
            Self::Overrides => &["override"],
            Self::Exceptions => &["exception", "postmortem"],
            Self::Rules => &["rules", "finding"],
            Self::Raci => &["raci"],
            Self::Reviews => &["review", "attendance", "chair", "item", "addendum"],
            Self::Cadences => &["cadence", "calendar"],
            Self::Actions => &["action"],
            Self::Metrics => &["metrics", "metric", "baseline", "observation"],
            Self::Evidence => &["evidence"],
            Self::Frameworks => &["framework"],
            Self::Policies => &["policy"],
            Self::Samples => &["sample", "check"],
            Self::People => {
                &["person", "role", "roles", "deputies", "on-call", "absence", "team", "membership"]
            }
            Self::Keys => &["key", "machine"],
            Self::Files => &["import", "export", "batch"],
            Self::Workspace => &["workspace", "checkpoint", "text", "clock", "restore"],
        }
    }
}

/// What a row of a table is, as people call it.
pub(super) fn thing(table: &str) -> String {
    let known = THINGS.iter().find(|(name, _)| *name == table);
    known.map_or_else(|| plain(table), |(_, words)| (*words).to_owned())
}

/// Tables whose name is not what people call their rows.
const THINGS: &[(&str, &str)] = &[
    ("action", "Action item"),
    ("answer", "Review item"),
    ("attachment", "Evidence attached"),
    ("finding", "Finding put off"),
    ("held", "Meeting"),
    ("holding", "Role held"),
    ("kept", "File kept"),
    ("mapping", "Requirement shown"),
    ("membership", "Team member"),
    ("observation", "Metric value"),
    ("overriding", "Override"),
    ("policy", "Policy version"),
    ("policy_in_force", "Policy in force"),
    ("raci", "RACI matrix"),
    ("recheck", "File looked at"),
    ("recorded_check", "Check"),
    ("rules", "Rule settings"),
    ("scope", "Requirement not asked"),
    ("settled", "Decision settled"),
    ("stint", "Standing in"),
];

/// A column or a field of its JSON, as people call it.
pub(super) fn field(name: &str) -> String {
    let known = FIELDS.iter().find(|(field, _)| *field == name);
    known.map_or_else(|| plain(name), |(_, words)| (*words).to_owned())
}

/// Fields whose name is not what people call them.
const FIELDS: &[(&str, &str)] = &[
    ("accountable_at_most", "Accountable for at most"),
    ("ai_does", "What the AI does"),
    ("again_days", "Attested again after days"),
    ("beside", "Stands beside"),
    ("derived", "Counted by the desk"),
    ("every", "Counted by the"),
    ("fiscal_start", "Fiscal year starts in month"),
    ("first_day", "From"),
    ("human_does", "What the human does"),
    ("last_day", "Until"),
    ("on_holiday", "On a day off"),
    ("period", "From period"),
    ("pointer", "Where it lies"),
    ("routed", "For"),
    ("sha256", "SHA-256"),
    ("zone", "Time zone"),
];

/// `write_stage` and `write-stage` as people write them: `Write stage`.
pub(super) fn plain(name: &str) -> String {
    crate::problem::capital(&name.replace(['_', '-'], " "))
}

/// Columns that say where something lies in the ledger, or nothing a person reads.
pub(super) fn is_inner(column: &str) -> bool {
    column.ends_with("_seq")
        || column.ends_with("_at")
        || matches!(column, "at" | "place" | "defined" | "public" | "nonce" | "source" | "turns")
}
