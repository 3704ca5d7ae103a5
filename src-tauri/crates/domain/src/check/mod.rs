//! Checks: whether AI selects some segments less than others, whether what it works on has moved, and
//! whether what was promised was done by when.
//!
//! What a check counts is recorded, never what follows from the counts: a rate or an index is worked
//! out again wherever it is shown, and whoever holds the rows can count them again.

mod record;
mod says;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use crate::sample::grouped;
pub use record::{Recording, must_be_apart, must_compare, must_count, record};
pub use says::{
    Says, at_least, drift_says, fairness_says, hundredths, p_words, ratio_words,
    service_level_says, shared_says,
};

use crate::batch::{Field, File};
use crate::chance::Kolmogorov;
use crate::drift::{Drift, drift_of_counts};
use crate::fairness::{self, Fairness, Ratio, Segment, fairness};
use crate::sample::Only;
use crate::service_level::ServiceLevel;
use crate::{BatchRef, CadenceId, CheckRef, ERASED, ItemId, Moment, Text};

/// Segments, groups or categories that a check tells apart, at most: more are no segments.
pub const MOST_SEGMENTS: usize = 40;

/// Rows that a check can have counted, at most: more than any log has.
pub const MOST_COUNTED: u64 = 1 << 40;

/// Rows below which a share moves so much by chance that it says little. A convention of applied
/// statistics, not a law.
pub const FEW_ROWS: u64 = 30;

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "CheckKind")]
pub enum Kind {
    /// Whether segments are selected alike.
    Fairness,
    /// Whether something has moved.
    Drift,
    /// Whether what was promised was done by when.
    ServiceLevel,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Fairness, Self::Drift, Self::ServiceLevel];

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Fairness => "Fairness",
            Self::Drift => "Drift",
            Self::ServiceLevel => "Service level",
        }
    }
}

/// AI actions that a check reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// Of these batches.
    pub batches: Vec<BatchRef>,
    /// From this time on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Moment>,
    /// Before this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Moment>,
    /// Only those that say this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Only>,
}

/// What counts as selected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Picked {
    /// A row that says one of these.
    OneOf {
        /// In which field.
        field: Field,
        /// The words.
        says: Vec<Text>,
    },
    /// A row with a number at least so large.
    AtLeast {
        /// In which field.
        field: Field,
        /// How large.
        value: String,
    },
}

/// What a check asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Asks {
    /// Whether segments are selected alike.
    Fairness {
        /// Of which actions.
        rows: Rows,
        /// What says which segment an action is of.
        by: Field,
        /// What counts as selected.
        picked: Picked,
    },
    /// Whether something has moved.
    Drift {
        /// The baseline.
        before: Rows,
        /// What is held against it.
        now: Rows,
        /// What may have moved.
        of: Field,
        /// What says which segment an action is of, where each is looked at by itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Field>,
    },
    /// Whether what was promised was done by when.
    ServiceLevel {
        /// What was promised, in words.
        what: Text,
        /// The file that says so.
        file: File,
    },
}

impl Asks {
    /// What is checked.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Fairness { .. } => Kind::Fairness,
            Self::Drift { .. } => Kind::Drift,
            Self::ServiceLevel { .. } => Kind::ServiceLevel,
        }
    }

    /// The batches whose rows it reads.
    pub fn batches(&self) -> Vec<BatchRef> {
        let mut batches = match self {
            Self::Fairness { rows, .. } => rows.batches.clone(),
            Self::Drift { before, now, .. } => [before.batches.as_slice(), &now.batches].concat(),
            Self::ServiceLevel { .. } => Vec::new(),
        };
        batches.sort_unstable();
        batches.dedup();
        batches
    }
}

/// How many of a segment there were, and how many of them were selected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentCount {
    /// What its rows say.
    pub name: Text,
    /// Those selected.
    pub selected: u64,
    /// All of it.
    pub all: u64,
}

/// How many rows lay in a bin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BinCount {
    /// The category, or the values from and to.
    pub name: Text,
    /// How many in the baseline.
    pub before: u64,
    /// How many in what is held against it.
    pub now: u64,
}

/// What a two-sample Kolmogorov-Smirnov test came to: it takes every value, so it can't be worked out
/// from the bins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distance {
    /// The largest distance.
    pub most: String,
    /// Its probability, if nothing had moved.
    pub p: String,
    /// Whether that was counted exactly.
    pub exact: bool,
}

/// The bins of all rows, or of one segment's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The segment; none for all rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The bins.
    pub bins: Vec<BinCount>,
    /// The test, where the values are numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance: Option<Distance>,
}

/// What a check counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Found {
    /// The segments.
    Fairness {
        /// By name.
        segments: Vec<SegmentCount>,
        /// Rows that say no segment, or no number where one is asked for.
        left_out: u64,
    },
    /// The bins.
    Drift {
        /// All rows first, then segment by segment.
        groups: Vec<Group>,
        /// Rows that say nothing in the field.
        left_out: u64,
    },
    /// What was kept of what was promised.
    ServiceLevel {
        /// Done by when it was due.
        on_time: u64,
        /// Done later.
        late: u64,
        /// Not done, and past due.
        overdue: u64,
        /// Not due yet.
        waiting: u64,
        /// Rows of the file that could not be read.
        rejected: u64,
    },
}

/// An item of a cadence's checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemOf {
    /// Of which cadence.
    pub cadence: CadenceId,
    /// Which item.
    pub item: ItemId,
}

/// A check was made, and what it counted is on the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckRecorded {
    /// The new reference.
    pub check: CheckRef,
    /// What it asks.
    pub asks: Asks,
    /// What it counted.
    pub found: Found,
    /// The item of a review that it is made for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemOf>,
    /// What follows from it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// What segments come to; none where there is nothing to compare.
pub fn compared(segments: &[SegmentCount]) -> Option<Fairness> {
    fairness(&segments_of(segments)?)
}

/// What the ratios of segments come to, without how likely they are by chance; none where there is
/// nothing to compare.
pub fn ratios(segments: &[SegmentCount]) -> Option<Vec<Ratio>> {
    fairness::ratios(&segments_of(segments)?)
}

/// Segments as they compare; none whose counts no rows can come to.
fn segments_of(segments: &[SegmentCount]) -> Option<Vec<Segment>> {
    within(segments.iter().map(|one| one.all))?;
    let sound = segments.iter().all(|one| one.selected <= one.all);
    let segments = segments
        .iter()
        .map(|one| Segment { name: said(&one.name), selected: one.selected, all: one.all })
        .collect();
    sound.then_some(segments)
}

/// The sum of counts; none where it is more than rows can be.
fn within(counts: impl IntoIterator<Item = u64>) -> Option<u64> {
    let sum = counts.into_iter().try_fold(0, u64::checked_add)?;
    (sum <= MOST_COUNTED).then_some(sum)
}

/// How far the bins of a group have moved; none where one side is empty.
pub fn moved(group: &Group) -> Option<Drift> {
    within(group.bins.iter().flat_map(|bin| [bin.before, bin.now]))?;
    let counts = group.bins.iter().map(|bin| (said(&bin.name), (bin.before, bin.now))).collect();
    let test = group.distance.as_ref().and_then(|one| {
        let (distance, p) = (one.most.parse().ok()?, one.p.parse().ok()?);
        Some(Kolmogorov { distance, p, exact: one.exact })
    });
    drift_of_counts(counts, test)
}

/// On which side of a check of drift a segment has values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// On both, or on neither.
    Alike,
    /// In the baseline alone: it is gone.
    Before,
    /// In what is held against it alone: it is new.
    Now,
}

/// On which side a group has values. One that has them on one alone has no index.
pub fn sides(group: &Group) -> Sides {
    let has = |pick: fn(&BinCount) -> u64| group.bins.iter().any(|bin| pick(bin) > 0);
    match (has(|bin| bin.before), has(|bin| bin.now)) {
        (true, false) => Sides::Before,
        (false, true) => Sides::Now,
        (true, true) | (false, false) => Sides::Alike,
    }
}

/// Whether rows stand on both sides of a check of drift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// None does, as far as batches, days and columns tell.
    None,
    /// All of one side that lie in the other’s days do.
    Some,
    /// Each side is picked by another column, so that cannot be told from what was asked.
    Unknown,
}

/// Whether `before` and `now` have rows in common.
pub fn shared(before: &Rows, now: &Rows) -> Shared {
    let batch = before.batches.iter().any(|batch| now.batches.contains(batch));
    let ends_by = |one: &Rows, other: &Rows| {
        one.to.is_some_and(|to| other.from.is_some_and(|from| to <= from))
    };
    if !batch || ends_by(before, now) || ends_by(now, before) {
        return Shared::None;
    }
    match (&before.only, &now.only) {
        (Some(one), Some(other)) if one.field != other.field => Shared::Unknown,
        (Some(one), Some(other)) if one.says != other.says => Shared::None,
        (Some(_) | None, Some(_) | None) => Shared::Some,
    }
}

impl Found {
    /// Of which kind of check it is.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Fairness { .. } => Kind::Fairness,
            Self::Drift { .. } => Kind::Drift,
            Self::ServiceLevel { .. } => Kind::ServiceLevel,
        }
    }

    /// How many rows its counts come to; none where they are more than rows can be, or more were
    /// selected than there are.
    pub fn rows(&self) -> Option<u64> {
        match self {
            Self::Fairness { segments, left_out } => {
                let sound = segments.iter().all(|one| one.selected <= one.all);
                within(segments.iter().map(|one| one.all).chain([*left_out])).filter(|_| sound)
            }
            Self::Drift { groups, left_out } => {
                let rows =
                    |group: &Group| within(group.bins.iter().flat_map(|bin| [bin.before, bin.now]));
                let all: Option<Vec<u64>> = groups.iter().map(rows).collect();
                // All rows come first; those of segments are among them.
                within([all?.into_iter().max().unwrap_or(0), *left_out])
            }
            Self::ServiceLevel { on_time, late, overdue, waiting, rejected } => {
                within([*on_time, *late, *overdue, *waiting, *rejected])
            }
        }
    }

    /// What was kept, for a check of a service level.
    pub const fn level(&self) -> Option<ServiceLevel> {
        match *self {
            Self::ServiceLevel { on_time, late, overdue, waiting, .. } => {
                Some(ServiceLevel { on_time, late, overdue, waiting })
            }
            Self::Fairness { .. } | Self::Drift { .. } => None,
        }
    }
}

fn said(name: &Text) -> String {
    name.words().unwrap_or(ERASED).to_owned()
}
