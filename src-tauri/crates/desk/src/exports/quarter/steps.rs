//! How each workflow stood on its way through a quarter: what comes and goes between two ends leaves
//! no difference between them.

use std::collections::{BTreeMap, BTreeSet};

use domain::workflow::{Status, Tier, WriteStage};
use store::View;

use super::Quarter;
use super::moved::Returned;
use crate::Problem;
use crate::erased::or_erased;
use crate::register::{RegisterRow, stage_words};

/// How a workflow stood from an entry on.
#[derive(Clone)]
pub(in crate::exports) struct Step {
    entry: u64,
    /// What made it so: a decision, a stop, or the entry itself in words.
    pub(super) by: String,
    pub(super) status: Status,
    /// Whether it came onto the register running, and nobody has decided its launch.
    pub(super) found_live: bool,
    pub(super) tier: Option<Tier>,
    stage: Option<WriteStage>,
}

/// The steps of every workflow up to the moment of a view, oldest first.
pub(super) fn steps(view: &View<'_>) -> Result<BTreeMap<String, Vec<Step>>, Problem> {
    let made = made(view)?;
    let by = |entry: u64| {
        made.get(&entry).cloned().unwrap_or_else(|| format!("entry {}", report::grouped(entry)))
    };
    let all = view.workflows()?.into_iter().map(|one| {
        let steps = view.workflow_history(one.workflow)?.into_iter().map(|then| Step {
            entry: then.since,
            by: by(then.since),
            status: then.status,
            found_live: then.found_live,
            tier: then.facts.tier(),
            stage: then.facts.write_stage,
        });
        Ok((one.workflow.to_string(), steps.collect()))
    });
    all.collect()
}

/// The decision or the stop that an entry is of, by the entry that applied it.
fn made(view: &View<'_>) -> Result<BTreeMap<u64, String>, Problem> {
    let decisions = view.decisions()?.into_iter().filter_map(|one| {
        let settled = one.settled.as_ref().filter(|settled| settled.applied)?;
        Some((settled.entry, one.reference().to_string()))
    });
    let stops = view.stops()?.into_iter().map(|one| (one.made.seq, one.stop.to_string()));
    Ok(decisions.chain(stops).collect())
}

impl Quarter {
    /// The steps of a workflow, oldest first.
    fn steps_of(&self, workflow: &str) -> &[Step] {
        self.steps.get(workflow).map_or(&[], Vec::as_slice)
    }

    /// The steps of a workflow in the quarter, oldest first, behind the one it began with: how it stood
    /// before, or how it came onto the register.
    pub(super) fn steps_inside(&self, workflow: &str) -> &[Step] {
        let ended = self.before.as_ref().map_or(0, |before| before.seq);
        let all = self.steps_of(workflow);
        let first = all.iter().rposition(|step| step.entry <= ended).unwrap_or(0);
        all.get(first..).unwrap_or_default()
    }
}

/// The last of `steps` before which something of them was another.
pub(super) fn last_moved<T: PartialEq>(steps: &[Step], of: impl Fn(&Step) -> T) -> Option<&Step> {
    let pairs = steps.windows(2).rev().filter_map(|pair| <&[Step; 2]>::try_from(pair).ok());
    pairs.filter(|[before, after]| of(before) != of(after)).map(|[_, after]| after).next()
}

/// Each status, tier and write stage that came back within the quarter to what it was in it before.
pub(super) fn came_back(quarter: &Quarter) -> Vec<Returned> {
    quarter.stood.register.iter().flat_map(|row| of_workflow(quarter, row)).collect()
}

fn of_workflow(quarter: &Quarter, row: &RegisterRow) -> Vec<Returned> {
    let inside = quarter.steps_inside(&row.workflow);
    let told = [
        there_and_back(inside, |step| step.status.words().to_lowercase()),
        there_and_back(inside, |step| step.tier.map_or_else(no_tier, tier_words)),
        there_and_back(inside, |step| {
            step.stage.map_or("no write stage", stage_words).to_lowercase()
        }),
    ];
    let told = told.into_iter().flatten().map(|(what, by)| Returned {
        workflow: row.workflow.clone(),
        name: or_erased(row.name.as_ref()),
        what,
        by,
    });
    told.collect()
}

fn no_tier() -> String {
    "no tier".to_owned()
}

fn tier_words(tier: Tier) -> String {
    format!("tier {}", tier.number())
}

/// "live, paused, live", and the entries that made it so; none where nothing came back.
fn there_and_back(steps: &[Step], of: impl Fn(&Step) -> String) -> Option<(String, String)> {
    let mut stood: Vec<(u64, String)> = steps.iter().map(|step| (step.entry, of(step))).collect();
    stood.dedup_by(|next, kept| next.1 == kept.1);
    let words: Vec<&str> = stood.iter().map(|(_, words)| words.as_str()).collect();
    let once: BTreeSet<&str> = words.iter().copied().collect();
    if once.len() == words.len() {
        return None;
    }
    let changes = stood.iter().skip(1).map(|(entry, _)| report::grouped(*entry));
    Some((words.join(", "), format!("entries {}", changes.collect::<Vec<_>>().join(", "))))
}
