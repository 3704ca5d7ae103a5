//! Samples of AI actions: planned by one, drawn by another's seed, tested, confirmed; and what they
//! prove, alone and together.

mod draw;
mod item;
mod plan;
mod pool;
mod population;
mod request;
mod sign;
mod source;
mod view;
mod weeks;

pub(crate) use draw::{rows_drawn, seed_of};
pub(crate) use item::{acted, found, rows_more};
pub(crate) use plan::{as_stated, must_be_planned};
pub(crate) use pool::{Pool, Whose, can_tell, nameless, pools, pools_as_counted_once, whose};
pub(crate) use population::{
    PopulationRow, population_rows, recounted, rows_stand, sample_in_work,
};
pub use request::SeedAsked;
pub(crate) use request::{SeedRead, read_seed, seed_held_against};
pub(crate) use sign::{confirmation_subject, drawn, must_be_settled, seed_subject, settled};
pub(crate) use weeks::{PoolHistory, PoolWeek};

pub use domain::sample::Stage as SampleStage;
use domain::sample::{Attribute, Extension, Finding, Held, Method, Size};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Passphrase;
use crate::files::{Grant, Written};
use crate::statements::RequestView;

/// Plans a sample, or asks what a plan would come to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PlanSample {
    /// The batch whose rows are drawn from.
    pub batch: String,
    /// What it is a sample of.
    pub title: String,
    /// How.
    pub method: Method,
    /// How many.
    pub size: Size,
    /// Only the rows that say this.
    #[serde(default)]
    pub only: Option<OnlyGiven>,
    /// The field that divides them into strata, for a stratified draw.
    #[serde(default)]
    pub strata_by: Option<String>,
    /// What is tested; all attributes where none is named.
    #[serde(default)]
    pub attributes: Vec<Attribute>,
    /// When more are drawn.
    #[serde(default)]
    pub extension: Option<Extension>,
    /// The review it is for.
    #[serde(default)]
    pub review: Option<String>,
    /// The item of it that reads the sample.
    #[serde(default)]
    pub item: Option<String>,
    /// Whose signature draws it, by reference; may be left out where one person could.
    #[serde(default)]
    pub reviewer: Option<String>,
    /// Why.
    pub why: String,
}

/// Rows that say something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OnlyGiven {
    /// The field that says it.
    pub field: String,
    /// What it says.
    pub says: String,
}

/// What a plan would come to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PlanPreview {
    /// How many rows there are to draw from.
    pub rows: u64,
    /// How many are drawn.
    pub take: u64,
    /// The strata; none where nothing divides the rows.
    pub strata: Vec<StratumRow>,
    /// What it proves if nothing is in error, in a sentence.
    pub proves: String,
    /// Samples of these rows that were planned before.
    pub others: Vec<SampleOther>,
    /// The rows that are messages sent to people outside, as the log spells that; only for an item of a
    /// review, and none where no row says it.
    pub messages: Option<OnlyGiven>,
    /// The fields that rows can be chosen and divided by.
    pub fields: Vec<SampleField>,
    /// How many items prove how much, by the size of the population.
    pub guidance: Vec<GuidanceRow>,
    /// Whoever could review it, where whoever asks tests it.
    pub reviewers: Vec<ReviewerNamed>,
}

/// Whose signature draws a sample.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewerNamed {
    /// Who, by reference.
    pub person: String,
    /// Who, by name.
    pub name: String,
}

/// A field that rows can be divided by.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SampleField {
    /// As the ledger spells it.
    pub field: String,
    /// In words.
    pub words: String,
}

/// A row of the guidance table: clean items that prove an error share below so many of a hundred.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct GuidanceRow {
    /// Rows in the population.
    pub rows: u64,
    /// For below 10 %.
    pub ten: u64,
    /// For below 5 %.
    pub five: u64,
    /// For below 2 %.
    pub two: u64,
}

/// Names a sample.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct SampleQuery {
    /// Its reference.
    pub sample: String,
}

/// Asks a reviewer for the seed of a sample by a file that goes out by any channel.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RequestSeed {
    /// Of which sample.
    pub sample: String,
    /// Where the request goes.
    pub grant: Grant,
}

/// A request for a seed that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SeedRequested {
    /// Its file.
    pub file: Written,
    /// What it asks.
    pub request: RequestView,
}

/// Completes a seed, which draws the rows: by a reviewer who is signed in.
#[derive(Deserialize, TS)]
pub struct DrawSample {
    /// Which sample.
    pub sample: String,
    /// SHA-256 of the plan and the root that were read, in hex: only that is signed.
    pub subject: String,
    /// Opens the reviewer's key.
    pub passphrase: Passphrase,
}

/// Records what was found on an item.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TestItem {
    /// Which sample.
    pub sample: String,
    /// The row's number.
    pub row: u64,
    /// What was found on each attribute.
    pub findings: Vec<Finding>,
    /// In words; may be blank where nothing is in error.
    pub note: String,
    /// What bears it out, by reference.
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// Signs what was found, as a reviewer who is signed in.
#[derive(Deserialize, TS)]
pub struct ConfirmSample {
    /// Which sample.
    pub sample: String,
    /// SHA-256 of what was read, in hex: only that is signed.
    pub subject: String,
    /// In their words; may be blank.
    pub reason: String,
    /// Opens the reviewer's key.
    pub passphrase: Passphrase,
}

/// Gives a sample up.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AbandonSample {
    /// Which sample.
    pub sample: String,
    /// Why.
    pub why: String,
}

/// The samples, the latest first, and what they prove together.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SamplesView {
    /// Every sample, also those given up and those never drawn.
    pub rows: Vec<SampleRow>,
    /// What the samples of the last 13 weeks prove of each workflow.
    pub pools: Vec<PoolRow>,
}

/// A sample in the list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SampleRow {
    /// Reference.
    pub sample: String,
    /// What it is a sample of; none once erased.
    pub title: Option<String>,
    /// The batch.
    pub batch: String,
    /// How far it is.
    pub stage: SampleStage,
    /// How rows are chosen.
    pub method: Method,
    /// How many rows there are to draw from.
    pub rows: u64,
    /// How many are drawn.
    pub take: u64,
    /// How many of them are tested.
    pub tested: u64,
    /// How many of those are in error.
    pub errors: u64,
    /// When it was planned, RFC 3339 with the offset of the workspace's zone.
    pub planned: String,
    /// The entry that planned it.
    pub entry: u64,
    /// Who tests it, by reference.
    pub tester: String,
    /// Who tests it, by name.
    pub tester_name: String,
    /// What it proves, in a sentence; none until every item is tested.
    pub says: Option<String>,
}

/// What samples of one process prove together.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PoolRow {
    /// The workflow, as the log or the batch names it.
    pub of: String,
    /// The workflow on the register, by reference; none where it bears no such name.
    pub workflow: Option<String>,
    /// The samples.
    pub samples: Vec<String>,
    /// How many items were tested.
    pub tested: u64,
    /// How many of them are in error.
    pub errors: u64,
    /// What they prove, in a sentence.
    pub says: String,
}

/// One sample, whole.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SampleView {
    /// As the list shows it.
    pub row: SampleRow,
    /// Why it was planned; none once erased.
    pub why: Option<String>,
    /// Base64 of the root over the rows of the batch.
    pub batch_root: String,
    /// Only rows that say this.
    pub only: Option<OnlyGiven>,
    /// What divides them, in words.
    pub strata_by: Option<String>,
    /// The strata, each with what it alone proves.
    pub strata: Vec<StratumRow>,
    /// How many were asked for, in words.
    pub size_words: String,
    /// What is tested.
    pub attributes: Vec<Attribute>,
    /// When more are drawn.
    pub extension: Option<Extension>,
    /// Whether more are due as planned, and were not drawn.
    pub extension_due: bool,
    /// The review it is for.
    pub review: Option<String>,
    /// Whose signature draws it; none in plans of before reviewers were named.
    pub reviewer: Option<ReviewerNamed>,
    /// Until when the seed may be completed, RFC 3339 with the offset of the workspace's zone.
    pub until: String,
    /// The tree after the plan, `<size>:<root in hex>`: what the seed is made of.
    pub root: String,
    /// What a reviewer signs to complete the seed: SHA-256 in hex.
    pub seed_subject: String,
    /// The draw.
    pub draw: Option<DrawShown>,
    /// The items, in the order drawn.
    pub items: Vec<SampleItem>,
    /// What a reviewer signs to confirm it: SHA-256 in hex; none until every item is tested.
    pub confirmation_subject: Option<String>,
    /// Who confirmed it, when, with which entry.
    pub confirmed: Option<SignedBy>,
    /// Who gave it up, when, with which entry.
    pub abandoned: Option<SignedBy>,
    /// Why it was given up.
    pub abandoned_why: Option<String>,
    /// Every other sample of these rows, or of rows of the same time from the same source.
    pub others: Vec<SampleOther>,
    /// What it would take to steer the draw, in a sentence.
    pub collusion: String,
    /// How a limit falls with the items tested, to draw.
    pub curve: Vec<CurvePoint>,
    /// What whoever is signed in may do.
    pub acts: SampleActs,
}

/// The upper limit after so many items, in tenths of a percent, rounded up.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CurvePoint {
    /// Items tested.
    pub items: u64,
    /// With as many errors as were found.
    pub limit: u64,
    /// With none.
    pub clean: u64,
}

/// A stratum.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StratumRow {
    /// What its rows say; none where they say nothing.
    pub name: Option<String>,
    /// How many rows it has.
    pub rows: u64,
    /// How many are drawn.
    pub take: u64,
    /// How many are tested.
    pub tested: u64,
    /// How many of them are in error.
    pub errors: u64,
    /// The most errors it can hold at 95 %, looked at alone; none where nothing sound can be said.
    pub at_most: Option<u64>,
}

/// How the seed came about.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DrawShown {
    /// When, by whom, with which entry.
    pub signed: SignedBy,
    /// The seed, in hex.
    pub seed: String,
    /// The reviewer's signature, in base64.
    pub signature: String,
    /// The entries that drew more.
    pub extended: Vec<u64>,
}

/// Who signed something, and where it is entered.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SignedBy {
    /// Who, by reference.
    pub person: String,
    /// Who, by name.
    pub name: String,
    /// When it was entered, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// The entry.
    pub entry: u64,
}

/// An item of a sample.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SampleItem {
    /// Its place in the draw, from 1.
    pub place: u64,
    /// The row's number in its batch.
    pub row: u64,
    /// Its stratum.
    pub stratum: Option<String>,
    /// The row's hash, in hex; none once its batch was purged.
    pub row_hash: Option<String>,
    /// SHA-256 of seed and row hash, in hex; none where rows are not drawn by it.
    pub order_hash: Option<String>,
    /// What the log says of it, field by field; empty once its batch was purged.
    pub cells: Vec<SampleCell>,
    /// What was found; none while it is left to test.
    pub findings: Vec<Finding>,
    /// In words.
    pub note: Option<String>,
    /// What bears it out.
    pub evidence: Vec<String>,
    /// The entry that tested it.
    pub entry: Option<u64>,
    /// Whether it is in error; none while it is left to test.
    pub error: Option<bool>,
}

/// What a log says of an item in one field.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SampleCell {
    /// The field, as the ledger spells it.
    pub field: String,
    /// The field in words.
    pub words: String,
    /// What it says.
    pub says: String,
}

/// Another sample beside one.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SampleOther {
    /// Reference.
    pub sample: String,
    /// The batch it is of.
    pub batch: String,
    /// How far it is.
    pub stage: SampleStage,
    /// The entry that planned it.
    pub entry: u64,
}

/// What whoever is signed in may do with a sample; each says why not where it is not.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SampleActs {
    /// Complete its seed.
    pub draw: bool,
    /// Test its items.
    pub test: bool,
    /// Draw more, as the plan says.
    pub extend: bool,
    /// Confirm it.
    pub confirm: bool,
    /// Give it up.
    pub abandon: bool,
}

/// The words for whether an attribute holds.
pub(crate) const fn held(held: Held) -> &'static str {
    match held {
        Held::Yes => "yes",
        Held::No => "no",
        Held::NotApplicable => "not applicable",
    }
}

/// What people call a way of drawing.
pub(crate) const fn method_words(method: Method) -> &'static str {
    match method {
        Method::Simple => "Simple random",
        Method::EveryKth => "Every k-th row from a random start",
        Method::Stratified => "Simple random in each stratum",
    }
}

/// What people call how far a sample is.
pub(crate) const fn stage_words(stage: SampleStage) -> &'static str {
    match stage {
        SampleStage::Planned => "Waits for a reviewer’s seed",
        SampleStage::Lapsed => "Lapsed, never drawn",
        SampleStage::Drawn => "Being tested",
        SampleStage::Tested => "Waits to be confirmed",
        SampleStage::Confirmed => "Confirmed",
        SampleStage::Abandoned => "Given up",
    }
}
