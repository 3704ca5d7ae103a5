//! The agenda of a review: what it asks, and what was answered.

use domain::Moment;
use domain::cadence::CadenceSet;
use domain::review::Outcome;
use store::View;
use store::tables::answer::Answer;
use store::tables::review::Held;

use super::figures::{Live, label};
use super::{FigureShown, ItemRow};
use crate::Problem;

/// The items in order, without their metrics and what was raised.
pub(super) fn agenda(
    cadence: &CadenceSet,
    answers: &[Answer],
    live: &Live,
    held: Option<&Held>,
) -> Vec<ItemRow> {
    let closed = held.is_some_and(|held| held.closed.is_some());
    cadence
        .checklist
        .iter()
        .zip(1_u32..)
        .map(|(asked, number)| {
            let answer = answers.iter().find(|answer| answer.item == asked.item);
            let shown = answer.map(|answer| answer.shown.as_slice()).unwrap_or_default();
            ItemRow {
                item: asked.item.to_string(),
                number,
                title: asked.title.words().unwrap_or("–").to_owned(),
                group: asked.group.as_ref().and_then(|g| g.words()).map(str::to_owned),
                question: asked.question.words().unwrap_or("–").to_owned(),
                guidance: asked.guidance.as_ref().and_then(|g| g.words()).map(str::to_owned),
                minutes: asked.minutes,
                outcome: answer.map(|answer| answer.outcome),
                note: answer
                    .and_then(|a| a.note.as_ref())
                    .and_then(|n| n.words())
                    .map(str::to_owned),
                seconds: answer.map_or(0, |answer| answer.seconds),
                metrics: Vec::new(),
                raised: Vec::new(),
                sample: None,
                pulls: asked.pulls.clone(),
                tiers: Vec::new(),
                figures: if closed {
                    shown
                        .iter()
                        .filter(|figure| figure.period.is_none())
                        .map(|figure| FigureShown {
                            label: label(&figure.figure).to_owned(),
                            figure: figure.figure.clone(),
                            value: figure.value.clone(),
                        })
                        .collect()
                } else {
                    live.beside(asked)
                },
            }
        })
        .collect()
}

/// Seconds spent on an item in the end, as the closing counted them.
pub(super) fn spent(held: Option<&Held>, item: &str) -> Option<u32> {
    let counted = &held?.closed.as_ref()?.counted;
    counted.spent.iter().find(|spent| spent.item.as_str() == item).map(|spent| spent.seconds)
}

/// The review of a cadence that was closed before the one due then.
pub(super) fn before(
    view: &View<'_>,
    cadence: &CadenceSet,
    due: Moment,
) -> Result<Option<Held>, Problem> {
    let of = |held: &Held| held.cadence == cadence.cadence && held.due < due;
    let closed = view.reviews()?.into_iter().filter(|held| of(held) && held.closed.is_some());
    Ok(closed.max_by_key(|held| held.due))
}

/// Attentions and breaches of the review of the same cadence before this one.
pub(super) fn carried_in(
    view: &View<'_>,
    cadence: &CadenceSet,
    due: Moment,
    live: &Live,
) -> Result<Vec<ItemRow>, Problem> {
    let Some(before) = before(view, cadence, due)? else { return Ok(Vec::new()) };
    let answers = view.answers(&before.review)?;
    let items = agenda(&view.agenda(&before)?, &answers, live, Some(&before));
    let open = |outcome| matches!(outcome, Some(Outcome::Attention | Outcome::Breach));
    Ok(items.into_iter().filter(|item| open(item.outcome)).collect())
}
