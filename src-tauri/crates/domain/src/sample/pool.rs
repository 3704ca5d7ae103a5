//! What of a workflow's samples counts together.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Duration};

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
    /// What is known of when actions were done whose tests do not say so.
    pub undated: Undated,
}

/// What is known of when actions were done whose tests do not say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undated {
    /// What their rows say, by number. Where a row is gone, no more than when the batch began and ended.
    ByRow(BTreeMap<u64, Moment>),
    /// They stood for every week that their batch touches, however old they were: what was decided
    /// while they counted so stays as lawful as it was.
    ByBatch,
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

/// An item that was found right.
#[derive(Clone, Copy)]
struct Right {
    row: u64,
    /// The earliest and the latest that the AI can have done it; none where nothing is known.
    acted: Option<(Moment, Moment)>,
}

/// What of these samples counts together: actions of the last [`WEEKS`] that were found right, and all
/// that was found in error, however old. A row that two samples drew counts once, and is in error
/// where either found it so. Of batches that may hold the same
/// actions, the clean items of one count: that with the most. What an extension found right does not
/// count: it was drawn because errors were found.
pub fn pool(samples: &[Pooling<'_>], now: Moment) -> Together {
    let clean: Vec<(&Pooling<'_>, Vec<Right>)> = samples
        .iter()
        .filter(|one| may_be_clean(one.sample, one.whole, now))
        .map(|one| (one, right(one, now)))
        .collect();
    let kept = apart(&clean);
    let mut items: BTreeMap<(BatchRef, u64), bool> = BTreeMap::new();
    let mut of: BTreeSet<SampleRef> = BTreeSet::new();
    let mut weeks = BTreeSet::new();
    for (one, rows) in clean.iter().filter(|(one, _)| kept.contains(&one.batch.batch)) {
        for right in rows {
            weeks.extend(one.weeks(right));
            items.insert((one.batch.batch, right.row), false);
        }
        if !rows.is_empty() {
            of.insert(one.sample.reference());
        }
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
        weeks: among_the_last(&weeks, now),
    }
}

impl Pooling<'_> {
    /// When the AI did what an item is of.
    fn acted(&self, row: u64, test: &Test) -> Option<(Moment, Moment)> {
        let said = test.acted.or_else(|| match &self.undated {
            Undated::ByRow(rows) => rows.get(&row).copied(),
            Undated::ByBatch => None,
        });
        said.map(|at| (at, at)).or(self.batch.span)
    }

    /// Whether an item is young enough to count at `now`; of one that may be too old that is not known.
    fn is_young(&self, test: &Test, acted: Option<(Moment, Moment)>, now: Moment) -> bool {
        let since = now.plus(-Duration::weeks(WEEKS));
        match (&self.undated, test.acted) {
            (Undated::ByBatch, None) => true,
            (Undated::ByBatch, Some(_)) | (Undated::ByRow(_), _) => {
                acted.is_some_and(|(earliest, _)| earliest >= since)
            }
        }
    }

    /// The weeks that an item speaks for: its own, where it is known.
    fn weeks(&self, right: &Right) -> Vec<i64> {
        let Some((earliest, latest)) = right.acted else { return Vec::new() };
        let weeks = week(earliest)..=week(latest);
        match self.undated {
            Undated::ByBatch => weeks.collect(),
            Undated::ByRow(_) if weeks.start() == weeks.end() => weeks.collect(),
            Undated::ByRow(_) => Vec::new(),
        }
    }
}

/// How many of these are among the last weeks before `now`, and the one it lies in.
fn among_the_last(weeks: &BTreeSet<i64>, now: Moment) -> u64 {
    let this = week(now);
    let late = weeks.range(this - WEEKS..=this).count() as u64;
    late.min(WEEKS.unsigned_abs())
}

/// Weeks since a Monday long ago.
fn week(moment: Moment) -> i64 {
    (i64::from(moment.utc().date_naive().num_days_from_ce()) - 1).div_euclid(7)
}

/// The items of the first draw that were found right, as far as they are young enough to count.
fn right(one: &Pooling<'_>, now: Moment) -> Vec<Right> {
    let sample = one.sample;
    let first = usize::try_from(sample.planned_rows()).unwrap_or(usize::MAX);
    let drawn = sample.draw.iter().flat_map(|draw| draw.rows.iter().take(first));
    let right = |row: u64| {
        let test = sample.tests.get(&row).filter(|test| test.is_right())?;
        let acted = one.acted(row, test);
        one.is_young(test, acted, now).then_some(Right { row, acted })
    };
    drawn.filter_map(|(row, _)| right(*row)).collect()
}

/// Batches no two of which may hold the same actions, those with more clean items first.
fn apart(clean: &[(&Pooling<'_>, Vec<Right>)]) -> Vec<BatchRef> {
    let mut rows: BTreeMap<BatchRef, (&Known, BTreeSet<u64>)> = BTreeMap::new();
    for (one, right) in clean {
        let rows = &mut rows.entry(one.batch.batch).or_insert((&one.batch, BTreeSet::new())).1;
        rows.extend(right.iter().map(|right| right.row));
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
