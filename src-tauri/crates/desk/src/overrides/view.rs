//! Overrides as screens show them.

use std::collections::BTreeMap;

use chrono::Duration;
use domain::exception::Cause;
use domain::overrides::Repeats;
use domain::{Moment, TeamRef, WorkflowRef};
use store::tables::overriding::Override;
use store::{Actor, View};

use super::{OverrideCount, OverrideRow, OverridesView};
use crate::operations::Nothing;
use crate::register::words;
use crate::when::local;
use crate::workspace::settings;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn overrides(&mut self, _: Nothing) -> Result<OverridesView, Problem> {
        let now = self.moment();
        let open = self.open()?;
        let view = open.view();
        let (calls, zone) = (Calls::of(&view)?, settings(&view)?.zone);
        let me = open.at_desk.person().map(Actor::Person);
        let overrides = view.overrides()?;
        let repeats = Repeats::set(&view.rules()?);
        let counts = counts(&view, &calls, &overrides, repeats, now)?;
        let row = |one: Override| OverrideRow {
            reference: one.reference.to_string(),
            entry: one.made.seq,
            at: local(one.made.at, zone),
            kind: one.kind,
            workflow: one.workflow.to_string(),
            workflow_name: calls.workflow(one.workflow),
            team: one.team.map(|team| team.to_string()),
            team_name: one.team.and_then(|team| calls.team(team)),
            pointer: words(Some(&one.pointer)),
            ai_said: words(Some(&one.ai_said)),
            chose: words(Some(&one.chose)),
            reason: one.reason,
            note: words(one.note.as_ref()),
            generated: one.generated,
            mine: Some(one.by) == me,
        };
        let rows = overrides.into_iter().map(row).collect();
        Ok(OverridesView { rows, counts, times: repeats.times, days: repeats.days })
    }
}

fn counts(
    view: &View<'_>,
    calls: &Calls,
    overrides: &[Override],
    repeats: Repeats,
    now: Moment,
) -> Result<Vec<OverrideCount>, Problem> {
    let mut groups: BTreeMap<(WorkflowRef, Option<TeamRef>), (u32, u32)> = BTreeMap::new();
    let window = Duration::days(repeats.days.into());
    for one in overrides {
        let (lately, ever) = groups.entry((one.workflow, one.team)).or_default();
        *ever += 1;
        *lately += u32::from(now.since(one.made.at) < window);
    }
    let exceptions = view.open_exceptions()?;
    let open = |workflow: WorkflowRef, whose: Option<TeamRef>| {
        let about = exceptions.iter().find(|one| {
            one.workflow == Some(workflow)
                && matches!(&one.cause, Cause::Overrides { team, .. } if *team == whose)
        });
        about.map(|one| one.exception.to_string())
    };
    let mut counts: Vec<OverrideCount> = groups
        .into_iter()
        .map(|((workflow, team), (lately, ever))| OverrideCount {
            workflow: workflow.to_string(),
            workflow_name: calls.workflow(workflow),
            team: team.map(|team| team.to_string()),
            team_name: team.and_then(|team| calls.team(team)),
            lately,
            ever,
            exception: open(workflow, team),
        })
        .collect();
    counts.sort_by_key(|count| std::cmp::Reverse((count.lately, count.ever)));
    Ok(counts)
}

/// What workflows and teams are called.
struct Calls {
    workflows: BTreeMap<WorkflowRef, String>,
    teams: BTreeMap<TeamRef, String>,
}

impl Calls {
    fn of(view: &View<'_>) -> Result<Self, Problem> {
        let workflows = view.workflow_names()?.into_iter();
        let teams = view.teams()?.teams.into_iter();
        Ok(Self {
            workflows: workflows.filter_map(|(workflow, name)| Some((workflow, name?))).collect(),
            teams: teams.filter_map(|team| Some((team.team, words(Some(&team.name))?))).collect(),
        })
    }

    fn workflow(&self, workflow: WorkflowRef) -> Option<String> {
        self.workflows.get(&workflow).cloned()
    }

    fn team(&self, team: TeamRef) -> Option<String> {
        self.teams.get(&team).cloned()
    }
}
