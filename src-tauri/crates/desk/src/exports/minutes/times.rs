//! When a review took place or should have, and how its time went.

use crate::reviews::{ReviewState, ReviewView};
use crate::when;

pub(super) fn took_place(view: &ReviewView) -> String {
    let recorded = recorded(view);
    let Some(meeting) = &view.held else { return recorded };
    let (Some(from), Some(to)) = (when::written(&meeting.from), when::written(&meeting.to)) else {
        return recorded;
    };
    let to = if from.date_naive() == to.date_naive() {
        to.format("%H:%M").to_string()
    } else {
        to.format("%-d %B %Y %H:%M").to_string()
    };
    let from = from.format("%A %-d %B %Y, %H:%M");
    format!("{from} to {to}, as the chair states. Recorded {recorded}")
}

/// When the desk recorded it, by the machine's clock.
fn recorded(view: &ReviewView) -> String {
    let opened = view.opened.as_deref().and_then(when::written);
    let closed = view.closed.as_ref().and_then(|closed| when::written(&closed.at));
    let due = when::written(&view.due).map(|due| due.format("%A %-d %B %Y").to_string());
    if view.state == ReviewState::Missed {
        return format!("due {}, never opened", moment(&view.due));
    }
    match (opened, closed) {
        (Some(from), Some(to)) if from.date_naive() == to.date_naive() => format!(
            "{}, {} to {} of {} minutes",
            from.format("%A %-d %B %Y"),
            from.format("%H:%M"),
            to.format("%H:%M"),
            view.minutes
        ),
        (Some(from), Some(to)) => format!(
            "{} to {}, {} minutes planned",
            from.format("%A %-d %B %Y %H:%M"),
            to.format("%-d %B %Y %H:%M"),
            view.minutes
        ),
        (Some(from), None) => format!("{}, still open", from.format("%A %-d %B %Y, %H:%M")),
        (None, _) => format!("{}, not opened", due.unwrap_or_default()),
    }
}

/// Seconds between opening and closing that no item took, where the meeting was recorded while it
/// took place and in one go. With those of the items they come to what lies between the two.
pub(super) fn around(view: &ReviewView) -> Option<u32> {
    let opened = view.opened.as_deref().and_then(when::written)?;
    let closed = view.closed.as_ref().and_then(|closed| when::written(&closed.at))?;
    let lasted = (closed - opened).num_seconds();
    let answered = view.items.iter().filter(|item| item.outcome.is_some());
    let spent: u64 = answered.map(|item| u64::from(item.seconds)).sum();
    let around = u32::try_from(u64::try_from(lasted).ok()?.checked_sub(spent)?).ok()?;
    let in_one_go = around > 0 && around <= view.minutes.saturating_mul(60);
    (view.held.is_none() && in_one_go).then_some(around)
}

/// When a missed review was due, and until when it could have been held.
pub(super) fn why_missed(view: &ReviewView) -> String {
    let due = moment(&view.due);
    match &view.next_due {
        Some(next) => format!(
            "It was due on {due}. Nobody opened it before {}, when it could be held no longer.",
            moment(next)
        ),
        None => format!("It was due on {due}, and nobody opened it."),
    }
}

/// "Tuesday 3 November 2026, 09:00".
fn moment(written: &str) -> String {
    when::written(written)
        .map(|at| at.format("%A %-d %B %Y, %H:%M").to_string())
        .unwrap_or_default()
}
