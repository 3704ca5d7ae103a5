//! How a condition stands.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Condition, Done, Happened, Over, RUNNING, Record, Trail};
use crate::WorkflowRef;
use crate::rule::{Broken, launch};
use crate::workflow::Workflow;

/// Whether a condition is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "RolloutMet")]
pub enum Met {
    /// It is so.
    Met,
    /// It is not.
    NotYet,
    /// It takes a check that nobody has made since the file was opened.
    Unchecked,
}

/// A condition, with the figure it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Whether it is met.
    pub met: Met,
    /// That figure in words: `6 of 9 workflows`.
    pub says: String,
    /// The workflows that keep it from being met, where workflows do.
    pub lacking: Vec<Lacking>,
    /// The entry that met it for the first time, where one entry does.
    pub first: Option<Happened>,
}

/// A workflow that keeps a condition from being met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// Which.
    pub workflow: WorkflowRef,
    /// The first launch rule it breaks, where the condition rests on such rules.
    pub broken: Option<Broken>,
}

/// How `condition` stands in `record`.
pub fn stand(condition: Condition, record: &Record<'_>) -> Stand {
    match condition {
        Condition::Registered => enough(condition, done(record.workflows.len()), 1),
        Condition::Tiered
        | Condition::Owned
        | Condition::Approved
        | Condition::Guarded
        | Condition::Located => every(condition, record, |workflow| {
            let mut broken = launch(record.among, workflow).into_iter();
            let broken = broken.find(|broken| condition.rules().contains(&broken.rule))?;
            Some(Lacking { workflow: workflow.workflow, broken: Some(broken) })
        }),
        Condition::OnePage => enough(condition, record.pages, 1),
        Condition::Signers => enough(condition, done(record.signers), 2),
        Condition::Ruled => enough(condition, done(record.policies), 1),
        Condition::Decided => enough(condition, record.decided, 1),
        Condition::Logged => enough(condition, record.logs, 1),
        Condition::Replays => replays(record.trail),
        Condition::Measured => every(condition, record, |workflow| {
            let measured = |metric| record.among.measured.contains(metric);
            let lacks = !workflow.facts.metrics.iter().any(measured);
            lacks.then_some(Lacking { workflow: workflow.workflow, broken: None })
        }),
        Condition::Trained => share(condition, record.trained, Vec::new()),
        Condition::Reviewed => enough(condition, held(record.reviews), 1),
        Condition::Repeated => enough(condition, running(record.reviews), RUNNING),
    }
}

/// It takes `wanted` of them.
fn enough(condition: Condition, done: Done, wanted: usize) -> Stand {
    let (times, (one, many)) = (done.times, condition.counts());
    let is_met = times >= wanted;
    let says = match times {
        0 => "None yet".to_owned(),
        _ if !is_met => format!("{times} of {wanted} {many}"),
        1 => format!("1 {one}"),
        _ => format!("{times} {many}"),
    };
    let met = if is_met { Met::Met } else { Met::NotYet };
    Stand { met, says, lacking: Vec::new(), first: done.first.filter(|_| is_met) }
}

/// It takes every workflow, and one at least.
fn every(
    condition: Condition,
    record: &Record<'_>,
    lacks: impl Fn(&Workflow) -> Option<Lacking>,
) -> Stand {
    let lacking: Vec<Lacking> = record.workflows.iter().filter_map(lacks).collect();
    let of = record.workflows.len();
    share(condition, (of - lacking.len(), of), lacking)
}

/// It takes all of them, and one at least.
fn share(condition: Condition, (have, of): (usize, usize), lacking: Vec<Lacking>) -> Stand {
    let (one, many) = condition.counts();
    let says = match of {
        0 => format!("No {one} yet"),
        1 => format!("{have} of 1 {one}"),
        _ => format!("{have} of {of} {many}"),
    };
    let met = if of > 0 && have == of { Met::Met } else { Met::NotYet };
    Stand { met, says, lacking, first: None }
}

fn replays(trail: Trail) -> Stand {
    let (met, says) = match trail {
        Trail::Unchecked => (Met::Unchecked, "Not checked since this file was opened"),
        Trail::Replays => (
            Met::Met,
            "The last check found nothing altered or missing, and a replay came to the same tables",
        ),
        Trail::Fails => (Met::NotYet, "The last check found something altered or missing"),
    };
    Stand { met, says: says.to_owned(), lacking: Vec::new(), first: None }
}

fn held(reviews: &[Over]) -> Done {
    let held = reviews.iter().filter_map(|review| review.held);
    Done { times: held.clone().count(), first: held.min_by_key(|held| held.entry) }
}

/// The longest run of reviews of one cadence without a miss, and the review that first made one long
/// enough.
fn running(reviews: &[Over]) -> Done {
    let mut runs: BTreeMap<_, usize> = BTreeMap::new();
    let mut longest = Done::default();
    for review in reviews {
        let run = runs.entry(&review.cadence).or_default();
        *run = if review.held.is_some() { *run + 1 } else { 0 };
        longest.times = longest.times.max(*run);
        if *run == RUNNING {
            let earlier = longest.first.into_iter().chain(review.held);
            longest.first = earlier.min_by_key(|held| held.entry);
        }
    }
    longest
}

/// Something of which no one entry is the first.
fn done(times: usize) -> Done {
    Done { times, first: None }
}
