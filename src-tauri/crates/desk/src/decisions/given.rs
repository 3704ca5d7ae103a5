//! What a person hands in.

use domain::decision::{Class, DecisionKind, EvidenceAsked, How, Verdict};
use domain::exception::Kind as ExceptionKind;
use domain::rule::{Number, Rule};
use domain::workflow::Status;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SettingGiven;
use crate::Passphrase;
use crate::files::Grant;
use crate::raci::RaciTerms;
use crate::register::Given;

/// Asks for one decision.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct DecisionQuery {
    /// Its reference.
    pub decision: String,
}

/// Proposes a decision.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProposeDecision {
    /// Which kind.
    pub kind: DecisionKind,
    /// What it is about, in a line.
    pub title: String,
    /// Why.
    pub rationale: String,
    /// How it is undone; may be blank where the right does not ask.
    pub rollback_plan: String,
    /// What is shown for what the right asks.
    pub evidence: Vec<EvidenceGiven>,
    /// What changes.
    pub change: ChangeGiven,
}

/// What is shown for something a right asks.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EvidenceGiven {
    /// For what.
    pub asked: EvidenceAsked,
    /// In words; may be blank.
    pub words: String,
    /// Where it lies, by reference.
    pub at: Vec<String>,
}

/// What a decision is to change.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum ChangeGiven {
    /// A workflow.
    Workflow {
        /// Which.
        workflow: String,
        /// The entry that had last changed it when the person looked.
        seen: u64,
        /// The facts that change.
        given: Vec<Given>,
        /// Where it is to stand; as it does, when absent. A launch and a restart end live.
        status: Option<Status>,
        /// What changes in the system itself.
        outside: Vec<OutsideGiven>,
    },
    /// A RACI matrix.
    Raci {
        /// Which; none for a new one.
        matrix: Option<String>,
        /// The entry whose state was worked on; 0 for a new one.
        seen: u64,
        /// As it is to be.
        terms: RaciTerms,
    },
    /// The decision rights, whole.
    Rights {
        /// As they are to be.
        rights: Vec<RightGiven>,
    },
    /// Which rules are on, their numbers, and where exceptions go: what is given changes, the rest
    /// stays.
    Rules {
        /// Rules that are switched, by whether they are to be on.
        switched: Vec<RuleSwitched>,
        /// Numbers that are set.
        numbers: Vec<NumberSet>,
        /// Kinds of exception that go elsewhere.
        routes: Vec<RouteSet>,
    },
    /// A cadence, the calendar, a metric or a baseline.
    Setting {
        /// As it is to be.
        given: SettingGiven,
    },
    /// Something the register does not hold.
    Request {
        /// What, in words.
        what: String,
        /// The workflow that does it.
        workflow: Option<String>,
        /// The permit wanted.
        permit: Option<PermitGiven>,
    },
    /// What another decision did is undone.
    Undo {
        /// Which decision.
        decision: String,
    },
}

/// A rule to be switched.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RuleSwitched {
    /// Which.
    pub rule: Rule,
    /// Whether it is to be on.
    pub on: bool,
}

/// A number to be set.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NumberSet {
    /// Which.
    pub number: Number,
    /// What it is to be.
    pub to: u32,
}

/// Where exceptions of a kind are to go.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RouteSet {
    /// Which kind.
    pub kind: ExceptionKind,
    /// The roles that are asked; the first leads.
    pub roles: Vec<String>,
}

/// A setting of the system itself.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OutsideGiven {
    /// What it is called.
    pub field: String,
    /// What it is; may be blank.
    pub before: String,
    /// What it is to be; may be blank.
    pub after: String,
}

/// A decision right as it is to be.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RightGiven {
    /// Which decisions.
    pub kind: DecisionKind,
    /// Only those about this workflow.
    pub workflow: Option<String>,
    /// Roles that propose, by identifier.
    pub propose: Vec<String>,
    /// Roles that are consulted.
    pub consult: Vec<String>,
    /// Whether they are heard before an approval counts.
    pub consult_first: bool,
    /// Roles that approve.
    pub approve: Vec<String>,
    /// How many of them it takes.
    pub how: How,
    /// Hours until a proposal lapses.
    pub hours: u32,
    /// What must be shown.
    pub evidence: Vec<EvidenceAsked>,
}

/// A permit as it is wanted.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PermitGiven {
    /// For one action, one batch, or whatever fits.
    pub class: Class,
    /// The last day, `YYYY-MM-DD`.
    pub last_day: String,
    /// At most so many in all.
    pub count: Option<u32>,
    /// At most this discount, in percent; may be blank.
    pub discount_percent: String,
    /// To whom or where; may be blank.
    pub to: String,
    /// Only for these segments.
    pub segments: Vec<String>,
}

/// Gives votes, all signed with one passphrase.
#[derive(Deserialize, TS)]
pub struct GiveVotes {
    /// On which decisions, and what.
    pub votes: Vec<VoteGiven>,
    /// Opens the key of whoever is signed in.
    pub passphrase: Passphrase,
}

/// A vote.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct VoteGiven {
    /// On which decision.
    pub decision: String,
    /// SHA-256 of the proposal that was read, in hex: only that is signed.
    pub subject: String,
    /// What it says.
    pub verdict: Verdict,
    /// Why; may be blank for a yes.
    pub reason: String,
}

/// Asks for votes on a decision by a file that goes out by any channel.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RequestVotes {
    /// On which decision.
    pub decision: String,
    /// Where the request goes.
    pub grant: Grant,
}

/// Withdraws a decision.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WithdrawDecision {
    /// Which.
    pub decision: String,
    /// Why.
    pub why: String,
}

/// Applies an approved decision once what stood in its way is gone.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ApplyDecision {
    /// Which.
    pub decision: String,
}

/// Records that a permit was used.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct UsePermit {
    /// Which.
    pub permit: String,
    /// For how many.
    pub count: u32,
    /// On which day, `YYYY-MM-DD`.
    pub on: String,
    /// Where the record of it is.
    pub pointer: String,
    /// Why, where it went beyond what it allows; may be blank.
    pub why: String,
}

/// Raises an exception for a permit that was used beyond what it allows.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RaisePermit {
    /// Which.
    pub permit: String,
}
