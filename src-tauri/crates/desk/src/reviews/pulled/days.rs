//! Of which days of a period each source of logs has rows, over all its batches.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::Moment;
use domain::batch::{Completeness, Gap};
use domain::metric::derived::Stretch;
use report::{counted, grouped};
use store::tables::batch::Batch;

use crate::erased::or_erased;
use crate::when::just_before;

/// How many runs of days without a row are told one by one: the longest.
const TOLD: usize = 3;

/// The days of a source.
pub(super) struct Days {
    /// What it is called.
    pub(super) source: String,
    /// How many days the period has, or has had so far.
    all: usize,
    /// On how many of them there is a row.
    with: usize,
    /// The days without one, by run.
    pub(super) missing: Vec<Gap>,
    /// Whether a batch has more gaps than its entry lists, so that there may be fewer days with a row.
    pub(super) roughly: bool,
}

impl Days {
    /// "41 of 92 days".
    pub(super) fn covered(&self) -> String {
        let most = if self.roughly { "at most " } else { "" };
        let days = counted(self.all, "day", "days");
        format!("{most}{} of {days}", grouped(self.with as u64))
    }

    /// "2026-10-01 to 2026-11-11, 2026-11-14, and 4 more".
    pub(super) fn gaps(&self) -> String {
        let mut longest = self.missing.clone();
        longest.sort_by_key(|gap| std::cmp::Reverse(gap.days()));
        let more = longest.len().saturating_sub(TOLD);
        longest.truncate(TOLD);
        longest.sort_unstable();
        let told = longest.iter().map(|gap| match gap.from == gap.to {
            true => gap.from.to_string(),
            false => format!("{} to {}", gap.from, gap.to),
        });
        let more = (more > 0).then(|| format!("and {} more", grouped(more as u64)));
        told.chain(more).collect::<Vec<_>>().join(", ")
    }
}

/// The days of `stretch` up to `now`, of each source in the order of their names.
pub(super) fn of_sources(logs: &[Batch], stretch: Stretch, now: Moment, zone: Tz) -> Vec<Days> {
    let day = |at: Moment| at.in_zone(zone).date_naive();
    let last = just_before(stretch.until).min(now);
    let period = run(day(stretch.from), day(last));
    let mut by: BTreeMap<String, Vec<&Completeness>> = BTreeMap::new();
    for log in logs {
        let source = log.import.origin.source.words().map(str::to_owned);
        by.entry(or_erased(source.as_ref())).or_default().push(&log.import.completeness);
    }
    let days = by.into_iter().map(|(source, batches)| {
        let with: BTreeSet<NaiveDate> = batches.iter().flat_map(|one| with(one, &day)).collect();
        let without: Vec<NaiveDate> =
            period.iter().copied().filter(|day| !with.contains(day)).collect();
        Days {
            source,
            all: period.len(),
            with: period.len() - without.len(),
            missing: runs(&without),
            roughly: batches.iter().any(|one| one.empty_days > listed(one)),
        }
    });
    days.collect()
}

/// The days on which a batch has a row, as far as its entry tells.
fn with(batch: &Completeness, day: &impl Fn(Moment) -> NaiveDate) -> Vec<NaiveDate> {
    let Some((first, last)) = batch.first.zip(batch.last) else { return Vec::new() };
    let mut days = run(day(first), day(last));
    days.retain(|day| !batch.gaps.iter().any(|gap| gap.from <= *day && *day <= gap.to));
    days
}

fn listed(batch: &Completeness) -> u64 {
    batch.gaps.iter().map(Gap::days).sum()
}

fn run(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    first.iter_days().take_while(|day| *day <= last).collect()
}

fn runs(days: &[NaiveDate]) -> Vec<Gap> {
    let mut runs: Vec<Gap> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some(run) if run.to.succ_opt() == Some(*day) => run.to = *day,
            Some(_) | None => runs.push(Gap { from: *day, to: *day }),
        }
    }
    runs
}
