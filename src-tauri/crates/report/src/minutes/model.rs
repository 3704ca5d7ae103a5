//! What a review's minutes hold.

use crate::decision::{Said, State};
use crate::frame::{Frame, Head};

/// A review as it was held, or as it stands while it is still open.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// The cadence's name: "Weekly governance call".
    pub name: String,
    /// The review's reference: "WEEKLY-2026-W39".
    pub reference: String,
    /// When it was held, in words: "Monday 21 September 2026, 10:00 to 10:58 of 60 minutes".
    pub when: String,
    /// One row per role or person asked for.
    pub attendance: Vec<Attendance>,
    /// Who was there of whom, in words: "7 of 8 roles, quorum 6 reached".
    pub quorum: String,
    /// How the chair changed hands, in order.
    pub chairs: Vec<ChairTaken>,
    /// The checklist in its order.
    pub items: Vec<Item>,
    /// Seconds spent opening and closing, outside any item.
    pub around: Option<u32>,
    /// Attentions and breaches of the review before.
    pub carried_in: Vec<CarriedIn>,
    /// Decisions proposed, voted on or ended in the review or since the one before.
    pub decided: Vec<Decided>,
    /// Since when, in words: "here and since WEEKLY-2026-W38".
    pub decided_since: String,
    /// Action items: raised here, and carried in.
    pub actions: Vec<Action>,
    /// Corrections made after closing, in order.
    pub addenda: Vec<Addendum>,
    /// When it was due and until when it could have been held, in sentences, where nobody opened it.
    pub missed: Option<String>,
    /// How it was closed; `None` while the review is open, and the minutes say so.
    pub closing: Option<Closing>,
}

/// A seat at the review.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Attendance {
    /// The role, as in "RevOps, chair".
    pub role: String,
    /// The person, or the delegate "for" the person. Empty when the role is vacant.
    pub person: String,
    /// Whether the seat was taken.
    pub presence: Presence,
}

/// Whether a seat was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// The person was there.
    Present,
    /// Somebody else sat for the person.
    Delegate,
    /// The person had said so before.
    Excused,
    /// Nobody came.
    Absent,
}

/// Somebody took the chair over.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ChairTaken {
    /// When it was signed: "2026-09-21 10:12:07".
    pub at: String,
    /// Who chaired until then.
    pub from: String,
    /// Who from then on.
    pub to: String,
    /// Why, in their words.
    pub reason: String,
    /// Its entry in the ledger.
    pub entry: u64,
}

/// A checklist item and what was found.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Item {
    /// Its number in the checklist, from 1.
    pub number: u32,
    /// The heading it stands under, where the checklist has any.
    pub group: Option<String>,
    /// What was asked.
    pub title: String,
    /// What was answered; `None` while it still waits.
    pub outcome: Option<Outcome>,
    /// The figures that were on screen, in words; lines are kept.
    pub figures: String,
    /// The note, wanted where the outcome isn't fine.
    pub note: String,
    /// References of what was raised in place: ACT-0088.
    pub raised: Vec<String>,
    /// Seconds spent on it.
    pub seconds: Option<u32>,
    /// The verdicts on tiers that were given with it, those that change something first.
    pub tiers: Vec<Tiered>,
}

/// The verdict on one workflow's tier.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Tiered {
    /// As in "WF-0007".
    pub workflow: String,
    /// What it is called.
    pub name: String,
    /// What was said: "Keep", "Lower", "Propose to raise", "Retire".
    pub verdict: String,
    /// Whether it asks for a change.
    pub moves: bool,
    /// What the record showed: "Reasons to go down".
    pub shown: String,
    /// Why, where something was said.
    pub note: String,
}

/// An attention or a breach of the review before.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct CarriedIn {
    /// What was asked.
    pub title: String,
    /// What it got then.
    pub then: Outcome,
    /// What was noted then.
    pub note: String,
    /// What became of it in this review.
    pub now: Asked,
}

/// Whether a review asks again what the one before it asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// It does; the answer, or none while it waits.
    Again(Option<Outcome>),
    /// The agenda no longer asks it.
    NoMore,
}

/// What an item got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// All is well.
    Fine,
    /// To be watched.
    Attention,
    /// A limit was broken.
    Breach,
    /// The item has nothing to look at this time.
    NotApplicable,
    /// The review was missed, and nobody answered it.
    Unanswered,
}

/// A decision as the review left it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Decided {
    /// As in "DEC-0074".
    pub reference: String,
    /// What it is about.
    pub title: String,
    /// Its kind, and the workflow it is about: "Launch of WF-0007".
    pub about: String,
    /// Who proposed it, and when: "Jonas Lindqvist, 21 Sep, 10:41".
    pub proposed: String,
    /// The votes on it, in order.
    pub votes: Vec<Voted>,
    /// Where it stands.
    pub state: State,
}

/// A vote on a decision.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Voted {
    /// Whose, and where in somebody's place, whose: "Nour Haddad for Jonas Weidmann".
    pub person: String,
    /// What it says.
    pub said: Said,
    /// When it was entered: "21 Sep, 10:49".
    pub at: String,
    /// Why, in their words; empty where nothing was said.
    pub words: String,
}

/// An action item as the review left it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Action {
    /// As in "ACT-0088".
    pub reference: String,
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// By when: "25 Sep".
    pub due: String,
    /// Where it stands.
    pub progress: Progress,
}

/// Where an action item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Raised in this review.
    New,
    /// Carried in and still to do.
    Open,
    /// Carried in and past its day.
    Late,
    /// Carried in and done.
    Done,
    /// Carried in and given up.
    Dropped,
}

/// A correction after closing; the minutes themselves never change.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Addendum {
    /// When it was signed: "2026-09-22 09:10:00".
    pub at: String,
    /// Who signed it.
    pub by: String,
    /// What it says.
    pub text: String,
    /// Its entry in the ledger.
    pub entry: u64,
}

/// How a review was closed and locked.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Closing {
    /// Who closed it.
    pub signature: Signature,
    /// The sponsor's countersignature, where the cadence wants one and it was given.
    pub countersignature: Option<Signature>,
    /// True while a countersignature is wanted and has not been given.
    pub countersignature_wanted: bool,
    /// What the board is told, as it was signed with the closing; blank where nobody wrote it.
    pub narrative: String,
    /// What the countersigner states; blank where they state nothing.
    pub statement: String,
    /// The entry that closed it.
    pub entry: u64,
    /// The head right after that entry.
    pub head: Head,
}

impl Closing {
    /// What was signed in somebody's own words: what it is, whose, and what it says.
    pub(super) fn said(&self) -> Vec<(&'static str, &str, &str)> {
        let countersigner = self.countersignature.as_ref().map_or("", |signed| &*signed.name);
        let all = [
            ("Board narrative", &*self.signature.name, &*self.narrative),
            ("Statement", countersigner, &*self.statement),
        ];
        all.into_iter().filter(|(.., words)| !words.is_empty()).collect()
    }
}

/// A person's signature.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Signature {
    /// Who signed.
    pub name: String,
    /// In which role: "chair".
    pub role: String,
    /// When: "2026-09-21 10:58:41".
    pub at: String,
    /// SHA-256 of the public key, 64 lower-case hex digits.
    pub fingerprint: String,
}
