//! What the samples of 13 weeks prove together, workflow by workflow.

use std::collections::BTreeMap;

use chrono::Duration;
use domain::sample::{
    Pooled, Pooling, Sample, Undated, WANTED_PERCENT, WEEKS, counts, pool, pooled, pooled_sentence,
};
use domain::text::fold;
use domain::{BatchRef, Moment, SampleRef, WorkflowRef};
use store::tables::batch::Batch;
use store::{AsOf, View};

use super::PoolRow;
use super::item::acted_all;
use crate::Problem;

/// Samples of one workflow, of the last 13 weeks.
pub(crate) struct Pool {
    /// What the first of them calls it: as the log or the batch does.
    pub(crate) of: String,
    /// The workflow that bore this name, or has this reference, when the sample was planned.
    pub(crate) workflow: Option<WorkflowRef>,
    /// The samples that count.
    samples: Vec<SampleRef>,
    /// In how many of the last 13 weeks there are actions that they speak for.
    pub(crate) weeks: u64,
    /// What they prove.
    pub(crate) pooled: Pooled,
}

/// Whose actions a sample is of, by the register.
pub(crate) enum Whose {
    /// Of this workflow alone.
    One(WorkflowRef),
    /// Of one of these alone: nobody can tell of which any more.
    OneOf(Vec<WorkflowRef>),
    /// Of no workflow of the register alone.
    Many,
}

/// Whose actions a sample is of.
pub(crate) fn whose(view: &View<'_>, sample: &Sample) -> Result<Whose, Problem> {
    let Some(batch) = view.batch(sample.plan.population.batch)? else { return Ok(Whose::Many) };
    Ok(match process(view, sample, &batch)? {
        Process::Named { workflow: Some(workflow), .. } => Whose::One(workflow),
        Process::OneOf(of) => Whose::OneOf(of.into_iter().map(|(one, _)| one).collect()),
        Process::Named { workflow: None, .. } | Process::Many => Whose::Many,
    })
}

/// What samples have to be of to count together: a workflow of the register, or else a name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Of(String);

impl Of {
    /// What a sample is of; none where it is of no workflow alone.
    pub(super) fn sample(view: &View<'_>, sample: &Sample) -> Result<Option<Self>, Problem> {
        let Some(batch) = view.batch(sample.plan.population.batch)? else { return Ok(None) };
        Ok(match process(view, sample, &batch)? {
            Process::Named { named, workflow, .. } => Some(Self::named(&named, workflow)),
            Process::OneOf(_) | Process::Many => None,
        })
    }

    /// Whether a pool is of it.
    pub(super) fn is(&self, pool: &Pool) -> bool {
        *self == Self::named(&pool.of, pool.workflow)
    }

    fn named(named: &str, workflow: Option<WorkflowRef>) -> Self {
        Self(workflow.map_or_else(|| fold(named), |workflow| workflow.to_string()))
    }
}

impl Pool {
    /// What they prove, in a sentence.
    pub(crate) fn says(&self) -> String {
        pooled_sentence(&self.pooled)
    }

    pub(crate) fn row(&self) -> PoolRow {
        PoolRow {
            of: self.of.clone(),
            workflow: self.workflow.map(|workflow| workflow.to_string()),
            samples: self.samples.iter().map(ToString::to_string).collect(),
            tested: self.pooled.tested,
            errors: self.pooled.errors,
            says: format!(
                "{} Its actions are of {} of the last {WEEKS} weeks.",
                self.says(),
                self.weeks
            ),
        }
    }
}

/// The pools at `now`.
pub(crate) fn pools(
    view: &View<'_>,
    samples: &[Sample],
    now: Moment,
) -> Result<Vec<Pool>, Problem> {
    pooled_by(view, samples, now, |sample| {
        let tests = sample.tests.iter().filter(|(_, test)| test.acted.is_none());
        let undated: Vec<u64> = tests.map(|(row, _)| *row).collect();
        let rows = acted_all(view, sample.plan.population.batch, &undated)?;
        Ok(Undated::ByRow(rows))
    })
}

/// The pools at `now` as they were counted while tests did not say when the AI acted: each of their
/// items for every week that its batch touches. Only what was decided then is judged by it.
pub(crate) fn pools_as_counted_once(
    view: &View<'_>,
    samples: &[Sample],
    now: Moment,
) -> Result<Vec<Pool>, Problem> {
    pooled_by(view, samples, now, |_| Ok(Undated::ByBatch))
}

fn pooled_by(
    view: &View<'_>,
    samples: &[Sample],
    now: Moment,
    undated: impl Fn(&Sample) -> Result<Undated, Problem>,
) -> Result<Vec<Pool>, Problem> {
    let batches = batches(view)?;
    let mut of: BTreeMap<Of, (String, Option<WorkflowRef>, Vec<Pooling<'_>>)> = BTreeMap::new();
    for sample in samples.iter().filter(|sample| is_late(sample, now)) {
        let Some(batch) = batches.get(&sample.plan.population.batch) else { continue };
        if let Process::Named { named, workflow, whole } = process(view, sample, batch)?
            && counts(sample, whole, now)
        {
            let undated = undated(sample)?;
            let pooling = Pooling { sample, batch: batch.known(), whole, undated };
            let pooled = of.entry(Of::named(&named, workflow));
            pooled.or_insert((named, workflow, Vec::new())).2.push(pooling);
        }
    }
    let pools = of.into_values().map(|(of, workflow, together)| {
        let together = pool(&together, now);
        let pooled = pooled(&[together.items], WANTED_PERCENT);
        Pool { of, workflow, samples: together.samples, weeks: together.weeks, pooled }
    });
    Ok(pools.collect())
}

/// A sample that found errors and may be of this workflow, though nobody can tell any more: the name
/// of what it is of was erased.
pub(crate) fn nameless(
    view: &View<'_>,
    samples: &[Sample],
    workflow: WorkflowRef,
    now: Moment,
) -> Result<Option<SampleRef>, Problem> {
    let batches = batches(view)?;
    for sample in samples.iter().filter(|sample| is_late(sample, now) && sample.errors() > 0) {
        let Some(batch) = batches.get(&sample.plan.population.batch) else { continue };
        let process = process(view, sample, batch)?;
        if process.erased(workflow).is_some_and(|erased| is_by(view, erased)) {
            return Ok(Some(sample.reference()));
        }
    }
    Ok(None)
}

/// Whether it can still be told what the samples of this workflow came to at the moment of the view: a
/// name that it took may have been erased since.
pub(crate) fn can_tell(
    view: &View<'_>,
    samples: &[Sample],
    workflow: WorkflowRef,
    now: Moment,
) -> Result<bool, Problem> {
    let batches = batches(view)?;
    for sample in samples.iter().filter(|sample| is_late(sample, now)) {
        let Some(batch) = batches.get(&sample.plan.population.batch) else { continue };
        let process = process(view, sample, batch)?;
        let source = match process {
            Process::Named { workflow: named, .. } if named == Some(workflow) => {
                source_erased(view, batch)?
            }
            Process::Named { .. } | Process::OneOf(_) | Process::Many => None,
        };
        if process.erased(workflow).into_iter().chain(source).any(|erased| !is_by(view, erased)) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn batches(view: &View<'_>) -> Result<BTreeMap<BatchRef, Batch>, Problem> {
    Ok(view.batches()?.into_iter().map(|batch| (batch.batch, batch)).collect())
}

fn is_late(sample: &Sample, now: Moment) -> bool {
    now.since(sample.planned.at) < Duration::weeks(WEEKS)
}

/// Whether an entry stands at the moment of a view.
fn is_by(view: &View<'_>, entry: u64) -> bool {
    match view.as_of() {
        AsOf::Now => true,
        AsOf::Seq(seq) => entry <= seq,
    }
}

/// Whose actions a sample is of.
enum Process {
    /// Of one workflow.
    Named {
        /// As it is named there.
        named: String,
        /// As the register knew it.
        workflow: Option<WorkflowRef>,
        /// Whether it is of all that the workflow did there, and of no chosen part.
        whole: bool,
    },
    /// Of one of these: a name was erased, by this entry.
    OneOf(Vec<(WorkflowRef, u64)>),
    /// Of no workflow alone.
    Many,
}

impl Process {
    /// The entry since which nobody can tell whether it is this workflow.
    fn erased(&self, workflow: WorkflowRef) -> Option<u64> {
        let Self::OneOf(of) = self else { return None };
        of.iter().find(|(one, _)| *one == workflow).map(|(_, erased)| *erased)
    }
}

fn process(view: &View<'_>, sample: &Sample, batch: &Batch) -> Result<Process, Problem> {
    let only = sample.plan.population.only.as_ref();
    let Some(only) = only.filter(|only| only.field == "workflow") else {
        let workflow = batch.import.origin.workflow;
        return Ok(workflow.map_or(Process::Many, |workflow| Process::Named {
            named: workflow.to_string(),
            workflow: Some(workflow),
            whole: only.is_none(),
        }));
    };
    let then = view.at(sample.planned.entry);
    let names = then.workflow_names()?;
    let Some(named) = only.says.words() else {
        let erased = view.erased_by(sample.planned.entry, "/event/population/only/says")?;
        let erased = erased.unwrap_or(u64::MAX);
        return Ok(Process::OneOf(names.into_iter().map(|(of, _)| (of, erased)).collect()));
    };
    let called = fold(named);
    let is_it = |(workflow, name): &&(WorkflowRef, Option<String>)| {
        fold(&workflow.to_string()) == called || name.as_deref().map(fold).as_ref() == Some(&called)
    };
    let workflow = names.iter().find(is_it).map(|(workflow, _)| *workflow);
    if workflow.is_none() && names.iter().any(|(_, name)| name.is_none()) {
        let erased = then.workflow_names_erased()?;
        if !erased.is_empty() {
            return Ok(Process::OneOf(erased));
        }
    }
    Ok(Process::Named { named: named.to_owned(), workflow, whole: true })
}

/// The entry that erased what system a batch comes from, which tells it from others.
fn source_erased(view: &View<'_>, batch: &Batch) -> Result<Option<u64>, Problem> {
    if batch.import.origin.source.words().is_some() {
        return Ok(None);
    }
    let erased = view.erased_by(batch.seq, "/event/origin/source")?;
    Ok(Some(erased.unwrap_or(u64::MAX)))
}
