//! What of a workflow's samples counts together.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::{Method, Sample, Stage, Stratum, Test};
use crate::batch::Known;
use crate::text::fold;
use crate::{BatchRef, Moment, SampleRef};

/// A sample of a workflow, to be counted with others of it.
#[derive(Clone, Debug)]
pub struct Pooling<'a> {
    /// The sample.
    pub sample: &'a Sample,
    /// The batch it is of.
    pub batch: Known,
    /// Whether it is of all that the workflow did in that batch, and of no chosen part.
    pub whole: bool,
}

/// Weeks whose samples count together.
pub const WEEKS: i64 = 13;

/// In so many of them there are to be actions that were sampled, before they speak for a workflow over
/// that time: one may fall to a holiday.
pub const WEEKS_SAMPLED: u64 = 12;

/// What samples come to together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// Their items.
    pub items: Stratum,
    /// The samples they are of.
    pub samples: Vec<SampleRef>,
    /// In how many of the last [`WEEKS`] there are actions that clean items speak for.
    pub weeks: u64,
}

/// Whether anything of a sample counts at `now`. What was found in error counts at once, whichever way
/// it was drawn, and goes on to where the sample was given up: otherwise a sample that finds errors
/// would be given up, or never confirmed.
pub fn counts(sample: &Sample, whole: bool, now: Moment) -> bool {
    sample.errors() > 0 || may_be_clean(sample, whole, now)
}

/// What was found right speaks for the workflow once it is confirmed, in a simple draw from all of it.
fn may_be_clean(sample: &Sample, whole: bool, now: Moment) -> bool {
    whole && sample.plan.method == Method::Simple && sample.stage(now) == Stage::Confirmed
}

/// What of these samples counts together. A row that two samples drew counts once, and is in error
/// where either found it so. Of batches that may hold the same
/// actions, the clean items of one count: that with the most. What an extension found right does not
/// count: it was drawn because errors were found.
pub fn pool(samples: &[Pooling<'_>], now: Moment) -> Together {
    let clean: Vec<(&Pooling<'_>, Vec<u64>)> = samples
        .iter()
        .filter(|one| may_be_clean(one.sample, one.whole, now))
        .map(|one| (one, right(one.sample)))
        .collect();
    let kept = apart(&clean);
    let mut items: BTreeMap<(BatchRef, u64), bool> = BTreeMap::new();
    let mut of: BTreeSet<SampleRef> = BTreeSet::new();
    let mut spans = Vec::new();
    for (one, rows) in clean.iter().filter(|(one, _)| kept.contains(&one.batch.batch)) {
        spans.extend(one.batch.span.filter(|_| !rows.is_empty()));
        of.insert(one.sample.reference());
        items.extend(rows.iter().map(|row| ((one.batch.batch, *row), false)));
    }
    for one in samples.iter().filter(|one| one.sample.errors() > 0) {
        of.insert(one.sample.reference());
        let wrong = one.sample.tests.iter().filter(|(_, test)| test.is_error());
        items.extend(wrong.map(|(row, _)| ((one.batch.batch, *row), true)));
    }
    let errors = items.values().filter(|error| **error).count() as u64;
    let tested = items.len() as u64;
    Together {
        items: Stratum { rows: tested, drawn: tested, errors },
        samples: of.into_iter().collect(),
        weeks: weeks(&spans, now),
    }
}

/// In how many of the last weeks before `now`, and the one it lies in, these spans have a day.
fn weeks(spans: &[(Moment, Moment)], now: Moment) -> u64 {
    let this = week(now);
    let spans: Vec<_> = spans.iter().map(|(from, to)| week(*from)..=week(*to)).collect();
    let touched = |asked: &i64| spans.iter().any(|span| span.contains(asked));
    let weeks = (this - WEEKS..=this).filter(touched).count() as u64;
    weeks.min(WEEKS.unsigned_abs())
}

/// Weeks since a Monday long ago.
fn week(moment: Moment) -> i64 {
    (i64::from(moment.utc().date_naive().num_days_from_ce()) - 1).div_euclid(7)
}

/// The rows of the first draw that were found right.
fn right(sample: &Sample) -> Vec<u64> {
    let first = usize::try_from(sample.planned_rows()).unwrap_or(usize::MAX);
    let drawn = sample.draw.iter().flat_map(|draw| draw.rows.iter().take(first));
    let right = |row: &u64| sample.tests.get(row).is_some_and(Test::is_right);
    drawn.map(|(row, _)| *row).filter(right).collect()
}

/// Batches no two of which may hold the same actions, those with more clean items first.
fn apart(clean: &[(&Pooling<'_>, Vec<u64>)]) -> Vec<BatchRef> {
    let mut rows: BTreeMap<BatchRef, (&Known, BTreeSet<u64>)> = BTreeMap::new();
    for (one, right) in clean {
        rows.entry(one.batch.batch).or_insert((&one.batch, BTreeSet::new())).1.extend(right);
    }
    let mut by_size: Vec<(&Known, BTreeSet<u64>)> = rows.into_values().collect();
    by_size.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
    let mut kept: Vec<&Known> = Vec::new();
    for (batch, _) in by_size {
        if !kept.iter().any(|other| may_share(batch, other)) {
            kept.push(batch);
        }
    }
    kept.iter().map(|batch| batch.batch).collect()
}

/// Whether the same action may be in both: their times meet, and nothing says that they come from two
/// systems. What is not known of a batch is no proof of either.
fn may_share(one: &Known, other: &Known) -> bool {
    let meet = one.span.zip(other.span).is_none_or(|(a, b)| a.0 <= b.1 && b.0 <= a.1);
    let sources = one.source.as_deref().zip(other.source.as_deref());
    meet && sources.is_none_or(|(one, other)| fold(one) == fold(other))
}
