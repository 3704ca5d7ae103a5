//! Samples that an item of a review reads: drawn and tested before the call.

use domain::batch::Field;
use domain::cadence::ChecklistItem;
use domain::sample::{RISK, Sample, Size, Stage, grouped};
use domain::{ItemId, Moment, ReviewRef};
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use crate::Problem;
use crate::erased::or_erased;
use crate::people::Names;
use crate::problem::amid;

/// The sample that an item reads in the call.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ItemSample {
    /// What it is a sample of, as a plan begins.
    pub title: String,
    /// How many it asks for.
    pub size: Size,
    /// Whether it asks for messages that were sent to people outside, and for no other actions.
    pub of_messages: bool,
    /// Whether one of those rows that it asks for, as large as it asks for, is tested whole.
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
    /// How many rows of which are drawn, and of which batch: `10 of 248 rows of BAT-0003 (Sequencer), those
    /// whose kind of action is “send”`.
    pub of: String,
    /// The batch.
    pub batch: String,
    /// Who tests it, by name.
    pub tester: String,
    /// Whose signature draws it, by name; none in plans of before reviewers were named.
    pub reviewer: Option<String>,
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

impl Asked {
    /// Whether a sample is what is asked for, tested whole: so many of its rows were drawn, and what is
    /// asked of all actions was drawn from all of them.
    fn is_met_by(self, sample: &Sample, now: Moment) -> bool {
        let population = &sample.plan.population;
        let of_these = match self {
            Self::Ten => population.only.is_none(),
            Self::Outbound => true,
        };
        let drawn = sample.draw.as_ref().map_or(0, |draw| draw.rows.len() as u64);
        of_these
            && drawn >= self.size().of(population.rows, RISK)
            && matches!(sample.stage(now), Stage::Tested | Stage::Confirmed)
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
    let ready = samples.iter().any(|one| asked.is_met_by(one, now));
    let names = Names::of(view)?;
    let rows = samples.into_iter().map(|one| row(view, &names, one, now));
    Ok(Some(ItemSample {
        title: asked.title().to_owned(),
        size: asked.size(),
        of_messages: asked == Asked::Outbound,
        ready,
        rows: rows.collect::<Result<_, _>>()?,
    }))
}

fn row(
    view: &View<'_>,
    names: &Names,
    sample: &Sample,
    now: Moment,
) -> Result<ItemSampleRow, Problem> {
    let in_error = sample.tests.iter().filter(|(_, test)| test.is_error());
    let reviewer = sample.plan.reviewer.as_ref();
    Ok(ItemSampleRow {
        sample: sample.reference().to_string(),
        title: sample.plan.title.words().map(str::to_owned),
        of: of(view, sample)?,
        tester: names.person(sample.tester()),
        reviewer: reviewer.map(|reviewer| names.person(reviewer.person)),
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
    })
}

/// How many rows of which it draws.
fn of(view: &View<'_>, sample: &Sample) -> Result<String, Problem> {
    let population = &sample.plan.population;
    let drawn = sample.draw.as_ref().map_or(sample.planned_rows(), |draw| draw.rows.len() as u64);
    let batch = view.batch(population.batch)?;
    let source = batch.as_ref().and_then(|batch| batch.import.origin.source.words());
    let source = source.map(|source| format!(" ({source})")).unwrap_or_default();
    let only = population.only.as_ref().map(|only| {
        let field = Field::named(&only.field).map_or(only.field.as_str(), |field| field.words());
        let says = or_erased(only.says.words());
        format!(", those whose {} is “{says}”", amid(field))
    });
    let (rows, batch) = (grouped(population.rows), population.batch);
    let only = only.unwrap_or_default();
    Ok(format!("{} of {rows} rows of {batch}{source}{only}", grouped(drawn)))
}
