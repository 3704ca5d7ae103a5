//! Checks of AI actions and of what was promised: fairness, drift, service levels; and the return on
//! workflows.

mod asked;
mod count;
mod record;
mod result;
mod returns;
mod service_level;
mod values;
mod view;

pub(crate) use count::counted;
pub(crate) use result::short;
pub(crate) use returns::{money, short as returns_short};
pub(crate) use view::{figure, last_for};

use domain::batch::Field;
use domain::check::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::files::Grant;
use crate::imports::RejectedRow;
use crate::register::CostBenefitShown;
use crate::samples::OnlyGiven;

/// AI actions that a check reads.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct RowsAsked {
    /// Of these batches.
    pub batches: Vec<String>,
    /// From this day on, `2026-11-02` in the workspace's zone.
    #[serde(default)]
    pub from: Option<String>,
    /// Up to the end of this day.
    #[serde(default)]
    pub to: Option<String>,
    /// Only those that say this.
    #[serde(default)]
    pub only: Option<OnlyGiven>,
}

/// What counts as selected.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum PickedAsked {
    /// A row that says one of these.
    OneOf {
        /// In which field.
        field: Field,
        /// The words.
        says: Vec<String>,
    },
    /// A row with a number at least so large.
    AtLeast {
        /// In which field.
        field: Field,
        /// How large.
        value: String,
    },
}

/// What is to be checked.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum CheckAsked {
    /// Whether segments are selected alike.
    Fairness {
        /// Of which actions.
        rows: RowsAsked,
        /// What says which segment an action is of.
        by: Field,
        /// What counts as selected.
        picked: PickedAsked,
    },
    /// Whether something has moved.
    Drift {
        /// The baseline.
        before: RowsAsked,
        /// What is held against it.
        now: RowsAsked,
        /// What may have moved.
        of: Field,
        /// What says which segment an action is of, where each is looked at by itself.
        #[serde(default)]
        by: Option<Field>,
    },
    /// Whether what was promised was done by when.
    ServiceLevel {
        /// What was promised, in words.
        what: String,
        /// The file: a row each of reference, due, done.
        grant: Grant,
        /// SHA-256 of the file that was looked at; refused when it has changed since.
        #[serde(default)]
        sha256: Option<String>,
    },
}

/// Makes a check, and writes nothing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RunCheck {
    /// What.
    pub asks: CheckAsked,
}

/// Makes a check and puts it on the record.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RecordCheck {
    /// What.
    pub asks: CheckAsked,
    /// The item of a review that it is made for.
    #[serde(default)]
    pub item: Option<CheckItem>,
    /// What follows from it; may be blank.
    pub note: String,
}

/// An item of a cadence's checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckItem {
    /// Of which cadence.
    pub cadence: String,
    /// Which item.
    pub item: String,
}

/// Asks for a check on the record.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckQuery {
    /// Which.
    pub check: String,
}

/// The checks on the record.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChecksView {
    /// Each check, the newest first.
    pub rows: Vec<CheckListed>,
    /// The items of checklists that ask for one.
    pub items: Vec<CheckWanted>,
}

/// A check as the list shows it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckListed {
    /// Reference.
    pub check: String,
    /// What is checked.
    pub kind: Kind,
    /// Of what, in a few words.
    pub title: String,
    /// What it shows, in a few words, such as `ratio 0.59`.
    pub short: String,
    /// Whether somebody should look: below four fifths, moved much, or something not on time.
    pub stands_out: bool,
    /// When it was made.
    pub at: String,
    /// By whom.
    pub by_name: String,
    /// The entry.
    pub entry: u64,
    /// The item it was made for, by title.
    pub item: Option<String>,
}

/// An item that asks for a check.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckWanted {
    /// The item.
    pub item: CheckItem,
    /// What kind of check.
    pub kind: Kind,
    /// What the agenda calls it.
    pub title: String,
    /// What its reviews are called.
    pub review: String,
    /// The check that stands beside it, if there is one.
    pub last: Option<String>,
}

/// A check on the record, with all it counted.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RecordedCheck {
    /// As the list shows it.
    pub row: CheckListed,
    /// What follows from it; none where nothing was written, or once erased.
    pub note: Option<String>,
    /// What it counted.
    pub result: CheckResult,
}

/// What a check counted, and what follows from it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckResult {
    /// What was checked.
    pub kind: Kind,
    /// Of what, in a few words.
    pub title: String,
    /// Which rows, and how they were told apart.
    pub facts: Vec<CheckFact>,
    /// What it shows.
    pub shows: String,
    /// What it does not.
    pub not: Vec<String>,
    /// Rows that say nothing where it looks.
    pub left_out: u64,
    /// The segments of a check of fairness.
    pub segments: Vec<SegmentShown>,
    /// The groups of a check of drift: all rows first.
    pub groups: Vec<GroupShown>,
    /// What was kept, of a check of a service level.
    pub level: Option<LevelShown>,
}

/// What was kept of what was promised.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LevelShown {
    /// Done by when it was due.
    pub on_time: u64,
    /// Done later.
    pub late: u64,
    /// Not done, and past due.
    pub overdue: u64,
    /// Not due yet.
    pub waiting: u64,
    /// The share on time of what was due, 0 to 1; none where nothing was.
    pub share: Option<f64>,
    /// The least share that proves for the process, at 95 %.
    pub at_least: Option<f64>,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// Those late and those still not done, the longest due first. They are not recorded.
    pub missed: Vec<LateShown>,
    /// The first of the rows that could not be read. They are not recorded.
    pub rejected: Vec<RejectedRow>,
}

/// Something that was not done by when it was due.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LateShown {
    /// What it is called.
    pub reference: String,
    /// By when.
    pub due: String,
    /// When it was done; none while it is not.
    pub done: Option<String>,
}

/// What live workflows cost and bring.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReturnsView {
    /// Those that state it.
    pub rows: Vec<ReturnRow>,
    /// Together, currency by currency: those that state both.
    pub totals: Vec<ReturnTotal>,
    /// What they show.
    pub shows: String,
    /// What they do not.
    pub not: Vec<String>,
}

/// What a workflow costs and brings.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReturnRow {
    /// Reference.
    pub workflow: String,
    /// Name.
    pub name: String,
    /// The figures.
    pub figures: CostBenefitShown,
}

/// What workflows cost and bring together.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReturnTotal {
    /// ISO 4217 code.
    pub currency: String,
    /// What they cost in a year.
    pub cost_a_year: String,
    /// What they bring.
    pub benefit_a_year: String,
    /// The difference.
    pub return_a_year: String,
}

/// Something to know of a check.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckFact {
    /// What.
    pub label: String,
    /// What it is.
    pub says: String,
}

/// A segment beside the one that is selected most.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SegmentShown {
    /// What its rows say.
    pub name: String,
    /// Those selected.
    pub selected: u64,
    /// All of it.
    pub all: u64,
    /// The share selected, 0 to 1.
    pub rate: f64,
    /// That share over the highest segment's; none where segments don't compare.
    pub ratio: Option<String>,
    /// Whether the ratio is below four fifths.
    pub below: bool,
    /// Whether it has so few rows that its share says little.
    pub few: bool,
    /// The probability of such a difference from the highest by chance alone.
    pub p: Option<String>,
    /// Whether it is the one that is selected most.
    pub highest: bool,
}

/// How far all rows, or those of a segment, have moved.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct GroupShown {
    /// The segment; none for all rows.
    pub name: Option<String>,
    /// Rows of the baseline.
    pub before: u64,
    /// Rows held against it.
    pub now: u64,
    /// The index; none where one side is empty.
    pub index: Option<String>,
    /// What that is read as.
    pub moved: Option<Moved>,
    /// The largest distance, for numbers.
    pub distance: Option<String>,
    /// Its probability by chance alone.
    pub p: Option<String>,
    /// The bins.
    pub bins: Vec<BinShown>,
}

/// How far something has moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Moved {
    /// Index below 0.1.
    Little,
    /// From 0.1 to 0.25.
    Some,
    /// Above.
    Much,
}

/// A bin.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BinShown {
    /// The category, or the values from and to.
    pub name: String,
    /// How many in the baseline.
    pub before: u64,
    /// How many in what is held against it.
    pub now: u64,
    /// The share of the baseline, 0 to 1.
    pub before_share: f64,
    /// The share of what is held against it.
    pub now_share: f64,
    /// What it adds to the index.
    pub adds: f64,
}

/// Asks what a column says.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckValuesQuery {
    /// Of which rows.
    pub rows: RowsAsked,
    /// Which column.
    pub field: Field,
}

/// What a column says.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckValues {
    /// The rows that were read.
    pub rows: u64,
    /// Those that say nothing.
    pub blank: u64,
    /// Whether all that say something say a number.
    pub numbers: bool,
    /// The smallest and the largest of them.
    pub span: Option<[f64; 2]>,
    /// What is said, the most often said first; only the first where there is much.
    pub values: Vec<ValueCount>,
    /// Whether there is more than is listed.
    pub more: bool,
}

/// Something a column says.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ValueCount {
    /// The words.
    pub says: String,
    /// How often.
    pub count: u64,
}
