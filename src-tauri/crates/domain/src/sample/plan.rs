//! Planning a sample.

use chrono::Duration;

use super::{Attribute, Extension, Layer, Method, Only, Population, Reviewer, Size, allotted};
use super::{SamplePlanned, risk, testers, total};
use crate::batch::Field;
use crate::people::{Standing, entitled};
use crate::refusal::{NAME_LIMIT, reasoned, required};
use crate::{BatchRef, Event, ItemId, Moment, PersonRef, Refusal, ReviewRef, SampleRef, Text};

/// Days in which a reviewer can be reached, and after which the plan lapses.
pub const SEED_DAYS: i64 = 14;

/// The most rows a sample takes: more than anybody tests, and not what fills an entry.
pub const MOST_ROWS: u64 = 20_000;

/// The most strata rows are divided into. What a stratified draw proves is worked out over all of them at
/// once, again and again, wherever it is shown.
pub const MOST_STRATA: usize = 500;

/// The rows to draw from, as they were counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The batch.
    pub batch: BatchRef,
    /// Whether its rows are gone.
    pub purged: bool,
    /// Base64 of the root over its rows.
    pub root: String,
    /// Only the rows that say this.
    pub only: Option<Only>,
    /// What divides them.
    pub strata_by: Option<String>,
    /// The strata and how many rows each has; one for all where nothing divides them.
    pub strata: Vec<(Option<String>, u64)>,
}

/// A plan as it is asked for.
#[derive(Clone, Debug)]
pub struct Planning<'a> {
    /// Its reference.
    pub sample: SampleRef,
    /// What it is a sample of.
    pub title: &'a str,
    /// What is drawn from.
    pub counted: Counted,
    /// How.
    pub method: Method,
    /// How many.
    pub size: Size,
    /// What is tested; all where none is named.
    pub attributes: Vec<Attribute>,
    /// When more are drawn.
    pub extension: Option<Extension>,
    /// The review it is for.
    pub review: Option<ReviewRef>,
    /// The item of it that reads the sample.
    pub item: Option<ItemId>,
    /// Who reviews it; none in plans of before reviewers were named.
    pub reviewer: Option<Reviewer>,
    /// Why.
    pub why: &'a str,
}

/// Plans a sample: how many rows each stratum gives is settled here, before anybody can know which.
pub fn plan(
    standing: &Standing,
    by: PersonRef,
    planning: Planning<'_>,
    now: Moment,
) -> Result<Event, Refusal> {
    entitled(standing, by, "planning a sample", &testers())?;
    reasoned("planning a sample", planning.why)?;
    Ok(comes_to(planning, now)?.into())
}

/// What a plan of `now` comes to over the rows that were counted. Whoever signs or judges a plan that
/// somebody else's program entered holds it against this.
pub fn comes_to(planning: Planning<'_>, now: Moment) -> Result<SamplePlanned, Refusal> {
    let Planning { sample, counted, method, size, extension, review, item, reviewer, .. } =
        planning;
    if counted.purged {
        return Err(Refusal::SampleOfPurged { batch: counted.batch });
    }
    check_size(size)?;
    if let Some(Extension { errors, rows }) = extension
        && (errors == 0 || rows == 0)
    {
        return Err(Refusal::SampleSize { asked: 0 });
    }
    if extension.is_some() && method == Method::EveryKth {
        return Err(Refusal::SampleNotExtended { sample });
    }
    let by = counted.strata_by.as_deref().filter(|_| method == Method::Stratified);
    for field in counted.only.iter().map(|only| only.field.as_str()).chain(by) {
        must_divide(field)?;
    }
    must_be_few_strata(counted.strata.len())?;
    let population = total(counted.strata.iter().map(|(_, rows)| *rows));
    if population == 0 {
        return Err(Refusal::SampleOfNothing { batch: counted.batch });
    }
    let take = size.of(population, risk(extension));
    let sizes: Vec<u64> = counted.strata.iter().map(|(_, rows)| *rows).collect();
    let takes = match method {
        Method::Stratified => allotted(take, &sizes),
        Method::Simple | Method::EveryKth => vec![take],
    };
    let most = total(takes.iter().copied());
    must_be_few(most)?;
    let layers = counted.strata.into_iter().zip(takes);
    let strata = layers
        .map(|((name, rows), take)| Layer { name: name.map(Text::new), rows, take })
        .collect();
    let attributes = match planning.attributes.is_empty() {
        true => Attribute::ALL.to_vec(),
        false => Attribute::ALL
            .into_iter()
            .filter(|attribute| planning.attributes.contains(attribute))
            .collect(),
    };
    Ok(SamplePlanned {
        sample,
        title: required("what it is a sample of", planning.title, NAME_LIMIT)?,
        population: Population {
            batch: counted.batch,
            rows: population,
            root: counted.root,
            only: counted.only,
            strata_by: counted.strata_by.filter(|_| method == Method::Stratified),
            strata,
        },
        method,
        size,
        attributes,
        extension,
        review,
        item,
        until: now.plus(Duration::days(SEED_DAYS)),
        reviewer,
    })
}

/// Refuses more rows than a sample takes. Whoever draws from a plan that somebody else's program entered
/// asks before any row is read.
pub fn must_be_few(rows: u64) -> Result<(), Refusal> {
    if rows > MOST_ROWS {
        return Err(Refusal::SampleTooLarge { rows, most: MOST_ROWS });
    }
    Ok(())
}

/// Refuses more strata than rows are divided into, before anything is worked out over them.
pub fn must_be_few_strata(strata: usize) -> Result<(), Refusal> {
    if strata > MOST_STRATA {
        return Err(Refusal::SampleManyStrata { strata, most: MOST_STRATA });
    }
    Ok(())
}

/// Refuses a field that rows are not chosen or divided by: one that is different in every row would
/// name the rows to draw.
pub fn must_divide(field: &str) -> Result<(), Refusal> {
    // What the log has no column for is told where its columns are read.
    match Field::named(field).is_none_or(Field::divides) {
        true => Ok(()),
        false => Err(Refusal::SampleField { field: field.to_owned() }),
    }
}

fn check_size(size: Size) -> Result<(), Refusal> {
    let (asked, holds) = match size {
        Size::Number { rows } => (rows, rows >= 1),
        Size::Percent { percent } => (percent, (1..=100).contains(&percent)),
        Size::Guidance { below_percent } => (below_percent, (1..=50).contains(&below_percent)),
    };
    if holds { Ok(()) } else { Err(Refusal::SampleSize { asked }) }
}
