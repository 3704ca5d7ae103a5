//! An override: a human chose otherwise than the AI proposed, and says so in under fifteen seconds.
//!
//! Overrides protect what is forecast and sent. They are counted by team and workflow, never by
//! person.

mod record;
mod repeats;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use record::{Recorded, Recording, record};
pub use repeats::{Earlier, Repeats, repeated};

use crate::{OverrideRef, TeamRef, Text, WorkflowRef};

/// What was overridden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "OverrideKind")]
pub enum Kind {
    /// Something the AI gave out: a score, a message, a route.
    Output,
    /// What a deal is forecast to bring.
    Forecast,
    /// When a deal is expected to close.
    CloseDate,
}

impl Kind {
    /// Every kind there is.
    pub const ALL: [Self; 3] = [Self::Output, Self::Forecast, Self::CloseDate];

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Output => "Output",
            Self::Forecast => "Forecast",
            Self::CloseDate => "Close date",
        }
    }
}

/// Why a human chose otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "OverrideReason")]
pub enum Reason {
    /// It states something that is not so.
    WrongFact,
    /// It worked on data that were out of date.
    StaleData,
    /// It did not know something that people here know.
    MissingContext,
    /// It is about, or goes to, the wrong person or account.
    WrongTarget,
    /// It is written in the wrong tone, or off brand.
    Tone,
    /// It says something that may not be claimed.
    Claim,
    /// The moment is wrong.
    Timing,
    /// Price or terms are wrong.
    PriceOrTerms,
    /// The customer asked for something else.
    CustomerAsked,
    /// Something else; then a note says what.
    Other,
}

impl Reason {
    /// Every reason there is.
    pub const ALL: [Self; 10] = [
        Self::WrongFact,
        Self::StaleData,
        Self::MissingContext,
        Self::WrongTarget,
        Self::Tone,
        Self::Claim,
        Self::Timing,
        Self::PriceOrTerms,
        Self::CustomerAsked,
        Self::Other,
    ];

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::WrongFact => "States something wrong",
            Self::StaleData => "Data out of date",
            Self::MissingContext => "Did not know the context",
            Self::WrongTarget => "Wrong person or account",
            Self::Tone => "Tone or brand",
            Self::Claim => "A claim we may not make",
            Self::Timing => "Wrong moment",
            Self::PriceOrTerms => "Price or terms wrong",
            Self::CustomerAsked => "Customer asked otherwise",
            Self::Other => "Something else",
        }
    }
}

/// A human chose otherwise than the AI.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverrideRecorded {
    /// The new reference.
    #[serde(rename = "override")]
    pub reference: OverrideRef,
    /// What was overridden.
    pub kind: Kind,
    /// The workflow whose AI proposed it.
    pub workflow: WorkflowRef,
    /// The team it counts for; none for people who belong to none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamRef>,
    /// Where the record lies: its id or address, never what it holds.
    pub pointer: Text,
    /// What the AI proposed.
    pub ai_said: Text,
    /// What the human chose.
    pub chose: Text,
    /// Why, from the list.
    pub reason: Reason,
    /// Why, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Whether an AI proposed the reason.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub generated: bool,
}
