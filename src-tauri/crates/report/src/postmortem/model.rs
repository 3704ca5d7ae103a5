//! What a postmortem holds.

use crate::clock::Clock;
use crate::decision;
use crate::entries::Entry;
use crate::frame::Frame;
use crate::minutes::Progress;

/// An exception and what was learnt from it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// What it is called: "Data security, Call summary".
    pub title: String,
    /// As in "EXC-0041".
    pub reference: String,
    /// What it is, in sentences: "EXC-0041 about WF-0011 Call summary. Reported by …".
    pub about: String,
    /// How its clock stands.
    pub clock: Clock,
    /// How far it is, and how its time stands: "Resolved, 26 h late".
    pub state: String,
    /// Further facts, each a name and what it is: "Severity", "critical". At most five.
    pub facts: Vec<(String, String)>,
    /// What happened, in the words of who reported it.
    pub what: String,
    /// Where it lies, in another system; empty where nobody said.
    pub pointer: String,
    /// How it came about.
    pub cause: String,
    /// Whom and what it hurt.
    pub impact: String,
    /// What was done about it.
    pub done: String,
    /// What changes.
    pub changes: String,
    /// Who wrote that, and when: "Rafael Castellanos, 2026-09-04 11:20, entry 4,711".
    pub written: String,
    /// What was found and done when it was resolved; empty while it is not.
    pub closing: String,
    /// What its clock did, in order.
    pub steps: Vec<Step>,
    /// The time it had, in a sentence: "24 h, all of them counted".
    pub time: String,
    /// The action items and decisions that came of it.
    pub followed: Vec<Followed>,
    /// The zone of every time in it: "Europe/Amsterdam".
    pub zone: String,
    /// Its entries, in order.
    pub entries: Vec<Entry>,
}

/// Something that its clock did.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Step {
    /// When: "2026-09-04 11:20".
    pub at: String,
    /// What: "Due passed, RevOps was asked".
    pub says: String,
}

/// Something that came of an exception.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Followed {
    /// As in "ACT-0044" or "DEC-0071".
    pub reference: String,
    /// What it is.
    pub what: String,
    /// Whose it is.
    pub who: String,
    /// When it is due, or lapses: "2026-09-30"; empty for a decision that ended.
    pub when: String,
    /// Where it stands.
    pub stands: Stands,
}

/// Where something stands that came of an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stands {
    /// An action item.
    Action(Progress),
    /// A decision.
    Decision(decision::State),
}
