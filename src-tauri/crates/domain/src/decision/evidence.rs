//! What a decision right asks to be shown, and what is shown.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Change, DecisionKind, Right};
use crate::Text;

macro_rules! asked {
    ($($(#[$doc:meta])* $asked:ident $name:literal $words:literal $wants:literal,)*) => {
        /// Something a decision right asks to be shown.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
        )]
        pub enum EvidenceAsked {
            $($(#[$doc])* #[serde(rename = $name)] $asked,)*
        }

        impl EvidenceAsked {
            /// All there is to ask for.
            pub const ALL: &[Self] = &[$(Self::$asked,)*];

            /// What it is, in words.
            pub const fn words(self) -> &'static str {
                match self {
                    $(Self::$asked => $words,)*
                }
            }

            /// What it takes to earn it, in words.
            pub const fn wants(self) -> &'static str {
                match self {
                    $(Self::$asked => $wants,)*
                }
            }
        }
    };
}

asked! {
    /// The workflow's own samples, pooled.
    Samples "samples" "Samples of its actions"
        "13 weeks of its own samples that prove an error rate below 5 %; none is on the record",
    /// No exception of high severity is open.
    NoOpenHighException "no-open-high-exception" "No open exception of high severity"
        "every exception of high severity resolved",
    /// No metric stands below its baseline.
    MetricsHold "metrics-hold" "No metric below baseline"
        "a metric that names it, held against a baseline; it has none",
    /// What it works on is what it was judged on.
    DriftStable "drift-stable" "Drift is stable"
        "a metric of drift that names it, held against a baseline or a limit; it has none",
    /// Its kill switch was drilled.
    DrillPassed "drill-passed" "Kill-switch drill passed"
        "a drill confirmed in every system; it was never tried",
    /// How it is undone.
    RollbackPlan "rollback-plan" "Rollback plan"
        "a plan in the proposal",
}

/// What the proposer shows for something asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceShown {
    /// For what.
    pub asked: EvidenceAsked,
    /// What it says, in the proposer's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// Where it lies, by reference, such as `EVD-0120`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<String>,
}

/// What the desk itself knows of something asked. Where it knows, no words change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Of what.
    pub asked: EvidenceAsked,
    /// Whether it holds.
    pub holds: bool,
    /// Why, in words.
    pub says: String,
}

/// What `right` asks of this change. Holding a workflow shorter is free of proof, and a rollback
/// plan that stands in the proposal needs no second one.
pub fn asked(right: &Right, change: &Change, with_plan: bool) -> Vec<EvidenceAsked> {
    let shorter = right.kind == DecisionKind::TierOrStage
        && matches!(change, Change::Workflow(change) if change.raised().is_empty());
    let mut asked = right.evidence.clone();
    asked.retain(|asked| match asked {
        EvidenceAsked::RollbackPlan => !with_plan,
        EvidenceAsked::Samples
        | EvidenceAsked::NoOpenHighException
        | EvidenceAsked::MetricsHold
        | EvidenceAsked::DriftStable
        | EvidenceAsked::DrillPassed => !shorter,
    });
    asked
}

/// What is asked and not there, in words: what the desk knows not to hold, and what it cannot know
/// and nobody has shown.
pub fn missing(asked: &[EvidenceAsked], shown: &[EvidenceShown], known: &[Known]) -> Vec<String> {
    asked
        .iter()
        .filter_map(|asked| match known.iter().find(|known| known.asked == *asked) {
            Some(known) if known.holds => None,
            Some(known) => Some(known.says.clone()),
            None => {
                let given = shown.iter().any(|shown| {
                    shown.asked == *asked && (shown.words.is_some() || !shown.at.is_empty())
                });
                (!given).then(|| format!("{} has not been shown", asked.words()))
            }
        })
        .collect()
}
