//! Saying what is measured.

use super::{Definition, Metric, MetricChanged, MetricRetired, MetricsDefined, Terms, Value};
use crate::decision::DecisionKind;
use crate::people::{Standing, entitled, keepers};
use crate::refusal::{NAME_LIMIT, TEXT_LIMIT, reasoned, required};
use crate::text::fold;
use crate::{Event, MetricRef, PersonRef, Refusal, Text, WorkflowRef};

/// Defines a metric under the next reference. `known` are the metrics there are, retired ones
/// too; `workflows` those on the register.
pub fn define(
    standing: &Standing,
    by: PersonRef,
    known: &[Metric],
    workflows: &[WorkflowRef],
    terms: Terms,
) -> Result<(MetricRef, Event), Refusal> {
    entitled(standing, by, "defining a metric", &keepers())?;
    check(standing, known, workflows, None, &terms)?;
    let last = known.iter().map(|metric| metric.metric.number()).max().unwrap_or(0);
    let metric = MetricRef::new(last + 1);
    Ok((metric, MetricsDefined { metrics: vec![Definition { metric, terms }] }.into()))
}

/// Describes a metric anew. What its values mean (unit, direction, period) stays once there is
/// one: another meaning is another metric. A threshold that is taken away, or easier to hold, takes a
/// decision.
pub fn change(
    standing: &Standing,
    by: PersonRef,
    known: &[Metric],
    workflows: &[WorkflowRef],
    metric: &Metric,
    terms: Terms,
) -> Result<Event, Refusal> {
    check_change(standing, known, workflows, metric, &terms)?;
    may_change(standing, by, &metric.terms, &terms)?;
    Ok(MetricChanged { metric: metric.metric, terms }.into())
}

/// Refuses whoever may not describe a metric anew alone.
pub fn may_change(
    standing: &Standing,
    by: PersonRef,
    now: &Terms,
    after: &Terms,
) -> Result<(), Refusal> {
    entitled(standing, by, "changing a metric", &keepers())?;
    let eased = |was: Option<Value>, is: Option<Value>| {
        was.is_some_and(|was| is.is_none_or(|is| after.direction.is_worse(is, was)))
    };
    let what = if eased(now.warn, after.warn) {
        "its line of attention would be gone, or easier to hold"
    } else if eased(now.limit, after.limit) {
        "its limit would be gone, or easier to hold"
    } else {
        return Ok(());
    };
    Err(Refusal::NeedsDecision { kind: DecisionKind::Threshold, what: what.to_owned() })
}

/// Refuses terms by which a metric could not stand, or that change nothing.
pub fn check_change(
    standing: &Standing,
    known: &[Metric],
    workflows: &[WorkflowRef],
    metric: &Metric,
    terms: &Terms,
) -> Result<(), Refusal> {
    metric.must_be_measured()?;
    check(standing, known, workflows, Some(metric.metric), terms)?;
    let meaning = |terms: &Terms| (terms.unit, terms.direction, terms.every, terms.derived);
    let counted = metric.terms.derived.is_some();
    let measured = counted || !metric.observed.is_empty() || !metric.baselines.is_empty();
    if measured && meaning(terms) != meaning(&metric.terms) {
        return Err(Refusal::MeaningFixed { metric: metric.metric });
    }
    if *terms == metric.terms { Err(Refusal::NothingChanged) } else { Ok(()) }
}

/// Ends the measuring of a metric; what was observed stays. It wants a reason, which goes with
/// the entry. Where anything was held against a baseline or a line, that takes a decision.
pub fn retire(
    standing: &Standing,
    by: PersonRef,
    metric: &Metric,
    reason: &str,
) -> Result<Event, Refusal> {
    metric.must_be_measured()?;
    reasoned("retiring a metric", reason)?;
    may_retire(standing, by, metric)?;
    Ok(MetricRetired { metric: metric.metric }.into())
}

/// Refuses whoever may not end the measuring of a metric alone.
pub fn may_retire(standing: &Standing, by: PersonRef, metric: &Metric) -> Result<(), Refusal> {
    entitled(standing, by, "retiring a metric", &keepers())?;
    let judges = metric.terms.warn.is_some() || metric.terms.limit.is_some();
    let has_values = metric.terms.derived.is_some() || !metric.observed.is_empty();
    if metric.baselines.is_empty() && !(has_values && judges) {
        return Ok(());
    }
    let what = format!("{} would be measured no longer", metric.metric);
    Err(Refusal::NeedsDecision { kind: DecisionKind::Threshold, what })
}

fn check(
    standing: &Standing,
    known: &[Metric],
    workflows: &[WorkflowRef],
    itself: Option<MetricRef>,
    terms: &Terms,
) -> Result<(), Refusal> {
    let name = terms.name.words().unwrap_or_default();
    required("the metric’s name", name, NAME_LIMIT)?;
    required("where its values come from", source(terms).unwrap_or("–"), TEXT_LIMIT)?;
    terms.derived.map_or(Ok(()), |derived| derived.fits(terms))?;
    let taken = known.iter().find(|other| {
        !other.retired
            && Some(other.metric) != itself
            && other.terms.name.words().is_some_and(|words| fold(words) == fold(name))
    });
    if let Some(other) = taken {
        let reference = other.metric.to_string();
        return Err(Refusal::NameTaken { name: name.to_owned(), reference });
    }
    let crossed = |warn, limit| terms.direction.is_worse(warn, limit);
    if terms.warn.zip(terms.limit).is_some_and(|(warn, limit)| crossed(warn, limit)) {
        return Err(Refusal::ThresholdsCross);
    }
    if let Some(owner) = terms.owner {
        standing.must_be_here(owner)?;
    }
    let unknown = |reference: String| Err(Refusal::Unknown { reference });
    if let Some(strange) = terms.workflows.iter().find(|named| !workflows.contains(named)) {
        return unknown(strange.to_string());
    }
    match terms.beside {
        Some(beside) if Some(beside) == itself || !known.iter().any(|m| m.metric == beside) => {
            unknown(beside.to_string())
        }
        Some(_) | None => Ok(()),
    }
}

fn source(terms: &Terms) -> Option<&str> {
    terms.source.as_ref().and_then(Text::words)
}
