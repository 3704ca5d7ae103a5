//! What a log can say of an AI action: the flight recorder.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Treatment;

macro_rules! fields {
    ($($variant:ident $id:literal $words:literal $treatment:ident,)*) => {
        /// One thing that a log says of an AI action.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[allow(missing_docs, reason = "each has its words")]
        #[ts(rename = "ActionField")]
        pub enum Field {
            $(#[serde(rename = $id)] $variant,)*
        }

        impl Field {
            /// All of them, in the order in which an action is told.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// How the ledger spells it.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)*
                }
            }

            /// What people call it.
            pub const fn words(self) -> &'static str {
                match self {
                    $(Self::$variant => $words,)*
                }
            }

            /// What becomes of its cells where nobody says otherwise: pointers are kept, copies of
            /// what a record holds are not.
            pub const fn usual_treatment(self) -> Treatment {
                match self {
                    $(Self::$variant => Treatment::$treatment,)*
                }
            }
        }
    };
}

fields! {
    Id "id" "Id" Keep,
    Time "time" "Time" Keep,
    Workflow "workflow" "Workflow or agent" Keep,
    Person "person" "Person acting" Keep,
    Action "action" "Kind of action" Keep,
    Instruction "instruction" "Instruction hash" Keep,
    DataSources "data-sources" "Data sources" Keep,
    DataAsOf "data-as-of" "Data as of" Keep,
    System "system" "Tool or system" Keep,
    Target "target" "Target" Keep,
    Written "written" "Field written" Keep,
    SourceSystem "source-system" "Source system" Keep,
    Rule "rule" "Updating rule" Keep,
    Before "before" "Before" Hash,
    After "after" "After" Hash,
    Generated "generated" "Generated hash" Keep,
    Edited "edited" "Edited hash" Keep,
    Sent "sent" "Sent hash" Keep,
    Confidence "confidence" "Confidence" Keep,
    Drivers "drivers" "Drivers" Keep,
    Approver "approver" "Approver" Keep,
    ApprovedAt "approved-at" "Approved at" Keep,
    ApprovalReason "approval-reason" "Approval reason" Mask,
    Permit "permit" "Ticket or permit" Keep,
    SendCount "send-count" "Sent to" Keep,
    ExportRows "export-rows" "Rows exported" Keep,
    ExportTo "export-to" "Exported to" Keep,
    Segment "segment" "Segment" Keep,
    Score "score" "Score" Keep,
    Discount "discount" "Discount in percent" Keep,
    Status "status" "Status" Keep,
    Errors "errors" "Errors" Mask,
    Retries "retries" "Retries" Keep,
    Outcome "outcome" "Outcome" Keep,
}

impl Field {
    /// Whether it says when something was.
    pub const fn is_time(self) -> bool {
        matches!(self, Self::Time | Self::DataAsOf | Self::ApprovedAt)
    }

    /// Whether rows can be chosen and divided by it: a time, an id or a score is different in every
    /// row, and divides nothing.
    pub const fn divides(self) -> bool {
        !self.is_time() && !matches!(self, Self::Id | Self::Target | Self::Score)
    }

    /// Whether it names a person.
    pub const fn is_person(self) -> bool {
        matches!(self, Self::Person | Self::Approver)
    }

    /// The field that is spelled so.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.id() == id)
    }
}
