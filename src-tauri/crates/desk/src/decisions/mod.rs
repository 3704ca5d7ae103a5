//! Decisions: proposing, reading, voting, withdrawing, undoing, and the rights behind them.

mod difference;
mod earned;
mod known;
mod permits;
mod propose;
mod request;
mod rights;
mod settle;
mod view;
mod vote;

use domain::decision::{
    Class, DecisionKind, DecisionState, EvidenceAsked, How, PermitState, Verdict,
};
use domain::rule::{Number, Rule};
use domain::workflow::{Fact, Status};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use earned::Earned;
pub(crate) use earned::earned;
pub(crate) use request::{ProposalRead, held_against, read_proposal};
use rights::right_shown;
pub(crate) use vote::{Entering as VoteEntering, VOTE, enter as enter_vote, subject_of};

use crate::files::{Grant, Written};
use crate::raci::RaciTerms;
use crate::register::Given;
use crate::statements::RequestView;
use crate::{Passphrase, Problem};

/// Decisions, open and over.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DecisionsView {
    /// Those that may still come to something: what waits for whoever is signed in first, then
    /// soonest lapsing.
    pub open: Vec<DecisionRow>,
    /// Those that ended, newest first.
    pub over: Vec<DecisionRow>,
    /// How many wait for whoever is signed in.
    pub waiting: u32,
    /// What can be decided, and whether whoever is signed in may propose it.
    pub kinds: Vec<KindShown>,
    /// Permits, newest first.
    pub permits: Vec<PermitRow>,
}

/// A decision in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DecisionRow {
    /// Reference.
    pub decision: String,
    /// Which kind.
    pub kind: DecisionKind,
    /// What people call the kind.
    pub kind_words: String,
    /// What it is about; none once erased.
    pub title: Option<String>,
    /// The workflow it is about, by reference.
    pub workflow: Option<String>,
    /// That workflow's name.
    pub workflow_name: Option<String>,
    /// Where it stands.
    pub state: DecisionState,
    /// Who proposed it, by reference.
    pub by: String,
    /// Their name.
    pub by_name: String,
    /// When it was proposed.
    pub at: String,
    /// When it lapses.
    pub until: String,
    /// Roles heard before an approval counts, by name.
    pub hears: Vec<String>,
    /// Roles whose approval is wanted, by name; of any of them where one is enough.
    pub wants: Vec<String>,
    /// Approvals given.
    pub approvals: u32,
    /// Approvals that it takes.
    pub needed: u32,
    /// What whoever is signed in is asked; none where nothing.
    pub asked_of_me: Option<Part>,
    /// The entry of the proposal.
    pub entry: u64,
}

/// What somebody is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// To approve or refuse.
    Approve,
    /// To say what they think of it.
    Consult,
}

/// A kind of decision, as a proposal begins.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct KindShown {
    /// Which.
    pub kind: DecisionKind,
    /// What people call it.
    pub words: String,
    /// What it may change.
    pub takes: Vec<ChangeOf>,
    /// The facts of a workflow that it may change.
    pub facts: Vec<Fact>,
    /// Whether its approval issues a permit.
    pub permits: bool,
    /// What such a permit counts, in words; none where it counts uses.
    pub counts: Option<String>,
    /// The right it is decided by, where no workflow has its own.
    pub right: RightShown,
    /// Why whoever is signed in may not propose it.
    pub refused: Option<Problem>,
}

/// What a decision changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is the change of the same name")]
pub enum ChangeOf {
    Workflow,
    Raci,
    Rights,
    Rules,
    Request,
    Undo,
}

/// Asks for one decision.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct DecisionQuery {
    /// Its reference.
    pub decision: String,
}

/// A decision, whole: whoever signs it signs exactly this.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DecisionView {
    /// Its row.
    pub row: DecisionRow,
    /// Everything it changes.
    pub differences: Vec<Difference>,
    /// How many facts of the workflow stay as they are; none where it is about no workflow.
    pub stays: Option<u32>,
    /// What is asked for, where nothing in the register changes.
    pub request: Option<RequestShown>,
    /// Why.
    pub rationale: Option<String>,
    /// How it is undone.
    pub rollback_plan: Option<String>,
    /// What its right asks to be shown, and what is.
    pub evidence: Vec<EvidenceRow>,
    /// The right it is decided by, as it stood when it was proposed.
    pub right: RightShown,
    /// Who is asked, seat by seat.
    pub seats: Vec<SeatRow>,
    /// The votes given, in order.
    pub votes: Vec<VoteRow>,
    /// What the rules say of it now.
    pub rules: Vec<CheckRow>,
    /// SHA-256 of the proposal as entered, in hex: what a vote signs.
    pub subject: String,
    /// What whoever is signed in may do about it.
    pub may: DecisionActs,
    /// How it ended, where an entry ended it.
    pub settled: Option<SettledRow>,
    /// The decision it undoes.
    pub undoes: Option<String>,
    /// The decision that undid it.
    pub undone_by: Option<String>,
    /// The permit it issued.
    pub permit: Option<String>,
}

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

/// A seat: a role that is asked.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SeatRow {
    /// To approve, or to be heard.
    pub part: Part,
    /// The role.
    pub role: RoleNamed,
    /// Who acts for it today, by name; nobody where it is vacant.
    pub people: Vec<String>,
    /// Whether whoever is signed in is among them.
    pub mine: bool,
    /// Whether it is waited for now.
    pub waited_for: bool,
    /// The vote that counts for it, by its place in the votes.
    pub vote: Option<u32>,
}

/// A vote.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct VoteRow {
    /// Whose, by reference.
    pub by: String,
    /// Their name.
    pub by_name: String,
    /// What it says.
    pub verdict: Verdict,
    /// The roles it counts for, by name.
    pub roles: Vec<String>,
    /// The names of those in whose place it was given.
    pub instead_of: Vec<String>,
    /// Why.
    pub reason: Option<String>,
    /// When it was signed.
    pub signed: String,
    /// When it was entered.
    pub at: String,
    /// The entry that carries it.
    pub entry: u64,
}

/// What a rule says of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckRow {
    /// The rule, in words, or why it does not hold.
    pub says: String,
    /// Whether it holds.
    pub holds: bool,
}

/// Why whoever is signed in may not do something about a decision; none where they may.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DecisionActs {
    /// Approve it.
    pub approve: Option<Problem>,
    /// Refuse it.
    pub refuse: Option<Problem>,
    /// Say what they think of it, where they are consulted.
    pub consult: Option<Problem>,
    /// Withdraw it.
    pub withdraw: Option<Problem>,
    /// Apply it once what stood in its way is gone.
    pub apply: Option<Problem>,
    /// Propose to undo it.
    pub roll_back: Option<Problem>,
}

/// How a decision ended.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SettledRow {
    /// Whether it was applied; otherwise it was withdrawn.
    pub applied: bool,
    /// By whom.
    pub by_name: String,
    /// When.
    pub at: String,
    /// The entry.
    pub entry: u64,
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
    /// Which rules are on, and their numbers: what is given changes, the rest stays.
    Rules {
        /// Rules that are switched, by whether they are to be on.
        switched: Vec<RuleSwitched>,
        /// Numbers that are set.
        numbers: Vec<NumberSet>,
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

/// A request for votes that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VotesRequested {
    /// Its file.
    pub file: Written,
    /// What it asks.
    pub request: RequestView,
}

/// A proposal, whole, as a request for votes carries it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VoteAsked {
    /// The decision.
    pub decision: String,
    /// Which kind.
    pub decision_kind: DecisionKind,
    /// What people call the kind.
    pub kind_words: String,
    /// What it is about.
    pub title: Option<String>,
    /// Who proposed it, as the request tells: it is signed with the proposal's entry, not here.
    pub by: String,
    /// Their name, as the request tells it.
    pub by_name: String,
    /// The workflow it is about.
    pub workflow: Option<String>,
    /// That workflow's name.
    pub workflow_name: Option<String>,
    /// Everything it changes.
    pub differences: Vec<Difference>,
    /// What is asked for, where nothing in the register changes.
    pub request: Option<RequestShown>,
    /// Why.
    pub rationale: Option<String>,
    /// How it is undone.
    pub rollback_plan: Option<String>,
    /// What is shown for what the right asks.
    pub evidence: Vec<EvidenceRow>,
    /// The right it is decided by.
    pub right: RightShown,
    /// The decision it undoes.
    pub undoes: Option<String>,
    /// SHA-256 of the proposal as entered, in hex: what a vote signs.
    pub subject: String,
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

/// The decision rights.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RightsView {
    /// In force, whole.
    pub rights: Vec<RightShown>,
    /// The entry since which; 0 where nobody has set any.
    pub since: u64,
    /// Why whoever is signed in may not propose others.
    pub refused: Option<Problem>,
}

/// A permit.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PermitRow {
    /// Reference.
    pub permit: String,
    /// The decision that issued it.
    pub decision: String,
    /// Which kind of decision that was.
    pub kind: DecisionKind,
    /// What people call the kind.
    pub kind_words: String,
    /// The workflow it is for.
    pub workflow: Option<String>,
    /// What it allows.
    pub allows: PermitShown,
    /// Where it stands.
    pub state: PermitState,
    /// How much of it was used.
    pub used: u64,
    /// Each use.
    pub uses: Vec<PermitUseRow>,
    /// The entry that issued it.
    pub entry: u64,
}

/// A use of a permit.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PermitUseRow {
    /// For how many.
    pub count: u32,
    /// On which day.
    pub on: String,
    /// Where the record of it is.
    pub pointer: Option<String>,
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
