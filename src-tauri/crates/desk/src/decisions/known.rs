//! What the desk itself knows of the evidence a right may ask.

use domain::decision::{EvidenceAsked, Known};
use domain::{Moment, WorkflowRef};
use store::View;

use crate::Problem;
use crate::metrics::{MetricState, beside};

/// What the desk knows of a workflow at `now`; of what it does not know it says nothing.
pub(super) fn known(
    view: &View<'_>,
    workflow: Option<WorkflowRef>,
    now: Moment,
) -> Result<Vec<Known>, Problem> {
    let Some(workflow) = workflow else { return Ok(Vec::new()) };
    let Some(stands) = view.workflow(workflow)? else { return Ok(Vec::new()) };
    Ok(metrics_hold(view, &stands.facts.metrics, now)?.into_iter().collect())
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
