//! What the desk itself knows of the evidence a right may ask.

use std::collections::BTreeSet;

use domain::decision::{EvidenceAsked, EvidenceShown, Known};
use domain::evidence::{Found, Validity, validity};
use domain::exception::Severity;
use domain::metric::{Class, Metric};
use domain::rule::Number;
use domain::sample::{More, WEEKS, WEEKS_SAMPLED};
use domain::{EvidenceRef, MetricRef, Moment, WorkflowRef};
use store::View;

use super::EvidenceRow;
use crate::Problem;
use crate::metrics::{MetricBeside, MetricState, beside};
use crate::problem::amid;
use crate::register::words;
use crate::samples::{Pool, can_tell, nameless, pools, pools_as_counted_once};
use crate::workspace::settings;

/// What the desk knows of a workflow at `now`, and of what is shown for it; of what it does not know
/// it says nothing.
pub(super) fn known(
    view: &View<'_>,
    workflow: Option<WorkflowRef>,
    shown: &[EvidenceShown],
    now: Moment,
) -> Result<Vec<Known>, Problem> {
    let mut known = of_workflow(view, workflow, now)?;
    known.extend(counts_no_longer(view, shown, now)?);
    Ok(known)
}

/// What the desk knew when something was judged: `view` is the record before the entry that judged it,
/// `then` the moment of that. What samples were of may have been erased since: it was there when it
/// counted. What had been erased by then stood in the way. Samples that prove too little as they are
/// counted now may have proven enough as they were counted then.
pub(crate) fn known_then(
    view: &View<'_>,
    workflow: Option<WorkflowRef>,
    shown: &[EvidenceShown],
    then: Moment,
) -> Result<Vec<Known>, Problem> {
    let mut known = known(view, workflow, shown, then)?;
    let Some(workflow) = workflow else { return Ok(known) };
    let samples = view.samples()?;
    if known.iter().any(|known| known.asked == EvidenceAsked::Samples && !known.holds)
        && nameless(view, &samples, workflow, then)?.is_none()
        && let Some(counted) = own(&pools_as_counted_once(view, &samples, then)?, workflow)
        && counted.holds
    {
        known.retain(|known| known.asked != EvidenceAsked::Samples);
        known.push(counted);
    }
    if nameless(view, &samples, workflow, then)?.is_none()
        && !can_tell(view, &samples, workflow, then)?
    {
        known.retain(|known| known.asked != EvidenceAsked::Samples);
        let says = "what its samples were of was erased".to_owned();
        known.push(Known { asked: EvidenceAsked::Samples, holds: true, says });
    }
    Ok(known)
}

/// What is shown by evidence that counts no longer: its last day has passed, or its file was found to
/// be another.
fn counts_no_longer(
    view: &View<'_>,
    shown: &[EvidenceShown],
    now: Moment,
) -> Result<Vec<Known>, Problem> {
    let named = shown.iter().flat_map(|shown| {
        let pieces = shown.at.iter().filter_map(|reference| reference.parse().ok());
        pieces.map(|piece: EvidenceRef| (shown.asked, piece))
    });
    let named: Vec<_> = named.collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let today = now.in_zone(settings(view)?.zone).date_naive();
    let changed: BTreeSet<EvidenceRef> = view
        .rechecks()?
        .into_iter()
        .filter(|one| matches!(one.found, Found::Changed { .. }))
        .map(|one| one.evidence)
        .collect();
    let mut known = Vec::new();
    for (asked, piece) in named {
        let expires = view.evidence_one(piece)?.and_then(|one| one.expires);
        let says = match expires.filter(|_| validity(expires, today) == Validity::Expired) {
            Some(last) => format!("{piece} counted until {last}"),
            None if changed.contains(&piece) => format!("the file of {piece} was found changed"),
            None => continue,
        };
        known.push(Known { asked, holds: false, says });
    }
    Ok(known)
}

fn of_workflow(
    view: &View<'_>,
    workflow: Option<WorkflowRef>,
    now: Moment,
) -> Result<Vec<Known>, Problem> {
    let Some(workflow) = workflow else { return Ok(Vec::new()) };
    let Some(stands) = view.workflow(workflow)? else { return Ok(Vec::new()) };
    let measured = measured_of(view, workflow, &stands.facts.metrics)?;
    let mut known: Vec<Known> = sampled(view, workflow, now)?.into_iter().collect();
    known.extend(metrics_hold(view, &measured, now)?);
    known.extend(drift_stable(view, &measured, now)?);
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
                wants: asked.wants().to_owned(),
                words: given.and_then(|given| words(given.words.as_ref())),
                at: given.map(|given| given.at.clone()).unwrap_or_default(),
            }
        })
        .collect()
}

/// What its own samples of 13 weeks prove together of the share in error; not known of a workflow
/// that has none. Errors stay errors when the name of what they were found in is erased.
fn sampled(view: &View<'_>, workflow: WorkflowRef, now: Moment) -> Result<Option<Known>, Problem> {
    let samples = view.samples()?;
    if let Some(sample) = nameless(view, &samples, workflow, now)? {
        let says = format!(
            "{sample} found errors, and what it is a sample of was erased: it may be this workflow"
        );
        return Ok(Some(Known { asked: EvidenceAsked::Samples, holds: false, says }));
    }
    Ok(own(&pools(view, &samples, now)?, workflow))
}

/// What the samples of a workflow prove, of those that were pooled.
fn own(pools: &[Pool], workflow: WorkflowRef) -> Option<Known> {
    let own = pools.iter().find(|pool| pool.workflow == Some(workflow));
    own.map(|pool| {
        let proven = pool.pooled.more == More::Proven;
        let holds = proven && pool.weeks >= WEEKS_SAMPLED;
        let mut says = amid(pool.says().trim_end_matches('.'));
        if proven && !holds {
            let weeks = pool.weeks;
            says = format!(
                "{says}, but they are of actions of {weeks} of the last {WEEKS} weeks; \
                 {WEEKS_SAMPLED} are asked for"
            );
        }
        Known { asked: EvidenceAsked::Samples, holds, says }
    })
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
        Some(done) => {
            let ago = now.since(done.at).num_days();
            let minutes = done.at.since(last.made.at).num_minutes();
            let says = format!(
                "{} was confirmed in every system {ago} days ago, {minutes} min after it; it \
                 counts for {days} days",
                last.stop
            );
            (ago <= days, says)
        }
    };
    Ok(Some(Known { asked: EvidenceAsked::DrillPassed, holds, says }))
}

/// The metrics it is measured by, and those that name it.
fn measured_of(
    view: &View<'_>,
    workflow: WorkflowRef,
    by: &[MetricRef],
) -> Result<Vec<Metric>, Problem> {
    let mut metrics = view.metrics()?;
    metrics.retain(|metric| {
        let named = metric.terms.workflows.contains(&workflow);
        !metric.retired && (named || by.contains(&metric.metric))
    });
    Ok(metrics)
}

/// Whether what it works on is what it was judged on: no metric of drift is out of line. Not known
/// where none of them has a value and something to hold it against.
fn drift_stable(
    view: &View<'_>,
    measured: &[Metric],
    now: Moment,
) -> Result<Option<Known>, Problem> {
    let of_drift = measured.iter().filter(|metric| metric.terms.class == Class::Drift);
    let drift: Vec<MetricRef> = of_drift.map(|metric| metric.metric).collect();
    let mut beside = beside(view, &drift, now)?;
    beside.retain(|one| one.state.is_out_of_line() || one.state == MetricState::Held);
    if beside.is_empty() {
        return Ok(None);
    }
    let holds = beside.iter().all(|metric| metric.state == MetricState::Held);
    let says: Vec<String> =
        beside.iter().filter(|one| holds || one.state != MetricState::Held).map(figure).collect();
    Ok(Some(Known { asked: EvidenceAsked::DriftStable, holds, says: says.join("; ") }))
}

/// `Positive replies (MET-0004) 2.7 % in W46: below baseline of 3.1 %`.
fn figure(metric: &MetricBeside) -> String {
    let MetricBeside { name, metric: reference, latest, latest_period, says, .. } = metric;
    let value = latest.as_ref().zip(latest_period.as_ref());
    let value = value.map(|(value, period)| format!(" {value} in {period}")).unwrap_or_default();
    format!("{name} ({reference}){value}: {}", amid(says))
}

/// Whether the workflow's metrics stand at their baselines or better; not known of one that is
/// measured by none.
fn metrics_hold(
    view: &View<'_>,
    measured: &[Metric],
    now: Moment,
) -> Result<Option<Known>, Problem> {
    let metrics: Vec<MetricRef> = measured.iter().map(|metric| metric.metric).collect();
    let mut beside = beside(view, &metrics, now)?;
    // One that is held against nothing proves nothing.
    beside.retain(|metric| metric.state != MetricState::Unjudged);
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
        .map(figure)
        .collect();
    let holds = worse.is_empty();
    let says = match holds {
        true => format!("{} of {} metrics hold", beside.len(), beside.len()),
        false => worse.join("; "),
    };
    Ok(Some(Known { asked: EvidenceAsked::MetricsHold, holds, says }))
}
