//! The items of a review: what each got, what was seen beside it, and what they were in the one before.

use domain::review::{Outcome, TierVerdict};
use report::minutes as paper;

use crate::metrics::MetricBeside;
use crate::reviews::{FigureShown, ItemRow, ReviewState, ReviewView, TierRow};

/// What an item got; in a review that was missed, no answer ever.
pub(super) fn answer(view: &ReviewView, item: &ItemRow) -> Option<paper::Outcome> {
    match (item.outcome, view.state) {
        (Some(given), _) => Some(outcome(given)),
        (None, ReviewState::Missed) => Some(paper::Outcome::Unanswered),
        (
            None,
            ReviewState::Coming
            | ReviewState::Due
            | ReviewState::Late
            | ReviewState::Open
            | ReviewState::Closed,
        ) => None,
    }
}

pub(super) fn item(item: &ItemRow, answer: Option<paper::Outcome>) -> paper::Item {
    let figures = match answer {
        // Nobody saw any.
        Some(paper::Outcome::Unanswered) => Vec::new(),
        Some(_) | None => seen(item),
    };
    paper::Item {
        number: item.number,
        group: item.group.clone(),
        title: item.title.clone(),
        outcome: answer,
        figures: figures.join("; "),
        note: item.note.clone().unwrap_or_default(),
        raised: item.raised.iter().map(|action| action.action.clone()).collect(),
        seconds: item.outcome.map(|_| item.seconds),
        tiers: item.tiers.iter().map(tiered).collect(),
    }
}

/// What stood beside an item: its metrics and figures, each a name and what it came to. Of two that are
/// called the same, one was counted when the period ended and one when it was answered.
pub(in crate::exports) fn seen(item: &ItemRow) -> Vec<String> {
    let alike = |one: &FigureShown| {
        item.figures.iter().filter(|other| other.label == one.label).count() > 1
    };
    let counted = item.figures.iter().map(|one| {
        let when = match alike(one) && one.figure.starts_with("pulled.") {
            true => " as the period ended",
            false => "",
        };
        format!("{}{when}: {}", one.label, one.value)
    });
    item.metrics.iter().map(measured).chain(counted).collect()
}

fn tiered(row: &TierRow) -> paper::Tiered {
    paper::Tiered {
        workflow: row.workflow.clone(),
        name: row.name.clone(),
        verdict: row.word.clone(),
        moves: row.verdict != TierVerdict::Keep,
        shown: row.shown_word.clone(),
        note: row.note.clone().unwrap_or_default(),
    }
}

fn outcome(outcome: Outcome) -> paper::Outcome {
    match outcome {
        Outcome::Fine => paper::Outcome::Fine,
        Outcome::Attention => paper::Outcome::Attention,
        Outcome::Breach => paper::Outcome::Breach,
        Outcome::NotApplicable => paper::Outcome::NotApplicable,
    }
}

/// An item of the review before that was no plain "fine", beside the answer of this one.
pub(super) fn carried_in(view: &ReviewView, before: &ItemRow) -> Option<paper::CarriedIn> {
    let again = view.items.iter().find(|item| item.item == before.item);
    Some(paper::CarriedIn {
        title: before.title.clone(),
        then: before.outcome.map(outcome)?,
        note: before.note.clone().unwrap_or_default(),
        now: again.map_or(paper::Asked::NoMore, |item| paper::Asked::Again(answer(view, item))),
    })
}

/// A metric in the period the review asked for: "Opens: 41.2 % (38.0 %)", its baseline in brackets.
fn measured(metric: &MetricBeside) -> String {
    let point = metric.points.iter().find(|point| point.period == metric.asked);
    let value = point.and_then(|point| point.shown.as_deref());
    let baseline = point.and_then(|point| point.baseline_shown.as_deref());
    match (value, baseline) {
        (Some(value), Some(baseline)) => format!("{}: {value} ({baseline})", metric.name),
        (Some(value), None) => format!("{}: {value}", metric.name),
        (None, _) => format!("{}: missing in {}", metric.name, metric.asked_short),
    }
}
