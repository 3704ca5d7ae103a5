//! A scorecard as it stands.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::metric::{Metric, Period};
use domain::{MetricRef, Refusal, WorkflowRef};
use store::View;

use super::events::{Line, happened};
use super::{CardPick, Complemented, Scorecard, ScorecardClass, ScorecardMetric, ScorecardQuery};
use crate::count::count;
use crate::metrics::{MetricState, counted};
use crate::workspace::settings;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn scorecard(&mut self, request: ScorecardQuery) -> Result<Scorecard, Problem> {
        let (view, looked) = self.look_at_metrics(request.as_of)?;
        let workflow: Option<WorkflowRef> =
            request.workflow.as_deref().map(str::parse).transpose()?;
        let all = view.metrics()?;
        let of = of(&view, workflow)?;
        let cards = cards(&view, &all)?;
        let kept: Vec<Kept> = all
            .iter()
            .filter(|metric| !metric.retired)
            .filter_map(|metric| Kept::of(metric, workflow, &of.measured_by))
            .collect();
        let narrowed: BTreeSet<MetricRef> =
            kept.iter().filter(|one| one.narrowed).map(|one| one.metric.metric).collect();
        let metrics = kept.into_iter().map(|one| one.metric).collect();
        let metrics = counted(&view, looked.at, metrics, |_| true)?;
        let rows: Vec<_> = metrics.iter().map(|metric| looked.row(metric)).collect();
        let first =
            rows.iter().filter_map(|row| first_day(row, looked.calendar.fiscal_start)).min();
        let line =
            Line::of(happened(&view, workflow)?, first, settings(&view)?.zone, looked.calendar);
        let mut shown: Vec<ScorecardMetric> = Vec::with_capacity(rows.len());
        for (metric, row) in metrics.iter().zip(&rows) {
            let from = row.beside.points.first();
            let marks = from.map(|point| {
                line.marks(&metric.terms.workflows, metric.terms.every, &point.period)
            });
            shown.push(ScorecardMetric {
                narrowed: narrowed.contains(&metric.metric),
                marks: marks.unwrap_or_default(),
                beside: metric.terms.beside.and_then(|beside| {
                    let found = all.iter().find(|other| other.metric == beside)?;
                    let row = rows.iter().find(|row| row.beside.metric == beside.to_string());
                    let row = row.cloned().unwrap_or_else(|| looked.row(found));
                    Some(Complemented {
                        metric: row.beside.metric,
                        name: row.beside.name,
                        latest: row.beside.latest,
                        latest_period: row.beside.latest_period,
                    })
                }),
                row: row.clone(),
            });
        }
        let measured: Vec<MetricState> =
            rows.iter().map(|row| row.beside.state).filter(|state| is_measured(*state)).collect();
        let out = measured.iter().filter(|state| state.is_out_of_line()).count();
        Ok(Scorecard {
            workflow: workflow.map(|workflow| workflow.to_string()),
            name: of.name,
            cards,
            classes: classes(shown),
            events: line.listed(),
            measured: count(measured.len()),
            out_of_line: count(out),
            as_of: looked.as_of,
        })
    }
}

/// What a scorecard is of.
struct Of {
    name: Option<String>,
    measured_by: Vec<MetricRef>,
}

fn of(view: &View<'_>, workflow: Option<WorkflowRef>) -> Result<Of, Problem> {
    let Some(workflow) = workflow else { return Ok(Of { name: None, measured_by: Vec::new() }) };
    let unknown = || Refusal::Unknown { reference: workflow.to_string() };
    let facts = view.workflow(workflow)?.ok_or_else(unknown)?.facts;
    let name = facts.name.as_ref().and_then(|name| name.words().map(str::to_owned));
    Ok(Of { name, measured_by: facts.metrics })
}

/// The workflows that something is measured of, by reference.
fn cards(view: &View<'_>, metrics: &[Metric]) -> Result<Vec<CardPick>, Problem> {
    let mut named: BTreeSet<WorkflowRef> = metrics
        .iter()
        .filter(|metric| !metric.retired)
        .flat_map(|metric| metric.terms.workflows.iter().copied())
        .collect();
    for workflow in view.workflows()? {
        if !workflow.facts.metrics.is_empty() {
            named.insert(workflow.workflow);
        }
    }
    let names = view.workflow_names()?.into_iter();
    let picks = names.filter(|(workflow, _)| named.contains(workflow));
    Ok(picks.map(|(workflow, name)| CardPick { workflow: workflow.to_string(), name }).collect())
}

/// A metric that stands on a scorecard.
struct Kept {
    metric: Metric,
    narrowed: bool,
}

impl Kept {
    /// The program's card has every metric. A workflow's has those it is measured by, those that
    /// name it, and what the desk counts of the program, counted for it alone: the program's
    /// baseline says nothing of one workflow, so it is left out.
    fn of(metric: &Metric, workflow: Option<WorkflowRef>, by: &[MetricRef]) -> Option<Self> {
        let mut metric = metric.clone();
        let Some(workflow) = workflow else { return Some(Self { metric, narrowed: false }) };
        if metric.terms.workflows.contains(&workflow) {
            return Some(Self { metric, narrowed: false });
        }
        let counts = metric.terms.derived.is_some_and(|derived| derived.of_workflows());
        if counts && metric.terms.workflows.is_empty() {
            metric.terms.workflows = vec![workflow];
            metric.baselines.clear();
            return Some(Self { metric, narrowed: true });
        }
        by.contains(&metric.metric).then_some(Self { metric, narrowed: false })
    }
}

fn first_day(row: &crate::metrics::MetricRow, fiscal_start: u32) -> Option<NaiveDate> {
    let period: Period = row.beside.points.first()?.period.parse().ok()?;
    Some(period.first_day(fiscal_start))
}

/// In the order of the classes; within one those measured first, as they are numbered.
fn classes(mut metrics: Vec<ScorecardMetric>) -> Vec<ScorecardClass> {
    metrics.sort_by_key(|one| (one.row.class, !is_measured(one.row.beside.state)));
    let mut classes: Vec<ScorecardClass> = Vec::new();
    for metric in metrics {
        match classes.last_mut() {
            Some(of) if of.class == metric.row.class => of.metrics.push(metric),
            Some(_) | None => {
                classes.push(ScorecardClass { class: metric.row.class, metrics: vec![metric] });
            }
        }
    }
    classes
}

fn is_measured(state: MetricState) -> bool {
    !matches!(state, MetricState::NotMeasured | MetricState::Retired)
}
