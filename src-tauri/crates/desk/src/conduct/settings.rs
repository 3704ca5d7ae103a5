//! What was set without a decision: cadences, the calendar, metrics and baselines, and what frameworks
//! ask and what shows it.

use domain::cadence::{self, CadenceRetired, CadenceSet, CalendarSet};
use domain::framework::{self, FrameworkMapped, FrameworkScoped, FrameworkUnmapped};
use domain::metric::{self, BaselineSet, Metric, MetricChanged, MetricRetired};
use domain::{MetricRef, Refusal};

use super::Case;
use crate::Problem;

pub(super) fn cadence_set(case: &Case<'_>, event: &CadenceSet) -> Result<(), Problem> {
    let in_force = case.before.cadence(&event.cadence)?;
    cadence::may_set(&*case.standing()?, case.person()?, event, in_force.as_ref())?;
    Ok(())
}

pub(super) fn cadence_retired(case: &Case<'_>, event: &CadenceRetired) -> Result<(), Problem> {
    let in_force = case.before.cadence(&event.cadence)?;
    let standing = case.standing()?;
    cadence::retire(&standing, case.person()?, &event.cadence, in_force.as_ref())?;
    Ok(())
}

pub(super) fn calendar_set(case: &Case<'_>, event: &CalendarSet) -> Result<(), Problem> {
    let in_force = case.before.calendar()?;
    cadence::may_set_calendar(&*case.standing()?, case.person()?, event, in_force.as_ref())?;
    Ok(())
}

pub(super) fn metric_changed(case: &Case<'_>, event: &MetricChanged) -> Result<(), Problem> {
    let now = metric(case, event.metric)?;
    metric::may_change(&*case.standing()?, case.person()?, &now.terms, &event.terms)?;
    Ok(())
}

pub(super) fn metric_retired(case: &Case<'_>, event: &MetricRetired) -> Result<(), Problem> {
    metric::may_retire(&*case.standing()?, case.person()?, &metric(case, event.metric)?)?;
    Ok(())
}

pub(super) fn baseline_set(case: &Case<'_>, event: &BaselineSet) -> Result<(), Problem> {
    let (now, standing) = (metric(case, event.metric)?, case.standing()?);
    metric::check_baseline(&now, crate::metrics::calendar(&case.before, case.at)?, event.from)?;
    metric::may_set_baseline(&standing, case.person()?, &now, event.value, event.from)?;
    Ok(())
}

pub(super) fn scoped(case: &Case<'_>, event: &FrameworkScoped) -> Result<(), Problem> {
    framework::may_scope(&*case.standing()?, case.person()?, event)?;
    Ok(())
}

pub(super) fn mapped(case: &Case<'_>, event: &FrameworkMapped) -> Result<(), Problem> {
    let mapped = case.before.mapped_to(&event.requirement)?;
    framework::may_map(
        &*case.standing()?,
        case.person()?,
        &event.requirement,
        &event.shown,
        &mapped,
    )?;
    Ok(())
}

pub(super) fn unmapped(case: &Case<'_>, event: &FrameworkUnmapped) -> Result<(), Problem> {
    let mapped = case.before.mapped_to(&event.requirement)?;
    framework::may_unmap(
        &*case.standing()?,
        case.person()?,
        &event.requirement,
        &event.shown,
        &mapped,
    )?;
    Ok(())
}

fn metric(case: &Case<'_>, metric: MetricRef) -> Result<Metric, Problem> {
    let unknown = || Refusal::Unknown { reference: metric.to_string() };
    Ok(case.before.metric(metric)?.ok_or_else(unknown)?)
}
