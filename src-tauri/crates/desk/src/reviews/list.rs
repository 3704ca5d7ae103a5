//! Which reviews are due, open, held and missed.

use chrono::Duration;
use domain::cadence::{CadenceSet, Occurrence, occurrences};
use domain::review::Outcome;
use domain::{Moment, ReviewRef};
use store::View;
use store::tables::review::Held;

use super::{ReviewRow, ReviewState, ReviewsView};
use crate::operations::Nothing;
use crate::workspace::{Open, settings};
use crate::{Desk, Problem};

/// Days ahead that are shown.
const AHEAD: i64 = 21;

impl Desk {
    /// See the list of operations.
    pub fn reviews(&mut self, _: Nothing) -> Result<ReviewsView, Problem> {
        let now = self.clock.now();
        let rows = rows(&self.open()?.store.now(), now)?;
        let expected = rows.iter().filter(|row| is_over(row.state)).count();
        let held = rows.iter().filter(|row| row.state == ReviewState::Closed).count();
        let pick = |wanted: &dyn Fn(ReviewState) -> bool| -> Vec<ReviewRow> {
            rows.iter().filter(|row| wanted(row.state)).cloned().collect()
        };
        let mut past = pick(&is_over);
        past.reverse();
        Ok(ReviewsView {
            waiting: pick(&is_waiting),
            coming: pick(&|state| state == ReviewState::Coming),
            past,
            held: u32::try_from(held).unwrap_or(u32::MAX),
            expected: u32::try_from(expected).unwrap_or(u32::MAX),
        })
    }

    /// How many reviews can be opened or are open.
    pub(crate) fn reviews_waiting(&self, open: &Open) -> Result<u32, Problem> {
        let rows = rows(&open.store.now(), self.clock.now())?;
        let waiting = rows.iter().filter(|row| is_waiting(row.state)).count();
        Ok(u32::try_from(waiting).unwrap_or(u32::MAX))
    }
}

fn is_waiting(state: ReviewState) -> bool {
    matches!(state, ReviewState::Due | ReviewState::Late | ReviewState::Open)
}

fn is_over(state: ReviewState) -> bool {
    matches!(state, ReviewState::Closed | ReviewState::Missed)
}

/// Every review from the first expected to some weeks ahead, in order of time.
fn rows(view: &View<'_>, now: Moment) -> Result<Vec<ReviewRow>, Problem> {
    let held = view.reviews()?;
    let mut rows = Vec::new();
    for cadence in view.cadences()? {
        let from = beginning(&cadence, &held)?;
        for occurrence in occurrences(&cadence, from, now.plus(Duration::days(AHEAD)))? {
            let held = held.iter().find(|held| held.review == occurrence.review);
            rows.push(row(view, &cadence, &occurrence, held, now)?);
        }
    }
    rows.sort_by(|a, b| a.due.cmp(&b.due));
    Ok(rows)
}

/// The first moment at which a review of the cadence can have been due.
fn beginning(cadence: &CadenceSet, held: &[Held]) -> Result<Moment, Problem> {
    let zone = domain::workspace::zone(&cadence.zone)?;
    let midnight = cadence.from.and_time(chrono::NaiveTime::MIN);
    let first = midnight.and_local_timezone(zone).earliest();
    let first = first.map_or_else(|| midnight.and_utc(), |at| at.with_timezone(&chrono::Utc));
    let held = held.iter().filter(|h| h.cadence == cadence.cadence).map(|h| h.due).min();
    Ok(held.map_or(Moment::new(first), |due| due.min(Moment::new(first))))
}

fn row(
    view: &View<'_>,
    cadence: &CadenceSet,
    occurrence: &Occurrence,
    held: Option<&Held>,
    now: Moment,
) -> Result<ReviewRow, Problem> {
    let answers = match held {
        Some(held) => view.answers(&held.review)?,
        None => Vec::new(),
    };
    let count = |outcome: Outcome| {
        u32::try_from(answers.iter().filter(|a| a.outcome == outcome).count()).unwrap_or(u32::MAX)
    };
    let agenda = held.map(|held| view.agenda(held)).transpose()?;
    let agenda = agenda.as_ref().unwrap_or(cadence);
    Ok(ReviewRow {
        review: occurrence.review.to_string(),
        name: agenda.name.words().unwrap_or("–").to_owned(),
        due: crate::when::local(occurrence.due, domain::workspace::zone(&cadence.zone)?),
        state: state(occurrence, held, now),
        minutes: agenda.minutes,
        answered: u32::try_from(answers.len()).unwrap_or(u32::MAX),
        items: u32::try_from(agenda.checklist.len()).unwrap_or(u32::MAX),
        found: [
            count(Outcome::Fine),
            count(Outcome::Attention),
            count(Outcome::Breach),
            count(Outcome::NotApplicable),
        ],
        countersigned: held.is_some_and(|held| held.countersigned.is_some()),
    })
}

/// Where an occurrence stands; computed, never recorded.
pub(super) fn state(occurrence: &Occurrence, held: Option<&Held>, now: Moment) -> ReviewState {
    match held {
        Some(held) if held.closed.is_some() => ReviewState::Closed,
        Some(_) => ReviewState::Open,
        None if now >= occurrence.missed => ReviewState::Missed,
        None if now >= occurrence.due => ReviewState::Late,
        None if now >= occurrence.opens => ReviewState::Due,
        None => ReviewState::Coming,
    }
}

/// The occurrence of that name, and the cadence that brings it.
pub(super) fn find(
    view: &View<'_>,
    review: &ReviewRef,
) -> Result<(CadenceSet, Occurrence), Problem> {
    if let Some(held) = view.held(review)? {
        let cadence = view.agenda(&held)?;
        let occurrence = domain::cadence::occurrence(&cadence, review)?;
        return Ok((cadence, occurrence));
    }
    let unknown = || domain::Refusal::Unknown { reference: review.to_string() };
    for cadence in view.cadences()? {
        if let Ok(occurrence) = domain::cadence::occurrence(&cadence, review) {
            return Ok((cadence, occurrence));
        }
    }
    Err(unknown().into())
}

/// The zone that times of the workspace are shown in.
pub(super) fn zone(view: &View<'_>) -> Result<chrono_tz::Tz, Problem> {
    Ok(settings(view)?.zone)
}
