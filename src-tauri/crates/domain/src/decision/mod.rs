//! Decisions: what is proposed, who is asked, what they signed, and what it did.
//!
//! A proposal carries its whole difference, the right by which it is decided and until when. A vote
//! is a statement over the proposal's sealed event, so it covers exactly that. Where a decision
//! stands is computed from these entries and a moment; only applying it is an entry of its own.

mod apply;
mod change;
mod evidence;
mod exceed;
mod kind;
mod permit;
mod propose;
mod right;
mod rollback;
mod setting;
mod state;
mod vote;
mod withdraw;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use apply::{Applying, apply};
pub use change::{
    Change, Class, PermitTerms, RaciChange, Raised, Request, Revoke, RightsChange, RulesChange,
    Stated, Turn, WorkflowChange,
};
pub use evidence::{EvidenceAsked, EvidenceShown, Known, asked, missing};
pub use exceed::{Beyond, beyond, raise_exceeded, unanswered};
pub use kind::{DecisionKind, Takes};
pub use permit::{Permit, PermitState, PermitUsed, Recorded, Use, permit_state, use_permit};
pub use propose::{Ground, Proposal, Target, changed_by, propose, somebody_is_heard};
pub use right::{DecisionRightsSet, HOURS_AT_MOST, How, Right, check_rights, right_for};
pub use rollback::rolled_back;
pub use setting::{Setting, SettingChange, SettingGround};
pub use state::{Awaited, DecisionState, Underneath, awaited, open, state};
pub use vote::{may_vote, vote};
pub use withdraw::withdraw;

use crate::people::SignedStatement;
use crate::{DecisionRef, Moment, PermitRef, PersonRef, RoleId, Text};

/// Something is proposed for decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionProposed {
    /// The new reference.
    pub decision: DecisionRef,
    /// Which kind.
    pub kind: DecisionKind,
    /// What it is about, in a line.
    pub title: Text,
    /// Exactly what changes, or what is asked for.
    pub change: Change,
    /// Why.
    pub rationale: Text,
    /// How it is undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rollback_plan: Option<Text>,
    /// What is shown for what the right asks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceShown>,
    /// The right by which it is decided, as it stands now.
    pub right: Right,
    /// The entry since which what it changes stands as it says; 0 where nothing stands yet.
    pub basis: u64,
    /// When it lapses.
    pub until: Moment,
    /// The decision that it undoes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<DecisionRef>,
}

/// A vote entered: here, or on another machine and brought back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionVoted {
    /// On which.
    pub decision: DecisionRef,
    /// The seats it counts for.
    pub seats: Vec<Seat>,
    /// The vote itself, over the proposal's entry.
    pub statement: SignedStatement,
}

/// A role that a vote counts for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Seat {
    /// The role.
    pub role: RoleId,
    /// The holder who was away and in whose place it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<PersonRef>,
}

/// A decision is not wanted any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionWithdrawn {
    /// Which.
    pub decision: DecisionRef,
}

/// A decision is approved, and what it proposes is so from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionApplied {
    /// Which.
    pub decision: DecisionRef,
    /// The permit it issues.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permit: Option<PermitRef>,
}

/// What a vote says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "VoteVerdict")]
pub enum Verdict {
    /// An approver says yes.
    Approve,
    /// An approver says no, which rejects it.
    Refuse,
    /// Somebody consulted agrees.
    Agree,
    /// Somebody consulted objects; it is heard, and decides nothing.
    Object,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Approve, Self::Refuse, Self::Agree, Self::Object];

    /// The word that is signed.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Approve => crate::statement::APPROVE,
            Self::Refuse => crate::statement::REFUSE,
            Self::Agree => "agree",
            Self::Object => "object",
        }
    }

    /// The verdict of that word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }

    /// Whether it is an approver's, and not that of somebody consulted.
    pub const fn decides(self) -> bool {
        matches!(self, Self::Approve | Self::Refuse)
    }
}

/// A vote as it stands in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// Whose.
    pub by: PersonRef,
    /// What it says.
    pub verdict: Verdict,
    /// The seats it counts for.
    pub seats: Vec<Seat>,
    /// Why, in their words.
    pub reason: Option<Text>,
    /// When it was signed.
    pub signed: Moment,
    /// The entry that carries it.
    pub entry: u64,
    /// When that was made.
    pub at: Moment,
}

/// Somebody who could act for a role when something was proposed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entitled {
    /// The role.
    pub role: RoleId,
    /// Who.
    pub person: PersonRef,
    /// Whether as a deputy only, for while a holder is away.
    pub deputy: bool,
}

/// How a decision ended, by an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Whether it was applied; otherwise it was withdrawn.
    pub applied: bool,
    /// The permit it issued.
    pub permit: Option<PermitRef>,
    /// By whom the entry is.
    pub by: PersonRef,
    /// The entry.
    pub entry: u64,
    /// When.
    pub at: Moment,
}

/// A decision as the record has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The proposal.
    pub proposed: DecisionProposed,
    /// Who proposed it.
    pub by: PersonRef,
    /// The entry of the proposal: what a vote covers.
    pub entry: u64,
    /// When that was made.
    pub at: Moment,
    /// Who held roles, or was named to stand in for them, when it was proposed: a role that
    /// somebody was given since counts for what is proposed from then on. Not looked up of what
    /// has ended.
    pub entitled: Vec<Entitled>,
    /// The votes, in the order of their entries.
    pub votes: Vec<Vote>,
    /// How it ended.
    pub settled: Option<Settled>,
    /// The decision that undid it.
    pub undone: Option<DecisionRef>,
}

impl Decision {
    /// Its reference.
    pub fn reference(&self) -> DecisionRef {
        self.proposed.decision
    }

    /// Whether `person` could act for `role` when it was proposed.
    pub fn entitled_then(&self, person: PersonRef, role: &RoleId) -> bool {
        self.entitled.iter().any(|one| one.person == person && one.role == *role)
    }
}
