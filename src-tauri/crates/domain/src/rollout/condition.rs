//! Every condition of the plan, told once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Week;
use crate::rule::Rule;

macro_rules! conditions {
    ($($condition:ident $week:ident counts $one:literal $many:literal asks $asks:expr, next $next:expr;)*) => {
        /// Something that a week of the plan asks, in the order in which it is best done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(rename_all = "kebab-case")]
        #[ts(rename = "RolloutCondition")]
        #[allow(missing_docs, reason = "each says what it asks")]
        pub enum Condition {
            $($condition,)*
        }

        impl Condition {
            /// Every one of them.
            pub const ALL: &[Self] = &[$(Self::$condition,)*];

            /// The week that asks it.
            pub const fn week(self) -> Week {
                match self { $(Self::$condition => Week::$week,)* }
            }

            /// What is so once it is met, in a sentence.
            pub const fn asks(self) -> &'static str {
                match self { $(Self::$condition => $asks,)* }
            }

            /// What to do next where it is not.
            pub const fn next(self) -> &'static str {
                match self { $(Self::$condition => $next,)* }
            }

            /// What its figure counts: one of them, and several.
            pub(super) const fn counts(self) -> (&'static str, &'static str) {
                match self { $(Self::$condition => ($one, $many),)* }
            }
        }
    };
}

conditions! {
    Registered Inventory counts "workflow" "workflows"
        asks "The AI workflows in use stand on the register.",
        next "Import the inventory you have, or type the workflows one by one.";
    Tiered Inventory counts "workflow" "workflows"
        asks "Every workflow has its actions on tiers, and a write stage.",
        next "Say for each action whether it is blocked or on which tier, and how the workflow writes.";
    Owned Inventory counts "workflow" "workflows"
        asks "Every workflow has an owner, and somebody who stops it.",
        next "Name one person who owns it and one who pulls its kill switch.";
    OnePage Inventory counts "copy" "copies"
        asks "The register was saved on one page.",
        next "Save the register as PDF, and send it to whoever sponsors this.";
    Approved Approvals counts "workflow" "workflows"
        asks "Every workflow has an approver: a role that somebody holds.",
        next "Name the role that approves, and give it to somebody.";
    Guarded Approvals counts "workflow" "workflows"
        asks "Every workflow runs inside the limits that its tier asks for.",
        next "Say its data risks, its limits, its timebox and the way back.";
    Signers Approvals counts "person" "people"
        asks "Two people hold a key, so that nobody approves their own proposal.",
        next "Add the sponsor or a deputy, and give them a key.";
    Ruled Approvals counts "policy" "policies"
        asks "A policy on the use of AI is in force.",
        next "Read the drafts that came with the workspace, change what is not yours, and propose one.";
    Decided Approvals counts "decision" "decisions"
        asks "A decision went from proposal through approval into force.",
        next "Propose the launch of a workflow, or adopt a policy, and let the approver sign.";
    Located Trail counts "workflow" "workflows"
        asks "Every workflow says where its logs are.",
        next "Say where its action log is kept and who can read it.";
    Logged Trail counts "action log" "action logs"
        asks "An action log was taken in.",
        next "Export what a workflow did from its system, and take the file in.";
    Replays Trail counts "" ""
        asks "The record verifies, and its entries alone make the same tables again.",
        next "Verify the file.";
    Measured Rhythm counts "workflow" "workflows"
        asks "Every workflow is watched by a metric.",
        next "Link a metric on the workflow’s page, or define one.";
    Trained Rhythm counts "attestation" "attestations"
        asks "Training is in force, and everybody it asks has attested it.",
        next "Adopt the training, and ask those who work with AI to attest it.";
    Reviewed Rhythm counts "review" "reviews"
        asks "The first review was held.",
        next "Open the next review, answer its items and close it.";
    Repeated Rhythm counts "time running" "times running"
        asks "One cadence was held twice running.",
        next "Hold the next review of the same cadence before the one after it falls due.";
}

impl Condition {
    /// The launch rules that a workflow holds where it meets this; none where it rests on something
    /// else. So the plan asks of a workflow what launching it would; and, of each, that it is measured.
    pub const fn rules(self) -> &'static [Rule] {
        match self {
            Self::Tiered => &[Rule::PermissionsTiered, Rule::WriteStageSet],
            Self::Owned => &[Rule::OwnerNamed, Rule::KillSwitchNamed],
            Self::Approved => &[Rule::ApproverNamed],
            Self::Guarded => &[
                Rule::DataRiskAnswered,
                Rule::AlwaysApproved,
                Rule::HardLimits,
                Rule::Timeboxed,
                Rule::RollbackPlanned,
                Rule::DiscountBounded,
                Rule::EnrichmentKeeps,
                Rule::FirstTouch,
                Rule::RiskyMessages,
            ],
            Self::Located => &[Rule::LogsLocated],
            Self::Registered
            | Self::OnePage
            | Self::Signers
            | Self::Ruled
            | Self::Decided
            | Self::Logged
            | Self::Replays
            | Self::Measured
            | Self::Trained
            | Self::Reviewed
            | Self::Repeated => &[],
        }
    }
}
