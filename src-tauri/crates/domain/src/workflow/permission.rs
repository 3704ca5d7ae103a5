//! What a workflow may do: a row for each kind of action, with limits the desk can test.

use std::fmt;

use chrono::{NaiveTime, Weekday};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Tier;
use crate::{RoleId, Text};

macro_rules! actions {
    ($($variant:ident $id:literal $words:literal,)*) => {
        /// A kind of action that AI can take in the sales process; there are no others.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[allow(missing_docs, reason = "each has its words")]
        pub enum ActionKind {
            $(#[serde(rename = $id)] $variant,)*
        }

        impl ActionKind {
            /// All kinds of action, the most harmless first.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// How the ledger spells it.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)*
                }
            }

            /// The kind that the ledger spells so.
            pub fn named(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.id() == id)
            }

            /// What people call it.
            pub const fn words(self) -> &'static str {
                match self {
                    $(Self::$variant => $words,)*
                }
            }
        }
    };
}

actions! {
    Summarise "summarise" "Summarise",
    Recommend "recommend" "Recommend",
    GenerateInternalText "generate-internal-text" "Generate internal text",
    GenerateExternalMessage "generate-external-message" "Generate external message",
    SendExternalMessage "send-external-message" "Send external message",
    EnrichFirmographicField "enrich-firmographic-field" "Enrich firmographic field",
    EnrichRegulatedField "enrich-regulated-field" "Enrich regulated or contractual field",
    CreateDraftRecord "create-draft-record" "Create draft record",
    MergeRecords "merge-records" "Merge or normalise records",
    ChangeStage "change-stage" "Change stage",
    ChangeAmountOrCloseDate "change-amount-or-close-date" "Change amount or close date",
    ChangeScoreOrThreshold "change-score-or-threshold" "Change score or threshold",
    ChangeRouting "change-routing" "Change routing",
    ExportData "export-data" "Export or sync data",
    ChangePermission "change-permission" "Change permission",
    ApplyDiscount "apply-discount" "Apply discount",
    Publish "publish" "Publish",
    PauseItself "pause-itself" "Pause itself",
}

impl ActionKind {
    /// Why this kind of action is approved every time and so never stands on tier 4; none where
    /// it may.
    pub const fn always_approved(self) -> Option<&'static str> {
        match self {
            Self::ChangeScoreOrThreshold => Some("scoring changes are approved every time"),
            Self::EnrichRegulatedField => {
                Some("regulated and contractual facts are approved every time")
            }
            Self::ExportData => Some("exports and syncs are approved every time"),
            Self::ChangePermission | Self::ChangeRouting | Self::ChangeStage => {
                Some("permission, routing and lifecycle changes are approved every time")
            }
            Self::Publish => Some("brand and public statements are approved every time"),
            Self::Summarise
            | Self::Recommend
            | Self::GenerateInternalText
            | Self::GenerateExternalMessage
            | Self::SendExternalMessage
            | Self::EnrichFirmographicField
            | Self::CreateDraftRecord
            | Self::MergeRecords
            | Self::ChangeAmountOrCloseDate
            | Self::ApplyDiscount
            | Self::PauseItself => None,
        }
    }
}

impl fmt::Display for ActionKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

/// What a row of permissions allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it all")]
pub enum Permitted {
    Blocked,
    Tier1,
    Tier2,
    Tier3,
    Tier4,
}

impl Permitted {
    /// The tier; none when blocked.
    pub const fn tier(self) -> Option<Tier> {
        match self {
            Self::Blocked => None,
            Self::Tier1 => Some(Tier::Suggest),
            Self::Tier2 => Some(Tier::Draft),
            Self::Tier3 => Some(Tier::ExecuteWithApproval),
            Self::Tier4 => Some(Tier::ExecuteAutonomously),
        }
    }
}

/// One kind of action a workflow touches, and how freely it may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permission {
    /// The kind of action.
    pub action: ActionKind,
    /// Blocked, or a tier.
    pub permitted: Permitted,
    /// For which roles; none named means everybody who uses the workflow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleId>,
    /// A condition in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Text>,
    /// What the desk can test it against.
    #[serde(default, skip_serializing_if = "Limits::is_none")]
    pub limits: Limits,
}

/// Limits an action log can be tested against; what is absent is not limited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// At most so many actions a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_day: Option<u32>,
    /// At most this discount, in percent.
    #[serde(skip_serializing_if = "Option::is_none", with = "rust_decimal::serde::str_option")]
    pub discount_percent: Option<Decimal>,
    /// At most so many rows in one export.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export_rows: Option<u32>,
    /// An approval of it counts for so many hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval_hours: Option<u32>,
    /// Only at these times, local to the workspace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// Only for these segments; none named means all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<Text>,
    /// Never as the first touch of a contact.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub first_touch_excluded: bool,
    /// Never to a high-risk account, nor naming price, terms or a competitor.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub risky_excluded: bool,
    /// Only into enriched fields, never core ones, and with source, time, confidence, the value
    /// before and the reason kept.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub enriched_only: bool,
}

impl Limits {
    /// Whether nothing is limited.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// Whether something is possible inside these limits that was not inside `before`.
    pub(super) fn is_looser_than(&self, before: &Self) -> bool {
        let window = match (&before.window, &self.window) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(was), Some(is)) => !is.is_within(was),
        };
        above(before.per_day, self.per_day)
            || above(before.discount_percent, self.discount_percent)
            || above(before.export_rows, self.export_rows)
            || above(before.approval_hours, self.approval_hours)
            || window
            || widened(&before.segments, &self.segments)
            || (before.first_touch_excluded && !self.first_touch_excluded)
            || (before.risky_excluded && !self.risky_excluded)
            || (before.enriched_only && !self.enriched_only)
    }
}

/// Days of the week and hours of the day, in the workspace's time zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The days, Monday first; none named means every day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Weekday>,
    /// From this time on.
    #[serde(with = "crate::cadence::hours_minutes")]
    pub from: NaiveTime,
    /// Until just before this time; one that is earlier means the next morning.
    #[serde(with = "crate::cadence::hours_minutes")]
    pub to: NaiveTime,
}

impl Window {
    fn is_within(&self, before: &Self) -> bool {
        // Hours that run past midnight are compared as written: equal or not.
        let day = |window: &Self| window.from < window.to;
        let hours = (self.from, self.to) == (before.from, before.to)
            || (day(self) && day(before) && self.from >= before.from && self.to <= before.to);
        hours && !widened(&before.days, &self.days)
    }
}

/// Whether a limit that stood is gone or higher.
fn above<T: PartialOrd>(before: Option<T>, after: Option<T>) -> bool {
    match (before, after) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(before), Some(after)) => after > before,
    }
}

/// Whether a list that restricts, and restricts nothing when empty, lets more through.
pub(super) fn widened<T: PartialEq>(before: &[T], after: &[T]) -> bool {
    !before.is_empty() && (after.is_empty() || after.iter().any(|one| !before.contains(one)))
}
