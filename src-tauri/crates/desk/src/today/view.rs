//! Reading what waits.

use chrono::{Datelike, NaiveDate};
use domain::RoleId;
use domain::period::Span;
use store::View;

use super::rhythm::rhythm;
use super::{FirstStep, TodayView};
use crate::count::count;
use crate::metrics::{self, MetricBeside};
use crate::operations::Nothing;
use crate::reviews::Listed;
use crate::workspace::settings;
use crate::{Desk, Problem, actions, exceptions, findings, policies};

impl Desk {
    /// See the list of operations.
    pub fn today(&mut self, _: Nothing) -> Result<TodayView, Problem> {
        let now = self.moment();
        let me = self.open()?.at_desk.person();
        let view = self.open()?.view();
        let settings = settings(&view)?;
        let today = now.in_zone(settings.zone).date_naive();
        let quarter = Span::Quarter.of(today, settings.fiscal_start);
        let into = today.signed_duration_since(quarter.first_day(settings.fiscal_start));
        let listed = Listed::of(&view)?;
        let (reviews, coming) = listed.waiting_and_next(now)?;
        let open = open_actions(&view)?;
        let waiting =
            open.iter().filter(|item| Some(item.who) == me || item.stage.is_late(item.due, today));
        let waiting: Vec<_> = waiting.cloned().collect();
        let shown = actions::Shown::at(&view, now)?;
        let kept: Vec<_> = view.metrics()?.into_iter().filter(|metric| !metric.retired).collect();
        let kept = metrics::counted(&view, now, kept, metrics::is_held_to_something)?;
        let calendar = metrics::calendar(&view, now)?;
        let wanting = kept.iter().filter_map(|metric| metrics::out_of_line(metric, calendar));
        let wanting = gravest_first(wanting.collect());
        let metrics_kept = kept.len();
        Ok(TodayView {
            day: today.to_string(),
            week: today.iso_week().week(),
            quarter: quarter.to_string(),
            day_of_quarter: u32::try_from(into.num_days() + 1).unwrap_or_default(),
            rhythm: rhythm(&view, &listed, &settings, today, now)?,
            first_steps: first_steps(&view, today)?,
            reviews,
            coming,
            actions: actions::rows(&shown, &waiting),
            actions_open: count(open.len()),
            exceptions: exceptions::waiting(&view, now, me)?,
            metrics: wanting,
            metrics_kept: count(metrics_kept),
            policies: policies::waiting_for(&view, me, now)?,
            findings: findings::short(&view, now, kept)?,
        })
    }
}

/// Those to be done, the soonest due first.
fn open_actions(view: &View<'_>) -> Result<Vec<store::tables::action::ActionItem>, Problem> {
    let mut open: Vec<_> =
        view.actions()?.into_iter().filter(|item| item.ended.is_none()).collect();
    open.sort_by_key(|item| (item.due, item.action));
    Ok(open)
}

fn gravest_first(mut metrics: Vec<MetricBeside>) -> Vec<MetricBeside> {
    metrics.sort_by_key(|metric| metric.state);
    metrics
}

/// What a workspace lacks before its first review was held; nothing afterwards.
fn first_steps(view: &View<'_>, today: NaiveDate) -> Result<Vec<FirstStep>, Problem> {
    if view.reviews()?.iter().any(|held| held.closed.is_some()) {
        return Ok(Vec::new());
    }
    let mut steps = Vec::new();
    if view.register()?.known.is_empty() {
        steps.push(FirstStep::Register);
    }
    let people = view.people()?;
    if people.iter().filter(|person| person.left_on.is_none()).count() < 3 {
        steps.push(FirstStep::People);
    } else if vacant(view, today)? {
        steps.push(FirstStep::Roles);
    }
    steps.push(FirstStep::Review);
    Ok(steps)
}

/// Whether a review asks for a role that nobody holds today.
fn vacant(view: &View<'_>, today: NaiveDate) -> Result<bool, Problem> {
    let held = view.holdings()?;
    let cadences = view.cadences()?;
    let mut asked = cadences.iter().flat_map(|cadence| &cadence.required);
    let holds = |role: &RoleId| {
        held.iter().any(|held| {
            held.role == *role && held.from <= today && held.to.is_none_or(|last| today <= last)
        })
    };
    Ok(asked.any(|role| !holds(role)))
}
