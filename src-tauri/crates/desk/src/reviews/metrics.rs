//! Metrics beside the questions of a review.

use domain::cadence::ChecklistItem;
use domain::review::Figure;
use domain::{MetricRef, Moment};
use store::tables::answer::Answer;
use store::{AsOf, Store, View};

use crate::Problem;
use crate::metrics::{MetricBeside, beside};

/// What stood beside an item when it was answered: the very charts its chair looked at.
pub(super) fn as_answered(
    store: &Store,
    asked: &ChecklistItem,
    answer: &Answer,
) -> Result<Vec<MetricBeside>, Problem> {
    let then = store.as_of(AsOf::Seq(answer.since));
    match then.last_change()? {
        Some(change) if !asked.metrics.is_empty() => beside(&then, &asked.metrics, change.at),
        Some(_) | None => Ok(Vec::new()),
    }
}

/// The metrics of an item as its answer's entry keeps them: for each the value of the period that
/// the review asks for, or a dash where it has none, and the baseline it stood against.
pub(super) fn kept(
    view: &View<'_>,
    metrics: &[MetricRef],
    now: Moment,
) -> Result<Vec<Figure>, Problem> {
    Ok(beside(view, metrics, now)?.into_iter().map(figure).collect())
}

fn figure(shown: MetricBeside) -> Figure {
    let point = shown.points.iter().find(|point| point.period == shown.asked);
    Figure {
        figure: shown.metric,
        value: shown.asked_value.unwrap_or_else(|| "–".to_owned()),
        baseline: point.and_then(|point| point.baseline.clone()),
        period: Some(shown.asked),
    }
}
