//! Reviews: which are due, and holding one.

mod agenda;
mod by_file;
mod decided;
mod figures;
mod hold;
mod list;
mod metrics;
mod month;
mod present;
mod pulled;
mod raised;
pub(crate) mod retier;
mod samples;
mod signed;
pub mod view;

pub(crate) use by_file::{
    CountersignatureRead, countersignature_held_against, countersigned, may_answer,
    read_countersignature, subject as countersignature_subject,
};
pub(crate) use decided::{Decided, decided, missed};
pub(crate) use list::{Listed, One, find, is_expected};

pub use by_file::{
    CountersignatureAsked, CountersignatureRequested, ItemTold, RequestCountersignature,
};
use domain::cadence::Pulled;
use domain::review::{Outcome, Presence, Spent, TierGiven};
pub use figures::FIGURES;
pub use month::{MonthDay, ReviewMonth, ReviewMonthView};
pub use pulled::{PulledMark, PulledQuery, PulledRow, PulledTable, PulledView, TierWaiting};
pub use retier::TierRow;
pub use samples::{DoubtfulRow, ItemSample, ItemSampleRow};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Passphrase;
use crate::actions::ActionRow;
use crate::metrics::MetricBeside;

/// Reviews in order of time.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReviewsView {
    /// What can be opened or is open, soonest due first.
    pub waiting: Vec<ReviewRow>,
    /// The next to come, of each cadence.
    pub coming: Vec<ReviewRow>,
    /// The latest closed and missed ones, newest first.
    pub past: Vec<ReviewRow>,
    /// Whether there are earlier ones.
    pub more: bool,
    /// Held of expected so far.
    pub held: u32,
    /// Expected so far.
    pub expected: u32,
}

/// Asks for closed and missed reviews, a page at a time.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct PastReviews {
    /// Of this cadence only.
    pub cadence: Option<String>,
    /// Those before this review; the latest where there is none.
    pub before: Option<String>,
}

/// A page of closed and missed reviews.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PastReviewsView {
    /// The reviews, newest first.
    pub rows: Vec<ReviewRow>,
    /// Whether there are earlier ones.
    pub more: bool,
}

/// Where a review stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// Its period has not begun.
    Coming,
    /// Its period has begun; it can be opened.
    Due,
    /// Its time has passed; it can still be opened.
    Late,
    /// Being held.
    Open,
    /// Signed and locked.
    Closed,
    /// The next fell due before it was held.
    Missed,
}

impl ReviewState {
    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Due => "due",
            Self::Late => "late",
            Self::Open => "open",
            Self::Closed => "held",
            Self::Missed => "missed",
        }
    }
}

/// One review in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReviewRow {
    /// Name by cadence and period.
    pub review: String,
    /// Its cadence.
    pub cadence: String,
    /// What its cadence is called.
    pub name: String,
    /// When it is due, local to its cadence: RFC 3339 with offset.
    pub due: String,
    /// Where it stands.
    pub state: ReviewState,
    /// Minutes planned.
    pub minutes: u32,
    /// Items answered.
    pub answered: u32,
    /// Items there are.
    pub items: u32,
    /// Outcomes found so far: fine, attention, breach, not applicable.
    pub found: [u32; 4],
    /// Whether a second person has countersigned.
    pub countersigned: bool,
}

/// Asks for one review.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReviewQuery {
    /// Which.
    pub review: String,
}

/// One review.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReviewView {
    /// Name by cadence and period.
    pub review: String,
    /// What its cadence is called.
    pub name: String,
    /// When it is due, RFC 3339 with the offset of its zone.
    pub due: String,
    /// Where it stands.
    pub state: ReviewState,
    /// From when it may be opened.
    pub opens: String,
    /// When the next falls due: one that was not opened by then is missed for ever. None where
    /// none follows.
    pub next_due: Option<String>,
    /// When it was opened.
    pub opened: Option<String>,
    /// Minutes planned.
    pub minutes: u32,
    /// Who chairs, by reference.
    pub chair: Option<String>,
    /// Who chairs, by name.
    pub chair_name: Option<String>,
    /// Whether who is signed in may answer and close.
    pub yours: bool,
    /// Whether who is signed in may take the chair.
    pub may_chair: bool,
    /// How the chair changed hands.
    pub chairs_taken: Vec<ChairRow>,
    /// When the meeting took place, where that was stated apart from the entries.
    pub held: Option<Meeting>,
    /// The agenda.
    pub items: Vec<ItemRow>,
    /// Whether it can still be opened and its cadence offers evidence that none of its items pulls yet.
    pub offers_evidence: bool,
    /// Items left.
    pub left: u32,
    /// Who is asked for, role by role.
    pub attendance: Vec<AttendanceRow>,
    /// Required roles that took part.
    pub reached: u32,
    /// Required roles that are held.
    pub required: u32,
    /// Roles that a quorum needs.
    pub quorum: u32,
    /// Required roles that nobody holds, by name.
    pub vacant: Vec<String>,
    /// Attentions and breaches of the review before.
    pub carried_in: Vec<ItemRow>,
    /// Action items of the cadence that were to be done when it was opened, as they stand.
    pub carried_actions: Vec<ActionRow>,
    /// Words added after closing.
    pub addenda: Vec<Addendum>,
    /// Who signed it, once closed.
    pub closed: Option<Signature>,
    /// The role whose countersignature the cadence asks for, by name.
    pub countersigned_by: Option<String>,
    /// Whether who is signed in may countersign it.
    pub may_countersign: bool,
    /// Who countersigned it.
    pub countersigned: Option<Signature>,
    /// What the board is told, as it was signed with the closing; none where nobody wrote it.
    pub narrative: Option<String>,
    /// What the countersigner states; none where they state nothing.
    pub statement: Option<String>,
}

/// One item of the agenda.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ItemRow {
    /// Identifier.
    pub item: String,
    /// Place in the agenda, from 1.
    pub number: u32,
    /// What the agenda calls it.
    pub title: String,
    /// The heading it stands under.
    pub group: Option<String>,
    /// What is asked.
    pub question: String,
    /// What to look at before answering.
    pub guidance: Option<String>,
    /// Minutes planned.
    pub minutes: u32,
    /// What was found.
    pub outcome: Option<Outcome>,
    /// Why.
    pub note: Option<String>,
    /// Seconds spent.
    pub seconds: u32,
    /// Figures beside the question; those stored with the outcome once it is closed.
    pub figures: Vec<FigureShown>,
    /// Metrics beside the question, as they stood when it was answered once it is closed.
    pub metrics: Vec<MetricBeside>,
    /// Action items raised here.
    pub raised: Vec<ActionRow>,
    /// The sample it reads, where it reads one.
    pub sample: Option<ItemSample>,
    /// What of the record it pulls: asked for by itself, once somebody looks at the item.
    pub pulls: Vec<Pulled>,
    /// The verdicts on tiers that were given with its answer, those that change something first.
    pub tiers: Vec<TierRow>,
}

/// How the chair changed hands once.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChairRow {
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// Who chaired until then.
    pub from: String,
    /// Who from then on.
    pub to: String,
    /// Why; none once erased.
    pub reason: Option<String>,
    /// The entry.
    pub entry: u64,
}

/// When a meeting took place, as its chair stated it: RFC 3339 with the offset of the workspace's
/// zone.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Meeting {
    /// When it began.
    pub from: String,
    /// When it ended.
    pub to: String,
}

/// A figure beside a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FigureShown {
    /// Identifier, such as `workflows.live`.
    pub figure: String,
    /// What it says.
    pub label: String,
    /// The value as shown.
    pub value: String,
}

/// A person who is asked for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AttendanceRow {
    /// Reference.
    pub person: String,
    /// Name.
    pub name: String,
    /// The required roles they hold, by name.
    pub roles: Vec<String>,
    /// Whether they took part; none while not stated.
    pub presence: Option<Presence>,
    /// Who came in their place.
    pub delegate: Option<String>,
    /// Whether they chair.
    pub chair: bool,
}

/// Words added after closing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Addendum {
    /// When.
    pub at: String,
    /// By whom.
    pub by: String,
    /// The words; none once erased.
    pub text: Option<String>,
    /// The entry.
    pub entry: u64,
}

/// Who signed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Signature {
    /// Reference.
    pub person: String,
    /// Name.
    pub name: String,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// SHA-256 of the public key, in hex.
    pub fingerprint: String,
    /// The entry.
    pub entry: u64,
    /// The head after it, `size:hex`.
    pub head: String,
}

/// Opens a review.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenReview {
    /// Which.
    pub review: String,
}

/// States who is there.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StateAttendance {
    /// At which review.
    pub review: String,
    /// Who.
    pub person: String,
    /// Whether they take part.
    pub presence: Presence,
    /// Who came in their place; blank otherwise.
    pub delegate: String,
}

/// Takes the chair of a review.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TakeChair {
    /// Of which.
    pub review: String,
    /// Why: its chair left, or is not there.
    pub reason: String,
}

/// States when a meeting took place.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StateHeld {
    /// Which review's.
    pub review: String,
    /// When it began: a local time of the workspace's zone, such as `2026-11-16T10:00`.
    pub from: String,
    /// When it ended, the same way.
    pub to: String,
}

/// Gives an item its outcome.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AnswerItem {
    /// In which review.
    pub review: String,
    /// Which item.
    pub item: String,
    /// What was found.
    pub outcome: Outcome,
    /// Why; may be blank where it is fine.
    pub note: String,
    /// Seconds spent on it.
    pub seconds: u32,
    /// Verdicts on tiers, of an item that asks for them; those given earlier stand beside them.
    #[serde(default)]
    pub tiers: Vec<TierGiven>,
}

/// Closes a review.
#[derive(Deserialize, TS)]
pub struct CloseReview {
    /// Which.
    pub review: String,
    /// Opens the chair's key.
    pub passphrase: Passphrase,
    /// Seconds spent on each item in the end; may be empty.
    #[serde(default)]
    pub spent: Vec<Spent>,
    /// What the board is told of the period; may be blank.
    #[serde(default)]
    pub narrative: String,
}

/// Countersigns a closed review.
#[derive(Deserialize, TS)]
pub struct CountersignReview {
    /// Which.
    pub review: String,
    /// Opens the sponsor's key.
    pub passphrase: Passphrase,
    /// What they state about the period; may be blank.
    #[serde(default)]
    pub statement: String,
}

/// Adds words to a closed review.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WriteAddendum {
    /// To which.
    pub review: String,
    /// The words.
    pub text: String,
}
