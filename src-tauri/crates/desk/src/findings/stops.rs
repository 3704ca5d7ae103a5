//! What of stops, drills, overrides and exceptions the rules ask.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::exception::Cause;
use domain::rule::{Among, DueDrill, Number, Repeated, Unconfirmed};
use domain::stop::drill_due;
use domain::workflow::{Status, Workflow};
use domain::{ExceptionRef, Moment, WorkflowRef};
use store::View;

use crate::Problem;
use crate::exceptions::Clocks;

/// Drills to be held, stops to be confirmed, overrides and exceptions to be seen to.
pub(crate) struct Stops {
    pub(crate) drills: Vec<DueDrill>,
    pub(crate) unconfirmed: Vec<Unconfirmed>,
    pub(crate) repeated: Vec<Repeated>,
    /// Exceptions past their due, each with the day on which that was.
    pub(crate) late: Vec<(ExceptionRef, NaiveDate)>,
    /// Severe exceptions without a postmortem, each with the last day for it.
    pub(crate) unlearnt: Vec<(ExceptionRef, NaiveDate)>,
}

impl Stops {
    /// As `view` stands at `now`, its days counted in `zone`.
    pub(super) fn of(
        view: &View<'_>,
        among: &Among,
        workflows: &[Workflow],
        zone: Tz,
        now: Moment,
    ) -> Result<Self, Problem> {
        let day = |at: Moment| at.in_zone(zone).date_naive();
        let stops = view.stops()?;
        let mut proven: BTreeMap<WorkflowRef, NaiveDate> = BTreeMap::new();
        for stop in &stops {
            if let Some(end) = stop.confirmed_at() {
                let last = proven.entry(stop.workflow).or_insert_with(|| day(end.at));
                *last = day(end.at).max(*last);
            }
        }
        let (registered, every) = (view.registered()?, among.settings.number(Number::DrillDays));
        let live = workflows.iter().filter(|workflow| workflow.status == Status::Live);
        let drills = live.filter_map(|workflow| {
            let workflow = workflow.workflow;
            let registered = day(*registered.get(&workflow)?);
            let due = drill_due(proven.get(&workflow).copied(), registered, every);
            Some(DueDrill { workflow, due })
        });
        let waiting = stops.iter().filter(|stop| stop.as_it_stands().waits());
        let unconfirmed = waiting.map(|stop| Unconfirmed {
            stop: stop.stop,
            workflow: stop.workflow,
            confirmed: stop.confirmed.len(),
            systems: stop.systems.len(),
            entry: stop.made.seq,
            on: day(stop.made.at),
        });
        let open = view.open_exceptions()?;
        let late = Clocks::of(view, now)?.late(&open);
        let days = chrono::Days::new(among.settings.number(Number::PostmortemDays).into());
        let unlearnt = view.unlearnt()?.into_iter().filter_map(|(exception, resolved)| {
            Some((exception, day(resolved).checked_add_days(days)?))
        });
        let repeated = open.iter().filter_map(|exception| match &exception.cause {
            Cause::Overrides { team, overrides } => Some(Repeated {
                exception: exception.exception,
                workflow: exception.workflow?,
                team: *team,
                overrides: overrides.len(),
                entry: exception.raised.seq,
                on: day(exception.raised.at),
            }),
            Cause::Report
            | Cause::Item { .. }
            | Cause::Stop { .. }
            | Cause::Metric { .. }
            | Cause::Permit { .. }
            | Cause::Population { .. } => None,
        });
        Ok(Self {
            drills: drills.collect(),
            unconfirmed: unconfirmed.collect(),
            repeated: repeated.collect(),
            late,
            unlearnt: unlearnt.collect(),
        })
    }
}
