//! What the samples of 13 weeks prove together, workflow by workflow.

use std::collections::BTreeMap;

use chrono::Duration;
use domain::sample::{
    Method, Pooled, Sample, Stage, Stratum, WANTED_PERCENT, pooled, pooled_sentence,
};
use domain::text::fold;
use domain::{BatchRef, Moment, SampleRef, WorkflowRef};
use store::View;

use super::PoolRow;
use crate::Problem;

/// Weeks that are pooled.
const WEEKS: i64 = 13;

/// Simple samples of one workflow, of the last 13 weeks.
pub(crate) struct Pool {
    /// What the first of them calls it: as the log or the batch does.
    of: String,
    /// The workflow that bore this name, or has this reference, when the sample was planned.
    pub(crate) workflow: Option<WorkflowRef>,
    samples: Vec<SampleRef>,
    /// What they prove.
    pub(crate) pooled: Pooled,
}

impl Pool {
    /// What they prove, in a sentence.
    pub(crate) fn says(&self) -> String {
        pooled_sentence(&self.pooled)
    }

    pub(super) fn row(&self) -> PoolRow {
        PoolRow {
            of: self.of.clone(),
            workflow: self.workflow.map(|workflow| workflow.to_string()),
            samples: self.samples.iter().map(ToString::to_string).collect(),
            tested: self.pooled.tested,
            errors: self.pooled.errors,
            says: self.says(),
        }
    }
}

/// The pools at `now`. What was found right counts once it is confirmed; what was found in error counts
/// at once, and goes on to where the sample was given up: otherwise a sample that finds errors would be
/// given up, or never confirmed. A row that two samples drew counts once, and is in error where either
/// found it so.
pub(crate) fn pools(
    view: &View<'_>,
    samples: &[Sample],
    now: Moment,
) -> Result<Vec<Pool>, Problem> {
    let mut of: BTreeMap<String, (String, Option<WorkflowRef>, Vec<&Sample>)> = BTreeMap::new();
    for sample in samples {
        let counts = is_pooled(sample, now)
            && (sample.stage(now) == Stage::Confirmed || sample.errors() > 0);
        if counts && let Process::Named(named, workflow) = process(view, sample)? {
            let key = workflow.map_or_else(|| fold(&named), |workflow| workflow.to_string());
            of.entry(key).or_insert((named, workflow, Vec::new())).2.push(sample);
        }
    }
    let pools = of.into_values().map(|(of, workflow, samples)| Pool {
        of,
        workflow,
        samples: samples.iter().map(|sample| sample.reference()).collect(),
        pooled: proven(&samples, now),
    });
    Ok(pools.collect())
}

/// Whether it can still be told of every sample of the time which workflow it was of: a name may have
/// been erased.
pub(crate) fn can_tell(view: &View<'_>, samples: &[Sample], now: Moment) -> Result<bool, Problem> {
    for sample in samples.iter().filter(|sample| is_pooled(sample, now)) {
        if matches!(process(view, sample)?, Process::Erased) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_pooled(sample: &Sample, now: Moment) -> bool {
    let lately = now.since(sample.planned.at) < Duration::weeks(WEEKS);
    sample.plan.method == Method::Simple && lately
}

fn proven(samples: &[&Sample], now: Moment) -> Pooled {
    let mut items: BTreeMap<(BatchRef, u64), bool> = BTreeMap::new();
    for sample in samples {
        let confirmed = sample.stage(now) == Stage::Confirmed;
        for (row, test) in &sample.tests {
            if confirmed || test.is_error() {
                let item = items.entry((sample.plan.population.batch, *row)).or_default();
                *item |= test.is_error();
            }
        }
    }
    let errors = items.values().filter(|error| **error).count() as u64;
    let tested = items.len() as u64;
    pooled(&[Stratum { rows: tested, drawn: tested, errors }], WANTED_PERCENT)
}

/// Whose actions a sample is of.
enum Process {
    /// Of one workflow, as it is named there, and as the register knew it.
    Named(String, Option<WorkflowRef>),
    /// Of no workflow alone.
    Many,
    /// Of one whose name was erased.
    Erased,
}

fn process(view: &View<'_>, sample: &Sample) -> Result<Process, Problem> {
    let population = &sample.plan.population;
    if let Some(only) = population.only.as_ref().filter(|only| only.field == "workflow") {
        let Some(named) = only.says.words() else { return Ok(Process::Erased) };
        let then = view.at(sample.planned.entry).workflow_names()?;
        let called = fold(named);
        let is_it = |(workflow, name): &&(WorkflowRef, Option<String>)| {
            fold(&workflow.to_string()) == called
                || name.as_deref().map(fold).as_ref() == Some(&called)
        };
        let workflow = then.iter().find(is_it).map(|(workflow, _)| *workflow);
        let erased = then.iter().any(|(_, name)| name.is_none());
        return Ok(match workflow {
            None if erased => Process::Erased,
            workflow => Process::Named(named.to_owned(), workflow),
        });
    }
    let batch = view.batch(population.batch)?;
    let workflow = batch.and_then(|batch| batch.import.origin.workflow);
    Ok(workflow
        .map_or(Process::Many, |workflow| Process::Named(workflow.to_string(), Some(workflow))))
}
