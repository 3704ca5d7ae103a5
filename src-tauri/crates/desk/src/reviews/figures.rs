//! Live figures beside the questions of a review.
//!
//! Only what the workspace itself knows stands here, counted when somebody asks for it; figures from
//! action logs join when those are kept.

use std::collections::BTreeSet;

use chrono::Duration;
use domain::cadence::{CadenceSet, ChecklistItem};
use domain::check::Kind;
use domain::decision::{DecisionState, state};
use domain::exception::{Cause, Severity, Stage};
use domain::review::Figure;
use domain::rule::Rule;
use domain::workflow::{Status, Tier};
use domain::{ItemId, Moment, ReviewRef};
use store::View;
use store::tables::workflow::Workflow;

use super::FigureShown;
use super::pulled::COUNTS;
use super::samples::{Asked, drawn_for, in_short};
use crate::Problem;
use crate::checks::{figure, last_for, returns_short, short};
use crate::findings::found;

/// Each figure's identifier, and what it says. A cadence's items name those that stand beside them.
pub const FIGURES: &[(&str, &str)] = &[
    ("workflows.live", "Workflows live"),
    ("workflows.found-live", "Found live, no launch decision"),
    ("workflows.stopped", "Stopped or paused"),
    ("workflows.autonomous", "Acting unattended (tier 4)"),
    ("workflows.outreach", "Outreach and sequencing live"),
    ("workflows.scoring", "Scoring and routing live"),
    ("workflows.no-tier", "Without a tier"),
    ("workflows.no-owner", "Without an owner"),
    ("workflows.no-logs", "Without located logs"),
    ("workflows.with-roi", "With cost and benefit stated"),
    ("decisions.waiting", "Waiting for votes"),
    ("decisions.lapsing", "Lapse within 24 h"),
    ("decisions.applied-quarter", "Applied in 13 weeks"),
    ("exceptions.open", "Exceptions open"),
    ("exceptions.high", "Of high severity or worse"),
    ("exceptions.errors-week", "Output errors reported in 7 days"),
    ("exceptions.anomalies-week", "Anomalies raised in 7 days"),
    ("exceptions.severe-quarter", "Severe ones in 13 weeks"),
    ("overrides.week", "Overrides in 7 days"),
    ("overrides.month", "Overrides in 30 days"),
    ("overrides.generated-month", "With a reason an AI proposed, 30 days"),
    ("overrides.repeated", "Repeated, still to be seen to"),
    ("stops.unconfirmed", "Stops not confirmed everywhere"),
    ("stops.quarter", "Stops in 13 weeks"),
    ("stops.drills-quarter", "Drills in 13 weeks"),
    ("findings.open", "Findings open"),
    ("findings.drills-overdue", "Drills overdue"),
    ("findings.certificates", "Vendor certificates missing or running out"),
    ("findings.raci", "RACI marks"),
    ("findings.vacant", "Vacant roles in matrices"),
    ("findings.reviews-missed", "Cadences with a missed review"),
    ("findings.emergencies", "Metrics two periods below baseline"),
    ("findings.unmeasured", "Metrics with a missing period"),
    ("actions.open", "Action items open"),
    ("actions.late", "Action items late"),
    ("samples.ten", "Ten drawn for this review"),
    ("samples.outbound", "10 % drawn for this review"),
    ("checks.fairness", "Fairness, the last check"),
    ("checks.drift", "Drift, the last check"),
    ("checks.service-level", "Service level, the last check"),
    ("checks.return", "Return a year, as stated"),
];

/// The figures as they stand.
pub(super) struct Live(Vec<Counted>);

/// A figure as it was counted.
struct Counted {
    figure: &'static str,
    /// The item it is counted for; none where it is the same beside each.
    item: Option<ItemId>,
    value: String,
}

impl Live {
    /// What stands beside an item, in the order it names them.
    pub(super) fn beside(&self, item: &ChecklistItem) -> Vec<FigureShown> {
        item.figures
            .iter()
            .filter_map(|figure| {
                let here = |of: &Option<ItemId>| of.as_ref().is_none_or(|of| *of == item.item);
                let wanted = |one: &&Counted| one.figure == figure.as_str() && here(&one.item);
                let Counted { figure, value, .. } = self.0.iter().find(wanted)?;
                Some(FigureShown {
                    figure: (*figure).to_owned(),
                    label: label(figure).to_owned(),
                    value: value.clone(),
                })
            })
            .collect()
    }

    /// The same as an entry keeps it.
    pub(super) fn kept(&self, item: &ChecklistItem) -> Vec<Figure> {
        let shown = self.beside(item).into_iter();
        shown.map(|f| Figure::counted(f.figure, f.value)).collect()
    }

    fn tell(&mut self, figure: &'static str, count: usize) {
        self.0.push(Counted { figure, item: None, value: count.to_string() });
    }
}

/// What a figure says.
pub(super) fn label(figure: &str) -> &str {
    let known = FIGURES.iter().chain(COUNTS).find(|(known, _)| *known == figure);
    known.map_or(figure, |(_, label)| label)
}

/// Counts what `items` of a cadence ask for as it stands in `view` at `now`.
pub(super) fn figures(
    view: &View<'_>,
    (review, cadence): (&ReviewRef, &CadenceSet),
    items: &[ChecklistItem],
    now: Moment,
) -> Result<Live, Problem> {
    let groups: BTreeSet<&str> = items
        .iter()
        .flat_map(|item| &item.figures)
        .filter_map(|figure| Some(figure.as_str().split_once('.')?.0))
        .collect();
    let mut live = Live(Vec::new());
    for group in groups {
        match group {
            "workflows" => workflows(&mut live, view)?,
            "decisions" => decisions(&mut live, view, now)?,
            "exceptions" => exceptions(&mut live, view, now)?,
            "overrides" => overrides(&mut live, view, now)?,
            "stops" => stops(&mut live, view, now)?,
            "findings" => findings(&mut live, view, now)?,
            "actions" => actions(&mut live, view, now)?,
            "samples" => samples(&mut live, view, review, items, now)?,
            "checks" => checks(&mut live, view, cadence, items)?,
            // A cadence may name what a later program counts.
            _ => {}
        }
    }
    Ok(live)
}

fn workflows(live: &mut Live, view: &View<'_>) -> Result<(), Problem> {
    use domain::workflow::Kind;
    let workflows = view.workflows()?;
    let mut tell = |figure, wanted: &dyn Fn(&Workflow) -> bool| {
        live.tell(figure, workflows.iter().filter(|workflow| wanted(workflow)).count());
    };
    let runs = |w: &Workflow| w.status == Status::Live;
    let kind = |w: &Workflow, kinds: &[Kind]| w.facts.kind.is_some_and(|k| kinds.contains(&k));
    tell("workflows.live", &runs);
    tell("workflows.found-live", &|w| w.found_live);
    tell("workflows.stopped", &|w| matches!(w.status, Status::Stopped | Status::Paused));
    tell("workflows.autonomous", &|w| runs(w) && w.facts.tier() == Some(Tier::ExecuteAutonomously));
    tell("workflows.outreach", &|w| runs(w) && kind(w, &[Kind::Outreach, Kind::Sequencing]));
    tell("workflows.scoring", &|w| runs(w) && kind(w, &[Kind::LeadScoring, Kind::Routing]));
    tell("workflows.no-tier", &|w| w.facts.tier().is_none());
    tell("workflows.no-owner", &|w| w.facts.owner.is_none() && w.facts.owner_named.is_none());
    tell("workflows.no-logs", &|w| runs(w) && w.facts.logs.is_none());
    tell("workflows.with-roi", &|w| runs(w) && w.facts.cost_benefit.is_some());
    Ok(())
}

fn decisions(live: &mut Live, view: &View<'_>, now: Moment) -> Result<(), Problem> {
    let (mut waiting, mut lapsing, mut applied) = (0, 0, 0);
    for decision in view.decisions()? {
        match decision.settled {
            Some(settled) => {
                applied += usize::from(settled.applied && lately(settled.at, now, QUARTER));
            }
            None if state(&decision, view.underneath(&decision)?, now)
                == DecisionState::Proposed =>
            {
                waiting += 1;
                let left = decision.proposed.until.since(now);
                lapsing += usize::from(left <= Duration::hours(24));
            }
            None => {}
        }
    }
    live.tell("decisions.waiting", waiting);
    live.tell("decisions.lapsing", lapsing);
    live.tell("decisions.applied-quarter", applied);
    Ok(())
}

fn exceptions(live: &mut Live, view: &View<'_>, now: Moment) -> Result<(), Problem> {
    use domain::exception::Kind;
    let all = view.exceptions()?;
    let open = || all.iter().filter(|one| one.stage != Stage::Resolved);
    let of_week = |kind: Kind| {
        let raised = all.iter().filter(|one| one.kind == kind);
        raised.filter(|one| lately(one.raised.at, now, WEEK)).count()
    };
    let severe = all
        .iter()
        .filter(|one| one.severity >= Severity::High && lately(one.raised.at, now, QUARTER));
    live.tell("exceptions.open", open().count());
    live.tell("exceptions.high", open().filter(|one| one.severity >= Severity::High).count());
    live.tell("exceptions.errors-week", of_week(Kind::OutputError));
    live.tell("exceptions.anomalies-week", of_week(Kind::Anomaly));
    live.tell("exceptions.severe-quarter", severe.count());
    Ok(())
}

fn overrides(live: &mut Live, view: &View<'_>, now: Moment) -> Result<(), Problem> {
    let all = view.overrides()?;
    let since = |days: i64| all.iter().filter(move |one| lately(one.made.at, now, days));
    let repeated = view
        .exceptions()?
        .into_iter()
        .filter(|one| one.stage != Stage::Resolved && matches!(one.cause, Cause::Overrides { .. }));
    live.tell("overrides.week", since(WEEK).count());
    live.tell("overrides.month", since(MONTH).count());
    live.tell("overrides.generated-month", since(MONTH).filter(|one| one.generated).count());
    live.tell("overrides.repeated", repeated.count());
    Ok(())
}

fn stops(live: &mut Live, view: &View<'_>, now: Moment) -> Result<(), Problem> {
    let all = view.stops()?;
    let made = |drill: bool| {
        let of_it = all.iter().filter(|stop| stop.drill == drill);
        of_it.filter(|stop| lately(stop.made.at, now, QUARTER)).count()
    };
    let waiting = all.iter().filter(|stop| !stop.drill && stop.as_it_stands().waits()).count();
    live.tell("stops.unconfirmed", waiting);
    live.tell("stops.quarter", made(false));
    live.tell("stops.drills-quarter", made(true));
    Ok(())
}

fn findings(live: &mut Live, view: &View<'_>, now: Moment) -> Result<(), Problem> {
    let broken = found(view, now)?.broken;
    let mut tell = |figure, rules: &[Rule]| {
        live.tell(figure, broken.iter().filter(|one| rules.contains(&one.broken.rule)).count());
    };
    tell("findings.drills-overdue", &[Rule::DrillHeld]);
    tell("findings.certificates", &[Rule::CertificationValid, Rule::CertificationLasts]);
    tell(
        "findings.raci",
        &[
            Rule::OneAccountable,
            Rule::OneResponsible,
            Rule::AccountableNamed,
            Rule::RoleHeld,
            Rule::NotTooMuch,
            Rule::ApproverApart,
            Rule::WorkflowCovered,
        ],
    );
    tell("findings.vacant", &[Rule::RoleHeld]);
    tell("findings.reviews-missed", &[Rule::ReviewsHeld]);
    tell("findings.emergencies", &[Rule::BaselineHeld]);
    tell("findings.unmeasured", &[Rule::MetricMeasured]);
    live.tell("findings.open", broken.len());
    Ok(())
}

fn actions(live: &mut Live, view: &View<'_>, now: Moment) -> Result<(), Problem> {
    let today = now.in_zone(super::list::zone(view)?).date_naive();
    let open: Vec<_> = view.actions()?.into_iter().filter(|item| item.ended.is_none()).collect();
    live.tell("actions.open", open.len());
    live.tell("actions.late", open.iter().filter(|item| item.due < today).count());
    Ok(())
}

/// What was drawn for each item that reads a sample.
fn samples(
    live: &mut Live,
    view: &View<'_>,
    review: &ReviewRef,
    items: &[ChecklistItem],
    now: Moment,
) -> Result<(), Problem> {
    let all = view.samples()?;
    for item in items {
        for asked in Asked::ALL {
            let value = in_short(&drawn_for(&all, review, &item.item), now);
            live.0.push(Counted { figure: asked.figure(), item: Some(item.item.clone()), value });
        }
    }
    Ok(())
}

/// The last check of each kind, item by item, and the return on workflows.
fn checks(
    live: &mut Live,
    view: &View<'_>,
    cadence: &CadenceSet,
    items: &[ChecklistItem],
) -> Result<(), Problem> {
    let checks = view.checks()?;
    for item in items {
        let asks = |kind: &Kind| item.figures.iter().any(|one| one.as_str() == figure(*kind));
        for kind in Kind::ALL.into_iter().filter(asks) {
            let last = last_for(&checks, kind, cadence, item);
            let value = last.map_or_else(
                || "None yet".to_owned(),
                |check| format!("{}, {}", short(&check.made.found).0, check.made.check),
            );
            live.0.push(Counted { figure: figure(kind), item: Some(item.item.clone()), value });
        }
    }
    let value = returns_short(view)?;
    live.0.push(Counted { figure: "checks.return", item: None, value });
    Ok(())
}

const WEEK: i64 = 7;
const MONTH: i64 = 30;
const QUARTER: i64 = 91;

/// Whether `at` lies in the last so many days.
fn lately(at: Moment, now: Moment, days: i64) -> bool {
    at <= now && now.since(at) < Duration::days(days)
}
