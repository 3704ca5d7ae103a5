//! What a decision's record holds.

use crate::entries::Entry;
use crate::frame::Frame;

/// A decision as it stands in the record.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// What it is about: "Reply triage may act alone, inside limits".
    pub title: String,
    /// As in "DEC-0071".
    pub reference: String,
    /// What it is, in sentences: "DEC-0071, tier and stage change of WF-0009. Proposed by …".
    pub about: String,
    /// Where it stands.
    pub state: State,
    /// Further facts, each a name and what it is: "Timebox", "72 h". At most five.
    pub facts: Vec<(String, String)>,
    /// Everything it changes.
    pub differences: Vec<Difference>,
    /// How many fields change and stay, in words.
    pub changed: String,
    /// What is asked for where no field changes, line by line.
    pub request: Vec<(String, String)>,
    /// Why, in the proposer's words.
    pub rationale: String,
    /// How it is undone, in the proposer's words; empty where nothing was said.
    pub rollback_plan: String,
    /// What its right asks to be shown.
    pub evidence: Vec<Evidence>,
    /// The right it is decided by, as it stood when this was proposed, in a sentence.
    pub right: String,
    /// Votes given and waited for, in order.
    pub votes: Vec<Vote>,
    /// How many approvals there are of how many, in words.
    pub approvals: String,
    /// What the rules say of it while it is open.
    pub checks: Vec<Check>,
    /// The zone of every time in it: "Europe/Amsterdam".
    pub zone: String,
    /// Its entries, in order.
    pub entries: Vec<Entry>,
    /// Who signed, with which key.
    pub keys: Vec<Key>,
    /// SHA-256 of the proposal as entered: what every vote signs. 64 lower-case hex digits.
    pub subject: String,
}

/// Where a decision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It waits for votes.
    Proposed,
    /// It is approved, and a rule keeps it from being applied.
    Approved,
    /// An approver refused it.
    Rejected,
    /// Its time passed.
    Lapsed,
    /// It was withdrawn.
    Withdrawn,
    /// What it would change is not what it was any more.
    Stale,
    /// What it proposes is so.
    Applied,
    /// It was applied, and undone by another decision.
    RolledBack,
}

/// A field before and after.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Difference {
    /// What it is called.
    pub field: String,
    /// As it stands; `None` where nothing does.
    pub before: Option<String>,
    /// As it is to stand; `None` where nothing is to.
    pub after: Option<String>,
    /// Whether it changes in the system itself and stands in no register.
    pub outside: bool,
}

/// Something a right asks to be shown.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Evidence {
    /// What is asked.
    pub asked: String,
    /// What was found or said of it.
    pub found: String,
    /// Where it lies, by reference.
    pub at: String,
    /// Whether it is there.
    pub there: bool,
}

/// A vote, or one that is waited for.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Vote {
    /// Whose; the role's holders where it is waited for.
    pub person: String,
    /// The roles it counts for.
    pub roles: String,
    /// In whose place it was given; empty where in nobody's.
    pub instead_of: String,
    /// What it says.
    pub said: Said,
    /// Why, in their words.
    pub words: String,
    /// When it was signed: "2026-09-03 09:26".
    pub signed: String,
    /// The entry that carries it.
    pub entry: Option<u64>,
}

/// What a vote says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// Yes, of somebody who approves.
    Approves,
    /// No, of somebody who approves.
    Refuses,
    /// Yes, of somebody who is consulted.
    Agrees,
    /// No, of somebody who is consulted.
    Objects,
    /// Nothing yet.
    Waited,
}

/// What a rule says of an open decision.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Check {
    /// The rule, or why it does not hold.
    pub says: String,
    /// Whether it holds.
    pub holds: bool,
}

/// Somebody's key.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Key {
    /// Who signed with it.
    pub person: String,
    /// SHA-256 of the public key, 64 lower-case hex digits.
    pub fingerprint: String,
}
