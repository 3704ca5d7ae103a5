//! Finding what does not hold, and since when.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono_tz::Tz;
use domain::metric::{Calendar, Metric};
use domain::policy::Unattested;
use domain::raci::Matrix;
use domain::rule::{
    About, Among, Broken, Exceeded, Program, PutOff, Settings, Since, Version, matrix_since,
    on_since, whole, workflow_since,
};
use domain::workflow::Workflow;
use domain::{Moment, RaciId, WorkflowRef};
use store::View;

use super::missed::missed;
use super::stops::Stops;
use crate::Problem;
use crate::decisions::exceeded;
use crate::metrics;
use crate::people::standing;
use crate::policies;
use crate::workspace::settings;

/// What was found over the whole workspace, and what it was found in.
pub(crate) struct Found {
    pub(crate) among: Among,
    pub(crate) calendar: Calendar,
    pub(crate) workflows: BTreeMap<WorkflowRef, Workflow>,
    pub(crate) matrices: BTreeMap<RaciId, Matrix>,
    pub(crate) metrics: Vec<Metric>,
    pub(crate) missed: Vec<domain::rule::MissedReviews>,
    pub(crate) stops: Stops,
    pub(crate) exceeded: Vec<Exceeded>,
    pub(crate) unattested: Vec<Unattested>,
    /// In the order of the rules.
    pub(crate) broken: Vec<Dated>,
}

/// A finding, dated.
pub(crate) struct Dated {
    pub(crate) broken: Broken,
    pub(crate) since: Option<Since>,
    /// The entry that put it off, where it is.
    pub(crate) put_off: Option<store::tables::finding::PutOff>,
}

/// How many findings there were about `of`, or in all where that names none, in the workspace as
/// `view` stands at `now`. What this makes of a metric that counts it is no part of it.
pub(crate) fn open_then(
    view: &View<'_>,
    now: Moment,
    of: &[WorkflowRef],
) -> Result<usize, Problem> {
    let wanted =
        |metric: &Metric| metrics::can_be_worse(metric) && !metrics::counts_findings(metric);
    let metrics = metrics::counted(view, now, view.metrics()?, wanted)?;
    let (_, broken) = look(view, now, metrics)?;
    let wanted = |about: &About| match about {
        About::Workflow(workflow) => of.is_empty() || of.contains(workflow),
        About::Metric(_)
        | About::Cadence(_)
        | About::Matrix(_)
        | About::Exception(_)
        | About::Permit(_)
        | About::Policy(_)
        | About::Workspace => of.is_empty(),
    };
    Ok(broken.iter().filter(|broken| wanted(&broken.about)).count())
}

/// What does not hold as `view` stands, judged at the moment `now`.
pub(crate) fn found(view: &View<'_>, now: Moment) -> Result<Found, Problem> {
    let metrics = metrics::counted(view, now, view.metrics()?, metrics::can_be_worse)?;
    found_with(view, now, metrics)
}

/// The same for who has read the metrics already.
pub(crate) fn found_with(
    view: &View<'_>,
    now: Moment,
    metrics: Vec<Metric>,
) -> Result<Found, Problem> {
    let (looked, broken) = look(view, now, metrics)?;
    let put_off = view.put_off()?;
    let mut dates = Dates::of(view, &looked)?;
    let mut dated = Vec::with_capacity(broken.len());
    for broken in broken {
        let since = dates.since(&broken)?;
        let covers = |put: &&store::tables::finding::PutOff| {
            covers(put, &broken, since, &looked.among, looked.zone)
        };
        let put_off = put_off.iter().find(covers).cloned();
        dated.push(Dated { broken, since, put_off });
    }
    let Looked {
        among,
        calendar,
        workflows,
        matrices,
        metrics,
        missed,
        stops,
        exceeded,
        unattested,
        ..
    } = looked;
    Ok(Found {
        calendar,
        workflows: workflows.into_iter().map(|one| (one.workflow, one)).collect(),
        matrices: matrices.into_iter().map(|one| (one.matrix.clone(), one)).collect(),
        metrics,
        missed,
        stops,
        exceeded,
        unattested,
        broken: dated,
        among,
    })
}

/// What the rules look at.
struct Looked {
    among: Among,
    calendar: Calendar,
    zone: Tz,
    workflows: Vec<Workflow>,
    /// Since when each workflow stands as it does, and whether it stood otherwise before.
    stand: Vec<(u64, Moment, bool)>,
    matrices: Vec<Matrix>,
    metrics: Vec<Metric>,
    missed: Vec<domain::rule::MissedReviews>,
    stops: Stops,
    exceeded: Vec<Exceeded>,
    unattested: Vec<Unattested>,
}

fn look(
    view: &View<'_>,
    now: Moment,
    metrics: Vec<Metric>,
) -> Result<(Looked, Vec<Broken>), Problem> {
    let settings = settings(view)?;
    let among = view.among(standing(view, now)?)?;
    let calendar = Calendar { today: among.standing.today, fiscal_start: settings.fiscal_start };
    let judged = view.judged_workflows()?.into_iter();
    let (workflows, stand): (Vec<Workflow>, Vec<_>) =
        judged.map(|((workflow, entry, at), changed)| (workflow, (entry, at, changed))).unzip();
    let matrices: Vec<Matrix> =
        view.raci()?.into_iter().filter_map(|(_, held)| Some(held.in_force?.terms)).collect();
    let missed = missed(view, now, settings.zone)?;
    let stops = Stops::of(view, &among, &workflows, settings.zone, now)?;
    let exceeded = exceeded(view, settings.zone)?;
    let unattested = policies::unattested(view, &among, settings.zone)?;
    let broken = whole(&Program {
        among: &among,
        calendar,
        workflows: &workflows,
        matrices: &matrices,
        metrics: &metrics,
        missed: &missed,
        drills: &stops.drills,
        unconfirmed: &stops.unconfirmed,
        repeated: &stops.repeated,
        late: &stops.late,
        unlearnt: &stops.unlearnt,
        exceeded: &exceeded,
        unattested: &unattested,
    });
    let zone = settings.zone;
    let looked = Looked {
        among,
        calendar,
        zone,
        workflows,
        stand,
        matrices,
        metrics,
        missed,
        stops,
        exceeded,
        unattested,
    };
    Ok((looked, broken))
}

fn covers(
    put: &store::tables::finding::PutOff,
    broken: &Broken,
    since: Option<Since>,
    among: &Among,
    zone: Tz,
) -> bool {
    let on = put.at.in_zone(zone).date_naive();
    let put = PutOff { terms: put.terms.clone(), entry: put.seq, on };
    put.covers(broken, since, among.standing.today)
}

/// Dates findings, reading what was before only of what has one.
struct Dates<'a> {
    view: &'a View<'a>,
    among: &'a Among,
    zone: Tz,
    settings: Vec<Version<Settings>>,
    /// Workflows that never stood otherwise.
    unchanged: BTreeMap<WorkflowRef, Version<&'a Workflow>>,
    workflows: BTreeMap<WorkflowRef, Vec<Version<Workflow>>>,
    matrices: BTreeMap<RaciId, Vec<Version<Matrix>>>,
}

impl<'a> Dates<'a> {
    fn of(view: &'a View<'a>, looked: &'a Looked) -> Result<Self, Problem> {
        let zone = looked.zone;
        let stand = looked.workflows.iter().zip(&looked.stand);
        let unchanged =
            stand.filter(|(_, (.., changed))| !changed).map(|(what, (entry, at, _))| {
                let on = at.in_zone(zone).date_naive();
                (what.workflow, Version { what, entry: *entry, on })
            });
        Ok(Self {
            view,
            among: &looked.among,
            zone,
            settings: versions(view.rules_history()?, zone),
            unchanged: unchanged.collect(),
            workflows: BTreeMap::new(),
            matrices: BTreeMap::new(),
        })
    }

    /// Since when `broken` is so; the later of that and when its rule was set as it is.
    fn since(&mut self, broken: &Broken) -> Result<Option<Since>, Problem> {
        let since = match &broken.about {
            About::Workflow(workflow) => match self.unchanged.get(workflow) {
                Some(only) => workflow_since(self.among, std::slice::from_ref(only), broken),
                None => workflow_since(self.among, self.workflow(*workflow)?, broken),
            },
            About::Matrix(matrix) => matrix_since(self.among, self.matrix(matrix)?, broken),
            About::Metric(_)
            | About::Cadence(_)
            | About::Exception(_)
            | About::Permit(_)
            | About::Policy(_)
            | About::Workspace => broken.made,
        };
        let set = on_since(broken.rule, &self.settings);
        Ok(match (since, set) {
            (Some(since), Some(set)) => Some(since.and(set)),
            (since, set) => since.or(set),
        })
    }

    fn workflow(&mut self, workflow: WorkflowRef) -> Result<&[Version<Workflow>], Problem> {
        let (view, zone) = (self.view, self.zone);
        Ok(match self.workflows.entry(workflow) {
            Entry::Occupied(read) => read.into_mut(),
            Entry::Vacant(unread) => unread.insert(versions(view.judged_history(workflow)?, zone)),
        })
    }

    fn matrix(&mut self, matrix: &RaciId) -> Result<&[Version<Matrix>], Problem> {
        if !self.matrices.contains_key(matrix) {
            let read = versions(self.view.raci_history(matrix)?, self.zone);
            self.matrices.insert(matrix.clone(), read);
        }
        Ok(self.matrices.get(matrix).map_or(&[], Vec::as_slice))
    }
}

fn versions<T>(read: Vec<(T, u64, Moment)>, zone: Tz) -> Vec<Version<T>> {
    let version = |(what, entry, at): (T, u64, Moment)| Version {
        what,
        entry,
        on: at.in_zone(zone).date_naive(),
    };
    read.into_iter().map(version).collect()
}
