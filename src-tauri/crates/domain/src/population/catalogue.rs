//! The tests there are.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::exception::{Kind, Severity};

macro_rules! tests {
    ($($variant:ident $id:literal $words:literal $kind:ident $severity:ident says $says:literal;)*) => {
        /// A test that every AI action is put to.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[allow(missing_docs, reason = "each has its words")]
        #[ts(rename = "PopulationTest")]
        pub enum Test {
            $(#[serde(rename = $id)] $variant,)*
        }

        impl Test {
            /// All tests, those that say most first.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// How the ledger spells it.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)*
                }
            }

            /// What fails it, in a few words.
            pub const fn words(self) -> &'static str {
                match self {
                    $(Self::$variant => $words,)*
                }
            }

            /// What fails it and how that is told, in a sentence.
            pub const fn says(self) -> &'static str {
                match self {
                    $(Self::$variant => $says,)*
                }
            }

            /// What sort of exception its failures are, and how bad.
            pub const fn exception(self) -> (Kind, Severity) {
                match self {
                    $(Self::$variant => (Kind::$kind, Severity::$severity),)*
                }
            }
        }
    };
}

tests! {
    UnknownWorkflow "unknown-workflow" "Not on the register" Anomaly High
        says "The agent or workflow was not on the register when it acted: shadow AI.";
    NotLive "not-live" "Acted while not live" WorkflowDisruption Critical
        says "The workflow was stopped, paused, retired or a draft when it acted.";
    UnknownKind "unknown-kind" "Kind of action not recognised" Anomaly Normal
        says "What the log calls it is none of the kinds of action there are, or blank, so no test that hangs on the kind can judge it.";
    NotPermitted "not-permitted" "Not permitted" Anomaly High
        says "What it did is blocked for the workflow, or not among what it may do.";
    Freer "freer-than-tier" "Freer than its tier" Anomaly High
        says "It acted with no person and no approver where its tier only suggests or drafts.";
    Unapproved "unapproved" "Without approval" Anomaly High
        says "It acted without an approver, a permit or a ticket where its tier, or the kind of action, asks for one. The tickets of other systems are not looked into.";
    ApprovedLate "approved-late" "Approved after the fact" Anomaly High
        says "The approval is later than the action.";
    ApprovalLapsed "approval-lapsed" "Approval lapsed" Anomaly High
        says "It acted later than an approval of it counts for.";
    ApproverActed "approver-acted" "Approver is actor" Anomaly High
        says "Whoever approved it is the person who acted.";
    ApproverNotEntitled "approver-not-entitled" "Approver not entitled" Anomaly High
        says "Whoever approved it did not act for the workflow’s approver role on the day of the approval, or of the action where the log has no time of approval.";
    RoleNotNamed "role-not-named" "Role not named" Anomaly High
        says "The permission names the roles it is for, and the person acting held none of them on that day and stood in for none.";
    PermitNotGood "permit-not-good" "Permit missing or not good" Anomaly High
        says "An export without a permit, or a permit that is unknown, not yet issued, expired, revoked, of another workflow or kind of action, beyond its discount or segments, or used up. Earlier logs count too, but for the time they share with another, and unless they were purged; to whom it goes is not compared.";
    OutsideWindow "outside-window" "Outside its time window" Anomaly Normal
        says "It acted outside the days and hours in which it may.";
    OverCap "over-cap" "Above its volume cap" Anomaly High
        says "It acted more often on that day than it may: the actions beyond the cap fail, in the order of the log, and so does a number that cannot be read. Earlier logs count too, but for the time they share with another, and unless they were purged.";
    OutsideSegments "outside-segments" "Outside its segments" Anomaly Normal
        says "The segment is none of those in which it may act.";
    DiscountBeyond "discount-beyond" "Discount beyond its limit" Anomaly High
        says "The discount is higher than it may give, or cannot be read.";
    ExportBeyond "export-beyond" "Export beyond its limit" DataSecurity High
        says "More rows were exported at once than it may, or the number cannot be read.";
    CoreField "core-field" "Core field written" CrmHygiene High
        says "It wrote a field whose name does not say that it is enriched, where it may write enriched ones only.";
    StaleData "stale-data" "Stale data" OutputError Normal
        says "The data it acted on were more than 30 days old.";
}
