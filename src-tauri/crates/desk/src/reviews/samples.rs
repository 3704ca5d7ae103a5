//! Samples that an item of a review reads: drawn and tested before the call.

use domain::cadence::ChecklistItem;
use domain::sample::{Sample, Size, Stage};
use domain::{ItemId, Moment, ReviewRef};
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use crate::Problem;

/// The sample that an item reads in the call.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ItemSample {
    /// What it is a sample of, as a plan begins.
    pub title: String,
    /// How many it asks for.
    pub size: Size,
    /// Whether one that was drawn for it is tested whole.
    pub ready: bool,
    /// Those planned for it, also those given up.
    pub rows: Vec<ItemSampleRow>,
}

/// A sample that was planned for an item.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ItemSampleRow {
    /// Reference.
    pub sample: String,
    /// What it is a sample of; none once erased.
    pub title: Option<String>,
    /// The batch its rows are of.
    pub batch: String,
    /// How far it is.
    pub stage: Stage,
    /// Rows drawn.
    pub drawn: u64,
    /// Rows tested.
    pub tested: u64,
    /// Rows in error.
    pub errors: u64,
    /// What it proves, once every item is tested.
    pub says: Option<String>,
    /// The rows in error, with what is wrong.
    pub doubtful: Vec<DoubtfulRow>,
}

/// A row in error.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DoubtfulRow {
    /// Its number in the batch.
    pub row: u64,
    /// What is wrong; none once erased.
    pub note: Option<String>,
}

/// How much an item reads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// Ten AI actions.
    Ten,
    /// A tenth of outbound mail.
    Outbound,
}

impl Asked {
    pub(super) const ALL: [Self; 2] = [Self::Ten, Self::Outbound];

    /// The figure beside an item that reads one.
    pub(super) const fn figure(self) -> &'static str {
        match self {
            Self::Ten => "samples.ten",
            Self::Outbound => "samples.outbound",
        }
    }

    const fn size(self) -> Size {
        match self {
            Self::Ten => Size::Number { rows: 10 },
            Self::Outbound => Size::Percent { percent: 10 },
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Ten => "AI actions of the week",
            Self::Outbound => "Outbound emails",
        }
    }
}

/// The samples that were planned for an item of a review, also those given up.
pub(super) fn drawn_for<'a>(
    all: &'a [Sample],
    review: &ReviewRef,
    item: &ItemId,
) -> Vec<&'a Sample> {
    let here = |one: &&Sample| {
        one.plan.review.as_ref() == Some(review) && one.plan.item.as_ref() == Some(item)
    };
    all.iter().filter(here).collect()
}

/// How far they are, as a figure shows it: `1 of 10 in error, SMP-0009`.
pub(super) fn in_short(samples: &[&Sample], now: Moment) -> String {
    let stands = |one: &&&Sample| !matches!(one.stage(now), Stage::Abandoned | Stage::Lapsed);
    let standing: Vec<&&Sample> = samples.iter().filter(stands).collect();
    let Some(last) = standing.last() else { return "Not drawn".to_owned() };
    let (mut drawn, mut tested, mut errors) = (0, 0, 0);
    for one in &standing {
        drawn += one.draw.as_ref().map_or(0, |draw| draw.rows.len());
        tested += one.tests.len();
        errors += usize::try_from(one.errors()).unwrap_or(usize::MAX);
    }
    let says = match (drawn, tested) {
        (0, _) => "Planned, not drawn".to_owned(),
        (drawn, tested) if tested < drawn => format!("{tested} of {drawn} tested"),
        (drawn, _) => format!("{errors} of {drawn} in error"),
    };
    format!("{says}, {}", last.reference())
}

/// What an item reads, where it reads a sample.
pub(super) fn item_sample(
    view: &View<'_>,
    review: &ReviewRef,
    item: &ChecklistItem,
    now: Moment,
) -> Result<Option<ItemSample>, Problem> {
    let wants = |asked: &Asked| item.figures.iter().any(|one| one.as_str() == asked.figure());
    let Some(asked) = Asked::ALL.into_iter().find(wants) else { return Ok(None) };
    let all = view.samples()?;
    let samples = drawn_for(&all, review, &item.item);
    let ready =
        samples.iter().any(|one| matches!(one.stage(now), Stage::Tested | Stage::Confirmed));
    Ok(Some(ItemSample {
        title: asked.title().to_owned(),
        size: asked.size(),
        ready,
        rows: samples.into_iter().map(|one| row(one, now)).collect(),
    }))
}

fn row(sample: &Sample, now: Moment) -> ItemSampleRow {
    let in_error = sample.tests.iter().filter(|(_, test)| test.is_error());
    ItemSampleRow {
        sample: sample.reference().to_string(),
        title: sample.plan.title.words().map(str::to_owned),
        batch: sample.plan.population.batch.to_string(),
        stage: sample.stage(now),
        drawn: sample.draw.as_ref().map_or(0, |draw| draw.rows.len() as u64),
        tested: sample.tests.len() as u64,
        errors: sample.errors(),
        says: sample.says(),
        doubtful: in_error
            .map(|(row, test)| DoubtfulRow {
                row: *row,
                note: test.note.as_ref().and_then(|note| note.words()).map(str::to_owned),
            })
            .collect(),
    }
}
