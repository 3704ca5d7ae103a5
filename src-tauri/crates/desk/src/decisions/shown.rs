//! The parts of a decision that several screens show.

use domain::decision::{Class, DecisionKind, EvidenceAsked, How};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;

/// Something before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Difference {
    /// What it is called.
    pub field: String,
    /// As it stands; none where nothing does.
    pub before: Option<String>,
    /// As it is to stand; none where nothing is to.
    pub after: Option<String>,
    /// Whether it changes in the system itself and stands in no register.
    pub outside: bool,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RequestShown {
    /// What, in the proposer's words.
    pub what: Option<String>,
    /// The permit wanted.
    pub permit: Option<PermitShown>,
}

/// What a permit allows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PermitShown {
    /// For one action, one batch, or whatever fits.
    pub class: Class,
    /// The last day, `YYYY-MM-DD`.
    pub last_day: String,
    /// At most so many in all.
    pub count: Option<u32>,
    /// What is counted, in words.
    pub counts: String,
    /// At most this discount, in percent.
    pub discount_percent: Option<String>,
    /// To whom or where.
    pub to: Option<String>,
    /// Only for these segments.
    pub segments: Vec<String>,
    /// All of it in a line.
    pub says: String,
}

/// Something a right asks to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceRow {
    /// What.
    pub asked: EvidenceAsked,
    /// The same in words.
    pub asked_words: String,
    /// Whether it is there: the desk knows that it holds, or it has been shown.
    pub there: bool,
    /// What the desk knows of it, in words; none where it cannot know.
    pub known: Option<String>,
    /// What it takes to earn it, in words.
    pub wants: String,
    /// What the proposer says of it.
    pub words: Option<String>,
    /// Where it lies, by reference.
    pub at: Vec<String>,
}

/// A role with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoleNamed {
    /// Identifier.
    pub role: String,
    /// Name.
    pub name: String,
}

/// A decision right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RightShown {
    /// Which decisions.
    pub kind: DecisionKind,
    /// What people call them.
    pub kind_words: String,
    /// Only those about this workflow.
    pub workflow: Option<String>,
    /// Who proposes.
    pub propose: Vec<RoleNamed>,
    /// Who is consulted.
    pub consult: Vec<RoleNamed>,
    /// Whether they are heard before an approval counts.
    pub consult_first: bool,
    /// Who approves.
    pub approve: Vec<RoleNamed>,
    /// How many of them it takes.
    pub how: How,
    /// Hours until a proposal lapses.
    pub hours: u32,
    /// What must be shown.
    pub evidence: Vec<EvidenceAsked>,
    /// All of it in a line.
    pub says: String,
}

/// What proposing would come to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProposalPreview {
    /// Everything it would change.
    pub differences: Vec<Difference>,
    /// The right it would be decided by.
    pub right: Option<RightShown>,
    /// What that right asks to be shown.
    pub evidence: Vec<EvidenceRow>,
    /// When it would lapse.
    pub until: Option<String>,
    /// Why it cannot be proposed; words that are still missing are not counted.
    pub refused: Option<Problem>,
}
