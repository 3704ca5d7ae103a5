//! Keeping metrics: defining, holding against a baseline, recording and correcting.

use domain::metric::{self, Terms, Value};
use domain::review::Review;
use domain::{Event, MetricRef, Refusal, ReviewRef, Text, WorkflowRef};
use store::View;

use super::emergency::{Given, emergencies};
use super::one::find;
use super::{
    ChangeMetric, CorrectObservation, DefineMetric, MetricQuery, MetricTerms, MetricView,
    RecordObservation, RetireMetric, SetBaseline, calendar,
};
use crate::door::Act;
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn define_metric(&mut self, request: DefineMetric) -> Result<MetricView, Problem> {
        let terms = stated(&request.terms)?;
        let mut defined = None;
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let (known, workflows) = (act.view.metrics()?, workflows(act.view)?);
            let (metric, event) = metric::define(&standing, act.by, &known, &workflows, terms)?;
            defined = Some(metric);
            Ok(vec![event])
        })?;
        let metric = defined.ok_or_else(|| Problem::internal("no metric was defined"))?;
        self.shown(metric)
    }

    /// See the list of operations.
    pub fn change_metric(&mut self, request: ChangeMetric) -> Result<MetricView, Problem> {
        let terms = stated(&request.terms)?;
        self.keep(&request.metric, "", |act, metric| {
            let standing = standing(act.view, act.now)?;
            let (known, workflows) = (act.view.metrics()?, workflows(act.view)?);
            Ok(vec![metric::change(&standing, act.by, &known, &workflows, metric, terms)?])
        })
    }

    /// See the list of operations.
    pub fn retire_metric(&mut self, request: RetireMetric) -> Result<MetricView, Problem> {
        self.keep(&request.metric, &request.reason, |act, metric| {
            let standing = standing(act.view, act.now)?;
            Ok(vec![metric::retire(&standing, act.by, metric, &request.reason)?])
        })
    }

    /// See the list of operations.
    pub fn set_baseline(&mut self, request: SetBaseline) -> Result<MetricView, Problem> {
        let (value, from) = (request.value.parse()?, request.from.parse()?);
        self.keep(&request.metric, &request.reason, |act, metric| {
            let standing = standing(act.view, act.now)?;
            let calendar = calendar(act.view, act.now)?;
            let reason = &request.reason;
            let set =
                metric::set_baseline(&standing, act.by, metric, calendar, value, from, reason)?;
            Ok(vec![set])
        })
    }

    /// See the list of operations.
    pub fn record_observation(
        &mut self,
        request: RecordObservation,
    ) -> Result<MetricView, Problem> {
        self.observe(&request)?;
        self.shown(request.metric.parse()?)
    }

    /// Records what a metric came to, and shows nothing.
    pub(crate) fn observe(&mut self, request: &RecordObservation) -> Result<(), Problem> {
        let metric: MetricRef = request.metric.parse()?;
        let (value, period) = (request.value.parse()?, request.period.parse()?);
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let calendar = calendar(act.view, act.now)?;
            let (metric, call) =
                (find(act.view, metric)?, call(act.view, request.review.as_deref())?);
            let call = call.as_ref();
            let seen = metric::observe(&standing, act.by, &metric, calendar, period, value, call)?;
            let given = Given { metric, values: vec![(period, value)] };
            let raised = emergencies(act, calendar, vec![given])?;
            Ok(std::iter::once(seen).chain(raised).collect())
        })?;
        Ok(())
    }

    /// See the list of operations.
    pub fn correct_observation(
        &mut self,
        request: CorrectObservation,
    ) -> Result<MetricView, Problem> {
        let (value, period) = (request.value.parse()?, request.period.parse()?);
        self.keep(&request.metric, &request.reason, |act, metric| {
            let standing = standing(act.view, act.now)?;
            let calendar = calendar(act.view, act.now)?;
            let call = call(act.view, request.review.as_deref())?;
            let (reason, call) = (&request.reason, call.as_ref());
            let corrected =
                metric::correct(&standing, act.by, metric, calendar, period, value, reason, call)?;
            let given = Given { metric: metric.clone(), values: vec![(period, value)] };
            let raised = emergencies(act, calendar, vec![given])?;
            Ok(std::iter::once(corrected).chain(raised).collect())
        })
    }

    /// Does what `decide` says to one metric, for the reason `why`, and shows it.
    fn keep(
        &mut self,
        metric: &str,
        why: &str,
        decide: impl FnOnce(&Act<'_>, &metric::Metric) -> Result<Vec<Event>, Problem>,
    ) -> Result<MetricView, Problem> {
        let metric: MetricRef = metric.parse()?;
        self.act_because(why, |act| decide(act, &find(act.view, metric)?))?;
        self.shown(metric)
    }

    fn shown(&mut self, metric: MetricRef) -> Result<MetricView, Problem> {
        self.metric(MetricQuery { metric: metric.to_string(), as_of: None })
    }
}

/// What a person says a metric is, as the rules take it.
pub(crate) fn stated(given: &MetricTerms) -> Result<Terms, Problem> {
    Ok(Terms {
        name: Text::new(given.name.trim()),
        class: given.class,
        unit: given.unit,
        direction: given.direction,
        every: given.every,
        warn: line(&given.warn)?,
        limit: line(&given.limit)?,
        target: line(&given.target)?,
        beside: given_or_none(&given.complements).map(str::parse).transpose()?,
        owner: given_or_none(&given.owner).map(str::parse).transpose()?,
        source: Text::some(&given.source),
        workflows: given.workflows.iter().map(|w| w.parse()).collect::<Result<_, _>>()?,
        derived: given.derived,
    })
}

fn line(written: &str) -> Result<Option<Value>, Refusal> {
    given_or_none(written).map(str::parse).transpose()
}

fn given_or_none(written: &str) -> Option<&str> {
    Some(written.trim()).filter(|written| !written.is_empty())
}

fn workflows(view: &View<'_>) -> Result<Vec<WorkflowRef>, Problem> {
    Ok(view.register()?.known.iter().map(|known| known.workflow).collect())
}

/// The review in whose call a value is typed.
fn call(view: &View<'_>, review: Option<&str>) -> Result<Option<Review>, Problem> {
    let Some(review) = review else { return Ok(None) };
    let unknown = || Refusal::Unknown { reference: review.to_owned() };
    Ok(Some(view.review(&ReviewRef::new(review))?.ok_or_else(unknown)?))
}
