//! Since when a rule does not hold.

use std::borrow::Borrow;

use chrono::NaiveDate;

use super::{Among, Broken, Rule, Settings, of_workflow, whole};
use crate::raci::Matrix;
use crate::workflow::Workflow;

/// Something as it stood since an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version<T> {
    /// What stood.
    pub what: T,
    /// The entry that made it so.
    pub entry: u64,
    /// The day of that entry, in the workspace's zone.
    pub on: NaiveDate,
}

/// Since when something is so: an entry made it so, or a day came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// The day.
    pub on: NaiveDate,
    /// The entry; none where no entry made it so.
    pub entry: Option<u64>,
}

impl Since {
    /// A day that came.
    pub fn day(on: NaiveDate) -> Self {
        Self { on, entry: None }
    }

    /// The later of two: what takes both is so since the second.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if (other.on, other.entry) > (self.on, self.entry) { other } else { self }
    }
}

/// Since when `broken` is so of a workflow, given its versions, newest first: since the oldest in an
/// unbroken row of versions that broke the same rule. Who holds which role is taken as it is now;
/// what `broken` names counts where it is later.
pub fn workflow_since<W: Borrow<Workflow>>(
    among: &Among,
    versions: &[Version<W>],
    broken: &Broken,
) -> Option<Since> {
    let was = |version: &&Version<W>| {
        of_workflow(among, version.what.borrow()).iter().any(|other| other.is_same(broken))
    };
    later(versions.iter().take_while(was).last(), broken)
}

/// The same of a RACI matrix.
pub fn matrix_since(among: &Among, versions: &[Version<Matrix>], broken: &Broken) -> Option<Since> {
    let was = |version: &&Version<Matrix>| {
        whole::of_matrix(among, &version.what).iter().any(|other| other.is_same(broken))
    };
    later(versions.iter().take_while(was).last(), broken)
}

/// Since when a rule is set as it is, given all settings there were, newest first.
pub fn on_since(rule: Rule, versions: &[Version<Settings>]) -> Option<Since> {
    let now = &versions.first()?.what;
    let same = |version: &&Version<Settings>| version.what.same_of(now, rule);
    // With the first settings the rule is as old as the workspace.
    let oldest = versions.iter().take_while(same).last()?;
    (oldest.entry != versions.last()?.entry)
        .then_some(Since { on: oldest.on, entry: Some(oldest.entry) })
}

fn later<T>(oldest: Option<&Version<T>>, broken: &Broken) -> Option<Since> {
    let made = oldest.map(|version| Since { on: version.on, entry: Some(version.entry) });
    match (made, broken.made) {
        (Some(made), Some(came)) if came.on > made.on => Some(came),
        (Some(made), _) => Some(made),
        (None, came) => came,
    }
}
