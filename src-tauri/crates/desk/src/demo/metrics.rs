//! Measuring: who answers for a metric, baselines as they are set, values as they come in.

use chrono::{Days, NaiveDate};
use domain::exception::Kind;
use domain::workspace::startup::metric;
use domain::{Period, Span};

use super::company::{MAREN, operator};
use super::figures::{MONTHLY, OWNERS, QUARTERLY, Series, WEEKLY};
use super::story::{Story, on, working};
use crate::operations::{
    ChangeMetric, MetricQuery, MetricTerms, Nothing, RecordObservation, ResolveException,
    SetBaseline, WritePostmortem,
};
use crate::{Desk, Problem};

/// The month fiscal years start in.
const FISCAL_START: u32 = 1;
/// What stands where nobody took a figure.
const NOT_TAKEN: &str = "–";

/// Owners and first baselines on the first day; weekly values on Monday mornings, monthly and
/// quarterly ones when their period is over.
pub fn plan(story: &mut Story<'_>) {
    let days = story.days;
    story.plan(days.at(0, 0, 14, 20), MAREN, |story| {
        OWNERS.iter().try_for_each(|(slug, owner)| own(story.desk, slug, owner))
    });
    for week in 0..=25 {
        let (first, next) = (days.day(week, 0), days.day(week + 1, 0));
        let period = Span::Week.of(first, FISCAL_START);
        let chair = operator(&days, first);
        story.plan(on(first, 15, 10), chair, move |story| {
            for series in WEEKLY {
                set(story.desk, series, week, period)?;
            }
            Ok(())
        });
        take(story, WEEKLY, week, period, next);
    }
    for (week, day) in [(14, 0), (14, 1), (15, 0), (15, 1)] {
        let at = days.at(week, day, 16, 20);
        story.plan(at, MAREN, |story| see_to_emergencies(story.desk));
    }
    for (span, all) in [(Span::Month, MONTHLY), (Span::Quarter, QUARTERLY)] {
        let mut period = span.of(days.monday, FISCAL_START);
        for place in 0.. {
            let after = period.next().first_day(FISCAL_START);
            if after > days.today() {
                break;
            }
            // Two days for the books to close.
            take(story, all, place, period, after + Days::new(2));
            period = period.next();
        }
    }
}

/// Plans the recording of a period's values for the morning of the first working day from `from`.
fn take(
    story: &mut Story<'_>,
    all: &'static [Series],
    place: u64,
    period: Period,
    from: NaiveDate,
) {
    let day = working(from);
    let chair = operator(&story.days, day);
    story.plan(on(day, 8, 30), chair, move |story| {
        for series in all {
            let value = series.values.split_whitespace().nth(usize::try_from(place).unwrap_or(0));
            let Some(value) = value.filter(|value| *value != NOT_TAKEN) else { continue };
            let (metric, period) = (reference(series.slug)?, period.to_string());
            let value = value.to_owned();
            story.seconds(7);
            let review = None;
            story.desk.observe(&RecordObservation { metric, period, value, review })?;
        }
        Ok(())
    });
}

fn set(desk: &mut Desk, series: &Series, week: u64, period: Period) -> Result<(), Problem> {
    for (_, value, reason) in series.baselines.iter().filter(|(from, ..)| *from == week) {
        desk.set_baseline(SetBaseline {
            metric: reference(series.slug)?,
            value: (*value).to_owned(),
            from: period.to_string(),
            reason: (*reason).to_owned(),
        })?;
    }
    Ok(())
}

/// Resolves what the two weeks below their baselines raised, once the cause is found and gone.
fn see_to_emergencies(desk: &mut Desk) -> Result<(), Problem> {
    for row in desk.exceptions(Nothing {})?.open {
        if row.kind != Kind::MetricEmergency {
            continue;
        }
        let exception = row.exception;
        let words = "Lettera had put another model behind the writing without notice. The outreach \
                     agent is paused until its drafts are as they were; seen with the sponsor.";
        let text = |words: &str| words.to_owned();
        let written = WritePostmortem {
            exception: exception.clone(),
            cause: text("Lettera changed the model, and no contract asked it to say so."),
            impact: text("Two weeks of fewer replies, and a handful of meetings not booked."),
            done: text("The outreach agent was paused, and what it had sent was read."),
            changes: text(
                "Vendors tell of a new model ten days before; drafts are sampled weekly.",
            ),
        };
        desk.resolve_exception(ResolveException { exception, words: text(words) })?;
        desk.write_postmortem(written)?;
    }
    Ok(())
}

fn own(desk: &mut Desk, slug: &str, owner: &str) -> Result<(), Problem> {
    let metric = reference(slug)?;
    let row = desk.metric(MetricQuery { metric: metric.clone(), as_of: None })?.row;
    let terms = MetricTerms {
        name: row.beside.name,
        class: row.class,
        unit: row.beside.unit,
        direction: row.beside.direction,
        every: row.every,
        warn: row.beside.warn.unwrap_or_default(),
        limit: row.beside.limit.unwrap_or_default(),
        target: row.target.unwrap_or_default(),
        complements: row.complements.unwrap_or_default(),
        owner: owner.to_owned(),
        source: row.source.unwrap_or_default(),
        workflows: row.workflows,
        derived: row.beside.derived,
    };
    desk.change_metric(ChangeMetric { metric, terms }).map(|_| ())
}

/// A start-up metric's reference.
pub fn reference(slug: &str) -> Result<String, Problem> {
    let unknown = || Problem::internal(format!("the demo’s metric {slug}"));
    metric(slug).map(|metric| metric.to_string()).ok_or_else(unknown)
}
