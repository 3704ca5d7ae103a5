//! What in a workspace is evidence for a requirement: a closed list.

use crate::check;
use crate::decision::DecisionKind;
use crate::metric::Class;
use crate::workflow::Fact;
use crate::workspace::startup;

/// A kind of evidence that the record holds by itself.
///
/// Some of it happened at a moment; some of it [stands](Self::stands) while it is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A checklist item that was answered in a closed review.
    Item {
        /// Of which cadence.
        cadence: &'static str,
        /// Which.
        item: &'static str,
    },
    /// A review of this cadence that was held and closed.
    Review(&'static str),
    /// A workflow on the register of which this is answered.
    Workflow(Fact),
    /// A decision of this kind that was applied.
    Decision(DecisionKind),
    /// A decision to launch a workflow, or to give it more freedom, on which security or legal voted.
    Heard,
    /// A sample of AI actions that a reviewer confirmed.
    Sample,
    /// A check of this kind.
    Check(check::Kind),
    /// A drill of a kill switch.
    Drill,
    /// A stop that was confirmed in every system.
    Stop,
    /// An exception that was resolved.
    Exception,
    /// A postmortem.
    Postmortem,
    /// An override.
    Override,
    /// An action item that was done.
    Action,
    /// A RACI matrix in force.
    Raci,
    /// The decision rights in force.
    Rights,
    /// The rules in force.
    Rules,
    /// A role with deputies or an on-call order.
    Deputies,
    /// A cadence in force.
    Cadence,
    /// A value of a metric of this class.
    Metric(Class),
    /// An action log that was taken in.
    Log,
    /// A permit that was issued.
    Permit,
    /// Evidence that is attached to the requirement itself.
    Evidence,
    /// A review that was countersigned.
    SignOff,
    /// A checkpoint of the ledger.
    Checkpoint,
    /// An evidence pack that was exported.
    Pack,
    /// A policy that people attested.
    Attested,
    /// A training that people attested.
    Trained,
}

impl Source {
    /// Whether it is so for a while instead of happening at a moment: then it is evidence in every
    /// period at whose end it stands.
    pub const fn stands(self) -> bool {
        match self {
            Self::Workflow(_)
            | Self::Raci
            | Self::Rights
            | Self::Rules
            | Self::Deputies
            | Self::Cadence => true,
            Self::Item { .. }
            | Self::Review(_)
            | Self::Decision(_)
            | Self::Heard
            | Self::Sample
            | Self::Check(_)
            | Self::Drill
            | Self::Stop
            | Self::Exception
            | Self::Postmortem
            | Self::Override
            | Self::Action
            | Self::Metric(_)
            | Self::Log
            | Self::Permit
            | Self::Evidence
            | Self::SignOff
            | Self::Checkpoint
            | Self::Pack
            | Self::Attested
            | Self::Trained => false,
        }
    }

    /// What people call several of it.
    pub fn words(self) -> String {
        let said = match self {
            Self::Item { cadence, item } => {
                let title = startup::item(cadence, item).unwrap_or(item);
                return format!("“{title}” answered in reviews");
            }
            Self::Review(cadence) => {
                return format!("{} held", startup::cadence_words(cadence));
            }
            Self::Workflow(fact) => {
                return format!("Workflows with “{}” answered", fact.words());
            }
            Self::Decision(kind) => return format!("“{}” decided", kind.words()),
            Self::Check(kind) => return format!("Checks: {}", kind.words().to_lowercase()),
            Self::Metric(class) => return format!("{} metrics with values", class.words()),
            Self::Heard => "Launches and steps up on which security or legal voted",
            Self::Sample => "Samples confirmed",
            Self::Drill => "Kill-switch drills",
            Self::Stop => "Stops confirmed in every system",
            Self::Exception => "Exceptions resolved",
            Self::Postmortem => "Postmortems written",
            Self::Override => "Overrides recorded",
            Self::Action => "Action items done",
            Self::Raci => "RACI matrices in force",
            Self::Rights => "Decision rights in force",
            Self::Rules => "Rules in force",
            Self::Deputies => "Roles with deputies or an on-call order",
            Self::Cadence => "Cadences in force",
            Self::Log => "Action logs taken in",
            Self::Permit => "Permits issued",
            Self::Evidence => "Evidence attached to it",
            Self::SignOff => "Reviews countersigned",
            Self::Checkpoint => "Checkpoints of the ledger",
            Self::Pack => "Evidence packs exported",
            Self::Attested => "Policies attested by those they ask",
            Self::Trained => "Training attested by those it asks",
        };
        said.to_owned()
    }
}

/// An item of the daily watch.
pub(super) const fn daily(item: &'static str) -> Source {
    Source::Item { cadence: "daily", item }
}

/// An item of the weekly call.
pub(super) const fn weekly(item: &'static str) -> Source {
    Source::Item { cadence: "weekly", item }
}

/// An item of the monthly review.
pub(super) const fn monthly(item: &'static str) -> Source {
    Source::Item { cadence: "monthly", item }
}

/// An item of the quarterly audit.
pub(super) const fn quarterly(item: &'static str) -> Source {
    Source::Item { cadence: "quarterly", item }
}
