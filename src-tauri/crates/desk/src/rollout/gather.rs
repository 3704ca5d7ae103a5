//! What the record holds of all that the plan asks about.

use std::collections::{BTreeMap, BTreeSet};

use chrono_tz::Tz;
use domain::policy::{Asked, Kind};
use domain::rollout::{Done, Happened, Over, Record, Trail};
use domain::rule::Among;
use domain::workflow::Workflow;
use domain::{Moment, ReviewRef};
use store::View;

use crate::Problem;
use crate::people::standing;
use crate::policies;
use crate::reviews::{Listed, ReviewState};

/// The parts of a record, read once.
pub(super) struct Gathered {
    among: Among,
    workflows: Vec<Workflow>,
    pages: Done,
    policies: usize,
    decided: Done,
    logs: Done,
    trained: (usize, usize),
    reviews: Vec<Over>,
}

impl Gathered {
    /// Everything as `view` stands at the moment `now`.
    pub(super) fn of(view: &View<'_>, now: Moment, zone: Tz) -> Result<Self, Problem> {
        let among = view.among(standing(view, now)?)?;
        let judged = view.judged_workflows()?.into_iter();
        let (policies, trained) = in_force(view, &among, zone)?;
        Ok(Self {
            workflows: judged.map(|((workflow, ..), _)| workflow).collect(),
            pages: pages(view)?,
            decided: deeds(view, "decision.applied")?,
            logs: deeds(view, "batch.imported")?,
            reviews: over(view, now)?,
            policies,
            trained,
            among,
        })
    }

    /// The record, with what the last check of the file found.
    pub(super) fn record(&self, trail: Trail) -> Record<'_> {
        let signers: BTreeSet<_> = self.among.standing.keys.iter().map(|key| key.person).collect();
        Record {
            among: &self.among,
            workflows: &self.workflows,
            pages: self.pages,
            signers: signers.len(),
            policies: self.policies,
            decided: self.decided,
            logs: self.logs,
            trail,
            trained: self.trained,
            reviews: &self.reviews,
        }
    }
}

/// How often the whole register left as a page; a list of some of it, or a table, is none.
fn pages(view: &View<'_>) -> Result<Done, Problem> {
    let exports = view.exports()?;
    let pages = exports
        .iter()
        .filter(|one| (one.export.what.as_str(), one.export.form.as_str()) == ("register", "pdf"));
    Ok(done(pages.map(|one| Happened { entry: one.seq, at: one.at })))
}

/// How often something of that kind was entered. An entry about several things is there once for each.
fn deeds(view: &View<'_>, kind: &str) -> Result<Done, Problem> {
    let deeds = view.deeds(&[kind])?;
    let entries: BTreeMap<u64, Moment> = deeds.iter().map(|deed| (deed.seq, deed.at)).collect();
    Ok(done(entries.into_iter().map(|(entry, at)| Happened { entry, at })))
}

/// How many policies are in force that are no training; and of the attestations that training in
/// force asks for, those given, and all.
fn in_force(view: &View<'_>, among: &Among, zone: Tz) -> Result<(usize, (usize, usize)), Problem> {
    let versions = view.policy_versions()?;
    let kinds: BTreeMap<_, Kind> =
        versions.iter().map(|one| ((one.policy, one.version), one.terms.kind)).collect();
    let in_force = policies::all_asking(view, zone)?;
    let (training, others): (Vec<_>, Vec<_>) = in_force
        .iter()
        .partition(|one| kinds.get(&(one.policy, one.version)) == Some(&Kind::Training));
    let (joined, days) = (policies::joined(view, zone)?, policies::days(&among.settings));
    let asked: Vec<Asked> = training
        .iter()
        .flat_map(|one| one.everybody(&among.standing, &joined, days))
        .map(|(_, asked)| asked)
        .collect();
    let attested = asked.iter().filter(|one| matches!(one, Asked::Attested { .. })).count();
    Ok((others.len(), (attested, asked.len())))
}

/// The reviews that were closed or missed, in the order in which they were due.
fn over(view: &View<'_>, now: Moment) -> Result<Vec<Over>, Problem> {
    let closed = view.reviews()?.into_iter().filter_map(|held| {
        let mark = held.closed?.mark;
        Some((held.review, Happened { entry: mark.seq, at: mark.at }))
    });
    let closed: BTreeMap<ReviewRef, Happened> = closed.collect();
    let all = Listed::of(view)?.between(Moment::new(chrono::DateTime::UNIX_EPOCH), now, now)?;
    let over = all
        .into_iter()
        .filter(|one| matches!(one.state, ReviewState::Closed | ReviewState::Missed));
    Ok(over
        .map(|one| Over { held: closed.get(&one.review).copied(), cadence: one.cadence })
        .collect())
}

fn done(all: impl Iterator<Item = Happened>) -> Done {
    all.fold(Done::default(), |done, one| {
        let first = done.first.into_iter().chain([one]).min_by_key(|happened| happened.entry);
        Done { times: done.times + 1, first }
    })
}
