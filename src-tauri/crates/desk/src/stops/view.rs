//! Stops and drills as screens show them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::people::Standing;
use domain::rule::Number;
use domain::stop::{drill_due, may_confirm, may_drill, systems};
use domain::workflow::Status;
use domain::{Moment, PersonRef, Text, WorkflowRef};
use store::tables::stop::{Confirmation, Stop};
use store::tables::workflow::Workflow;
use store::{Actor, View};

use super::{DrillRow, RunningRow, StopRow, StopState, StopSystem, Stoppable, StopsView};
use crate::operations::Nothing;
use crate::people::{Names, standing};
use crate::register::words;
use crate::when::local;
use crate::workspace::{Open, settings};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn stops(&mut self, _: Nothing) -> Result<StopsView, Problem> {
        let open = self.open()?;
        let view = open.view();
        let shown = Shown::of(open, &view, self.moment())?;
        let drill_days = view.rules()?.number(Number::DrillDays);
        let mut drills = shown.drills(&view, drill_days)?;
        drills.sort_by(|a, b| (&a.due, &a.workflow).cmp(&(&b.due, &b.workflow)));
        let stops = shown.stops.iter().rev().map(|stop| shown.row(stop)).collect();
        Ok(StopsView { stops, drills, drill_days })
    }

    /// See the list of operations.
    pub fn stoppable(&mut self, _: Nothing) -> Result<Stoppable, Problem> {
        let open = self.open()?;
        let shown = Shown::of(open, &open.store.now(), self.clock.now())?;
        Ok(Stoppable { running: shown.running() })
    }
}

struct Shown {
    names: Names,
    standing: Standing,
    me: Option<PersonRef>,
    zone: Tz,
    workflows: BTreeMap<WorkflowRef, Workflow>,
    stops: Vec<Stop>,
}

impl Shown {
    fn of(open: &Open, view: &View<'_>, now: Moment) -> Result<Self, Problem> {
        Ok(Self {
            names: Names::of(view)?,
            standing: standing(view, now)?,
            me: open.at_desk.person(),
            zone: settings(view)?.zone,
            workflows: view.workflows()?.into_iter().map(|one| (one.workflow, one)).collect(),
            stops: view.stops()?,
        })
    }

    fn row(&self, stop: &Stop) -> StopRow {
        let rules = stop.as_it_stands();
        let workflow = self.workflows.get(&stop.workflow);
        let by = rules.by.or(rules.attributed);
        let end = stop.confirmed_at();
        let may_confirm = self.me.zip(workflow).is_some_and(|(me, workflow)| {
            rules.waits() && may_confirm(&self.standing, &rules, &workflow.facts, me)
        });
        StopRow {
            stop: stop.stop.to_string(),
            entry: stop.made.seq,
            workflow: stop.workflow.to_string(),
            workflow_name: workflow.and_then(|one| words(one.facts.name.as_ref())),
            drill: stop.drill,
            state: match (rules.is_confirmed(), rules.lifted) {
                (true, _) => StopState::Confirmed,
                (false, true) => StopState::Lifted,
                (false, false) => StopState::Waiting,
            },
            at: local(stop.made.at, self.zone),
            by_name: by.map(|person| self.names.person(person)),
            by_machine: stop.by == Actor::Machine,
            why: words(stop.why.as_ref()),
            exception: stop.exception.map(|exception| exception.to_string()),
            systems: (0_u32..)
                .zip(&stop.systems)
                .map(|(number, name)| self.system(stop, name, stop.confirmed.get(&number)))
                .collect(),
            seconds: end.map(|end| seconds(stop, end.at)),
            lifted: stop.lifted,
            may_confirm,
            may_attribute: self.me.is_some() && by.is_none(),
        }
    }

    fn system(&self, stop: &Stop, name: &Text, done: Option<&Confirmation>) -> StopSystem {
        StopSystem {
            name: words(Some(name)),
            confirmed_at: done.map(|done| local(done.made.at, self.zone)),
            confirmed_by: done.map(|done| self.names.actor(done.by)),
            words: done.and_then(|done| words(done.words.as_ref())),
            seconds: done.map(|done| seconds(stop, done.made.at)),
        }
    }

    fn running(&self) -> Vec<RunningRow> {
        let runs = |one: &&Workflow| matches!(one.status, Status::Live | Status::Paused);
        let mut rows: Vec<RunningRow> = self
            .workflows
            .values()
            .filter(runs)
            .map(|one| RunningRow {
                workflow: one.workflow.to_string(),
                name: words(one.facts.name.as_ref()),
                systems: systems(one.workflow, &one.facts)
                    .iter()
                    .filter_map(|system| words(Some(system)))
                    .collect(),
                may_drill: one.status == Status::Live
                    && self.under_way(one.workflow).is_none()
                    && self.me.is_some_and(|me| may_drill(&self.standing, me, &one.facts)),
            })
            .collect();
        rows.sort_by_cached_key(|row| row.name.as_ref().map(|name| name.to_lowercase()));
        rows
    }

    fn under_way(&self, workflow: WorkflowRef) -> Option<&Stop> {
        let open = |stop: &&Stop| stop.drill && stop.as_it_stands().waits();
        self.stops.iter().filter(|stop| stop.workflow == workflow).find(open)
    }

    fn drills(&self, view: &View<'_>, every: u32) -> Result<Vec<DrillRow>, Problem> {
        let registered = view.registered()?;
        let live = self.workflows.values().filter(|one| one.status == Status::Live);
        Ok(live.map(|one| self.drill(one, registered.get(&one.workflow), every)).collect())
    }

    fn drill(&self, workflow: &Workflow, registered: Option<&Moment>, every: u32) -> DrillRow {
        let day = |at: Moment| at.in_zone(self.zone).date_naive();
        let registered = registered.map_or(self.standing.today, |at| day(*at));
        let proven = self.stops.iter().filter(|stop| stop.workflow == workflow.workflow);
        let last = proven.filter_map(Stop::confirmed_at).map(|end| day(end.at)).max();
        let due = drill_due(last, registered, every);
        let days = due.signed_duration_since(self.standing.today).num_days();
        let owner = workflow.facts.kill_switch_owner;
        DrillRow {
            workflow: workflow.workflow.to_string(),
            name: words(workflow.facts.name.as_ref()),
            owner_name: owner.map(|owner| self.names.person(owner)),
            last: last.map(|last: NaiveDate| last.to_string()),
            under_way: self.under_way(workflow.workflow).map(|stop| stop.stop.to_string()),
            due: due.to_string(),
            days: i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX }),
        }
    }
}

fn seconds(stop: &Stop, at: Moment) -> u64 {
    u64::try_from(at.since(stop.made.at).num_seconds()).unwrap_or(0)
}
