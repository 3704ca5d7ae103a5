//! Sampled items, as they were tested: how many in a period, and how many of them were in error.

use std::collections::BTreeMap;

use domain::metric::Tally;
use domain::metric::derived::Stretch;
use domain::sample::{Sample, is_error};
use domain::{BatchRef, Moment, SampleRef, WorkflowRef};
use store::View;

use crate::Problem;
use crate::samples::{Whose, whose};

/// A test of an item.
pub(super) struct Checked {
    sample: SampleRef,
    batch: BatchRef,
    row: u64,
    at: Moment,
    wrong: bool,
    /// The workflow it is surely of.
    of: Option<WorkflowRef>,
    /// Those it may be of, where a name was erased.
    may_be: Vec<WorkflowRef>,
}

/// Every test on record, in order: what was found stays found where the sample was given up.
pub(super) fn checked(view: &View<'_>) -> Result<Vec<Checked>, Problem> {
    let samples: BTreeMap<SampleRef, Sample> =
        view.samples()?.into_iter().map(|sample| (sample.reference(), sample)).collect();
    let mut owners: BTreeMap<SampleRef, (Option<WorkflowRef>, Vec<WorkflowRef>)> = BTreeMap::new();
    for sample in samples.values().filter(|sample| !sample.tests.is_empty()) {
        let owner = match whose(view, sample)? {
            Whose::One(workflow) => (Some(workflow), Vec::new()),
            Whose::OneOf(may_be) => (None, may_be),
            Whose::Many => (None, Vec::new()),
        };
        owners.insert(sample.reference(), owner);
    }
    let mut all = Vec::new();
    for (entered, test) in view.samples_tested()? {
        let Some(sample) = samples.get(&test.sample) else { continue };
        let (of, may_be) = owners.get(&test.sample).cloned().unwrap_or_default();
        all.push(Checked {
            sample: test.sample,
            batch: sample.plan.population.batch,
            row: test.row,
            at: entered.at,
            wrong: is_error(&test.findings),
            of,
            may_be,
        });
    }
    Ok(all)
}

/// Items in error of those tested in `stretch`, of the workflows `of` or of all where none is named. A
/// row counts once, by what was found in it last, and is in error where any sample that drew it found
/// it so; what was tested again later counts then again, so that a period that is over never changes.
/// Errors in what may be of a workflow count against it; what was found right there does not count for it.
pub(super) fn in_error(checked: &[Checked], of: &[WorkflowRef], stretch: Stretch) -> Option<Tally> {
    let mut last: BTreeMap<(BatchRef, u64, SampleRef), bool> = BTreeMap::new();
    for one in checked.iter().filter(|one| stretch.holds(one.at) && one.counts(of)) {
        last.insert((one.batch, one.row, one.sample), one.wrong);
    }
    let mut items: BTreeMap<(BatchRef, u64), bool> = BTreeMap::new();
    for ((batch, row, _), wrong) in last {
        *items.entry((batch, row)).or_default() |= wrong;
    }
    let wrong = items.values().filter(|wrong| **wrong).count();
    (!items.is_empty()).then_some(Tally { of: wrong, all: items.len() })
}

impl Checked {
    fn counts(&self, of: &[WorkflowRef]) -> bool {
        let may_be = || self.wrong && self.may_be.iter().any(|one| of.contains(one));
        of.is_empty() || self.of.is_some_and(|one| of.contains(&one)) || may_be()
    }
}
