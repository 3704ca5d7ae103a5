//! What the desk itself knows of the evidence a right may ask.

use domain::decision::{EvidenceAsked, EvidenceShown, Known};
use domain::exception::Severity;
use domain::rule::Number;
use domain::{Moment, WorkflowRef};
use store::View;

use super::EvidenceRow;
use crate::Problem;
use crate::metrics::{MetricState, beside};
use crate::register::words;

/// What the desk knows of a workflow at `now`; of what it does not know it says nothing.
pub(crate) fn known(
    view: &View<'_>,
    workflow: Option<WorkflowRef>,
    now: Moment,
) -> Result<Vec<Known>, Problem> {
    let Some(workflow) = workflow else { return Ok(Vec::new()) };
    let Some(stands) = view.workflow(workflow)? else { return Ok(Vec::new()) };
    let mut known: Vec<Known> =
        metrics_hold(view, &stands.facts.metrics, now)?.into_iter().collect();
    known.push(no_high_exception(view, workflow)?);
    known.extend(drill_passed(view, workflow, now)?);
    Ok(known)
}

/// What was asked to be shown, and what is.
pub(super) fn evidence_rows(
    asked: &[EvidenceAsked],
    shown: &[EvidenceShown],
    known: &[Known],
) -> Vec<EvidenceRow> {
    // What is shown without being asked for is shown too.
    let mut all = asked.to_vec();
    all.extend(shown.iter().map(|shown| shown.asked));
    all.sort_unstable();
    all.dedup();
    all.into_iter()
        .map(|asked| {
            let given = shown.iter().find(|shown| shown.asked == asked);
            let known = known.iter().find(|known| known.asked == asked);
            EvidenceRow {
                asked,
                asked_words: asked.words().to_owned(),
                there: known.map_or(given.is_some(), |known| known.holds),
                known: known.map(|known| known.says.clone()),
                words: given.and_then(|given| words(given.words.as_ref())),
                at: given.map(|given| given.at.clone()).unwrap_or_default(),
            }
        })
        .collect()
}

/// Whether no exception of high severity is open on the workflow.
fn no_high_exception(view: &View<'_>, workflow: WorkflowRef) -> Result<Known, Problem> {
    let open: Vec<String> = view
        .open_exceptions()?
        .iter()
        .filter(|one| one.workflow == Some(workflow) && one.severity >= Severity::High)
        .map(|one| one.exception.to_string())
        .collect();
    let says = match open.is_empty() {
        true => "no exception of high severity is open".to_owned(),
        false => format!("{} of high severity is open", open.join(", ")),
    };
    Ok(Known { asked: EvidenceAsked::NoOpenHighException, holds: open.is_empty(), says })
}

/// Whether the kill switch was seen to work lately; not known of a workflow it was never tried on.
fn drill_passed(
    view: &View<'_>,
    workflow: WorkflowRef,
    now: Moment,
) -> Result<Option<Known>, Problem> {
    let mut pulled = view.stops()?.into_iter().filter(|stop| stop.workflow == workflow);
    let Some(last) = pulled.next_back() else { return Ok(None) };
    let days = i64::from(view.rules()?.number(Number::DrillDays));
    let (holds, says) = match last.confirmed_at() {
        None => (false, format!("{} is not confirmed in every system", last.stop)),
        Some(done) if now.since(done.at).num_days() > days => {
            (false, format!("{} was confirmed more than {days} days ago", last.stop))
        }
        Some(_) => (true, format!("{} was confirmed in every system", last.stop)),
    };
    Ok(Some(Known { asked: EvidenceAsked::DrillPassed, holds, says }))
}

/// Whether the workflow's metrics stand at their baselines or better; not known of one that is
/// measured by none.
fn metrics_hold(
    view: &View<'_>,
    metrics: &[domain::MetricRef],
    now: Moment,
) -> Result<Option<Known>, Problem> {
    let beside = beside(view, metrics, now)?;
    if beside.is_empty() {
        return Ok(None);
    }
    let worse: Vec<String> = beside
        .iter()
        .filter(|metric| match metric.state {
            MetricState::Emergency
            | MetricState::Breach
            | MetricState::Worse
            | MetricState::Missing
            | MetricState::NotMeasured => true,
            MetricState::Warned
            | MetricState::Unjudged
            | MetricState::Held
            | MetricState::Retired => false,
        })
        .map(|metric| format!("{} ({}) does not hold: {}", metric.name, metric.metric, metric.says))
        .collect();
    let holds = worse.is_empty();
    let says = match holds {
        true => format!("{} of {} metrics hold", beside.len(), beside.len()),
        false => worse.join("; "),
    };
    Ok(Some(Known { asked: EvidenceAsked::MetricsHold, holds, says }))
}
