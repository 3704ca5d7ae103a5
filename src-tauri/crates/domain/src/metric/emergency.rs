//! The emergency path: worse than the baseline for two periods running asks the sponsor and RevOps.

use super::{Calendar, Direction, Metric, Period, judge};
use crate::exception::{self, Cause, Exception, ExceptionRaised, Severity};
use crate::rule::{Rule, Settings};
use crate::{Event, ExceptionRef, Text};

/// What the rules are told beside a metric.
#[derive(Clone, Copy, Debug)]
pub struct Raising<'a> {
    /// The exceptions there are.
    pub exceptions: &'a [Exception],
    /// Which rules are on.
    pub rules: &'a Settings,
    /// The calendar that periods are counted by.
    pub calendar: Calendar,
    /// The reference of the exception, if one is raised.
    pub next: ExceptionRef,
}

/// The exception that comes with values of `touched` periods, where they open the emergency path.
/// `after` is the metric with those values.
///
/// It takes two periods running that are worse than their baselines, a missing one between them
/// skipped, and one of the values just given among them: what stood before trips nothing. While an
/// exception about the run is open there is no second, and a period that one exception counted no
/// other counts again.
pub fn emergency(after: &Metric, touched: &[Period], to: &Raising<'_>) -> Option<Event> {
    // What the desk counts itself turns with time alone: that is a finding.
    if after.retired || after.terms.derived.is_some() || !to.rules.is_on(Rule::BaselineHeld) {
        return None;
    }
    let run = judge(after, to.calendar).worse_running();
    let about: Vec<(&Exception, &[Period])> = to
        .exceptions
        .iter()
        .filter_map(|exception| match &exception.cause {
            Cause::Metric { metric, periods } if *metric == after.metric => {
                Some((exception, periods.as_slice()))
            }
            Cause::Item { .. }
            | Cause::Metric { .. }
            | Cause::Overrides { .. }
            | Cause::Permit { .. }
            | Cause::Population { .. }
            | Cause::Report
            | Cause::Stop { .. } => None,
        })
        .collect();
    let in_run = |periods: &[Period]| run.iter().any(|point| periods.contains(&point.period));
    if about.iter().any(|(one, periods)| one.stage.is_open() && in_run(periods)) {
        return None;
    }
    let counted = |period: Period| about.iter().any(|(_, periods)| periods.contains(&period));
    let fresh: Vec<_> = run.iter().filter(|point| !counted(point.period)).collect();
    let [.., first, second] = fresh.as_slice() else { return None };
    if !fresh.iter().any(|point| touched.contains(&point.period)) {
        return None;
    }
    let shown = |value: Option<super::Value>| {
        value.map_or_else(|| "–".to_owned(), |value| after.terms.unit.shown(value))
    };
    let side = match after.terms.direction {
        Direction::Higher => "below",
        Direction::Lower => "above",
    };
    let what = format!(
        "{} {side} its baseline two periods running: {} in {}, {} in {}, against {}.",
        after.terms.name.words().unwrap_or("A metric"),
        shown(first.value),
        first.period,
        shown(second.value),
        second.period,
        shown(second.baseline),
    );
    let kind = exception::Kind::MetricEmergency;
    let mut route = to.rules.route(kind).into_iter();
    let routed = route.next()?;
    let workflow = match after.terms.workflows.as_slice() {
        [only] => Some(*only),
        [] | [_, ..] => None,
    };
    Some(
        ExceptionRaised {
            exception: to.next,
            kind,
            severity: Severity::High,
            workflow,
            what: Text::new(what),
            pointer: None,
            routed,
            beside: route.collect(),
            cause: Cause::Metric {
                metric: after.metric,
                periods: vec![first.period, second.period],
            },
        }
        .into(),
    )
}
