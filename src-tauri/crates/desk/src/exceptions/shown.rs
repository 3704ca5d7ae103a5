//! One exception as screens show it.

use std::collections::BTreeMap;

use domain::action::Source;
use domain::exception::{Asked, Cause, Clock, Severity, Step, asked};
use domain::people::keepers;
use domain::{ActionRef, ExceptionRef, Moment, PersonRef, StopRef, WorkflowRef};
use store::View;
use store::tables::exception::Exception;
use store::tables::postmortem::Postmortem;
use store::tables::stop::Stop;

use super::{
    Clocks, EscalationShown, ExceptionAsked, ExceptionRow, ExceptionTime, PauseShown,
    PostmortemShown, RunShown,
};
use crate::Problem;
use crate::people::Names;
use crate::register::words;
use crate::when::local;

/// What it takes to show exceptions.
pub(super) struct Shown {
    pub(super) clocks: Clocks,
    pub(super) me: Option<PersonRef>,
    names: Names,
    workflows: BTreeMap<WorkflowRef, String>,
    stops: BTreeMap<StopRef, Stop>,
    actions: BTreeMap<ExceptionRef, Vec<ActionRef>>,
    postmortems: BTreeMap<ExceptionRef, Postmortem>,
}

impl Shown {
    /// As `view` has it at `now`, for who is signed in.
    pub(super) fn of(view: &View<'_>, now: Moment, me: Option<PersonRef>) -> Result<Self, Problem> {
        let mut actions: BTreeMap<ExceptionRef, Vec<ActionRef>> = BTreeMap::new();
        for item in view.actions()? {
            if let Some(Source::Exception { exception }) = item.from {
                actions.entry(exception).or_default().push(item.action);
            }
        }
        let workflows = view.workflow_names()?.into_iter();
        let postmortems = view.postmortems()?.into_iter();
        Ok(Self {
            clocks: Clocks::of(view, now)?,
            me,
            names: Names::of(view)?,
            workflows: workflows.filter_map(|(workflow, name)| Some((workflow, name?))).collect(),
            stops: view.stops()?.into_iter().map(|stop| (stop.stop, stop)).collect(),
            actions,
            postmortems: postmortems.map(|written| (written.exception, written)).collect(),
        })
    }

    pub(super) fn row(&self, one: &Exception) -> ExceptionRow {
        self.read(one, &self.clocks.read(one))
    }

    pub(super) fn read(&self, one: &Exception, clock: &Clock) -> ExceptionRow {
        let pulled = match &one.cause {
            Cause::Stop { stop } => self.stops.get(stop),
            Cause::Report
            | Cause::Item { .. }
            | Cause::Overrides { .. }
            | Cause::Metric { .. }
            | Cause::Permit { .. }
            | Cause::Population { .. } => None,
        };
        let way = if one.stage.is_open() { self.clocks.way(one) } else { Vec::new() };
        let roles: Vec<String> = one.routed.iter().map(|role| self.names.role(role)).collect();
        let may = self.may(one);
        let bare = ExceptionRow {
            exception: one.exception.to_string(),
            entry: one.raised.seq,
            kind: one.kind,
            severity: one.severity,
            stage: one.stage,
            workflow: one.workflow.map(|workflow| workflow.to_string()),
            workflow_name: one.workflow.and_then(|workflow| self.workflows.get(&workflow).cloned()),
            what: words(Some(&one.what)),
            pointer: words(one.pointer.as_ref()),
            routed_name: roles.join(", "),
            person: one.person.map(|person| person.to_string()),
            person_name: one.person.map(|person| self.names.person(person)),
            asked: asked(&way, clock.passed.len()).map(|asked| self.asked(one, asked)),
            time: self.time(one, clock, &way),
            mine: one.stage.is_open() && may.see_to,
            may_reopen: !one.stage.is_open() && (may.see_to || may.reported),
            may_set: self.may_set(one, may),
            review: None,
            stop: None,
            overrides: Vec::new(),
            metric: None,
            batch: None,
            permit: None,
            periods: Vec::new(),
            decisions: one.decisions.iter().map(ToString::to_string).collect(),
            actions: self.actions_of(one),
            raised_by: self.names.actor(one.raised_by),
            raised_at: self.at(one.raised.at),
            why: pulled.and_then(|stop| words(stop.why.as_ref())),
            waits_for: pulled.and_then(waits_for),
            words: words(one.words.as_ref()),
            ended_by: one.ended_by.map(|by| self.names.actor(by)),
            ended_at: one.ended.map(|end| self.at(end.at)),
            severe: one.severity.is_severe(),
            postmortem: self.postmortems.get(&one.exception).map(|found| self.postmortem(found)),
        };
        with_cause(bare, &one.cause)
    }

    fn asked(&self, one: &Exception, asked: &Asked) -> ExceptionAsked {
        ExceptionAsked {
            step: asked.step,
            says: self.step(one, asked),
            names: asked.who.iter().map(|who| self.names.person(*who)).collect(),
            me: self.me.is_some_and(|me| asked.who.contains(&me)),
        }
    }

    /// A step in words.
    fn step(&self, one: &Exception, asked: &Asked) -> String {
        let role = self.names.role(&asked.role);
        match asked.step {
            Step::Person => match one.person {
                Some(person) if asked.who.contains(&person) => self.names.person(person),
                Some(_) | None => role,
            },
            Step::RoleLead => format!("Lead of {role}"),
            Step::RevOps | Step::Sponsor => role,
        }
    }

    fn time(&self, one: &Exception, clock: &Clock, way: &[Asked]) -> ExceptionTime {
        let (state, says) = self.clocks.says(clock);
        let step = |(place, at): (usize, &Moment)| EscalationShown {
            at: self.at(*at),
            to: way
                .get(place + 1)
                .map_or_else(|| "nobody is left to ask".to_owned(), |asked| self.step(one, asked)),
        };
        ExceptionTime {
            state,
            says,
            share: clock.share(),
            hours: clock.hours,
            wall: clock.wall,
            due: clock.due.map(|due| self.at(due)),
            next: clock.next.filter(|_| way.len() > clock.passed.len() + 1).map(|at| self.at(at)),
            // Whom a resolved one went to is not known from who there is today.
            steps: match one.stage.is_open() {
                true => clock.passed.iter().enumerate().map(step).collect(),
                false => Vec::new(),
            },
            pauses: clock
                .pauses
                .iter()
                .map(|pause| PauseShown {
                    from: self.at(pause.from),
                    to: pause.to.map(|to| self.at(to)),
                    why: words(Some(&pause.why)),
                })
                .collect(),
            runs: clock
                .runs
                .iter()
                .map(|run| RunShown {
                    from: self.at(run.from),
                    due: run.due.map(|due| self.at(due)),
                    ended: run.ended.map(|ended| self.at(ended)),
                    late: run.late,
                })
                .collect(),
        }
    }

    fn may(&self, one: &Exception) -> May {
        let Some(me) = self.me else { return May { see_to: false, reported: false } };
        let (stands, standing) = (one.as_it_stands(), &self.clocks.standing);
        May { see_to: stands.may_see_to(standing, me), reported: stands.raised_by == Some(me) }
    }

    fn may_set(&self, one: &Exception, may: May) -> Vec<Severity> {
        let Some(me) = self.me.filter(|_| one.stage.is_open()) else { return Vec::new() };
        let keeps = keepers().iter().any(|role| self.clocks.standing.acts(me, role));
        let may_be = |severity: &Severity| match severity.cmp(&one.severity) {
            std::cmp::Ordering::Less => keeps && !may.reported,
            std::cmp::Ordering::Equal => false,
            std::cmp::Ordering::Greater => may.see_to || may.reported,
        };
        [Severity::Normal, Severity::High, Severity::Critical].into_iter().filter(may_be).collect()
    }

    fn actions_of(&self, one: &Exception) -> Vec<String> {
        let actions = self.actions.get(&one.exception);
        actions.into_iter().flatten().map(ToString::to_string).collect()
    }

    fn postmortem(&self, written: &Postmortem) -> PostmortemShown {
        PostmortemShown {
            cause: words(Some(&written.cause)),
            impact: words(Some(&written.impact)),
            done: words(Some(&written.done)),
            changes: words(Some(&written.changes)),
            by: self.names.actor(written.written_by),
            at: self.at(written.written.at),
            entry: written.written.seq,
        }
    }

    fn at(&self, moment: Moment) -> String {
        local(moment, self.clocks.terms.zone)
    }
}

/// What who is signed in is to an exception.
#[derive(Clone, Copy)]
struct May {
    see_to: bool,
    reported: bool,
}

fn with_cause(row: ExceptionRow, cause: &Cause) -> ExceptionRow {
    match cause {
        Cause::Report => row,
        Cause::Item { review, .. } => ExceptionRow { review: Some(review.to_string()), ..row },
        Cause::Stop { stop } => ExceptionRow { stop: Some(stop.to_string()), ..row },
        Cause::Overrides { overrides, .. } => {
            ExceptionRow { overrides: overrides.iter().map(ToString::to_string).collect(), ..row }
        }
        Cause::Permit { permit } => ExceptionRow { permit: Some(permit.to_string()), ..row },
        Cause::Population { batch, .. } => ExceptionRow { batch: Some(batch.to_string()), ..row },
        Cause::Metric { metric, periods } => ExceptionRow {
            metric: Some(metric.to_string()),
            periods: periods.iter().map(ToString::to_string).collect(),
            ..row
        },
    }
}

/// In how many systems a stop is still to be confirmed, in words.
fn waits_for(stop: &Stop) -> Option<String> {
    let rules = stop.as_it_stands();
    let left = stop.systems.len().saturating_sub(stop.confirmed.len());
    rules.waits().then(|| format!("{left} of {} systems to confirm", stop.systems.len()))
}
