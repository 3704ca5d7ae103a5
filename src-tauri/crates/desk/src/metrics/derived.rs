//! The metrics that the desk counts itself, period by period.
//!
//! A period's value is made of what stood when it ended, so it is the same whenever it is looked at.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use chrono_tz::Tz;
use domain::decision::{Decision, DecisionState, Verdict};
use domain::exception::Clock;
use domain::metric::derived::{Stretch, override_rate, queue_time, share};
use domain::metric::{Calendar, Derived, Metric, Observed, Period, Tally, Terms, Value};
use domain::workflow::Status;
use domain::{MetricRef, Moment, ReviewRef, WorkflowRef};
use store::View;
use store::tables::overriding::Override;
use store::tables::workflow::Stood;

use super::sampled::{Checked, checked, in_error};
use crate::Problem;
use crate::count::count;
use crate::findings;
use crate::when::{just_after, just_before, stretch};
use crate::workspace::{last_at, settings};

/// How many periods back findings are counted: each takes judging the whole workspace as it stood.
const FINDINGS_REACH: usize = 13;

/// `metrics` with the values that the desk counts itself at `now`, of those that are `wanted`.
pub(crate) fn counted(
    view: &View<'_>,
    now: Moment,
    mut metrics: Vec<Metric>,
    wanted: impl Fn(&Metric) -> bool,
) -> Result<Vec<Metric>, Problem> {
    let mut counting = None;
    for metric in metrics.iter_mut().filter(|metric| wanted(metric)) {
        let Some(derived) = metric.terms.derived else { continue };
        let counting = match &counting {
            Some(counting) => counting,
            None => counting.insert(Counting::of(view, now)?),
        };
        metric.observed = counting.values(derived, &metric.terms)?;
    }
    Ok(metrics)
}

/// The last period of which the desk counted a value for a metric.
pub(crate) struct LastCounted {
    /// Of which metric.
    pub(crate) metric: MetricRef,
    /// The period.
    pub(crate) period: Period,
    /// Its last moment.
    pub(crate) at: Moment,
}

/// What was counted last of each of `metrics`; nothing of one that had nothing to count in any period
/// that is over. A period that ends with `last`, its last moment, is.
pub(crate) fn last_counted(
    view: &View<'_>,
    last: Moment,
    metrics: &[MetricRef],
) -> Result<Vec<LastCounted>, Problem> {
    let mut found = Vec::new();
    if metrics.is_empty() {
        return Ok(found);
    }
    let counting = Counting::of(view, just_after(last))?;
    for metric in metrics {
        let Some(Metric { terms, .. }) = view.metric(*metric)? else { continue };
        let Some(derived) = terms.derived else { continue };
        for period in counting.periods(derived, &terms).into_iter().rev() {
            let stretch = counting.stretch(period);
            if counting.value(derived, &terms.workflows, stretch)?.is_some() {
                found.push(LastCounted { metric: *metric, period, at: just_before(stretch.until) });
                break;
            }
        }
    }
    Ok(found)
}

/// Whether a metric can come to be worse than a baseline.
pub(crate) fn can_be_worse(metric: &Metric) -> bool {
    !metric.baselines.is_empty()
}

/// Whether a metric counts findings.
pub(crate) fn counts_findings(metric: &Metric) -> bool {
    metric.terms.derived == Some(Derived::FindingsOpen)
}

/// Whether a metric can be out of line at all.
pub(crate) fn is_held_to_something(metric: &Metric) -> bool {
    let terms = &metric.terms;
    can_be_worse(metric) || terms.warn.is_some() || terms.limit.is_some()
}

/// What is counted, each sort of row read once, and only when something asks for it.
struct Counting<'a> {
    view: &'a View<'a>,
    now: Moment,
    calendar: Calendar,
    zone: Tz,
    began: Moment,
    overrides: OnceCell<Vec<Override>>,
    statuses: OnceCell<Vec<Stood>>,
    answers: OnceCell<Vec<Answer>>,
    reviews: OnceCell<Vec<Review>>,
    late: OnceCell<Vec<Late>>,
    checked: OnceCell<Vec<Checked>>,
}

/// A proposal that waits no longer.
struct Answer {
    about: Option<WorkflowRef>,
    asked: Moment,
    answered: Moment,
}

/// An exception whose time ran out.
struct Late {
    about: Option<WorkflowRef>,
    due: Moment,
}

/// A review that was closed or missed.
struct Review {
    at: Moment,
    held: bool,
}

impl<'a> Counting<'a> {
    fn of(view: &'a View<'a>, now: Moment) -> Result<Self, Problem> {
        let settings = settings(view)?;
        let today = now.in_zone(settings.zone).date_naive();
        Ok(Self {
            view,
            now,
            calendar: Calendar { today, fiscal_start: settings.fiscal_start },
            zone: settings.zone,
            began: last_at(&view.at(1))?,
            overrides: OnceCell::new(),
            statuses: OnceCell::new(),
            answers: OnceCell::new(),
            reviews: OnceCell::new(),
            late: OnceCell::new(),
            checked: OnceCell::new(),
        })
    }

    /// The values of the periods that are over, in order; those with nothing to count left out.
    fn values(&self, derived: Derived, terms: &Terms) -> Result<Vec<Observed>, Problem> {
        let mut values = Vec::new();
        for period in self.periods(derived, terms) {
            let stretch = self.stretch(period);
            let of = self.tally(derived, &terms.workflows, stretch)?;
            let value = match of {
                Some(of) => of.percent(),
                None => self.value(derived, &terms.workflows, stretch)?,
            };
            values.extend(value.map(|value| Observed { period, value, of }));
        }
        Ok(values)
    }

    /// The periods that are over, from the one in which the workspace began, as far back as is
    /// counted.
    fn periods(&self, derived: Derived, terms: &Terms) -> Vec<Period> {
        let reach = match derived {
            Derived::FindingsOpen => FINDINGS_REACH,
            Derived::OverrideRate
            | Derived::ApprovalQueueTime
            | Derived::SlaBreaches
            | Derived::SampleErrorRate
            | Derived::ReviewsHeld => usize::MAX,
        };
        let begun = self.began.in_zone(self.zone).date_naive();
        let first = terms.every.of(begun, self.calendar.fiscal_start);
        let last = self.calendar.last_over(terms.every);
        let back = std::iter::successors(Some(last), |period| Some(period.before()));
        let mut periods: Vec<Period> =
            back.take_while(|period| *period >= first).take(reach).collect();
        periods.reverse();
        periods
    }

    fn stretch(&self, period: Period) -> Stretch {
        stretch(period, self.zone, self.calendar.fiscal_start)
    }

    fn value(
        &self,
        derived: Derived,
        of: &[WorkflowRef],
        stretch: Stretch,
    ) -> Result<Option<Value>, Problem> {
        match derived {
            Derived::OverrideRate => self.overridden(of, stretch),
            Derived::ApprovalQueueTime => self.waited(of, stretch),
            Derived::SlaBreaches => self.breached(of, stretch),
            // It is a tally or nothing.
            Derived::SampleErrorRate => Ok(None),
            Derived::ReviewsHeld => self.held(stretch),
            Derived::FindingsOpen => self.findings(of, stretch),
        }
    }

    /// What a value is a share of, where people are told both.
    fn tally(
        &self,
        derived: Derived,
        of: &[WorkflowRef],
        stretch: Stretch,
    ) -> Result<Option<Tally>, Problem> {
        match derived {
            Derived::SampleErrorRate => {
                let checked = read(&self.checked, || checked(self.view))?;
                Ok(in_error(checked, of, stretch))
            }
            Derived::OverrideRate
            | Derived::ApprovalQueueTime
            | Derived::SlaBreaches
            | Derived::ReviewsHeld
            | Derived::FindingsOpen => Ok(None),
        }
    }

    fn overridden(&self, of: &[WorkflowRef], stretch: Stretch) -> Result<Option<Value>, Problem> {
        let overrides = read(&self.overrides, || Ok(self.view.overrides()?))?;
        let statuses = read(&self.statuses, || Ok(self.view.statuses()?))?;
        let counted: Vec<WorkflowRef> = overrides
            .iter()
            .filter(|one| stretch.holds(one.made.at) && concerns(of, one.workflow))
            .map(|one| one.workflow)
            .collect();
        let live = statuses
            .iter()
            .filter(|stood| stood.status == Status::Live && stretch.meets(stood.since, stood.until))
            .map(|stood| stood.workflow)
            .filter(|workflow| concerns(of, *workflow));
        let ran: BTreeSet<WorkflowRef> = live.chain(counted.iter().copied()).collect();
        Ok(override_rate(counted.len(), ran.len()))
    }

    fn waited(&self, of: &[WorkflowRef], stretch: Stretch) -> Result<Option<Value>, Problem> {
        let answers = read(&self.answers, || answers(self.view))?;
        let took: Vec<Duration> = answers
            .iter()
            .filter(|one| stretch.holds(one.answered))
            .filter(|one| of.is_empty() || one.about.is_some_and(|about| of.contains(&about)))
            .map(|one| one.answered.since(one.asked))
            .collect();
        Ok(queue_time(took))
    }

    fn held(&self, stretch: Stretch) -> Result<Option<Value>, Problem> {
        let reviews = read(&self.reviews, || self.reviews())?;
        let over: Vec<&Review> = reviews.iter().filter(|one| stretch.holds(one.at)).collect();
        Ok(share(over.iter().filter(|one| one.held).count(), over.len()))
    }

    fn breached(&self, of: &[WorkflowRef], stretch: Stretch) -> Result<Option<Value>, Problem> {
        let late = read(&self.late, || self.late())?;
        let of_them = |about: Option<WorkflowRef>| about.is_some_and(|about| of.contains(&about));
        let counted = late
            .iter()
            .filter(|one| stretch.holds(one.due) && (of.is_empty() || of_them(one.about)))
            .count();
        Ok(Some(Value::from(count(counted))))
    }

    /// Every time that an exception's time ran out.
    fn late(&self) -> Result<Vec<Late>, Problem> {
        let terms = self.view.clock_terms(self.zone)?;
        let mut all = Vec::new();
        for one in self.view.exceptions()? {
            let clock = Clock::read(one.kind, &one.turns, &terms, self.now);
            let runs = clock.runs.iter().filter(|run| run.late);
            all.extend(runs.filter_map(|run| Some(Late { about: one.workflow, due: run.due? })));
        }
        Ok(all)
    }

    /// Every review that was closed or missed, with the moment it was.
    fn reviews(&self) -> Result<Vec<Review>, Problem> {
        let held: BTreeMap<ReviewRef, Option<Moment>> = self
            .view
            .reviews()?
            .into_iter()
            .map(|held| (held.review, held.closed.map(|closing| closing.mark.at)))
            .collect();
        let closed = held.values().filter_map(|closed| *closed);
        let mut all: Vec<Review> = closed.map(|at| Review { at, held: true }).collect();
        let until = self.stretch(self.calendar.running(domain::Span::Day)).until;
        for schedule in self.view.schedules()?.schedules {
            let from = self.began.plus(Duration::days(-2));
            let missed = schedule
                .occurrences(from, until)?
                .into_iter()
                .filter(|one| !held.contains_key(&one.review))
                .filter_map(|one| one.missed);
            all.extend(missed.map(|at| Review { at, held: false }));
        }
        Ok(all)
    }

    fn findings(&self, of: &[WorkflowRef], stretch: Stretch) -> Result<Option<Value>, Problem> {
        let end = just_before(stretch.until);
        let Some(seq) = self.view.seq_at(end)? else { return Ok(None) };
        let open = findings::open_then(&self.view.at(seq), end, of)?;
        Ok(Some(Value::from(count(open))))
    }
}

/// What `cell` holds, read by `make` the first time.
fn read<T>(
    cell: &OnceCell<Vec<T>>,
    make: impl FnOnce() -> Result<Vec<T>, Problem>,
) -> Result<&[T], Problem> {
    if let Some(known) = cell.get() {
        return Ok(known);
    }
    let made = make()?;
    Ok(cell.get_or_init(|| made))
}

/// Whether a metric of the workflows `of` concerns this one; none named means all.
fn concerns(of: &[WorkflowRef], workflow: WorkflowRef) -> bool {
    of.is_empty() || of.contains(&workflow)
}

/// Proposals that were applied, refused, or left until their time passed. What was withdrawn, or
/// made stale by something else, was never answered.
fn answers(view: &View<'_>) -> Result<Vec<Answer>, Problem> {
    let mut all = Vec::new();
    for decision in view.decisions()? {
        if let Some(answered) = answered(view, &decision)? {
            all.push(Answer {
                about: decision.proposed.change.workflow(),
                asked: decision.at,
                answered,
            });
        }
    }
    Ok(all)
}

fn answered(view: &View<'_>, decision: &Decision) -> Result<Option<Moment>, Problem> {
    if let Some(settled) = decision.settled {
        return Ok(settled.applied.then_some(settled.at));
    }
    if let Some(refusal) = decision.votes.iter().find(|vote| vote.verdict == Verdict::Refuse) {
        return Ok(Some(refusal.at));
    }
    let until = decision.proposed.until;
    let underneath = view.underneath(decision)?;
    let then = domain::decision::state(decision, underneath, until.plus(Duration::milliseconds(1)));
    Ok((then == DecisionState::Lapsed).then_some(until))
}
