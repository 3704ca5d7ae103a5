//! What is entered of a sample.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Method, Size};
use crate::people::SignedStatement;
use crate::{BatchRef, EvidenceRef, ItemId, Moment, PersonRef, ReviewRef, SampleRef, Text};

/// Something that every item of a sample is tested on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "SampleAttribute")]
pub enum Attribute {
    /// What the AI did was right.
    Correct,
    /// It was approved as is required.
    Approved,
    /// It stayed inside its guardrails.
    Guardrails,
    /// That an AI did it was disclosed.
    Disclosed,
}

impl Attribute {
    /// All of them, in the order in which an item is tested.
    pub const ALL: [Self; 4] = [Self::Correct, Self::Approved, Self::Guardrails, Self::Disclosed];

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Correct => "Correct",
            Self::Approved => "Approved",
            Self::Guardrails => "Guardrails",
            Self::Disclosed => "Disclosed",
        }
    }
}

/// Whether an item holds on an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "SampleHeld")]
pub enum Held {
    /// It does.
    Yes,
    /// It does not: the item is in error.
    No,
    /// It is not asked of this item.
    NotApplicable,
}

/// What a tester found on one attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "SampleFinding")]
pub struct Finding {
    /// The attribute.
    pub attribute: Attribute,
    /// Whether it holds.
    pub held: Held,
}

/// More rows, should errors be found: said before anybody knows what there is to find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "SampleExtension")]
pub struct Extension {
    /// So many items in error bring it about; at least one.
    pub errors: u32,
    /// So many more rows are then drawn; at least one.
    pub rows: u32,
}

/// A stratum of a population.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// What its rows say; none where they say nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// How many rows it has.
    pub rows: u64,
    /// How many of them are drawn.
    pub take: u64,
}

/// Which rows are drawn from, and what they are divided by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Population {
    /// The batch whose rows they are.
    pub batch: BatchRef,
    /// How many rows there are to draw from.
    pub rows: u64,
    /// Base64 of the root of the tree over the hashes of the batch's rows.
    pub root: String,
    /// Only the rows that say this; all rows of the batch where it is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Only>,
    /// What divides them into strata, by the name of the field; for a stratified draw alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strata_by: Option<String>,
    /// The strata, in the order in which they are drawn from; one without a name where there are none.
    pub strata: Vec<Layer>,
}

/// Rows of a batch that say something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Only {
    /// The name of the field that says it.
    pub field: String,
    /// What it says.
    pub says: Text,
}

/// Who completes the seed of a sample, and with which key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewer {
    /// Who.
    pub person: PersonRef,
    /// The id of the key they sign with.
    pub key: String,
}

/// A sample is planned: the tester says what is drawn, how, and what becomes of it, before either
/// knows a single row. Its entry says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamplePlanned {
    /// The new reference.
    pub sample: SampleRef,
    /// What it is a sample of, in words.
    pub title: Text,
    /// What is drawn from.
    pub population: Population,
    /// How.
    pub method: Method,
    /// How many, as it was asked.
    pub size: Size,
    /// What is tested.
    pub attributes: Vec<Attribute>,
    /// When more are drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
    /// The review it is drawn for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewRef>,
    /// The item of it that reads the sample.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Until when a reviewer may complete the seed.
    pub until: Moment,
    /// Whose signature completes the seed. Where a plan says so, it settles every word that is signed, so
    /// there is one draw; earlier plans do not, and theirs is whatever statement came first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<Reviewer>,
}

/// The rows of a sample are drawn: a reviewer's statement over the plan and the root of the tree after
/// its entry completes the seed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleDrawn {
    /// Which sample.
    pub sample: SampleRef,
    /// What the reviewer signed.
    pub statement: SignedStatement,
    /// SHA-256 of that root and the statement's signature, in hex.
    pub seed: String,
    /// The numbers of the rows, stratum by stratum, in the order drawn.
    pub rows: Vec<u64>,
}

/// More rows of the same order are drawn, as the plan says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleExtended {
    /// Which sample.
    pub sample: SampleRef,
    /// How many rows each stratum gives beyond those drawn, in the order of the strata.
    pub more: Vec<u64>,
    /// The numbers of the rows that come to it, stratum by stratum, in the order drawn.
    pub rows: Vec<u64>,
}

/// An item was tested. A later one about the same row takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleTested {
    /// Which sample.
    pub sample: SampleRef,
    /// The row's number.
    pub row: u64,
    /// What was found, attribute by attribute.
    pub findings: Vec<Finding>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// What bears it out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceRef>,
    /// When the AI did it, as the row says: known for ever, though the row may be purged. Earlier programs
    /// entered none, and where the time of a row is kept masked there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acted: Option<Moment>,
}

/// Somebody other than the tester signs what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleConfirmed {
    /// Which sample.
    pub sample: SampleRef,
    /// What they signed: a confirmation over the plan, the draw and every test.
    pub statement: SignedStatement,
    /// How many items were tested.
    pub tested: u64,
    /// How many of them are in error.
    pub errors: u64,
}

/// A sample is given up; it stays on the record. Its entry says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleAbandoned {
    /// Which sample.
    pub sample: SampleRef,
}
